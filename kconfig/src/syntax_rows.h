// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Rows of plain values that are written where they stay, so that a parse copies nothing.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

namespace kconfig {

/// Holds rows one behind the other in large pieces; the last row can grow. A finished row stays
/// where it is for as long as the builder lives.
template <typename Value>
class RowBuilder
{
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value> &&
                  alignof(Value) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);

public:
    void push_back(const Value &value)
    {
        if (m_end == m_limit)
            grow();
        ::new (static_cast<void *>(m_end)) Value(value);
        ++m_end;
    }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_end - m_begin); }
    [[nodiscard]] const Value &operator[](std::size_t index) const { return m_begin[index]; }
    /// The row so far; it stays as it is in memory when the row grows.
    [[nodiscard]] std::span<const Value> row() const { return {m_begin, size()}; }
    /// Ends the row; what comes is another one.
    std::span<const Value> finish()
    {
        const std::span<const Value> row(m_begin, size());
        m_begin = m_end;
        return row;
    }

private:
    // Out of line, so that what calls push_back() for every line of a tree stays small.
    [[gnu::noinline]] void grow()
    {
        constexpr std::size_t smallest = 256;
        constexpr std::size_t largest = 8192;
        const std::size_t used = size();
        std::size_t room = m_room == 0 ? smallest : m_room < largest ? m_room * 2 : largest;
        while (room < used * 2)
            room *= 2;
        m_pieces.emplace_back(new std::byte[room * sizeof(Value)]);
        auto *const place = reinterpret_cast<Value *>(m_pieces.back().get());
        if (used > 0)
            std::memcpy(static_cast<void *>(place), m_begin, used * sizeof(Value));
        m_room = room;
        m_begin = place;
        m_end = place + used;
        m_limit = place + room;
    }

    std::vector<std::unique_ptr<std::byte[]>> m_pieces;
    Value *m_begin = nullptr;
    Value *m_end = nullptr;
    Value *m_limit = nullptr;
    std::size_t m_room = 0; ///< of the last piece
};

} // namespace kconfig
