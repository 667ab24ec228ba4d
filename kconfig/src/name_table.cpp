// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "name_table.h"

#include <bit>
#include <cstring>

namespace kconfig {

std::uint64_t hashOfName(std::string_view name, NameSpace space)
{
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    const char *at = name.data();
    std::size_t rest = name.size();
    std::uint64_t hash = (rest << 2U | static_cast<std::uint64_t>(space)) * factor;
    for (; rest > 8; at += 8, rest -= 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        hash = (std::rotl(hash, 23) ^ word) * factor;
    }
    std::uint64_t word = 0;
    if (name.size() >= 8) {
        std::memcpy(&word, at + rest - 8, 8); // overlaps what was taken before
    } else {
        for (std::size_t i = 0; i < rest; ++i)
            word = word << 8U | static_cast<unsigned char>(at[i]);
    }
    hash = (std::rotl(hash, 23) ^ word) * factor;
    return hash ^ hash >> 32U;
}

void NameTable::reserve(std::size_t count)
{
    if (m_used == 0)
        m_slots.assign(std::bit_ceil(std::max<std::size_t>(count * 2, 64)), 0);
}

} // namespace kconfig
