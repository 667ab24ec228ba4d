// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The arena of a model's expressions. Every occurrence in the text keeps a node of its own, for its
// position; nodes of equal structure share a *shape*, so that comparing two is comparing two
// numbers. What can be known about an expression without looking into it again is kept with its
// shape.
#pragma once

#include "zeroed_row.h"

#include "kconfig/model.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

namespace kconfig {

class ExpressionPool
{
public:
    /// Makes room for so many nodes over so many symbols.
    void reserve(std::size_t nodes, std::size_t symbols);

    ExpressionId leaf(SymbolId symbol, Position position)
    {
        if (!isMentioned(symbol))
            noteMention(symbol.index);
        return add({ExpressionKind::symbol, {}, {}, symbol, {}, position},
                   m_leafShapes[symbol.index] - 1);
    }
    ExpressionId comparison(ExpressionKind kind, SymbolId symbol, SymbolId other,
                            Position position);
    ExpressionId negation(ExpressionId operand);
    /// A conjunction or disjunction of two present operands.
    ExpressionId join(ExpressionKind kind, ExpressionId left, ExpressionId right);
    /// The conjunction, or the other operand where one is missing.
    ExpressionId conjunction(ExpressionId left, ExpressionId right)
    {
        if (!left.isValid() || !right.isValid())
            return left.isValid() ? left : right;
        return join(ExpressionKind::conjunction, left, right);
    }
    /// The disjunction, or the other operand where one is missing.
    ExpressionId disjunction(ExpressionId left, ExpressionId right)
    {
        if (!left.isValid() || !right.isValid())
            return left.isValid() ? left : right;
        return join(ExpressionKind::disjunction, left, right);
    }
    /// A conjunction or disjunction that will never be simplified or compared: it has no shape, and
    /// nothing of the pool but its nodes must be asked about it.
    ExpressionId joinUnshaped(ExpressionKind kind, ExpressionId left, ExpressionId right)
    {
        return add({kind, left, right, {}, {}, (*this)[left].position}, 0);
    }
    /// `operands` joined from the left; they must not be empty.
    ExpressionId joinAll(ExpressionKind kind, const std::vector<ExpressionId> &operands);

    [[nodiscard]] const Expression &operator[](ExpressionId id) const { return m_nodes[id.index]; }
    [[nodiscard]] bool same(ExpressionId a, ExpressionId b) const
    {
        return m_shapeOf[a.index] == m_shapeOf[b.index];
    }
    /// Whether an `A!=B` stands anywhere in the expression.
    [[nodiscard]] bool hasUnequal(ExpressionId id) const { return has(id, unequalInside); }
    /// Whether the constant m does.
    [[nodiscard]] bool hasMod(ExpressionId id) const { return has(id, modInside); }
    /// Whether the constant y or n does.
    [[nodiscard]] bool hasTruth(ExpressionId id) const { return has(id, truthInside); }
    /// Whether nothing in it can be normalized, whatever the types of symbols: no comparison for
    /// equality, no negation but of plain symbols.
    [[nodiscard]] bool isPlain(ExpressionId id) const { return !has(id, unplainInside); }
    /// Whether no two operands of any junction in it can say the same or contradict each other,
    /// either whatever the types of symbols or as markDistinct() said.
    [[nodiscard]] bool isDistinct(ExpressionId id) const
    {
        return has(id, distinct | foundDistinct);
    }
    /// Notes that looking has found no two such operands.
    void markDistinct(ExpressionId id);
    /// Forgets what markDistinct() noted: types of symbols have changed.
    void forgetFoundDistinct();
    /// False only if the symbol stands nowhere in the expression.
    [[nodiscard]] bool mayMention(ExpressionId id, SymbolId symbol) const
    {
        return (shape(id).symbols & symbolBit(symbol)) != 0;
    }
    /// False only if no operand of the conjunction (or the whole) is a fact about the symbol: A,
    /// !A, A=… or A!=….
    [[nodiscard]] bool mayHaveFact(ExpressionId id, SymbolId symbol) const
    {
        const Shape &whole = shape(id);
        if (whole.kind != ExpressionKind::conjunction)
            return operandKey(whole) == symbol.index * 2;
        return (whole.operands & operandBit(symbol.index * 2)) != 0;
    }
    /// Whether the symbol stands in any expression of the pool.
    [[nodiscard]] bool isMentioned(SymbolId symbol) const
    {
        return symbol.index < m_leafShapes.size() && m_leafShapes[symbol.index] != 0;
    }
    /// Only operands of && or || with equal keys can be merged into one.
    [[nodiscard]] std::uint32_t mergeKey(ExpressionId id) const { return operandKey(shape(id)); }

