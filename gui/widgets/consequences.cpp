// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/consequences.h"

#include <QCoreApplication>
#include <QStringList>

namespace kiln {

namespace {

constexpr qsizetype mostNames = 6;

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

QString originWord(kconfig::Origin origin)
{
    switch (origin) {
    case kconfig::Origin::selected:
        return Words::tr("selected");
    case kconfig::Origin::implied:
        return Words::tr("implied");
    case kconfig::Origin::defaultValue:
        return Words::tr("default");
    case kconfig::Origin::choice:
        return Words::tr("choice");
    case kconfig::Origin::none:
    case kconfig::Origin::user:
    case kconfig::Origin::constant:
        break;
    }
    return {};
}

QString listed(const QString &label, QStringList names)
{
    const qsizetype more = names.size() - mostNames;
    if (more > 0) {
        names = names.mid(0, mostNames);
        names << Words::tr("and %n more", nullptr, int(more));
    }
    return label.arg(names.join(QStringLiteral(", ")));
}

} // namespace

void ValueWatch::take(const kconfig::Configuration &configuration)
{
    const auto count = configuration.model().symbols().size();
    m_values.resize(count);
    for (std::uint32_t i = 0; i < count; ++i)
        m_values[i] = configuration.value(kconfig::SymbolId{i});
}

QVector<ValueChange> ValueWatch::update(const kconfig::Configuration &configuration,
                                        const QVector<kconfig::SymbolId> &changed)
{
    QVector<ValueChange> changes;
    for (const kconfig::SymbolId symbol : changed) {
        std::string &before = m_values[symbol.index];
        std::string after = configuration.value(symbol);
        if (after == before)
            continue;
        changes.append({symbol, QString::fromStdString(before), QString::fromStdString(after)});
        before = std::move(after);
    }
    return changes;
}

QString consequencesText(const kconfig::Configuration &configuration,
                         const QVector<ValueChange> &changes, kconfig::SymbolId touched)
{
    QString first;
    QStringList on;
    QStringList off;
    QStringList other;
    for (const ValueChange &change : changes) {
        const kconfig::Symbol &symbol = configuration.model().symbol(change.symbol);
        if (symbol.isChoice || symbol.name.empty())
            continue;
        const QString name = QString::fromStdString(std::string(symbol.name));
        if (change.symbol == touched) {
            first = QStringLiteral("%1: %2").arg(
                name, change.after.isEmpty() ? Words::tr("no value") : change.after);
            continue;
        }
        const bool isBoolean = symbol.type == kconfig::SymbolType::boolean ||
                               symbol.type == kconfig::SymbolType::tristate;
        const QString why = originWord(configuration.origin(change.symbol).origin);
        const QString reasoned = why.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, why);
        if (isBoolean && change.after == QLatin1String("n"))
            off << name;
        else if (isBoolean)
            on << reasoned;
        else if (!change.after.isEmpty())
            other << QStringLiteral("%1 = %2").arg(name, change.after);
    }
    QStringList parts;
    if (!on.isEmpty())
        parts << listed(
            first.isEmpty() ? Words::tr("turned on: %1") : Words::tr("also turned on: %1"), on);
    if (!off.isEmpty())
        parts << listed(
            first.isEmpty() ? Words::tr("turned off: %1") : Words::tr("also turned off: %1"), off);
    if (!other.isEmpty())
        parts << listed(first.isEmpty() ? Words::tr("set: %1") : Words::tr("also set: %1"), other);
    const QString rest = parts.join(QStringLiteral("; "));
    if (first.isEmpty())
        return rest;
    return rest.isEmpty() ? first : QStringLiteral("%1 · %2").arg(first, rest);
}

} // namespace kiln
