// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Finding symbols by their names. Symbols, constants and choices have a space of names each: a
// symbol A, a constant "A" and a choice A are three different things.
#pragma once

#include "kconfig/model.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace kconfig {

enum class NameSpace : std::uint8_t
{
    symbols,
    constants,
    choices
};

/// The bytes of a name of less than 8, in one word that no other name of the same length has.
[[nodiscard]] inline std::uint64_t shortNameWord(std::string_view name)
{
    const char *at = name.data();
    const std::size_t size = name.size();
    if (size >= 4) { // two halves, which may overlap
        std::uint32_t first;
        std::uint32_t last;
        std::memcpy(&first, at, 4);
        std::memcpy(&last, at + size - 4, 4);
        return std::uint64_t{first} << 32U | last;
    }
    if (size == 0)
        return 0;
    const auto byte = [at](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(at[i])};
    };
    return byte(0) << 16U | byte(size / 2) << 8U | byte(size - 1);
}

/// Spreads a name and its space over 64 bits.
[[nodiscard]] inline std::uint64_t hashOfName(std::string_view name, NameSpace space)
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
    std::uint64_t word;
    if (name.size() >= 8)
        std::memcpy(&word, at + rest - 8, 8); // overlaps what was taken before
    else
        word = shortNameWord(name);
    hash = (std::rotl(hash, 23) ^ word) * factor;
    return hash ^ hash >> 32U;
}

/// The same for the keys of other tables, where the library's own is slower.
struct TextHash
{
    [[nodiscard]] std::size_t operator()(std::string_view text) const
    {
        return static_cast<std::size_t>(hashOfName(text, NameSpace::symbols));
    }
};

/// Whether two names are the same.
[[nodiscard]] inline bool isSameName(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    const auto word = [](const char *at) {
        std::uint64_t bytes;
        std::memcpy(&bytes, at, 8);
        return bytes;
    };
    if (a.size() < 8) {
        const auto half = [](const char *at) {
            std::uint32_t bytes;
            std::memcpy(&bytes, at, 4);
            return bytes;
        };
        if (a.size() >= 4) // two halves, which may overlap
            return half(a.data()) == half(b.data()) &&
                   half(a.data() + a.size() - 4) == half(b.data() + a.size() - 4);
        for (std::size_t i = 0; i < a.size(); ++i)
            if (a[i] != b[i])
                return false;
        return true;
    }
    const std::size_t last = a.size() - 8; // the last word overlaps the one before it
    for (std::size_t i = 0; i < last; i += 8)
        if (word(a.data() + i) != word(b.data() + i))
            return false;
    return word(a.data() + last) == word(b.data() + last);
}

/// Which space a symbol's name stands in.
template <typename AnySymbol>
[[nodiscard]] NameSpace nameSpaceOf(const AnySymbol &symbol)
{
    if (symbol.isChoice)
        return NameSpace::choices;
    return symbol.isConstant ? NameSpace::constants : NameSpace::symbols;
}

/// An open-addressing table of indices into an array of symbols, which it is handed for every look.
/// A slot is two numbers: an index + 1, 0 in an empty one, and a tag of the name, so that the names
/// of other symbols need not be fetched from memory. At most half of the slots are in use.
class NameTable
{
public:
    /// Where a name is, or belongs.
    struct Place
    {
        std::size_t slot;
        std::uint32_t tag;
    };

    /// Makes room for so many names.
    void reserve(std::size_t count);

    /// The slot that holds the name, or the empty one where it belongs.
    template <typename Symbols>
    [[nodiscard]] Place find(std::string_view name, NameSpace space, const Symbols &symbols) const
    {
        return find(m_slots, name, space, symbols);
    }
    /// What is in a slot: the index of a symbol + 1, or 0.
    [[nodiscard]] std::uint32_t entry(Place place) const { return m_slots[place.slot * 2]; }
    /// Fills an empty slot. The symbol must be among `symbols` already.
    template <typename Symbols>
    void add(Place place, std::uint32_t entry, const Symbols &symbols)
    {
        fill(place, entry);
        if (++m_used * 4 <= m_slots.size())
            return;
        std::vector<std::uint32_t> old(m_slots.size() * 2, 0);
        old.swap(m_slots);
        for (std::size_t i = 0; i < old.size(); i += 2) {
            if (old[i] == 0)
                continue;
            const auto &symbol = symbols[old[i] - 1];
            fill(find(symbol.name, nameSpaceOf(symbol), symbols), old[i]);
        }
    }
    [[nodiscard]] std::vector<std::uint32_t> take() { return std::move(m_slots); }

    /// The entry of a name in a table's slots, which must not be empty; 0 when it is not there.
    template <typename Symbols>
    [[nodiscard]] static std::uint32_t entryOf(const std::vector<std::uint32_t> &slots,
                                               std::string_view name, NameSpace space,
                                               const Symbols &symbols)
    {
        return slots[find(slots, name, space, symbols).slot * 2];
    }

private:
    template <typename Symbols>
    [[nodiscard]] static Place find(const std::vector<std::uint32_t> &slots, std::string_view name,
                                    NameSpace space, const Symbols &symbols)
    {
        const std::size_t mask = slots.size() / 2 - 1;
        const std::uint64_t hash = hashOfName(name, space);
        const auto tag = static_cast<std::uint32_t>(hash >> 32U);
        std::size_t at = hash & mask;
        for (; slots[at * 2] != 0; at = (at + 1) & mask) {
            if (slots[at * 2 + 1] != tag)
                continue;
            const auto &symbol = symbols[slots[at * 2] - 1];
            if (isSameName(symbol.name, name) && nameSpaceOf(symbol) == space)
                break;
        }
        return {at, tag};
    }
    void fill(Place place, std::uint32_t entry)
    {
        m_slots[place.slot * 2] = entry;
        m_slots[place.slot * 2 + 1] = place.tag;
    }

    std::vector<std::uint32_t> m_slots = std::vector<std::uint32_t>(128, 0);
    std::size_t m_used = 0;
};

} // namespace kconfig
