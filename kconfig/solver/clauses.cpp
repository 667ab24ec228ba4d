// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "clauses.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kconfig::solver {

Clauses::Clauses()
{
    // Thousands of small questions: what simplifies the formula costs more than it saves.
    m_solver.configure("plain");
    m_solver.set("lucky", 0);
    m_solver.set("quiet", 1); // else it tells standard output of contradictions
    add({yes()});
}

void Clauses::add(std::initializer_list<Literal> clause)
{
    add(std::span(clause.begin(), clause.size()));
}

void Clauses::add(std::span<const Literal> clause)
{
    for (const Literal literal : clause)
        if (literal == yes() && clause.size() > 1)
            return;
    const auto write = [this](Literal literal) {
        m_solver.add(literal);
        if (m_isRecording)
            m_record.push_back(literal);
    };
    for (const Literal literal : clause)
        if (literal != no() || clause.size() == 1)
            write(literal);
    write(0);
}

std::string Clauses::dimacs(std::span<const Literal> literals) const
{
    const auto ends = std::count(m_record.begin(), m_record.end(), 0);
    const std::size_t count = static_cast<std::size_t>(ends) + literals.size() + 1;
    std::string text = "p cnf " + std::to_string(m_last) + ' ' + std::to_string(count) + "\n1 0\n";
    for (const Literal literal : m_record)
        text += std::to_string(literal) + (literal == 0 ? '\n' : ' ');
    for (const Literal literal : literals)
        text += std::to_string(literal) + " 0\n";
    return text;
}

void Clauses::addAtMostOne(std::span<const Literal> literals)
{
    if (literals.size() <= 6) {
        for (std::size_t i = 0; i < literals.size(); ++i)
            for (std::size_t j = i + 1; j < literals.size(); ++j)
                add({-literals[i], -literals[j]});
        return;
    }
    Literal before = literals[0]; // whether one of those so far is true
    for (std::size_t i = 1; i < literals.size(); ++i) {
        add({-before, -literals[i]});
        if (i + 1 == literals.size())
            break;
        const Literal now = variable();
        add({-before, now});
        add({-literals[i], now});
        before = now;
    }
}

Literal Clauses::both(Literal a, Literal b)
{
    if (a == no() || b == no() || a == -b)
        return no();
    if (a == yes() || a == b)
        return b;
    if (b == yes())
        return a;
    if (a > b)
        std::swap(a, b);
    const std::uint64_t key = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32U) |
                              static_cast<std::uint32_t>(b);
    const auto [gate, isNew] = m_gates.try_emplace(key, 0);
    if (isNew) {
        gate->second = variable();
        const Literal result = gate->second;
        add({-result, a});
        add({-result, b});
        add({result, -a, -b});
    }
    return gate->second;
}

Literal Clauses::equal(Literal a, Literal b)
{
    return either(both(a, b), both(-a, -b));
}

Literal Clauses::any(std::span<const Literal> literals)
{
    std::vector<Literal> clause;
    for (const Literal literal : literals) {
        if (literal == yes())
            return yes();
        if (literal != no())
            clause.push_back(literal);
    }
    if (clause.empty())
        return no();
    if (clause.size() == 1)
        return clause[0];
    if (clause.size() == 2)
        return either(clause[0], clause[1]);
    const Literal result = variable();
    for (const Literal literal : clause)
        add({-literal, result});
    clause.push_back(-result);
    add(clause);
    return result;
}

Literal Clauses::all(std::span<const Literal> literals)
{
    std::vector<Literal> negated(literals.begin(), literals.end());
    for (Literal &literal : negated)
        literal = -literal;
    return -any(negated);
}

} // namespace kconfig::solver
