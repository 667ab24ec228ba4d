// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "text_arena.h"

#include <algorithm>

namespace kconfig {

char *TextArena::allocateInNewPiece(std::size_t size)
{
    constexpr std::size_t smallest = std::size_t{32} << 10U;
    constexpr std::size_t largest = std::size_t{1} << 20U;
    const std::size_t usual = std::clamp(m_size * 2, smallest, largest);
    if (size > usual / 2) {
        // A piece of its own, so that the rest of the one being filled is not lost.
        return m_pieces.emplace_back(new char[size]).get();
    }
    m_piece = m_pieces.emplace_back(new char[usual]).get();
    m_size = usual;
    m_used = size;
    return m_piece;
}

} // namespace kconfig
