// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf lint: faults of a tree.

#include "commands.h"
#include "lint_report.h"
#include "tree_view.h"

#ifdef KCONF_HAS_SOLVER
#include "solver.h"
#endif

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

int listRules()
{
    for (const LintRule &rule : lintRules())
        std::printf("%s (%s)%s\n    %s.\n    %s\n", rule.id, severityName(rule.severity),
                    rule.needsSolver ? ", needs a solver" : "", rule.summary, rule.help);
    return statusFine;
}

/// The rules named by --rule=; the error is a sentence.
Expected<std::vector<std::string>, std::string> wantedRules(const CommandLine &line)
{
    std::vector<std::string> wanted;
    for (const auto &[option, value] : line.own) {
        if (option != "--rule")
            continue;
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t comma = std::min(value.find(',', at), value.size());
            std::string name = value.substr(at, comma - at);
            at = comma + 1;
            if (findLintRule(name) == nullptr)
                return Unexpected("there is no rule '" + name + "'; kconf lint --rules lists them");
            wanted.push_back(std::move(name));
        }
    }
    return wanted;
}

std::unique_ptr<PossibilitySolver> solverFor([[maybe_unused]] const LoadResult &tree)
{
#ifdef KCONF_HAS_SOLVER
    return makeSolver(tree.model);
#else
    return nullptr;
#endif
}

std::string folderOfPaths(const CommandLine &line)
{
    const auto srctree = line.environment.find("srctree");
    std::error_code error;
    std::filesystem::path folder = std::filesystem::absolute(
        srctree == line.environment.end() || srctree->second.empty() ? "." : srctree->second,
        error);
    std::string text = folder.lexically_normal().string();
    while (text.size() > 1 && text.back() == '/')
        text.pop_back();
    return text;
}

} // namespace

int runLint(CommandLine &line)
{
    if (line.has("--rules"))
        return listRules();
    const std::string form = line.value("--format").value_or(line.json ? "json" : "text");
    if (form != "text" && form != "json" && form != "sarif")
        return complain("--format takes text, json or sarif");
    const std::string severity = line.value("--severity").value_or("warning");
    if (severity != "note" && severity != "warning" && severity != "error")
        return complain("--severity takes note, warning or error");
    auto rules = wantedRules(line);
    if (!rules)
        return complain(rules.error());
    if (!findTree(line, true))
        return statusTrouble;
    if (!line.operands.empty())
        return complain("can't read the tree '" + line.operands.front() +
                        "'; name its first file, as in: kconf lint Kconfig");
    line.options.silent = true;
    Session session(line.options, line.environment);
    session.read();
    const LoadResult &tree = session.loaded();

    LintOptions options;
    options.rules = std::move(*rules);
    const bool needsSolver =
        std::any_of(lintRules().begin(), lintRules().end(), [&](const LintRule &rule) {
            return rule.needsSolver &&
                   (options.rules.empty() || std::find(options.rules.begin(), options.rules.end(),
                                                       rule.id) != options.rules.end());
        });
    const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    if (isTerminal)
        options.progress = [](const char *stage) {
            std::fprintf(stderr, "\r\033[Kkconf lint: %s …", stage);
            std::fflush(stderr);
        };
    const auto solver = needsSolver ? solverFor(tree) : nullptr;
    options.solver = solver.get();
    LintReport report = lint(tree, options);
    if (isTerminal)
        std::fputs("\r\033[K", stderr);

    const Severity least = severity == "note"      ? Severity::note
                           : severity == "warning" ? Severity::warning
                                                   : Severity::error;
    const auto hidden =
        std::remove_if(report.findings.begin(), report.findings.end(),
                       [&](const Finding &finding) { return finding.diagnostic.severity < least; });
    LintOutput output{report, tree.model->sources(),
                      static_cast<std::size_t>(report.findings.end() - hidden), folderOfPaths(line),
                      !tree.hasErrors()};
    report.findings.erase(hidden, report.findings.end());
    if (form == "text")
        writeText(output);
    else if (form == "json")
        writeJson(output);
    else
        writeSarif(output);
    // A loop is a finding like others; what is no Kconfig is trouble.
    const bool isTrouble =
        std::any_of(tree.diagnostics.begin(), tree.diagnostics.end(), [](const Diagnostic &each) {
            return each.severity == Severity::error && each.kind != DiagnosticKind::dependencyLoop;
        });
    if (isTrouble)
        return statusTrouble;
    return report.findings.empty() ? statusFine : statusFindings;
}

} // namespace kconf
