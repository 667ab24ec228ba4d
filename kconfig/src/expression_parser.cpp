// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "expression_parser.h"

#include "bounds.h"

#include <optional>

namespace kconfig {

namespace {

std::optional<ExpressionKind> comparisonOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::equal:
        return ExpressionKind::equal;
    case TokenKind::unequal:
        return ExpressionKind::unequal;
    case TokenKind::less:
        return ExpressionKind::less;
    case TokenKind::lessEqual:
        return ExpressionKind::lessEqual;
    case TokenKind::greater:
        return ExpressionKind::greater;
    case TokenKind::greaterEqual:
        return ExpressionKind::greaterEqual;
    default:
        return std::nullopt;
    }
}

} // namespace

std::string TokenCursor::describe() const
{
    if (atEnd())
        return "the line ends";
    std::string text(token().text.substr(0, 40));
    return at(TokenKind::keyword) ? "there is the keyword '" + text + "'"
                                  : "there is '" + text + "'";
}

SyntaxExpressionId ExpressionParser::add(SyntaxExpression expression)
{
    m_arena.push_back(expression);
    return SyntaxExpressionId{static_cast<std::uint32_t>(m_arena.size() - 1)};
}

bool ExpressionParser::tooMuch(const TokenCursor &cursor)
{
    if (m_depth <= limits::expressionNesting && m_operands <= limits::expressionOperands)
        return false;
    m_diagnostics.error(cursor.position(), "this expression is too large",
                        "give parts of it a name with a symbol of its own (def_bool)");
    return true;
}

SyntaxExpressionId ExpressionParser::parse(TokenCursor &cursor)
{
    m_depth = 0;
    m_operands = 0;
    return disjunction(cursor);
}

SyntaxExpressionId ExpressionParser::disjunction(TokenCursor &cursor)
{
    SyntaxExpressionId left = conjunction(cursor);
    while (left.isValid() && cursor.at(TokenKind::disjunction)) {
        const Position position = cursor.take().position;
        const SyntaxExpressionId right = conjunction(cursor);
        if (!right.isValid())
            return right;
        left = add({ExpressionKind::disjunction, left, right, {}, {}, position});
    }
    return left;
}

SyntaxExpressionId ExpressionParser::conjunction(TokenCursor &cursor)
{
    SyntaxExpressionId left = primary(cursor);
    while (left.isValid() && cursor.at(TokenKind::conjunction)) {
        const Position position = cursor.take().position;
        const SyntaxExpressionId right = primary(cursor);
        if (!right.isValid())
            return right;
        left = add({ExpressionKind::conjunction, left, right, {}, {}, position});
    }
    return left;
}

SyntaxExpressionId ExpressionParser::primary(TokenCursor &cursor)
{
    ++m_operands;
    ++m_depth;
    SyntaxExpressionId result;
    if (tooMuch(cursor)) {
        // reported
    } else if (cursor.at(TokenKind::negation)) {
        const Position position = cursor.take().position;
        const SyntaxExpressionId inner = primary(cursor);
        if (inner.isValid())
            result = add({ExpressionKind::negation, inner, {}, {}, {}, position});
    } else if (cursor.at(TokenKind::openParenthesis)) {
        const Position open = cursor.take().position;
        result = disjunction(cursor);
        if (result.isValid()) {
            if (cursor.at(TokenKind::closeParenthesis)) {
                cursor.take();
            } else {
                m_diagnostics.add({Severity::error,
                                   cursor.position(),
                                   "expected ')', but " + cursor.describe(),
                                   "close the parenthesis",
                                   {{open, "it was opened here"}}});
                result = {};
            }
        }
    } else if (Operand left; operand(cursor, left, true)) {
        const auto comparison = cursor.atEnd() ? std::nullopt : comparisonOf(cursor.token().kind);
        if (!comparison) {
            result = add({ExpressionKind::symbol, {}, {}, left, {}, left.position});
        } else {
            cursor.take();
            if (Operand right; operand(cursor, right, true))
                result = add({*comparison, {}, {}, left, right, left.position});
        }
    }
    --m_depth;
    return result;
}

bool ExpressionParser::operand(TokenCursor &cursor, Operand &result, bool mayBeQuoted)
{
    if (cursor.at(TokenKind::word) || (mayBeQuoted && cursor.at(TokenKind::quoted))) {
        const bool quoted = cursor.at(TokenKind::quoted);
        const Token &token = cursor.take();
        result = {token.text, quoted, token.position};
        return true;
    }
    const char *hint = "write the name of a symbol, y, m, n, or a quoted value";
    if (cursor.at(TokenKind::quoted))
        hint = "write the name of the symbol without quotes";
    else if (cursor.at(TokenKind::keyword))
        hint = "a keyword can't be the name of a symbol; put it in quotes if it is a value";
    m_diagnostics.error(cursor.position(), "expected a symbol, but " + cursor.describe(), hint);
    return false;
}

} // namespace kconfig
