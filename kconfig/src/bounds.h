// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Bounds that keep a hostile or broken tree from exhausting the stack, the memory or the patience
// of whoever opens it. Real trees stay far below (Linux: 9 levels of blocks, 60 operands).
#pragma once

#include <cstddef>

namespace kconfig::limits {

inline constexpr std::size_t blockNesting = 256;      ///< menus, ifs and choices in each other
inline constexpr std::size_t sourceNesting = 128;     ///< files in each other
inline constexpr std::size_t sourcedFiles = 200000;   ///< inclusions in one load
inline constexpr std::size_t expressionNesting = 200; ///< parentheses and `!` in each other
inline constexpr std::size_t expressionOperands = 4000;
inline constexpr std::size_t macroNesting = 1000;   ///< as conf has it
inline constexpr std::size_t macroArguments = 16;   ///< as conf has it
inline constexpr std::size_t macroOutput = 1 << 20; ///< bytes of one expansion
inline constexpr std::size_t macroSteps = 200000;   ///< references in one expansion

} // namespace kconfig::limits
