// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which words are keywords, and in which dialects. Every lower-case word of a tree is looked up
// here, so the look-up is a perfect hash and one comparison of sixteen bytes.
#pragma once

#include "token.h"

#include <array>
#include <bit>
#include <cstring>

namespace kconfig {

[[nodiscard]] constexpr unsigned bitOf(Dialect dialect)
{
    return 1U << static_cast<unsigned>(dialect);
}

namespace keyword_table {

inline constexpr unsigned inAll =
    bitOf(Dialect::unikraft) | bitOf(Dialect::linux_6_1) | bitOf(Dialect::linux_6_12);
inline constexpr unsigned in52 = bitOf(Dialect::unikraft);
inline constexpr unsigned until61 = in52 | bitOf(Dialect::linux_6_1);
inline constexpr unsigned inNone = 0; // words of other tools, or too new to be reserved

struct Entry
{
    std::string_view text;
    Keyword keyword = Keyword::none;
    unsigned dialects = 0; ///< that reserve it
};

inline constexpr std::array<Entry, 37> keywords{{
    {"---help---", Keyword::help, in52},
    {"allnoconfig_y", Keyword::allnoconfigY, in52},
    {"bool", Keyword::boolean, inAll},
    {"choice", Keyword::choice, inAll},
    {"comment", Keyword::comment, inAll},
    {"config", Keyword::config, inAll},
    {"def_bool", Keyword::defBool, inAll},
    {"def_tristate", Keyword::defTristate, inAll},
    {"default", Keyword::defaultValue, inAll},
    {"defconfig_list", Keyword::defconfigList, in52},
    {"depends", Keyword::depends, inAll},
    {"endchoice", Keyword::endChoice, inAll},
    {"endif", Keyword::endIf, inAll},
    {"endmenu", Keyword::endMenu, inAll},
    {"help", Keyword::help, inAll},
    {"hex", Keyword::hex, inAll},
    {"if", Keyword::ifBlock, inAll},
    {"imply", Keyword::imply, inAll},
    {"int", Keyword::integer, inAll},
    {"mainmenu", Keyword::mainMenu, inAll},
    {"menu", Keyword::menu, inAll},
    {"menuconfig", Keyword::menuConfig, inAll},
    {"modules", Keyword::modules, inAll},
    {"on", Keyword::on, inAll},
    {"option", Keyword::option, in52},
    {"optional", Keyword::optional, until61},
    {"orsource", Keyword::optionalRelativeSource, inNone},
    {"osource", Keyword::optionalSource, inNone},
    {"prompt", Keyword::prompt, inAll},
    {"range", Keyword::range, inAll},
    {"rsource", Keyword::relativeSource, inNone},
    {"select", Keyword::select, inAll},
    {"source", Keyword::source, inAll},
    {"string", Keyword::string, inAll},
    {"transitional", Keyword::transitional, inNone},
    {"tristate", Keyword::tristate, inAll},
    {"visible", Keyword::visible, inAll},
}};

// A perfect hash: factors that give every keyword a place of its own, found while compiling.
inline constexpr std::size_t places = 128;
inline constexpr std::size_t longest = 14;

struct Factors
{
    unsigned first = 0;
    unsigned last = 0;
};

constexpr std::size_t placeOf(std::string_view word, Factors factors)
{
    return (static_cast<unsigned char>(word.front()) * factors.first +
            static_cast<unsigned char>(word.back()) * factors.last + word.size()) %
           places;
}

constexpr bool separates(Factors factors)
{
    std::array<bool, places> taken{};
    for (const Entry &entry : keywords) {
        bool &place = taken[placeOf(entry.text, factors)];
        if (place)
            return false;
        place = true;
    }
    return true;
}

constexpr Factors findFactors()
{
    for (unsigned first = 1; first < places; ++first)
        for (unsigned last = 1; last < places; ++last)
            if (separates({first, last}))
                return {first, last};
    return {};
}

inline constexpr Factors factors = findFactors();
static_assert(factors.first != 0, "no perfect hash: take more places");

using WordBytes = std::array<std::uint64_t, 2>; ///< a word and NULs behind it
constexpr std::size_t wordRoom = sizeof(WordBytes);

constexpr WordBytes bytesOf(std::string_view word)
{
    std::array<char, wordRoom> bytes{};
    for (std::size_t i = 0; i < word.size(); ++i)
        bytes[i] = word[i];
    return std::bit_cast<WordBytes>(bytes);
}

struct Place
{
    WordBytes text{};
    Keyword keyword = Keyword::none;
    std::uint8_t dialects = 0;
};

inline constexpr std::array<Place, places> table = [] {
    std::array<Place, places> result{};
    for (const Entry &entry : keywords)
        result[placeOf(entry.text, factors)] = {bytesOf(entry.text), entry.keyword,
                                                static_cast<std::uint8_t>(entry.dialects)};
    return result;
}();

/// By size: what is kept of the bytes where a word begins.
inline constexpr std::array<WordBytes, longest + 1> masks = [] {
    std::array<WordBytes, longest + 1> result{};
    for (std::size_t size = 0; size <= longest; ++size)
        result[size] = bytesOf(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff"
                                                "\xff\xff\xff\xff\xff\xff\xff\xff",
                                                size));
    return result;
}();

} // namespace keyword_table

/// keywordOf() for a word behind which scanSlack bytes may be read (byte_scan.h); the word has no
/// NULs. `dialectBit` is bitOf() of the dialect.
[[nodiscard]] inline KeywordMatch keywordAt(const char *word, std::size_t size, unsigned dialectBit)
{
    using namespace keyword_table;
    if (size < 2 || size > longest)
        return {};
    const Place &place = table[placeOf({word, size}, factors)];
    WordBytes bytes;
    std::memcpy(bytes.data(), word, wordRoom);
    const WordBytes &mask = masks[size];
    if ((((bytes[0] & mask[0]) ^ place.text[0]) | ((bytes[1] & mask[1]) ^ place.text[1])) != 0)
        return {};
    return {place.keyword, (place.dialects & dialectBit) != 0};
}

} // namespace kconfig
