// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "keywords.h"

namespace kconfig {

namespace {

constexpr std::array<std::string_view, 29> starters{
    "bool",   "choice",     "comment", "config", "def_bool", "def_tristate", "default", "depends",
    "endif",  "endchoice",  "endmenu", "help",   "hex",      "if",           "imply",   "int",
    "menu",   "menuconfig", "option",  "prompt", "optional", "range",        "select",  "source",
    "string", "tristate",   "visible", "help",   "mainmenu"};

} // namespace

KeywordMatch keywordOf(std::string_view word, Dialect dialect)
{
    // A copy, as nothing may be read behind the word.
    std::array<char, keyword_table::wordRoom> bytes{};
    if (word.size() > keyword_table::longest)
        return {};
    word.copy(bytes.data(), word.size());
    return keywordAt(bytes.data(), word.size(), bitOf(dialect));
}

std::span<const std::string_view> statementKeywords()
{
    return starters;
}

} // namespace kconfig
