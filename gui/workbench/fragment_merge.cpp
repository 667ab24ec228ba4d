// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/fragment_merge.h"

#include "workbench/config_difference.h"
#include "workbench/dot_config.h"
#include "workbench/reason_words.h"

#include <kconfig/config_file.h>
#include <kconfig/explain.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FragmentMerge)
};

using kconfig::Configuration;
using kconfig::SymbolId;

/// Whether an option has the value a line asks for. Off is also what has no line.
bool hasValue(const Configuration &configuration, SymbolId symbol, const QString &wanted)
{
    if (wanted == QLatin1String("n"))
        return configuration.tristate(symbol) == kconfig::Tristate::no;
    if (QString::fromStdString(configuration.value(symbol)) == wanted)
        return configuration.isWritten(symbol);
    if (configuration.model().symbol(symbol).type != kconfig::SymbolType::hex)
        return false;
    bool ok = false;
    bool okToo = false;
    return wanted.toULongLong(&ok, 16) ==
               QString::fromStdString(configuration.value(symbol)).toULongLong(&okToo, 16) &&
           ok && okToo;
}

QString reason(const Configuration &configuration, const FragmentRemark &remark)
{
    if (!remark.symbol.isValid())
        return Words::tr("the tree has no option of that name");
    if (const std::string why = kconfig::whyFixed(configuration, remark.symbol, ReasonWords());
        !why.empty())
        return QString::fromStdString(why);
    if (const auto range = configuration.range(remark.symbol))
        return Words::tr("it must be from %1 to %2")
            .arg(QString::fromStdString(range->low), QString::fromStdString(range->high));
    if (configuration.model().symbol(remark.symbol).choice.isValid())
        return Words::tr("another value of its choice is chosen");
    return Words::tr("%1 is no value it can have now").arg(remark.wanted);
}

} // namespace

FragmentReport mergeFragment(Configuration &configuration, const QByteArray &text,
                             const QString &file)
{
    const kconfig::Model &model = configuration.model();
    FragmentReport report;
    QVector<FragmentRemark> remarks;
    QVector<bool> wasSet;
    for (const DotConfigLine &line : dotConfigLines(text)) {
        FragmentRemark remark;
        remark.name = line.name;
        remark.wanted = line.value;
        remark.line = line.number;
        const SymbolId symbol = model.find(line.name.toStdString());
        bool set = false;
        if (symbol.isValid() && model.symbol(symbol).isDefined()) {
            remark.symbol = symbol;
            remark.before = writtenValue(configuration, symbol);
            set = configuration.userValue(symbol).has_value();
        }
        remarks.append(remark);
        wasSet.append(set);
    }
    const auto read = kconfig::mergeConfig(configuration, text.toStdString(), file.toStdString());
    report.diagnostics =
        configDiagnostics(read.diagnostics, read.sources, QFileInfo(file).absolutePath());
    report.lines = int(remarks.size());
    for (qsizetype i = 0; i < remarks.size(); ++i) {
        FragmentRemark &remark = remarks[i];
        if (!remark.symbol.isValid()) {
            if (remark.wanted != QLatin1String("n")) {
                remark.why = reason(configuration, remark);
                report.ineffective.append(remark);
            }
            continue;
        }
        remark.now = writtenValue(configuration, remark.symbol);
        if (!hasValue(configuration, remark.symbol, remark.wanted)) {
            remark.why = reason(configuration, remark);
            report.ineffective.append(remark);
        } else if (wasSet[i] && remark.before != remark.now) {
            report.overridden.append(remark);
        }
    }
    return report;
}

} // namespace kiln
