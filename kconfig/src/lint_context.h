// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the rules of lint share.
#pragma once

#include "kconfig/explain.h"
#include "kconfig/lint.h"

#include "diagnostic_sink.h"
#include "phrases.h"

#include <set>

namespace kconfig {

class LintContext
{
public:
    LintContext(const LoadResult &tree, const LintOptions &options, LintReport &report);

    [[nodiscard]] const Model &model() const { return *m_tree.model; }
    [[nodiscard]] const LoadResult &tree() const { return m_tree; }
    [[nodiscard]] PossibilitySolver *solver() const { return m_options.solver; }
    [[nodiscard]] bool isWanted(std::string_view rule) const;
    [[nodiscard]] bool isCancelled() const { return m_options.cancelled && m_options.cancelled(); }
    [[nodiscard]] const std::function<bool()> &cancelled() const { return m_options.cancelled; }
    void tell(const char *stage) const
    {
        if (m_options.progress)
            m_options.progress(stage);
    }

    /// Adds a finding of a rule that is wanted, with the rule's severity.
    Finding &add(std::string_view rule, SymbolId symbol, Position position, Clause message,
                 Clause hint = {});
    /// Adds one that the load had to say.
    void add(std::string_view rule, const Diagnostic &diagnostic);
    void leaveOut(std::string_view rule, std::string reason);

    [[nodiscard]] bool hasPrompt(SymbolId symbol) const;
    /// Selects whose dependencies are known never to be met are told once, by the stronger rule.
    std::set<std::uint32_t> unmetSelects; ///< indices of properties

private:
    const LoadResult &m_tree;
    const LintOptions &m_options;
    LintReport &m_report;
};

/// \name The rules
/// @{
void lintUndefinedSymbols(LintContext &context);
void lintUnusedDefinitions(LintContext &context);
void lintLoadDiagnostics(LintContext &context);
void lintChoices(LintContext &context);
void lintUnmetSelects(LintContext &context);
void lintVisibleSelects(LintContext &context);
void lintNever(LintContext &context);
void lintShadowedDefaults(LintContext &context);
/// @}

/// The operands of a row of && (or of ||) from left to right; the expression itself if it is none.
[[nodiscard]] std::vector<ExpressionId> operandsOf(const Model &model, ExpressionId expression,
                                                   ExpressionKind kind);

} // namespace kconfig
