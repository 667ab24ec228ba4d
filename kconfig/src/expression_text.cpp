// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "expression_text.h"

#include <vector>

namespace kconfig {

namespace {

/// Lower binds tighter.
int looseness(ExpressionKind kind)
{
    switch (kind) {
    case ExpressionKind::disjunction:
        return 4;
    case ExpressionKind::conjunction:
        return 3;
    case ExpressionKind::negation:
        return 2;
    case ExpressionKind::symbol:
        return 0;
    default:
        return 1;
    }
}

class Writer
{
public:
    Writer(const Model &model, const std::function<std::string(SymbolId)> &annotate)
        : m_model(model)
        , m_annotate(annotate)
    {}

    void write(ExpressionId id, int around)
    {
        const Expression &node = m_model.expression(id);
        const int own = looseness(node.kind);
        // conf puts comparisons below ! in parentheses, too: !(A=y).
        const bool enclose = own > around || (own == 1 && around == 2);
        if (enclose)
            m_out += '(';
        if (own >= 3) {
            writeJunction(id, node.kind, own);
        } else if (node.kind == ExpressionKind::negation) {
            m_out += '!';
            write(node.left, 2);
        } else {
            writeSymbol(node.symbol);
            if (node.kind != ExpressionKind::symbol) {
                m_out += operatorSign(node.kind);
                writeSymbol(node.other);
            }
        }
        if (enclose)
            m_out += ')';
    }

    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void writeJunction(ExpressionId id, ExpressionKind kind, int own)
    {
        std::vector<ExpressionId> operands; // from right to left
        while (m_model.expression(id).kind == kind) {
            operands.push_back(m_model.expression(id).right);
            id = m_model.expression(id).left;
        }
        write(id, own);
        for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand) {
            m_out.append(1, ' ').append(operatorSign(kind)).append(1, ' ');
            write(*operand, own);
        }
    }

    void writeSymbol(SymbolId id)
    {
        const Symbol &symbol = m_model.symbol(id);
        m_out +=
            symbol.isChoice && symbol.name.empty() ? std::string_view("<choice>") : symbol.name;
        m_out += m_annotate(id);
    }

    const Model &m_model;
    const std::function<std::string(SymbolId)> &m_annotate;
    std::string m_out;
};

} // namespace

const char *operatorSign(ExpressionKind kind)
{
    switch (kind) {
    case ExpressionKind::negation:
        return "!";
    case ExpressionKind::conjunction:
        return "&&";
    case ExpressionKind::disjunction:
        return "||";
    case ExpressionKind::equal:
        return "=";
    case ExpressionKind::unequal:
        return "!=";
    case ExpressionKind::less:
        return "<";
    case ExpressionKind::lessEqual:
        return "<=";
    case ExpressionKind::greater:
        return ">";
    case ExpressionKind::greaterEqual:
        return ">=";
    case ExpressionKind::symbol:
        break;
    }
    return "";
}

std::string expressionText(const Model &model, ExpressionId id,
                           const std::function<std::string(SymbolId)> &annotate)
{
    if (!id.isValid())
        return "y";
    Writer writer(model, annotate);
    writer.write(id, 5);
    return writer.take();
}

} // namespace kconfig
