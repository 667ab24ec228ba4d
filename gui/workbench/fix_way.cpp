// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/fix_way.h"

#include "workbench/reason_words.h"

#include <kconfig/alternative_view.h>

namespace kiln {

namespace {

FixValue valueOf(const kconfig::Model &model, kconfig::SymbolId symbol, const std::string &before,
                 const std::string &after, const std::string &about)
{
    return {symbol,
            QString::fromStdString(kconfig::displayName(model, symbol, ReasonWords())),
            QString::fromStdString(before),
            QString::fromStdString(after),
            QString::fromStdString(about),
            model.symbol(symbol).type};
}

QVector<FixValue> consequences(const kconfig::Configuration &after,
                               const std::vector<kconfig::Effect> &effects,
                               const QStringList &folders)
{
    QVector<FixValue> values;
    values.reserve(qsizetype(effects.size()));
    for (const kconfig::Effect &effect : effects) {
        // An unnamed choice follows its values, which tell.
        if (after.model().symbol(effect.symbol).name.empty())
            continue;
        values.append(valueOf(after.model(), effect.symbol, effect.before, effect.after,
                              kconfig::whyEffect(after, effect, ReasonWords())));
        for (const QString &folder : folders)
            values.last().about.remove(folder + u'/');
    }
    return values;
}

} // namespace

FixWayPointer describeWay(const kconfig::Configuration &before,
                          const kconfig::Alternative &alternative, const QStringList &folders)
{
    auto way = std::make_shared<FixWay>();
    way->edits = alternative.edits;
    for (const kconfig::Edit &edit : alternative.edits) {
        const kconfig::EditView view = kconfig::viewEdit(before, edit);
        way->steps.append(valueOf(before.model(), edit.symbol, view.before,
                                  edit.value.value_or(std::string()), view.prompt));
    }
    kconfig::Configuration after = before;
    if (!kconfig::applyAll(after, alternative.edits))
        return way; // a resolver has replayed them, so this does not happen
    const kconfig::EffectGroups groups =
        kconfig::groupEffects(before.model(), alternative.effects, alternative.edits);
    way->turnedOn = consequences(after, groups.turnedOn, folders);
    way->turnedOff = consequences(after, groups.turnedOff, folders);
    way->changed = consequences(after, groups.changed, folders);
    return way;
}

FixValue presentValue(const kconfig::Configuration &configuration, kconfig::SymbolId symbol)
{
    const std::string value = configuration.value(symbol);
    const kconfig::EditView view = kconfig::viewEdit(configuration, {symbol, value});
    return valueOf(configuration.model(), symbol, value, value, view.prompt);
}

} // namespace kiln
