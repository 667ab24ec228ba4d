// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "token.h"

#include <array>
#include <cstring>

namespace kconfig {

namespace {

constexpr unsigned bitOf(Dialect dialect)
{
    return 1U << static_cast<unsigned>(dialect);
}

constexpr unsigned inAll =
    bitOf(Dialect::unikraft) | bitOf(Dialect::linux_6_1) | bitOf(Dialect::linux_6_12);
constexpr unsigned in52 = bitOf(Dialect::unikraft);
constexpr unsigned until61 = in52 | bitOf(Dialect::linux_6_1);
constexpr unsigned inNone = 0; // words of other tools, or too new to be reserved

struct Entry
{
    std::string_view text;
    Keyword keyword = Keyword::none;
    unsigned dialects = 0; ///< that reserve it
};

constexpr std::array<Entry, 37> keywords{{
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
constexpr std::size_t places = 128;
constexpr std::size_t longest = 14;

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

constexpr Factors factors = findFactors();
static_assert(factors.first != 0, "no perfect hash: take more places");

constexpr std::array<Entry, places> table = [] {
    std::array<Entry, places> result{};
    for (const Entry &entry : keywords)
        result[placeOf(entry.text, factors)] = entry;
    return result;
}();

constexpr std::array<std::string_view, 29> starters{
    "bool",   "choice",     "comment", "config", "def_bool", "def_tristate", "default", "depends",
    "endif",  "endchoice",  "endmenu", "help",   "hex",      "if",           "imply",   "int",
    "menu",   "menuconfig", "option",  "prompt", "optional", "range",        "select",  "source",
    "string", "tristate",   "visible", "help",   "mainmenu"};

template <typename Piece>
bool samePieces(const char *a, const char *b, std::size_t size)
{
    Piece first[2];
    Piece last[2];
    std::memcpy(&first[0], a, sizeof(Piece));
    std::memcpy(&first[1], b, sizeof(Piece));
    std::memcpy(&last[0], a + size - sizeof(Piece), sizeof(Piece));
    std::memcpy(&last[1], b + size - sizeof(Piece), sizeof(Piece));
    return first[0] == first[1] && last[0] == last[1];
}

/// Compares words of the same size, 2 to 16 bytes, in two overlapping pieces.
bool sameWord(const char *a, const char *b, std::size_t size)
{
    if (size >= sizeof(std::uint64_t))
        return samePieces<std::uint64_t>(a, b, size);
    if (size >= sizeof(std::uint32_t))
        return samePieces<std::uint32_t>(a, b, size);
    return samePieces<std::uint16_t>(a, b, size);
}

} // namespace

KeywordMatch keywordOf(std::string_view word, Dialect dialect)
{
    if (word.size() < 2 || word.size() > longest)
        return {};
    const Entry &entry = table[placeOf(word, factors)];
    if (entry.text.size() != word.size() || !sameWord(entry.text.data(), word.data(), word.size()))
        return {};
    return {entry.keyword, (entry.dialects & bitOf(dialect)) != 0};
}

std::span<const std::string_view> statementKeywords()
{
    return starters;
}

} // namespace kconfig
