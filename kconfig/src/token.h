// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/dialect.h"
#include "kconfig/source.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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

/// The tokens of one statement; keeps its room from one to the next.
class TokenRow
{
public:
    /// A new token at the end, to be filled in.
    Token &add()
    {
        if (m_next == m_limit)
            grow();
        return *m_next++;
    }
    void removeLast() { --m_next; }
    void clear() { m_next = m_tokens.data(); }
    [[nodiscard]] bool isEmpty() const { return m_next == m_tokens.data(); }
    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(m_next - m_tokens.data());
    }
    [[nodiscard]] const Token &operator[](std::size_t index) const { return m_tokens[index]; }
    [[nodiscard]] const Token *begin() const { return m_tokens.data(); }
    [[nodiscard]] const Token *end() const { return m_next; }
    [[nodiscard]] std::span<const Token> from(std::size_t index) const
    {
        return {m_tokens.data() + index, size() - index};
    }

private:
    void grow()
    {
        const std::size_t used = size();
        m_tokens.resize(used * 2 + 16);
        m_next = m_tokens.data() + used;
        m_limit = m_tokens.data() + m_tokens.size();
    }

    std::vector<Token> m_tokens;
    Token *m_next = nullptr;
    Token *m_limit = nullptr;
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
