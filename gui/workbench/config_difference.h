// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What differs between two configurations of one tree, told apart by what a user has set and what
// follows from it.
#pragma once

#include "workbench/problem.h"

#include <kconfig/configuration.h>

#include <QMetaType>
#include <QString>
#include <QVector>

namespace kiln {

/// An option whose line in .config differs.
struct ConfigDifference
{
    kconfig::SymbolId symbol;
    QString before; ///< value as text; empty: no line
    QString after;
    bool isByUser = false; ///< set by the user, or an effect of other differences

    friend bool operator==(const ConfigDifference &, const ConfigDifference &) = default;
};

/// The value as text; nothing where .config has no line for it.
[[nodiscard]] QString writtenValue(const kconfig::Configuration &configuration,
                                   kconfig::SymbolId symbol);

/// Whether a difference between `now` and what it was saved as is an edit of the user's, not an
/// effect of one: .config says every value, so what the user has not touched says there as here.
[[nodiscard]] bool isEditSince(const kconfig::Configuration &saved,
                               const kconfig::Configuration &now, kconfig::SymbolId symbol);

/// The difference of one symbol from what was saved. Any thread, like the next.
[[nodiscard]] ConfigDifference differenceOf(const kconfig::Configuration &saved,
                                            const kconfig::Configuration &now,
                                            kconfig::SymbolId symbol);

/// All differences from any other configuration, in the order of the menus. By the user is what the
/// minimal configurations of the two say differently. Takes tens of milliseconds on a tree of the
/// size of Linux. Any thread, as long as nobody else uses the two.
[[nodiscard]] QVector<ConfigDifference> configDifferences(const kconfig::Configuration &reference,
                                                          const kconfig::Configuration &now);

/// Sorts by where options stand in the menus.
void sortByMenu(QVector<ConfigDifference> &differences, const kconfig::Model &model);

/// The edit that gives an option the value it has in `reference`; the Problem says why none does.
[[nodiscard]] Result<kconfig::Edit> revertingEdit(const kconfig::Configuration &reference,
                                                  const kconfig::Configuration &now,
                                                  kconfig::SymbolId symbol);

} // namespace kiln

Q_DECLARE_METATYPE(kconfig::SymbolId)
