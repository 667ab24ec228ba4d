// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "expression_pool.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

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
    if (nodes > m_room)
        makeRoom(nodes);
    // Most nodes share their shape with others.
    m_shapes.reserve(nodes / 3);
    m_leafShapes.reserve(symbols);
    if (m_shapes.empty())
        m_table = ZeroedRow<std::uint32_t>(std::bit_ceil(nodes / 4 + 1024));
}

void ExpressionPool::makeRoom(std::size_t nodes)
{
    std::shared_ptr<std::byte[]> nodeMemory(new std::byte[nodes * sizeof(Expression)]);
    std::unique_ptr<std::byte[]> shapeMemory(new std::byte[nodes * sizeof(std::uint32_t)]);
    if (m_count > 0) {
        std::memcpy(nodeMemory.get(), m_nodes, m_count * sizeof(Expression));
        std::memcpy(shapeMemory.get(), m_shapeOf, m_count * sizeof(std::uint32_t));
    }
    m_nodeMemory = std::move(nodeMemory);
    m_shapeMemory = std::move(shapeMemory);
    m_nodes = reinterpret_cast<Expression *>(m_nodeMemory.get());
    m_shapeOf = reinterpret_cast<std::uint32_t *>(m_shapeMemory.get());
    m_room = static_cast<std::uint32_t>(nodes);
}

ExpressionPool::Nodes ExpressionPool::take()
{
    const std::span<const Expression> row(m_nodes, m_count);
    m_nodes = nullptr;
    m_count = 0;
    m_room = 0;
    return {std::move(m_nodeMemory), row};
}

void ExpressionPool::growTable()
{
    ZeroedRow<std::uint32_t> table(std::max<std::size_t>(m_table.size() * 2, 1024));
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        const std::uint32_t entry = m_table[i];
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

ExpressionPool::Shape ExpressionPool::describeJunction(ExpressionKind kind, std::uint32_t first,
                                                       std::uint32_t second) const
{
    struct Side
    {
        std::uint64_t operands;
        std::uint32_t key;
    };
    const auto sideOf = [kind](const Shape &shape) {
        if (shape.kind == kind)
            return Side{shape.operands, shape.key};
        const std::uint32_t key = operandKey(shape);
        return Side{operandBit(key), key * 0x9E3779B1U};
    };
    const Shape &left = m_shapes[first];
    const Shape &right = m_shapes[second];
    const Side a = sideOf(left);
    const Side b = sideOf(right);
    unsigned traits = (left.traits | right.traits) & inherited;
    if ((a.operands & b.operands) == 0)
        traits |= left.traits & right.traits & distinct;
    return {first,
            second,
            a.operands | b.operands,
            a.key + b.key,
            left.symbols | right.symbols,
            kind,
            static_cast<std::uint8_t>(traits)};
}

ExpressionPool::Shape ExpressionPool::describe(ExpressionKind kind, std::uint32_t first,
                                               std::uint32_t second) const
{
    if (isJunction(kind))
        return describeJunction(kind, first, second);
    Shape shape{first, second, 0, 0, 0, kind, distinct};
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

inline std::uint32_t ExpressionPool::shapeOf(ExpressionKind kind, std::uint32_t first,
                                             std::uint32_t second)
{
    if (m_table.size() == 0)
        growTable(); // nobody has reserved any
    const std::size_t mask = m_table.size() - 1;
    std::size_t at = hash(kind, first, second) & mask;
    for (; m_table[at] != 0; at = (at + 1) & mask) {
        const Shape &shape = m_shapes[m_table[at] - 1];
        if (shape.first == first && shape.second == second && shape.kind == kind)
            return m_table[at] - 1;
    }
    return addShape(kind, first, second, at);
}

std::uint32_t ExpressionPool::addShape(ExpressionKind kind, std::uint32_t first,
                                       std::uint32_t second, std::size_t slot)
{
    m_shapes.push_back(describe(kind, first, second));
    const auto count = static_cast<std::uint32_t>(m_shapes.size());
    m_table[slot] = count;
    if (m_shapes.size() * 2 >= m_table.size())
        growTable();
    return count - 1;
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
    // Most rows are short: those are read from behind into a place that is there already.
    constexpr std::size_t usual = 48;
    ExpressionId row[usual];
    ExpressionId leftSides[usual];
    std::size_t begin = usual;
    std::size_t depth = 0;
    for (ExpressionId at = id; begin > 0;) {
        const Expression &node = (*this)[at];
        if (node.kind == kind) {
            if (depth == usual)
                break;
            leftSides[depth++] = node.left;
            at = node.right;
            continue;
        }
        row[--begin] = at;
        if (depth == 0) {
            out.insert(out.end(), row + begin, row + usual);
            return;
        }
        at = leftSides[--depth];
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
