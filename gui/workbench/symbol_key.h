// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names for symbols that outlive a model: in files, and from one reading of a tree to the next.
#pragma once

#include <kconfig/configuration.h>

#include <string>

namespace kiln {

/// The symbol's name without CONFIG_; for a choice without a name, `?` and its first value's name.
/// Empty for what has neither.
[[nodiscard]] std::string symbolKey(const kconfig::Model &model, kconfig::SymbolId symbol);
/// The defined symbol with that key; invalid when the model has none.
[[nodiscard]] kconfig::SymbolId symbolOfKey(const kconfig::Model &model, const std::string &key);
/// What users call it: its name, or the prompt of a choice without one.
[[nodiscard]] std::string shownName(const kconfig::Model &model, kconfig::SymbolId symbol);
/// The same symbol in another model; invalid when that has none.
[[nodiscard]] kconfig::SymbolId symbolIn(const kconfig::Model &from, kconfig::SymbolId symbol,
                                         const kconfig::Model &to);
/// User values for another model; those of symbols it does not have are left out.
[[nodiscard]] kconfig::UserValues userValuesIn(const kconfig::Model &from,
                                               const kconfig::UserValues &values,
                                               const kconfig::Model &to);

} // namespace kiln
