// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/three_way_merge.h"

#include "workbench/symbol_key.h"

#include <kconfig/config_file.h>

#include <map>
#include <set>

namespace kiln {

namespace {

/// What a side says about an option; about a choice this is several values.
struct Said
{
    kconfig::UserValues values;
    std::string shown;

    friend bool operator==(const Said &a, const Said &b) { return a.shown == b.shown; }
};

/// By the option, or the choice it belongs to.
using Sides = std::map<std::uint32_t, Said>;

Sides sidesOf(const kconfig::Configuration &configuration)
{
    const kconfig::Model &model = configuration.model();
    Sides sides;
    for (auto &[symbol, value] : configuration.userValues()) {
        const kconfig::Symbol &declared = model.symbol(symbol);
        const bool isValue = declared.choice.isValid();
        Said &said = sides[isValue ? declared.choice.index : symbol.index];
        // Which value is chosen is all that counts, and the one set last is.
        if (isValue && value == "y")
            said.shown = std::string(declared.name);
        else if (isValue && value == "m" && said.shown.empty())
            said.shown.assign(1, 'm'); // of a literal, GCC 12 warns wrongly when it optimises
        else if (!isValue && !declared.isChoice)
            said.shown = declared.type == kconfig::SymbolType::string ? '"' + value + '"' : value;
        said.values.emplace_back(symbol, std::move(value));
    }
    return sides;
}

const Said &at(const Sides &sides, std::uint32_t option)
{
    static const Said nothing;
    const auto found = sides.find(option);
    return found == sides.end() ? nothing : found->second;
}

void append(kconfig::UserValues &to, const kconfig::UserValues &values)
{
    to.insert(to.end(), values.begin(), values.end());
}

} // namespace

kconfig::UserValues ThreeWayMerge::resolved(const QVector<kconfig::SymbolId> &takeTheirs) const
{
    kconfig::UserValues result = values;
    for (const MergeConflict &conflict : conflicts)
        append(result,
               takeTheirs.contains(conflict.symbol) ? conflict.theirsValues : conflict.mineValues);
    return result;
}

ThreeWayMerge mergeThreeWays(const kconfig::Configuration &base, const kconfig::Configuration &mine,
                             const kconfig::Configuration &theirs)
{
    kconfig::Configuration asWritten(mine.sharedModel());
    kconfig::readConfig(asWritten, kconfig::writeConfig(mine), {});
    const Sides baseSides = sidesOf(base);
    const Sides mineSides = sidesOf(mine);
    const Sides writtenSides = sidesOf(asWritten);
    const Sides theirSides = sidesOf(theirs);
    std::set<std::uint32_t> options;
    for (const Sides *sides : {&baseSides, &mineSides, &theirSides}) {
        for (const auto &[option, ignored] : *sides)
            options.insert(option);
    }
    ThreeWayMerge merge;
    for (const std::uint32_t option : options) {
        const Said &was = at(baseSides, option);
        const Said &my = at(mineSides, option);
        const Said &their = at(theirSides, option);
        // Without a user value mine says what would be written, but does not insist on it.
        const bool isSilent = my.values.empty();
        const bool isMine = !((isSilent ? at(writtenSides, option) : my) == was);
        if (my == their || their == was) {
            append(merge.values, my.values);
            merge.fromMine += isMine ? 1 : 0;
        } else if (!isMine || isSilent) {
            append(merge.values, their.values);
            ++merge.fromTheirs;
        } else {
            const kconfig::SymbolId symbol{option};
            merge.conflicts.append({symbol, QString::fromStdString(shownName(base.model(), symbol)),
                                    QString::fromStdString(was.shown),
                                    QString::fromStdString(my.shown),
                                    QString::fromStdString(their.shown), my.values, their.values});
        }
    }
    return merge;
}

} // namespace kiln
