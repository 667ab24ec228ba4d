// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_lint.h"

#include "workbench/reason_words.h"

#include <kconfig/lint.h>
#ifdef KILN_HAS_SOLVER
#include <solver.h>
#endif

namespace kiln {

namespace {

std::unique_ptr<kconfig::PossibilitySolver>
solverFor([[maybe_unused]] const std::shared_ptr<const kconfig::Model> &model)
{
#ifdef KILN_HAS_SOLVER
    return kconfig::makeSolver(model);
#else
    return nullptr;
#endif
}

} // namespace

QVector<ConfigDiagnostic> lintConfiguration(const std::shared_ptr<const kconfig::Model> &model,
                                            const QString &directory,
                                            const std::function<bool()> &cancelled)
{
    kconfig::LoadResult tree;
    tree.model = model;
    const auto solver = solverFor(model);
    kconfig::LintOptions options;
    options.solver = solver.get();
    options.cancelled = cancelled;
    const kconfig::LintReport report = kconfig::lint(tree, options);
    std::vector<kconfig::Diagnostic> diagnostics;
    diagnostics.reserve(report.findings.size());
    for (const kconfig::Finding &finding : report.findings)
        diagnostics.push_back(finding.diagnostic);
    QVector<ConfigDiagnostic> remarks = configDiagnostics(diagnostics, model->sources(), directory);
    for (qsizetype i = 0; i < remarks.size() && i < qsizetype(report.findings.size()); ++i) {
        const kconfig::LintRule *rule = report.findings[std::size_t(i)].rule;
        if (!rule)
            continue;
        const QString help = QString::fromStdString(ReasonWords().pattern(rule->help));
        remarks[i].hint += (remarks[i].hint.isEmpty() ? QString() : QStringLiteral("\n")) + help;
    }
    return remarks;
}

} // namespace kiln
