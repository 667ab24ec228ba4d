// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/unset_variables.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace kiln {

namespace {

QStringList unsetVariablesOf(const QString &line,
                             const std::map<std::string, std::string> &environment)
{
    static const QRegularExpression source(
        QStringLiteral("^\\s*(?:source|rsource|osource|orsource)\\b"));
    static const QRegularExpression reference(
        QStringLiteral("\\$(?:\\((\\w+)\\)|\\{(\\w+)\\}|(\\w+))"));
    QStringList names;
    if (!source.match(line).hasMatch())
        return names;
    auto match = reference.globalMatch(line);
    while (match.hasNext()) {
        const auto found = match.next();
        const QString name = found.captured(found.lastCapturedIndex());
        if (environment.count(name.toStdString()) == 0 && !names.contains(name))
            names << name;
    }
    return names;
}

} // namespace

QStringList explainUnsetVariables(std::vector<kconfig::Diagnostic> &diagnostics,
                                  const kconfig::SourceMap &sources,
                                  const std::map<std::string, std::string> &environment)
{
    QStringList all;
    for (kconfig::Diagnostic &diagnostic : diagnostics) {
        if (!diagnostic.position.isValid())
            continue;
        const auto line = sources.line(diagnostic.position.file, diagnostic.position.line);
        const QStringList names =
            unsetVariablesOf(QString::fromUtf8(line.data(), qsizetype(line.size())), environment);
        if (names.isEmpty())
            continue;
        const std::string list = names.join(QStringLiteral(", ")).toStdString();
        diagnostic.severity = kconfig::Severity::error;
        diagnostic.message += names.size() == 1 ? "; the variable " + list + " is not set"
                                                : "; the variables " + list + " are not set";
        diagnostic.hint = "set " + list + " for this project: Project > Variables, or --variable " +
                          names.constFirst().toStdString() + "=VALUE";
        all << names;
    }
    all.removeDuplicates();
    return all;
}

} // namespace kiln
