// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Counts true literals: a tree of sums whose clauses are made as far as they are asked for.
#pragma once

#include "clauses.h"

#include <cstddef>
#include <span>
#include <vector>

namespace kconfig::solver {

class Totalizer
{
public:
    /// At least one literal. The clauses have to outlive it.
    Totalizer(Clauses &clauses, std::span<const Literal> literals);

    [[nodiscard]] std::size_t size() const { return m_nodes[m_root].count; }
    /// True when at least `count` (1 up to size()) of the literals are; may also be true when fewer
    /// are.
    [[nodiscard]] Literal atLeast(std::size_t count) { return atLeast(m_root, count); }

private:
    struct Node
    {
        std::size_t left = 0, right = 0; ///< none: a leaf
        std::size_t count = 1;
        std::vector<Literal> sums; ///< "at least i + 1", as far as made
    };

    std::size_t build(std::span<const Literal> literals);
    Literal atLeast(std::size_t node, std::size_t count);

    Clauses &m_clauses;
    std::vector<Node> m_nodes;
    std::size_t m_root;
};

} // namespace kconfig::solver
