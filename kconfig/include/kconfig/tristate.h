// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The three truth values of Kconfig and their algebra (Kconfig language, "Menu dependencies").
#pragma once

#include <algorithm>
#include <cstdint>

namespace kconfig {

enum class Tristate : std::uint8_t
{
    no = 0,
    mod = 1,
    yes = 2
};

[[nodiscard]] constexpr Tristate operator&&(Tristate a, Tristate b)
{
    return std::min(a, b);
}
[[nodiscard]] constexpr Tristate operator||(Tristate a, Tristate b)
{
    return std::max(a, b);
}
[[nodiscard]] constexpr Tristate operator!(Tristate a)
{
    return static_cast<Tristate>(2 - static_cast<int>(a));
}
/// 'n', 'm' or 'y'.
[[nodiscard]] constexpr char letter(Tristate value)
{
    return "nmy"[static_cast<int>(value)];
}

} // namespace kconfig
