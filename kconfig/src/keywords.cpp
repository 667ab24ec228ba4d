// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "token.h"

#include <algorithm>
#include <array>

namespace kconfig {

namespace {

struct Entry
{
    std::string_view text;
    Keyword keyword;
};

constexpr std::array<Entry, 33> keywords{{
    {"---help---", Keyword::help},
    {"allnoconfig_y", Keyword::allnoconfigY},
    {"bool", Keyword::boolean},
    {"choice", Keyword::choice},
    {"comment", Keyword::comment},
    {"config", Keyword::config},
    {"def_bool", Keyword::defBool},
    {"def_tristate", Keyword::defTristate},
    {"default", Keyword::defaultValue},
    {"defconfig_list", Keyword::defconfigList},
    {"depends", Keyword::depends},
    {"endchoice", Keyword::endChoice},
    {"endif", Keyword::endIf},
    {"endmenu", Keyword::endMenu},
    {"help", Keyword::help},
    {"hex", Keyword::hex},
    {"if", Keyword::ifBlock},
    {"imply", Keyword::imply},
    {"int", Keyword::integer},
    {"mainmenu", Keyword::mainMenu},
    {"menu", Keyword::menu},
    {"menuconfig", Keyword::menuConfig},
    {"modules", Keyword::modules},
    {"on", Keyword::on},
    {"option", Keyword::option},
    {"optional", Keyword::optional},
    {"prompt", Keyword::prompt},
    {"range", Keyword::range},
    {"select", Keyword::select},
    {"source", Keyword::source},
    {"string", Keyword::string},
    {"tristate", Keyword::tristate},
    {"visible", Keyword::visible},
}};
static_assert(std::is_sorted(keywords.begin(), keywords.end(),
                             [](const Entry &a, const Entry &b) { return a.text < b.text; }));

constexpr std::array<std::string_view, 29> starters{
    "bool",   "choice",     "comment", "config", "def_bool", "def_tristate", "default", "depends",
    "endif",  "endchoice",  "endmenu", "help",   "hex",      "if",           "imply",   "int",
    "menu",   "menuconfig", "option",  "prompt", "optional", "range",        "select",  "source",
    "string", "tristate",   "visible", "help",   "mainmenu"};

} // namespace

Keyword keywordOf(std::string_view word)
{
    // Symbols are upper case nearly always: this sorts them out at a glance.
    if (word.size() < 2 || word.size() > 14 || word[0] < '-' || (word[0] >= 'A' && word[0] <= 'Z'))
        return Keyword::none;
    const auto found = std::lower_bound(
        keywords.begin(), keywords.end(), word,
        [](const Entry &entry, std::string_view text) { return entry.text < text; });
    return found != keywords.end() && found->text == word ? found->keyword : Keyword::none;
}

std::span<const std::string_view> statementKeywords()
{
    return starters;
}

} // namespace kconfig
