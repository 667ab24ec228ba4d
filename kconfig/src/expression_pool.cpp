// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "expression_pool.h"

namespace kconfig {

std::size_t ExpressionPool::hash(const Key &key)
{
    std::uint64_t mixed = (std::uint64_t{key.first} << 32U | key.second) * 0x9E3779B97F4A7C15U;
    mixed ^= static_cast<std::uint64_t>(key.kind) * 0xC2B2AE3D27D4EB4FU;
    return static_cast<std::size_t>(mixed ^ mixed >> 29U);
}

void ExpressionPool::grow()
{
    std::vector<std::uint32_t> table(m_table.empty() ? 1024 : m_table.size() * 2, 0);
    for (const std::uint32_t entry : m_table) {
        if (entry == 0)
            continue;
        std::size_t at = hash(m_keys[entry - 1]) & (table.size() - 1);
        while (table[at] != 0)
            at = (at + 1) & (table.size() - 1);
        table[at] = entry;
    }
    m_table = std::move(table);
}

ExpressionId ExpressionPool::add(const Expression &expression, const Key &key)
{
    if (m_used * 2 >= m_table.size())
        grow();
    const auto id = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.push_back(expression);
    m_keys.push_back(key);
    unsigned traits = 0;
    if (expression.kind == ExpressionKind::unequal)
        traits = 1;
    else if (expression.kind == ExpressionKind::symbol &&
             expression.symbol == Model::constant(Tristate::mod))
        traits = 2;
    for (const ExpressionId child : {expression.left, expression.right})
        if (child.isValid())
            traits |= m_traits[child.index];
    m_traits.push_back(static_cast<std::uint8_t>(traits));
    std::size_t at = hash(key) & (m_table.size() - 1);
    while (m_table[at] != 0 && !(m_keys[m_table[at] - 1] == key))
        at = (at + 1) & (m_table.size() - 1);
    if (m_table[at] == 0) {
        m_table[at] = id + 1;
        ++m_used;
    }
    m_shapes.push_back(m_table[at] - 1);
    return ExpressionId{id};
}

ExpressionId ExpressionPool::leaf(SymbolId symbol, Position position)
{
    return add({ExpressionKind::symbol, {}, {}, symbol, {}, position},
               {ExpressionKind::symbol, symbol.index, 0});
}

ExpressionId ExpressionPool::comparison(ExpressionKind kind, SymbolId symbol, SymbolId other,
                                        Position position)
{
    return add({kind, {}, {}, symbol, other, position}, {kind, symbol.index, other.index});
}

ExpressionId ExpressionPool::negation(ExpressionId operand)
{
    return add({ExpressionKind::negation, operand, {}, {}, {}, (*this)[operand].position},
               {ExpressionKind::negation, shape(operand), 0});
}

ExpressionId ExpressionPool::join(ExpressionKind kind, ExpressionId left, ExpressionId right)
{
    return add({kind, left, right, {}, {}, (*this)[left].position},
               {kind, shape(left), shape(right)});
}

ExpressionId ExpressionPool::conjunction(ExpressionId left, ExpressionId right)
{
    if (!left.isValid() || !right.isValid())
        return left.isValid() ? left : right;
    return join(ExpressionKind::conjunction, left, right);
}

ExpressionId ExpressionPool::disjunction(ExpressionId left, ExpressionId right)
{
    if (!left.isValid() || !right.isValid())
        return left.isValid() ? left : right;
    return join(ExpressionKind::disjunction, left, right);
}

ExpressionId ExpressionPool::joinAll(ExpressionKind kind, const std::vector<ExpressionId> &operands)
{
    ExpressionId result = operands.front();
    for (std::size_t i = 1; i < operands.size(); ++i)
        result = join(kind, result, operands[i]);
    return result;
}

void ExpressionPool::flatten(ExpressionKind kind, ExpressionId id,
                             std::vector<ExpressionId> &out) const
{
    // The usual shape is a chain to the left: it is filled in from behind.
    std::size_t length = 1;
    bool isChain = true;
    for (ExpressionId at = id; (*this)[at].kind == kind; at = (*this)[at].left, ++length)
        isChain = isChain && (*this)[(*this)[at].right].kind != kind;
    if (isChain) {
        out.resize(out.size() + length);
        auto place = out.rbegin();
        for (; (*this)[id].kind == kind; id = (*this)[id].left)
            *place++ = (*this)[id].right;
        *place = id;
        return;
    }
    std::vector<ExpressionId> rightSides;
    while (true) {
        while ((*this)[id].kind == kind) {
            rightSides.push_back((*this)[id].right);
            id = (*this)[id].left;
        }
        out.push_back(id);
        if (rightSides.empty())
            return;
        id = rightSides.back();
        rightSides.pop_back();
    }
}

} // namespace kconfig
