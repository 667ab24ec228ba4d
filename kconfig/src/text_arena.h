// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Storage in few large pieces for what a load reads and makes: texts of files, expanded macros,
// rows of statements. Nothing in it is ever moved or freed singly.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace kconfig {

/// Keeps bytes at stable addresses for as long as it lives. Filled by one thread; what is in it may
/// be read from any.
class TextArena
{
public:
    TextArena() = default;
    TextArena(const TextArena &) = delete;
    TextArena &operator=(const TextArena &) = delete;
    ~TextArena() = default;

    /// Room for `size` bytes, not initialised. `alignment` is a power of two, 16 at most.
    char *allocate(std::size_t size, std::size_t alignment = 1)
    {
        const std::size_t padding = (alignment - m_used % alignment) % alignment;
        if (m_size - m_used < size + padding)
            return allocateInNewPiece(size);
        char *const result = m_piece + m_used + padding;
        m_used += padding + size;
        return result;
    }
    /// Takes back the last `size` bytes of the last allocation.
    void giveBack(std::size_t size) { m_used -= size; }

    /// Keeps a copy of a text and puts a NUL behind it.
    std::string_view keep(std::string_view text)
    {
        char *const place = allocate(text.size() + 1);
        if (!text.empty())
            std::memcpy(place, text.data(), text.size());
        place[text.size()] = '\0';
        return {place, text.size()};
    }
    /// Keeps a copy of a row of plain values.
    template <typename Value>
    std::span<const Value> keepRow(const std::vector<Value> &row)
    {
        static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= 16);
        if (row.empty())
            return {};
        const std::size_t size = row.size() * sizeof(Value);
        char *const place = allocate(size, alignof(Value));
        std::memcpy(place, row.data(), size);
        return {reinterpret_cast<const Value *>(place), row.size()};
    }

private:
    char *allocateInNewPiece(std::size_t size);

    std::vector<std::unique_ptr<char[]>> m_pieces;
    char *m_piece = nullptr; ///< the one being filled
    std::size_t m_size = 0;
    std::size_t m_used = 0;
};

} // namespace kconfig
