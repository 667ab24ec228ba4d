// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/dialect.h"
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
    optionalRelativeSource,
    optionalSource,
    prompt,
    range,
    relativeSource,
    select,
    source,
    string,
    transitional,
    tristate,
    visible,
};

struct Token
{
    std::string_view text; ///< expanded and unescaped
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    TokenKind kind = TokenKind::word;
    /// Of kind `word`: a keyword of another dialect, which may be a name in this one.
    Keyword keyword = Keyword::none;
};

/// A keyword of any dialect; the lexer decides by `isReserved` whether it is one here.
struct KeywordMatch
{
    Keyword keyword = Keyword::none;
    bool isReserved = false;
};

/// The keyword that a word is; none for any other word.
[[nodiscard]] KeywordMatch keywordOf(std::string_view word, Dialect dialect);
/// The keywords that can begin a line, for suggestions.
[[nodiscard]] std::span<const std::string_view> statementKeywords();

} // namespace kconfig
