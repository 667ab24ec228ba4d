// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/lint.h"

#include "lint_context.h"
#include "references.h"

#include <algorithm>
#include <array>

namespace kconfig {

namespace {

constexpr std::array rules{
    LintRule{"choice-without-default", Severity::note, "a choice says no default",
             "Without a default the first value that can be seen is taken, so that reordering the "
             "values changes configurations. Name the default in the choice."},
    LintRule{"default-never-applies", Severity::warning, "a default can never apply",
             "Its condition can't hold, or an earlier default always comes first. Remove the line "
             "or correct its condition or place.",
             true},
    LintRule{"dependency-loop", Severity::error, "options depend on each other in a circle",
             "No value can be worked out for them. The notes go round the circle. A select that "
             "should be a depends on is the usual reason."},
    LintRule{"load-error", Severity::error, "the tree can't be read as it stands",
             "An error of the language; what could be read was examined all the same."},
    LintRule{"load-warning", Severity::warning, "reading the tree gave a warning",
             "The engine went on, but what it did may not be what was meant."},
    LintRule{"prompt-never-shows", Severity::warning, "a prompt can never be seen",
             "No configuration fulfils its condition, whatever the undefined symbols and macros "
             "are. The note says which conditions exclude each other.",
             true},
    LintRule{
        "select-unmet-dependency", Severity::warning,
        "a select can turn on what its dependencies forbid",
        "There is a configuration in which the select holds and the direct dependencies of its "
        "target do not. Make the selecting option depend on what the target needs, or put the "
        "condition on the select.",
        true},
    LintRule{
        "select-visible", Severity::note, "a select of a visible option with dependencies",
        "select takes no notice of dependencies, and users lose an option that they could have "
        "set. Prefer depends on or imply, or select only options without prompts."},
    LintRule{"symbol-never-on", Severity::warning, "an option can never be on",
             "Nothing can give it another value than n in any configuration. Remove it, or correct "
             "the conditions of its defaults and of the selects that name it.",
             true},
    LintRule{"type-conflict", Severity::warning, "definitions of an option differ in type",
             "The first type is used; give all definitions the same one."},
    LintRule{"undefined-symbol", Severity::warning, "an option is mentioned and not defined",
             "It is n wherever it stands. A slip of the pen, an option that has gone, or one of "
             "another architecture."},
    LintRule{"unused-definition", Severity::warning, "nothing can set an option",
             "It has no prompt and no default, and nobody selects or implies it: it is a name "
             "without a value. Remove it, or give it what is missing."},
};

/// Whether a comment on a line silences the rule.
bool isSilencedBy(std::string_view line, std::string_view rule)
{
    constexpr std::string_view marker = "kconf-lint: off=";
    const std::size_t hash = line.find('#');
    if (hash == std::string_view::npos)
        return false;
    const std::size_t at = line.find(marker, hash);
    if (at == std::string_view::npos)
        return false;
    line.remove_prefix(at + marker.size());
    line = line.substr(0, line.find_first_of(" \t"));
    while (!line.empty()) {
        const std::size_t comma = std::min(line.find(','), line.size());
        const std::string_view name = line.substr(0, comma);
        if (name == rule || name == "all")
            return true;
        line.remove_prefix(std::min(comma + 1, line.size()));
    }
    return false;
}

bool isSilenced(const SourceMap &sources, const Finding &finding)
{
    const Position &position = finding.diagnostic.position;
    if (!position.isValid() || position.line == 0)
        return false;
    if (isSilencedBy(sources.line(position.file, position.line), finding.rule->id))
        return true;
    // The line before only if it is a comment as a whole: otherwise it speaks of itself.
    if (position.line == 1)
        return false;
    const std::string_view before = sources.line(position.file, position.line - 1);
    const std::size_t first = before.find_first_not_of(" \t");
    return first != std::string_view::npos && before[first] == '#' &&
           isSilencedBy(before, finding.rule->id);
}

} // namespace

std::span<const LintRule> lintRules()
{
    return rules;
}

const LintRule *findLintRule(std::string_view id)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const LintRule &rule) { return id == rule.id; });
    return found == rules.end() ? nullptr : &*found;
}

