// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The arena of a model's expressions. Every occurrence in the text keeps a node of its own, for its
// position; nodes of equal structure share a *shape*, so that comparing two is comparing two
// numbers. What can be known about an expression without looking into it again is kept with its
// shape.
#pragma once

#include "kconfig/model.h"

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
        return add({kind, left, right, {}, {}, m_nodes[left.index].position}, 0);
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

    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] std::vector<Expression> take() { return std::move(m_nodes); }

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
    ExpressionId add(const Expression &expression, std::uint32_t shape)
    {
        m_nodes.push_back(expression);
        m_shapeOf.push_back(shape);
        return ExpressionId{static_cast<std::uint32_t>(m_nodes.size() - 1)};
    }
    std::uint32_t shapeOf(ExpressionKind kind, std::uint32_t first, std::uint32_t second);
    [[nodiscard]] Shape describe(ExpressionKind kind, std::uint32_t first,
                                 std::uint32_t second) const;
    void noteMention(std::uint32_t symbol);
    void grow();

    std::vector<Expression> m_nodes;
    std::vector<std::uint32_t> m_shapeOf; ///< by node
    std::vector<Shape> m_shapes;
    std::vector<std::uint32_t> m_leafShapes; ///< by symbol: shape + 1 of its plain leaf
    std::vector<std::uint32_t> m_table;      ///< open addressing: shape + 1; 0 is empty
    std::vector<std::uint32_t> m_found;      ///< shapes with foundDistinct
};

} // namespace kconfig
