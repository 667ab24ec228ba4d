// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "expression_parser.h"

#include "bounds.h"

namespace kconfig {

namespace {

bool isComparison(TokenKind kind)
{
    return kind >= TokenKind::equal && kind <= TokenKind::greaterEqual;
}

ExpressionKind comparisonOf(TokenKind kind)
{
    switch (kind) {
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
        return ExpressionKind::equal;
    }
}

} // namespace

Clause TokenCursor::describe() const
{
    if (atEnd())
        return say(Phrase::lineEnds);
    return say(at(TokenKind::keyword) ? Phrase::thereIsKeyword : Phrase::thereIs,
               asText(token().text.substr(0, 40)));
}

void ExpressionParser::reportTooMuch(const TokenCursor &cursor)
{
    m_diagnostics.error(cursor.position(), "this expression is too large",
                        "give parts of it a name with a symbol of its own (def_bool)");
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
    if (m_depth > limits::expressionNesting || m_operands > limits::expressionOperands) {
        reportTooMuch(cursor);
    } else if (cursor.at(TokenKind::negation)) {
        const Operand negation = operandOf(cursor.take());
        if (primary(cursor).isValid())
            result = add(negation, ExpressionKind::negation);
    } else if (cursor.at(TokenKind::openParenthesis)) {
        const Position open = cursor.position();
        cursor.take();
        result = closed(cursor, disjunction(cursor), open);
    } else if (Operand left; operand(cursor, left, true)) {
        result = add(left, ExpressionKind::symbol);
        if (!cursor.atEnd() && isComparison(cursor.token().kind)) {
            const ExpressionKind comparison = comparisonOf(cursor.take().kind);
            const SyntaxExpressionId leaf = result;
            result = {};
            if (Operand right; operand(cursor, right, true)) {
                add(right, ExpressionKind::symbol);
                result = add(left, comparison, leaf);
            }
        }
    }
    --m_depth;
    return result;
}

/// What stands in a parenthesis, if there is the one that closes it.
SyntaxExpressionId ExpressionParser::closed(TokenCursor &cursor, SyntaxExpressionId inner,
                                            const Position &open)
{
    if (!inner.isValid())
        return inner;
    if (cursor.at(TokenKind::closeParenthesis)) {
        cursor.take();
        return inner;
    }
    m_diagnostics.add(diagnosticOf(Severity::error, cursor.position(),
                                   say(Phrase::expectedBut, asText("')'"), cursor.describe()),
                                   "close the parenthesis", {noteAt(open, "it was opened here")}));
    return {};
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
    m_diagnostics.error(cursor.position(),
                        say(Phrase::expectedBut, say(Phrase::aSymbol), cursor.describe()), hint);
    return false;
}

} // namespace kconfig
