// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_diagnostic.h"

#include "workbench/reason_words.h"

#include <QDir>

namespace kiln {

QVector<ConfigDiagnostic> configDiagnostics(const std::vector<kconfig::Diagnostic> &diagnostics,
                                            const kconfig::SourceMap &sources,
                                            const QString &directory)
{
    const ReasonWords words;
    QVector<ConfigDiagnostic> result;
    for (const kconfig::Diagnostic &diagnostic : diagnostics) {
        ConfigDiagnostic shown;
        shown.severity = diagnostic.severity;
        if (diagnostic.position.isValid()) {
            shown.file = QDir::cleanPath(QDir(directory).absoluteFilePath(
                QString::fromStdString(std::string(sources.path(diagnostic.position.file)))));
            shown.line = int(diagnostic.position.line);
            shown.column = int(diagnostic.position.column);
        }
        shown.message = QString::fromStdString(kconfig::messageIn(diagnostic, words));
        shown.hint = QString::fromStdString(kconfig::hintIn(diagnostic, words));
        shown.text = QString::fromStdString(kconfig::format(diagnostic, sources, words));
        result.append(shown);
    }
    return result;
}

} // namespace kiln
