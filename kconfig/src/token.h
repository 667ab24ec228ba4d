// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/source.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace kconfig {

enum class TokenKind : std::uint8_t
{
    word,
    quoted,
    keyword,
    equal,
    unequal,
    less,
    lessEqual,
    greater,
    greaterEqual,
    negation,
    conjunction,
    disjunction,
    openParenthesis,
    closeParenthesis,
    colonEqual,
    plusEqual,
    assignedText, ///< the right side of an assignment, not yet expanded
};

enum class Keyword : std::uint8_t
{
    none,
    allnoconfigY,
    boolean,
    choice,
    comment,
    config,
    defaultValue,
    defBool,
    defTristate,
    defconfigList,
    depends,
    endChoice,
    endIf,
    endMenu,
    help,
    hex,
    ifBlock,
    imply,
    integer,
    mainMenu,
    menu,
    menuConfig,
    modules,
    on,
    option,
    optional,
    prompt,
    range,
    select,
    source,
    string,
    tristate,
    visible,
};

struct Token
{
    TokenKind kind = TokenKind::word;
    Keyword keyword = Keyword::none;
    std::string_view text; ///< expanded and unescaped
    Position position;
};

/// The keyword that a word is; none for any other word.
[[nodiscard]] Keyword keywordOf(std::string_view word);
/// The keywords that can begin a line, for suggestions.
[[nodiscard]] std::span<const std::string_view> statementKeywords();

} // namespace kconfig
