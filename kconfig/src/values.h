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

/// The number at the start of a text in base 10 (int), 16 (hex) or as the prefix says (others).
[[nodiscard]] long long numberOf(const std::string &text, int base);
[[nodiscard]] int baseOf(SymbolType type, int otherwise);

/// Orders two values by the rules of the language: as numbers when both are, else as texts.
/// Negative, zero or positive.
[[nodiscard]] int compareValues(SymbolType leftType, const std::string &left, SymbolType rightType,
                                const std::string &right);

/// With `"` around it, and a backslash before every `"` and backslash.
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace kconfig
