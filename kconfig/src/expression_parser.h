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
    /// `end` is where the line ends; it has to stay while the cursor is used.
    TokenCursor(const Token *first, const Token *last, const Position &end)
        : m_next(first)
        , m_last(last)
        , m_end(end)
    {}
    [[nodiscard]] bool atEnd() const { return m_next == m_last; }
    [[nodiscard]] bool at(TokenKind kind) const { return !atEnd() && m_next->kind == kind; }
    [[nodiscard]] bool at(Keyword keyword) const
    {
        return at(TokenKind::keyword) && m_next->keyword == keyword;
    }
    [[nodiscard]] const Token &token() const { return *m_next; }
    /// Where the next token stands, or where the line ends.
    [[nodiscard]] Position position() const { return atEnd() ? m_end : positionOf(token()); }
    [[nodiscard]] Position positionOf(const Token &token) const
    {
        return {m_end.file, token.line, token.column};
    }
    const Token &take() { return *m_next++; }
    /// Whether nothing, or a keyword, stands behind the next token.
    [[nodiscard]] bool isLastOrBeforeKeyword() const
    {
        return m_next + 1 == m_last || m_next[1].kind == TokenKind::keyword;
    }
    /// "'foo'" or "the end of the line", for messages.
    [[nodiscard]] Clause describe() const;

private:
    const Token *m_next;
    const Token *m_last;
    const Position &m_end;
};

/// A token as an operand.
[[nodiscard]] inline Operand operandOf(const Token &token)
{
    constexpr std::uint32_t widest = UINT32_MAX >> 1U;
    return {token.text, token.line, token.column < widest ? token.column : widest,
            token.kind == TokenKind::quoted};
}

/// Parses an expression up to the first token that can't continue it. An error is reported and
/// gives an invalid id.
class ExpressionParser
{
public:
    explicit ExpressionParser(DiagnosticSink &diagnostics)
        : m_diagnostics(diagnostics)
    {}
    /// Where nodes go from now on.
    void writeTo(RowBuilder<SyntaxExpression> &nodes) { m_nodes = &nodes; }
    SyntaxExpressionId parse(TokenCursor &cursor)
    {
        // A lone symbol is what most conditions are.
        if (cursor.at(TokenKind::word) && cursor.isLastOrBeforeKeyword())
            return add(operandOf(cursor.take()), ExpressionKind::symbol);
        return parseAny(cursor);
    }
    /// A symbol or a quoted constant.
    bool operand(TokenCursor &cursor, Operand &result, bool mayBeQuoted)
    {
        if (!cursor.at(TokenKind::word) && !(mayBeQuoted && cursor.at(TokenKind::quoted)))
            return reportOperand(cursor);
        result = operandOf(cursor.take());
        return true;
    }
    /// Two operands as leaves, one behind the other; the id is of the first.
    SyntaxExpressionId pair(TokenCursor &cursor);

private:
    SyntaxExpressionId parseAny(TokenCursor &cursor);
    SyntaxExpressionId disjunction(TokenCursor &cursor);
    SyntaxExpressionId conjunction(TokenCursor &cursor);
    SyntaxExpressionId primary(TokenCursor &cursor);
    SyntaxExpressionId closed(TokenCursor &cursor, SyntaxExpressionId inner, const Position &open);
    SyntaxExpressionId add(const Operand &operand, ExpressionKind kind,
                           SyntaxExpressionId left = {})
    {
        m_nodes->push_back({operand, left, kind});
        return SyntaxExpressionId{static_cast<std::uint32_t>(m_nodes->size() - 1)};
    }
    bool reportOperand(const TokenCursor &cursor);
    void reportTooMuch(const TokenCursor &cursor);

    RowBuilder<SyntaxExpression> *m_nodes = nullptr;
    DiagnosticSink &m_diagnostics;
    std::size_t m_depth = 0;
    std::size_t m_operands = 0;
};

} // namespace kconfig
