// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/consequences.h"

#include <QCoreApplication>
#include <QStringList>

namespace kiln {

namespace {

constexpr int mostNames = 6;

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

/// Some names of many.
struct Names
{
    QStringList first;
    int count = 0;

    /// `name()` makes one; it is not called for what nobody will see.
    template <typename Name>
    void add(Name name)
    {
        if (++count <= mostNames)
            first << name();
    }
    [[nodiscard]] QString listed(const QString &label) const
    {
        QStringList names = first;
        if (count > mostNames)
            names << Words::tr("and %n more", nullptr, count - mostNames);
        return label.arg(names.join(QStringLiteral(", ")));
    }
};

} // namespace

void ValueWatch::take(const kconfig::Configuration &configuration)
{
    m_values.take(configuration);
}

QVector<ValueChange> ValueWatch::update(const kconfig::Configuration &configuration,
                                        const QVector<kconfig::SymbolId> &changed)
{
    QVector<ValueChange> changes;
    for (const kconfig::SymbolId symbol : changed) {
        if (!m_values.differs(configuration, symbol))
            continue;
        changes.append(
            {symbol, m_values.text(configuration, symbol), valueText(configuration, symbol)});
        m_values.update(configuration, symbol);
    }
    return changes;
}

QString consequencesText(const kconfig::Configuration &configuration,
                         const QVector<ValueChange> &changes, kconfig::SymbolId touched)
{
    QString first;
    Names on;
    Names off;
    Names other;
    for (const ValueChange &change : changes) {
        const kconfig::Symbol &symbol = configuration.model().symbol(change.symbol);
        if (symbol.isChoice || symbol.name.empty())
            continue;
        const auto name = [&symbol] {
            return QString::fromUtf8(symbol.name.data(), qsizetype(symbol.name.size()));
        };
        if (change.symbol == touched) {
            first = QStringLiteral("%1: %2").arg(
                name(), change.after.isEmpty() ? Words::tr("no value") : change.after);
            continue;
        }
        const bool isBoolean = symbol.type == kconfig::SymbolType::boolean ||
                               symbol.type == kconfig::SymbolType::tristate;
        if (isBoolean && change.after == QLatin1String("n"))
            off.add(name);
        else if (isBoolean)
            on.add([&] {
                const QString why = originWord(configuration.origin(change.symbol).origin);
                return why.isEmpty() ? name() : QStringLiteral("%1 (%2)").arg(name(), why);
            });
        else if (!change.after.isEmpty())
            other.add([&] { return QStringLiteral("%1 = %2").arg(name(), change.after); });
    }
    QStringList parts;
    if (on.count > 0)
        parts << on.listed(first.isEmpty() ? Words::tr("turned on: %1")
                                           : Words::tr("also turned on: %1"));
    if (off.count > 0)
        parts << off.listed(first.isEmpty() ? Words::tr("turned off: %1")
                                            : Words::tr("also turned off: %1"));
    if (other.count > 0)
        parts << other.listed(first.isEmpty() ? Words::tr("set: %1") : Words::tr("also set: %1"));
    const QString rest = parts.join(QStringLiteral("; "));
    if (first.isEmpty())
        return rest;
    return rest.isEmpty() ? first : QStringLiteral("%1 · %2").arg(first, rest);
}

} // namespace kiln
