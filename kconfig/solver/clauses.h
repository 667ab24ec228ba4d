// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Gates over a CaDiCaL instance. Equal gates are made once, and constants are folded.
#pragma once

#include <cadical.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace kconfig::solver {

/// A variable, negated when negative, as in DIMACS.
using Literal = int;

/// What CaDiCaL::Solver::solve() returns.
constexpr int satisfiable = 10;
constexpr int unsatisfiable = 20;

class Clauses
{
public:
    Clauses();

    [[nodiscard]] CaDiCaL::Solver &solver() { return m_solver; }
    [[nodiscard]] static constexpr Literal yes() { return 1; }
    [[nodiscard]] static constexpr Literal no() { return -1; }
    [[nodiscard]] Literal variable() { return ++m_last; }
    [[nodiscard]] int variableCount() const { return m_last; }

    void add(std::initializer_list<Literal> clause);
    void add(std::span<const Literal> clause);
    /// Keeps every clause from now on, to be written by dimacs().
    void startRecord() { m_isRecording = true; }
    /// What was recorded, and each of the literals, in the format of DIMACS.
    [[nodiscard]] std::string dimacs(std::span<const Literal> literals) const;
    /// At most one of them is true.
    void addAtMostOne(std::span<const Literal> literals);

    [[nodiscard]] Literal both(Literal a, Literal b);
    [[nodiscard]] Literal either(Literal a, Literal b) { return -both(-a, -b); }
    [[nodiscard]] Literal equal(Literal a, Literal b);
    /// A new literal that is true when any of them is.
    [[nodiscard]] Literal any(std::span<const Literal> literals);
    [[nodiscard]] Literal all(std::span<const Literal> literals);

private:
    CaDiCaL::Solver m_solver;
    int m_last = 1;
    bool m_isRecording = false;
    std::vector<Literal> m_record; ///< 0 after each clause
    std::unordered_map<std::uint64_t, Literal> m_gates;
};

} // namespace kconfig::solver
