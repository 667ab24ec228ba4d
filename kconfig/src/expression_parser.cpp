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

bool ExpressionParser::tooMuch(const TokenCursor &cursor)
{
    if (m_depth <= limits::expressionNesting && m_operands <= limits::expressionOperands)
        return false;
    m_diagnostics.error(cursor.position(), "this expression is too large",
                        "give parts of it a name with a symbol of its own (def_bool)");
    return true;
}

SyntaxExpressionId ExpressionParser::parseAny(TokenCursor &cursor)
{
    m_depth = 0;
    m_operands = 0;
    return disjunction(cursor);
}

SyntaxExpressionId ExpressionParser::disjunction(TokenCursor &cursor)
{
    SyntaxExpressionId left = conjunction(cursor);
    while (left.isValid() && cursor.at(TokenKind::disjunction)) {
        const Operand junction = operandOf(cursor.take());
        const SyntaxExpressionId right = conjunction(cursor);
        if (!right.isValid())
            return right;
        left = add(junction, ExpressionKind::disjunction, left);
    }
    return left;
}

SyntaxExpressionId ExpressionParser::conjunction(TokenCursor &cursor)
{
    SyntaxExpressionId left = primary(cursor);
    while (left.isValid() && cursor.at(TokenKind::conjunction)) {
        const Operand junction = operandOf(cursor.take());
        const SyntaxExpressionId right = primary(cursor);
        if (!right.isValid())
            return right;
        left = add(junction, ExpressionKind::conjunction, left);
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
        const Operand negation = operandOf(cursor.take());
        if (primary(cursor).isValid())
            result = add(negation, ExpressionKind::negation);
    } else if (cursor.at(TokenKind::openParenthesis)) {
        const Position open = cursor.position();
        cursor.take();
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
        result = add(left, ExpressionKind::symbol);
        const auto comparison = cursor.atEnd() ? std::nullopt : comparisonOf(cursor.token().kind);
        if (comparison) {
            cursor.take();
            const SyntaxExpressionId leaf = result;
            result = {};
            if (Operand right; operand(cursor, right, true)) {
                add(right, ExpressionKind::symbol);
                result = add(left, *comparison, leaf);
            }
        }
    }
    --m_depth;
    return result;
}

SyntaxExpressionId ExpressionParser::pair(TokenCursor &cursor)
{
    Operand first;
    Operand second;
    if (!operand(cursor, first, true) || !operand(cursor, second, true))
        return {};
    const SyntaxExpressionId result = add(first, ExpressionKind::symbol);
    add(second, ExpressionKind::symbol);
    return result;
}

bool ExpressionParser::reportOperand(const TokenCursor &cursor)
{
    const char *hint = "write the name of a symbol, y, m, n, or a quoted value";
    if (cursor.at(TokenKind::quoted))
        hint = "write the name of the symbol without quotes";
    else if (cursor.at(TokenKind::keyword))
        hint = "a keyword can't be the name of a symbol; put it in quotes if it is a value";
    m_diagnostics.error(cursor.position(), "expected a symbol, but " + cursor.describe(), hint);
    return false;
}

} // namespace kconfig
