// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "totalizer.h"

namespace kconfig::solver {

Totalizer::Totalizer(Clauses &clauses, std::span<const Literal> literals)
    : m_clauses(clauses)
    , m_root(build(literals))
{}

std::size_t Totalizer::build(std::span<const Literal> literals)
{
    Node node;
    node.count = literals.size();
    if (literals.size() == 1) {
        node.sums.push_back(literals[0]);
    } else {
        const std::size_t half = literals.size() / 2;
        node.left = build(literals.first(half));
        node.right = build(literals.subspan(half));
    }
    m_nodes.push_back(std::move(node));
    return m_nodes.size() - 1;
}

Literal Totalizer::atLeast(std::size_t index, std::size_t count)
{
    while (m_nodes[index].sums.size() < count) {
        const std::size_t next = m_nodes[index].sums.size() + 1;
        const std::size_t left = m_nodes[index].left;
        const std::size_t right = m_nodes[index].right;
        const Literal sum = m_clauses.variable();
        for (std::size_t fromLeft = 0; fromLeft <= next; ++fromLeft) {
            const std::size_t fromRight = next - fromLeft;
            if (fromLeft > m_nodes[left].count || fromRight > m_nodes[right].count)
                continue;
            std::vector<Literal> clause{sum};
            if (fromLeft > 0)
                clause.push_back(-atLeast(left, fromLeft));
            if (fromRight > 0)
                clause.push_back(-atLeast(right, fromRight));
            m_clauses.add(clause);
        }
        m_nodes[index].sums.push_back(sum);
    }
    return m_nodes[index].sums[count - 1];
}

} // namespace kconfig::solver
