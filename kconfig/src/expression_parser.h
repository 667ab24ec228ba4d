// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Expressions: `A && (B || !C) && D != "x"`.
#pragma once

#include "diagnostic_sink.h"
#include "syntax.h"
#include "token.h"

#include <span>

namespace kconfig {

/// Walks over the tokens of one statement.
class TokenCursor
{
public:
    TokenCursor(std::span<const Token> tokens, Position end)
        : m_tokens(tokens)
        , m_end(end)
    {}
    [[nodiscard]] bool atEnd() const { return m_tokens.empty(); }
    [[nodiscard]] bool at(TokenKind kind) const
    {
        return !m_tokens.empty() && m_tokens.front().kind == kind;
    }
    [[nodiscard]] bool at(Keyword keyword) const
    {
        return at(TokenKind::keyword) && m_tokens.front().keyword == keyword;
    }
    [[nodiscard]] const Token &token() const { return m_tokens.front(); }
    /// Where the next token stands, or where the line ends.
    [[nodiscard]] Position position() const { return atEnd() ? m_end : token().position; }
    const Token &take()
    {
        const Token &taken = m_tokens.front();
        m_tokens = m_tokens.subspan(1);
        return taken;
    }
    /// "'foo'" or "the end of the line", for messages.
    [[nodiscard]] std::string describe() const;

private:
    std::span<const Token> m_tokens;
    Position m_end;
};

/// Parses an expression up to the first token that can't continue it. An error is reported and
/// gives an invalid id.
class ExpressionParser
{
public:
    ExpressionParser(std::vector<SyntaxExpression> &arena, DiagnosticSink &diagnostics)
        : m_arena(arena)
        , m_diagnostics(diagnostics)
    {}
    SyntaxExpressionId parse(TokenCursor &cursor);
    /// A symbol or a quoted constant.
    bool operand(TokenCursor &cursor, Operand &result, bool mayBeQuoted);

private:
    SyntaxExpressionId disjunction(TokenCursor &cursor);
    SyntaxExpressionId conjunction(TokenCursor &cursor);
    SyntaxExpressionId primary(TokenCursor &cursor);
    SyntaxExpressionId add(SyntaxExpression expression);
    bool tooMuch(const TokenCursor &cursor);

    std::vector<SyntaxExpression> &m_arena;
    DiagnosticSink &m_diagnostics;
    std::size_t m_depth = 0;
    std::size_t m_operands = 0;
};

} // namespace kconfig
