// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The arena of a model's expressions. Every occurrence in the text keeps a node of its own, for its
// position; nodes of equal structure share a *shape*, so that comparing two is comparing two
// numbers.
#pragma once

#include "kconfig/model.h"

#include <vector>

namespace kconfig {

class ExpressionPool
{
public:
    ExpressionId leaf(SymbolId symbol, Position position);
    ExpressionId comparison(ExpressionKind kind, SymbolId symbol, SymbolId other,
                            Position position);
    ExpressionId negation(ExpressionId operand);
    /// A conjunction or disjunction of two present operands.
    ExpressionId join(ExpressionKind kind, ExpressionId left, ExpressionId right);
    /// The conjunction, or the other operand where one is missing.
    ExpressionId conjunction(ExpressionId left, ExpressionId right);
    /// The disjunction, or the other operand where one is missing.
    ExpressionId disjunction(ExpressionId left, ExpressionId right);
    /// `operands` joined from the left; they must not be empty.
    ExpressionId joinAll(ExpressionKind kind, const std::vector<ExpressionId> &operands);

    [[nodiscard]] const Expression &operator[](ExpressionId id) const { return m_nodes[id.index]; }
    [[nodiscard]] std::uint32_t shape(ExpressionId id) const { return m_shapes[id.index]; }
    [[nodiscard]] bool same(ExpressionId a, ExpressionId b) const { return shape(a) == shape(b); }
    /// Whether an `A!=B` stands anywhere in the expression.
    [[nodiscard]] bool hasUnequal(ExpressionId id) const { return (m_traits[id.index] & 1U) != 0; }
    /// Whether the constant m does.
    [[nodiscard]] bool hasMod(ExpressionId id) const { return (m_traits[id.index] & 2U) != 0; }
    /// Appends the operands of nested conjunctions (or disjunctions) from left to right; an
    /// expression of another kind is its own single operand.
    void flatten(ExpressionKind kind, ExpressionId id, std::vector<ExpressionId> &out) const;

    [[nodiscard]] std::vector<Expression> take() { return std::move(m_nodes); }

private:
    struct Key
    {
        ExpressionKind kind;
        std::uint32_t first;
        std::uint32_t second;

        friend bool operator==(const Key &, const Key &) = default;
    };
    ExpressionId add(const Expression &expression, const Key &key);
    void grow();
    static std::size_t hash(const Key &key);

    std::vector<Expression> m_nodes;
    std::vector<std::uint32_t> m_shapes; ///< by node: the first node of the same structure
    std::vector<std::uint8_t> m_traits;  ///< by node
    std::vector<Key> m_keys;             ///< by node
    std::vector<std::uint32_t> m_table;  ///< open addressing over shapes; 0 is empty
    std::size_t m_used = 0;
};

} // namespace kconfig
