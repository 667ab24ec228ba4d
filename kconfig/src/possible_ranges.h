// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which ranges an int or hex can have in any configuration.
#pragma once

#include "kconfig/model.h"

#include <optional>
#include <string_view>
#include <vector>

namespace kconfig {

/// The ranges of an int or hex symbol when one of them is in force whenever anything gives the
/// symbol a value; nothing when it can be without, or when a bound is another option.
[[nodiscard]] std::optional<std::vector<PropertyId>> everyPossibleRange(const Model &model,
                                                                        SymbolId symbol);

/// Whether the number is within one of the ranges. \pre isValidValue()
[[nodiscard]] bool isInAnyOf(const Model &model, SymbolId symbol,
                             const std::vector<PropertyId> &ranges, std::string_view number);

/// Whether a valid int or hex fits into 64 bits (an int with its sign).
[[nodiscard]] bool fitsIn64Bits(SymbolType type, std::string_view number);

} // namespace kconfig