LintContext::LintContext(const LoadResult &tree, const LintOptions &options, LintReport &report)
    : m_tree(tree)
    , m_options(options)
    , m_report(report)
{}

bool LintContext::isWanted(std::string_view rule) const
{
    return m_options.rules.empty() ||
           std::find(m_options.rules.begin(), m_options.rules.end(), rule) != m_options.rules.end();
}

Finding &LintContext::add(std::string_view rule, SymbolId symbol, Position position, Clause message,
                          Clause hint)
{
    Finding finding;
    finding.rule = findLintRule(rule);
    finding.symbol = symbol;
    finding.diagnostic.severity = finding.rule->severity;
    finding.diagnostic.position = position;
    finding.diagnostic.message = message.text();
    finding.diagnostic.hint = hint.text();
    finding.diagnostic.said = std::move(message);
    finding.diagnostic.advice = std::move(hint);
    m_report.findings.push_back(std::move(finding));
    return m_report.findings.back();
}

void LintContext::add(std::string_view rule, const Diagnostic &diagnostic)
{
    m_report.findings.push_back({findLintRule(rule), diagnostic, {}});
}

void LintContext::leaveOut(std::string_view rule, std::string reason)
{
    if (isWanted(rule))
        m_report.leftOut.emplace_back(findLintRule(rule), std::move(reason));
}

bool LintContext::hasPrompt(SymbolId id) const
{
    const auto properties = model().symbol(id).properties;
    return std::any_of(properties.begin(), properties.end(), [this](PropertyId property) {
        return model().property(property).kind == PropertyKind::prompt;
    });
}

std::vector<ExpressionId> operandsOf(const Model &model, ExpressionId id, ExpressionKind kind)
{
    std::vector<ExpressionId> operands;
    if (!id.isValid())
        return operands;
    // Rows lean to the left, but rows that were put together may also hang to the right.
    std::vector<ExpressionId> rest{id};
    while (!rest.empty()) {
        const ExpressionId at = rest.back();
        rest.pop_back();
        const Expression &node = model.expression(at);
        if (node.kind != kind) {
            operands.push_back(at);
            continue;
        }
        rest.push_back(node.right);
        rest.push_back(node.left);
    }
    return operands;
}

LintReport lint(const LoadResult &tree, const LintOptions &options)
{
    LintReport report;
    LintContext context(tree, options, report);
    lintLoadDiagnostics(context);
    context.tell("names");
    if (context.isWanted("undefined-symbol"))
        lintUndefinedSymbols(context);
    if (context.isWanted("unused-definition"))
        lintUnusedDefinitions(context);
    if (context.isWanted("choice-without-default"))
        lintChoices(context);

    std::string reason;
    const bool hasLoop =
        std::any_of(tree.diagnostics.begin(), tree.diagnostics.end(), [](const Diagnostic &each) {
            return each.kind == DiagnosticKind::dependencyLoop;
        });
    if (options.solver == nullptr)
        reason = "this kconf was built without a solver (CaDiCaL)";
    else if (hasLoop)
        reason = "the tree has a dependency loop, so that values are not defined";
    if (reason.empty()) {
        if (context.isWanted("select-unmet-dependency"))
            lintUnmetSelects(context);
        lintNever(context);
    } else {
        for (const LintRule &rule : rules)
            if (rule.needsSolver && std::string_view(rule.id) != "default-never-applies")
                context.leaveOut(rule.id, reason);
        // Part of it can be told from the text alone.
        context.leaveOut("default-never-applies",
                         reason + "; only defaults behind one without a condition were looked for");
        if (context.isWanted("default-never-applies"))
            lintShadowedDefaults(context);
    }
    if (context.isWanted("select-visible"))
        lintVisibleSelects(context);

    const SourceMap &sources = tree.model->sources();
    const auto silenced =
        std::remove_if(report.findings.begin(), report.findings.end(),
                       [&](const Finding &finding) { return isSilenced(sources, finding); });
    report.suppressed = static_cast<std::size_t>(report.findings.end() - silenced);
    report.findings.erase(silenced, report.findings.end());
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const Finding &a, const Finding &b) {
                         return isBefore(a.diagnostic.position, b.diagnostic.position);
                     });
    return report;
}

} // namespace kconfig
