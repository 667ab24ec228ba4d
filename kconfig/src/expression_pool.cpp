// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "expression_pool.h"

#include <algorithm>
#include <bit>

namespace kconfig {

namespace {

bool isJunction(ExpressionKind kind)
{
    return kind == ExpressionKind::conjunction || kind == ExpressionKind::disjunction;
}

std::size_t hash(ExpressionKind kind, std::uint32_t first, std::uint32_t second)
{
    std::uint64_t mixed = (std::uint64_t{first} << 32U | second) * 0x9E3779B97F4A7C15U;
    mixed ^= static_cast<std::uint64_t>(kind) * 0xC2B2AE3D27D4EB4FU;
    return static_cast<std::size_t>(mixed ^ mixed >> 29U);
}

} // namespace

void ExpressionPool::reserve(std::size_t nodes, std::size_t symbols)
{
    m_nodes.reserve(nodes);
    m_shapeOf.reserve(nodes);
    m_shapes.reserve(nodes / 2);
    m_leafShapes.reserve(symbols);
    if (m_shapes.empty())
        m_table.assign(std::bit_ceil(nodes / 2 + 1024), 0);
}

void ExpressionPool::grow()
{
    std::vector<std::uint32_t> table(m_table.empty() ? 1024 : m_table.size() * 2, 0);
    for (const std::uint32_t entry : m_table) {
        if (entry == 0)
            continue;
        const Shape &shape = m_shapes[entry - 1];
        std::size_t at = hash(shape.kind, shape.first, shape.second) & (table.size() - 1);
        while (table[at] != 0)
            at = (at + 1) & (table.size() - 1);
        table[at] = entry;
    }
    m_table = std::move(table);
}

/// Facts about one symbol have its number, doubled; all else is odd.
std::uint32_t ExpressionPool::operandKey(const Shape &shape)
{
    if (!isJunction(shape.kind))
        return shape.key;
    return (shape.key + static_cast<std::uint32_t>(shape.kind)) * 0x85EBCA6BU | 1U;
}

ExpressionPool::Shape ExpressionPool::describe(ExpressionKind kind, std::uint32_t first,
                                               std::uint32_t second) const
{
    Shape shape{first, second, 0, 0, 0, kind, distinct};
    if (isJunction(kind)) {
        const Shape &left = m_shapes[first];
        const Shape &right = m_shapes[second];
        const auto operands = [&](const Shape &side) {
            return side.kind == kind ? side.operands : operandBit(operandKey(side));
        };
        const auto sum = [&](const Shape &side) {
            return side.kind == kind ? side.key : operandKey(side) * 0x9E3779B1U;
        };
        shape.operands = operands(left) | operands(right);
        shape.key = sum(left) + sum(right);
        shape.symbols = left.symbols | right.symbols;
        unsigned traits = (left.traits | right.traits) & inherited;
        if ((operands(left) & operands(right)) == 0)
            traits |= left.traits & right.traits & distinct;
        shape.traits = static_cast<std::uint8_t>(traits);
        return shape;
    }
    if (kind == ExpressionKind::negation) {
        const Shape &operand = m_shapes[first];
        const bool isFact = operand.kind == ExpressionKind::symbol;
        shape.key = isFact ? operand.first * 2 : (first * 0xC2B2AE35U | 1U);
        shape.symbols = operand.symbols;
        unsigned traits = operand.traits & (inherited | distinct);
        if (!isFact || operand.first <= Model::constant(Tristate::yes).index)
            traits |= unplainInside;
        shape.traits = static_cast<std::uint8_t>(traits);
        return shape;
    }
    shape.symbols = symbolBit(SymbolId{first});
    shape.key = first * 2;
    if (kind == ExpressionKind::symbol) {
        if (first == Model::constant(Tristate::mod).index)
            shape.traits |= modInside;
        else if (first <= Model::constant(Tristate::yes).index)
            shape.traits |= truthInside;
        return shape;
    }
    shape.symbols |= symbolBit(SymbolId{second});
    if (kind == ExpressionKind::unequal)
        shape.traits |= unequalInside | unplainInside;
    else if (kind == ExpressionKind::equal)
        shape.traits |= unplainInside;
    else
        shape.key = (first * 0x9E3779B1U + second) * 0xC2B2AE35U | 1U;
    return shape;
}

std::uint32_t ExpressionPool::shapeOf(ExpressionKind kind, std::uint32_t first,
                                      std::uint32_t second)
{
    if (m_shapes.size() * 2 >= m_table.size())
        grow();
    const std::size_t mask = m_table.size() - 1;
    std::size_t at = hash(kind, first, second) & mask;
    for (; m_table[at] != 0; at = (at + 1) & mask) {
        const Shape &shape = m_shapes[m_table[at] - 1];
        if (shape.first == first && shape.second == second && shape.kind == kind)
            return m_table[at] - 1;
    }
    m_shapes.push_back(describe(kind, first, second));
    m_table[at] = static_cast<std::uint32_t>(m_shapes.size());
    return m_table[at] - 1;
}

/// Makes sure that there is a shape for the symbol as a leaf.
void ExpressionPool::noteMention(std::uint32_t symbol)
{
    if (symbol >= m_leafShapes.size())
        m_leafShapes.resize(symbol + 256, 0); // not for every symbol anew
    if (m_leafShapes[symbol] == 0) {
        m_shapes.push_back(describe(ExpressionKind::symbol, symbol, 0));
        m_leafShapes[symbol] = static_cast<std::uint32_t>(m_shapes.size());
    }
}

ExpressionId ExpressionPool::comparison(ExpressionKind kind, SymbolId symbol, SymbolId other,
                                        Position position)
{
    noteMention(symbol.index);
    noteMention(other.index);
    return add({kind, {}, {}, symbol, other, position}, shapeOf(kind, symbol.index, other.index));
}

ExpressionId ExpressionPool::negation(ExpressionId operand)
{
    return add({ExpressionKind::negation, operand, {}, {}, {}, (*this)[operand].position},
               shapeOf(ExpressionKind::negation, m_shapeOf[operand.index], 0));
}

ExpressionId ExpressionPool::join(ExpressionKind kind, ExpressionId left, ExpressionId right)
{
    return add({kind, left, right, {}, {}, (*this)[left].position},
               shapeOf(kind, m_shapeOf[left.index], m_shapeOf[right.index]));
}

ExpressionId ExpressionPool::joinAll(ExpressionKind kind, const std::vector<ExpressionId> &operands)
{
    ExpressionId result = operands.front();
    for (std::size_t i = 1; i < operands.size(); ++i)
        result = join(kind, result, operands[i]);
    return result;
}

void ExpressionPool::markDistinct(ExpressionId id)
{
    if (isDistinct(id))
        return;
    m_found.push_back(m_shapeOf[id.index]);
    m_shapes[m_found.back()].traits |= foundDistinct;
}

void ExpressionPool::forgetFoundDistinct()
{
    for (const std::uint32_t shape : m_found)
        m_shapes[shape].traits &= static_cast<std::uint8_t>(~unsigned{foundDistinct});
    m_found.clear();
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
