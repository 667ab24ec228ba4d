// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Faults of a tree that are no errors of the language: what is named and not there, what can never
// be, what can go wrong in some configuration.
#pragma once

#include "kconfig/diagnostic.h"
#include "kconfig/load.h"
#include "kconfig/possibility.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// A rule, as `kconf lint --rules` and SARIF show it.
struct LintRule
{
    const char *id; ///< "undefined-symbol"
    Severity severity = Severity::warning;
    const char *summary; ///< one line
    const char *help;    ///< what it means and what to do, a few sentences
    bool needsSolver = false;
};

/// All rules, in the order of their ids.
[[nodiscard]] std::span<const LintRule> lintRules();
/// The rule of that id; null when there is none.
[[nodiscard]] const LintRule *findLintRule(std::string_view id);

struct Finding
{
    const LintRule *rule = nullptr;
    Diagnostic diagnostic; ///< its severity may be below the rule's where the fault is less certain
    SymbolId symbol;       ///< what it is about; may be invalid
};

struct LintOptions
{
    /// Ids of the rules to run; empty: all.
    std::vector<std::string> rules;
    /// What decides about possibilities; null: the rules that need it are left out.
    PossibilitySolver *solver = nullptr;
    /// Told now and then what is being done.
    std::function<void(const char *stage)> progress;
    /// Polled now and then; true ends the work with what was found so far.
    std::function<bool()> cancelled;
};

struct LintReport
{
    std::vector<Finding> findings; ///< by file and line
    /// Rules that were asked for and could not run, each with the reason in words.
    std::vector<std::pair<const LintRule *, std::string>> leftOut;
    /// Findings that a comment `# kconf-lint: off=RULE,…` (or off=all) on the line before the
    /// place, or on the line itself, has silenced.
    std::size_t suppressed = 0;
};

/// Looks for faults in what a load gave; its diagnostics become findings, too. The model may be
/// incomplete.
[[nodiscard]] LintReport lint(const LoadResult &tree, const LintOptions &options);

} // namespace kconfig
