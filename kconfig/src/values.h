// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Values as text: what is a number, how two compare.
#pragma once

#include "kconfig/model.h"

#include <string>
#include <string_view>

namespace kconfig {

/// Whether the text is a value of the type as .config has it ("12", "0x1f", "y").
[[nodiscard]] bool isValidValue(SymbolType type, std::string_view text);

/// The number at the start of a text in base 10 (int), 16 (hex) or as the prefix says (others), as
/// C's strtoll reads it.
[[nodiscard]] long long numberOf(std::string_view text, int base);
[[nodiscard]] int baseOf(SymbolType type, int otherwise);

/// Orders two values by the rules of the language: as numbers when both are, else as texts.
/// Negative, zero or positive.
[[nodiscard]] int compareValues(SymbolType leftType, std::string_view left, SymbolType rightType,
                                std::string_view right);
/// Whether a comparison (`=`, `!=`, `<`, …) holds for values in that order.
[[nodiscard]] Tristate holds(ExpressionKind comparison, int order);
/// The type by which a symbol takes part in comparisons: the constants y, m and n are tristates
/// since Linux 5.18; before, they were texts like any other constant.
[[nodiscard]] SymbolType comparedType(const Model &model, SymbolId id);

/// A number as a value of an int or, from its 64 bits, of a hex: "-7", "0x1f".
[[nodiscard]] std::string numberText(SymbolType type, long long number);

/// An int or hex symbol's value outside its range as the dialect brings it back to the bound: the
/// bound's own text, or in `unikraft` its number written anew.
[[nodiscard]] std::string textOfBound(Dialect dialect, SymbolType type, std::string_view boundText,
                                      long long bound);

/// What a symbol of the type has when nothing sets it: "" or, in 6.12, 0 and 0x0 for numbers.
[[nodiscard]] std::string_view emptyValue(Dialect dialect, SymbolType type);

/// With `"` around it, and a backslash before every `"` and backslash. (Not named
/// `quoted`: for a std::string argument-dependent lookup prefers std::quoted where <iomanip> is
/// read.)
[[nodiscard]] std::string quotedText(std::string_view text);

} // namespace kconfig
