// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/unset_variables.h"

#include "workbench/reason_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace kiln {

namespace {

class UnsetVariables
{
    Q_DECLARE_TR_FUNCTIONS(UnsetVariables)
};

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
        const QString list = names.join(QStringLiteral(", "));
        const QString message =
            QString::fromStdString(kconfig::messageIn(diagnostic, ReasonWords()));
        diagnostic.severity = kconfig::Severity::error;
        diagnostic.message =
            (names.size() == 1 ? UnsetVariables::tr("%1; the variable %2 is not set")
                               : UnsetVariables::tr("%1; the variables %2 are not set"))
                .arg(message, list)
                .toStdString();
        diagnostic.hint =
            UnsetVariables::tr(
                "set %1 for this project: Project > Variables, or --variable %2=VALUE")
                .arg(list, names.constFirst())
                .toStdString();
        diagnostic.said = {}; // both are in the language of the program now
        diagnostic.advice = {};
        all << names;
    }
    all.removeDuplicates();
    return all;
}

} // namespace kiln
