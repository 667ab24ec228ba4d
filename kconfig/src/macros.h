// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The macro language: variables, user-defined functions, built-in functions, environment.
// See "Kconfig macro language" in the Linux documentation.
#pragma once

#include "diagnostic_sink.h"
#include "syntax.h"

#include "kconfig/load.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kconfig {

enum class Flavor
{
    recursive, ///< `=`: expanded where it is used
    simple,    ///< `:=`: expanded where it is defined
    append     ///< `+=`: keeps the flavour of what it adds to
};

/// Where a reference stands, for messages and for $(filename) and $(lineno).
struct MacroSite
{
    Position position;
    std::string_view path;
    std::uint32_t line = 0; ///< what $(lineno) says; conf is a line further on in assignments
};

class Macros
{
public:
    Macros(const LoadOptions &options, DiagnosticSink &diagnostics);

    void define(std::string_view name, std::string_view value, Flavor flavor,
                const MacroSite &site);
    /// Does again what an assignment did when its unit was parsed.
    void replay(const MacroDefinition &definition);
    /// Notes in `unit` what is read, defined and run from now on, its texts in `texts`.
    void recordIn(FileSyntax *unit, TextArena &texts)
    {
        m_unit = unit;
        m_texts = &texts;
    }

    /// Expands the reference at text[at] == '$' and appends what it gives to `out`; returns the
    /// offset behind it. A `$` without a parenthesis is an ordinary character. After an error the
    /// reference gives nothing.
    std::size_t expandReference(std::string_view text, std::size_t at, std::string &out,
                                const MacroSite &site);

    /// While idle, references give nothing and do nothing.
    void setIdle(bool isIdle) { m_isIdle = isIdle; }

    /// Environment variables that were used, with their values, in order of first use.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>> &usedEnvironment() const
    {
        return m_usedEnvironment;
    }
    /// A variable of the environment, noted as used; null when it is not set.
    const std::string *environmentVariable(std::string_view name);

    struct ShellCounts
    {
        int all = 0;
        int refused = 0;
        int cached = 0;
    };
    [[nodiscard]] const ShellCounts &shellCounts() const { return m_shellCounts; }
    [[nodiscard]] std::vector<std::string> takeMessages() { return std::move(m_messages); }

private:
    struct Variable
    {
        std::string value;
        Flavor flavor = Flavor::recursive;
        int beingExpanded = 0;
    };
    using Arguments = std::span<const std::string>;
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::size_t expandReference(std::string_view text, std::size_t at, std::string &out,
                                const MacroSite &site, Arguments arguments);
    void expandAll(std::string_view text, std::string &out, const MacroSite &site,
                   Arguments arguments);
    void evaluateClause(std::string_view clause, std::string &out, const MacroSite &site,
                        Arguments arguments);
    bool expandVariable(const std::string &name, Arguments arguments, std::string &out,
                        const MacroSite &site);
    bool callBuiltIn(std::string_view name, Arguments arguments, std::string &out,
                     const MacroSite &site);
    std::string runShell(const std::string &command, const MacroSite &site);
    void fail(const MacroSite &site, Saying message, Saying hint,
              const std::string &confWords = {});
    void noteRead(std::string_view name);

    const LoadOptions &m_options;
    DiagnosticSink &m_diagnostics;
    FileSyntax *m_unit = nullptr;
    TextArena *m_texts = nullptr;
    std::unordered_map<std::string, Variable, TextHash, std::equal_to<>> m_variables;
    std::vector<std::pair<std::string, std::string>> m_usedEnvironment;
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> m_usedIndex;
    std::vector<std::string> m_messages;
    std::size_t m_depth = 0;
    std::size_t m_steps = 0;
    bool m_isIdle = false;
    bool m_failed = false; ///< the expansion under way has gone wrong: unwind without more ado
    ShellCounts m_shellCounts;
};

} // namespace kconfig
