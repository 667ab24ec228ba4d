// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two people changed one configuration: what each has said is kept, where they agree or speak of
// different options.
#pragma once

#include <kconfig/configuration.h>

#include <QMetaType>
#include <QString>
#include <QVector>

#include <vector>

namespace kiln {

/// An option that both sides have changed, to different values. A choice is one option; its values
/// are the names of what is chosen.
struct MergeConflict
{
    kconfig::SymbolId symbol; ///< or the choice
    QString name;
    QString base; ///< as text; empty: it had no value
    QString mine;
    QString theirs;
    kconfig::UserValues mineValues; ///< what has to be set to get either
    kconfig::UserValues theirsValues;
};

struct ThreeWayMerge
{
    kconfig::UserValues values; ///< of all but the conflicts
    QVector<MergeConflict> conflicts;
    int fromMine = 0; ///< options that only mine, or both alike, have changed
    int fromTheirs = 0;

    /// All user values; of the conflicts those of theirs whose symbol is in `takeTheirs`, mine of
    /// the others.
    [[nodiscard]] kconfig::UserValues
    resolved(const QVector<kconfig::SymbolId> &takeTheirs = {}) const;
};

/// `base` and `theirs` are as read from a .config; all three are configurations of one model. What
/// is but an effect of an edit of mine gives way to what theirs says. Any thread, as long as nobody
/// else uses them.
[[nodiscard]] ThreeWayMerge mergeThreeWays(const kconfig::Configuration &base,
                                           const kconfig::Configuration &mine,
                                           const kconfig::Configuration &theirs);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::MergeConflict)