    /// Appends the operands of nested conjunctions (or disjunctions) from left to right; an
    /// expression of another kind is its own single operand.
    void flatten(ExpressionKind kind, ExpressionId id, std::vector<ExpressionId> &out) const;

    /// All nodes, and what keeps them where they are.
    struct Nodes
    {
        std::shared_ptr<const void> memory;
        std::span<const Expression> row;
    };
    /// Hands the nodes over; the pool has none then.
    [[nodiscard]] Nodes take();

private:
    enum Trait : std::uint8_t
    {
        unequalInside = 1,
        modInside = 2,
        unplainInside = 4,
        truthInside = 32,
        inherited = unequalInside | modInside | unplainInside | truthInside,
        distinct = 8,
        foundDistinct = 16
    };
    /// The structure of an expression: of a leaf or comparison its symbols, else the shapes of its
    /// children.
    struct Shape
    {
        std::uint32_t first;
        std::uint32_t second;
        std::uint64_t operands; ///< one bit for each operand of a junction, by its key
        std::uint32_t key;      ///< of a junction: the sum over its operands
        std::uint32_t symbols;  ///< one bit for each symbol in it
        ExpressionKind kind;
        std::uint8_t traits;
    };

    [[nodiscard]] static std::uint32_t symbolBit(SymbolId symbol)
    {
        return 1U << (symbol.index * 0x9E3779B9U >> 27U);
    }
    [[nodiscard]] const Shape &shape(ExpressionId id) const
    {
        return m_shapes[m_shapeOf[id.index]];
    }
    [[nodiscard]] bool has(ExpressionId id, unsigned traits) const
    {
        return (shape(id).traits & traits) != 0;
    }
    [[nodiscard]] static std::uint32_t operandKey(const Shape &shape);
    [[nodiscard]] static std::uint64_t operandBit(std::uint32_t key)
    {
        return std::uint64_t{1} << (key * 0x9E3779B97F4A7C15U >> 58U);
    }
    // A tree has several nodes for each of its lines: nodes and their shapes are rows of one size
    // that grow together, so that one look tells whether there is room.
    ExpressionId add(const Expression &expression, std::uint32_t shape)
    {
        if (m_count == m_room)
            makeRoom(m_room * 2 + 1024);
        ::new (static_cast<void *>(m_nodes + m_count)) Expression(expression);
        m_shapeOf[m_count] = shape;
        return ExpressionId{m_count++};
    }
    void makeRoom(std::size_t nodes);
    std::uint32_t shapeOf(ExpressionKind kind, std::uint32_t first, std::uint32_t second);
    std::uint32_t addShape(ExpressionKind kind, std::uint32_t first, std::uint32_t second,
                           std::size_t slot);
    [[nodiscard]] Shape describe(ExpressionKind kind, std::uint32_t first,
                                 std::uint32_t second) const;
    [[nodiscard]] Shape describeJunction(ExpressionKind kind, std::uint32_t first,
                                         std::uint32_t second) const;
    void noteMention(std::uint32_t symbol);
    void growTable();

    static_assert(std::is_trivially_copyable_v<Expression>);
    Expression *m_nodes = nullptr;      ///< in m_nodeMemory
    std::uint32_t *m_shapeOf = nullptr; ///< by node; in m_shapeMemory
    std::uint32_t m_count = 0;
    std::uint32_t m_room = 0;
    std::shared_ptr<std::byte[]> m_nodeMemory;
    std::unique_ptr<std::byte[]> m_shapeMemory;
    std::vector<Shape> m_shapes;
    std::vector<std::uint32_t> m_leafShapes; ///< by symbol: shape + 1 of its plain leaf
    ZeroedRow<std::uint32_t> m_table;        ///< open addressing: shape + 1; 0 is empty
    std::vector<std::uint32_t> m_found;      ///< shapes with foundDistinct
};

} // namespace kconfig
