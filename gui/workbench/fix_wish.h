// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a user can wish of an option.
#pragma once

#include <kconfig/resolve.h>

#include <QString>
#include <QVector>

namespace kiln {

/// A wish to choose from a list.
struct WishEntry
{
    QString text; ///< "y", or the prompt of a choice's value
    kconfig::Wish wish;
};

/// All there is to wish of a bool, a tristate or a choice, by and large: whether it can come true
/// is another question. Empty for numbers and texts, which are typed.
[[nodiscard]] QVector<WishEntry> wishEntries(const kconfig::Configuration &configuration,
                                             kconfig::SymbolId symbol);

/// What a user most probably wishes of an option that can't be had: the other truth value, another
/// value of a choice. Of a number or text the value it has.
[[nodiscard]] kconfig::Wish suggestedWish(const kconfig::Configuration &configuration,
                                          kconfig::SymbolId symbol);

/// "NET=y".
[[nodiscard]] QString wishText(const kconfig::Model &model, const kconfig::Wish &wish);

} // namespace kiln
