// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "edit_search.h"

#include <algorithm>

namespace kconfig::solver {

namespace {

constexpr std::size_t mostToMinimise = 40; // assumptions of a core, each of which costs a question

} // namespace

EditSearch::EditSearch(Clauses &clauses, std::vector<Literal> demands, std::vector<Stake> stakes,
                       const Patience &patience)
    : m_clauses(clauses)
    , m_patience(patience)
    , m_demands(std::move(demands))
    , m_guard(clauses.variable())
{
    m_demands.push_back(m_guard);
    for (const Stake &stake : stakes) {
        m_assumptions.push_back({stake.stays, stake.isSaid, nullptr});
        m_clauses.solver().phase(stake.stays); // few things should change by the way
    }
}

EditSearch::~EditSearch()
{
    m_clauses.add({-m_guard});
}

int EditSearch::solve(std::span<const Assumption> assumptions)
{
    CaDiCaL::Solver &solver = m_clauses.solver();
    if (m_patience.isOver())
        return 0;
    for (const Literal demand : m_demands)
        solver.assume(demand);
    for (const Assumption &assumption : assumptions)
        solver.assume(assumption.literal);
    const Watch watch(solver, m_patience);
    return solver.solve();
}

EditSearch::Answer EditSearch::canBe()
{
    const int result = solve({});
    return result == satisfiable     ? Answer::found
           : result == unsatisfiable ? Answer::none
                                     : Answer::givenUp;
}

std::vector<EditSearch::Assumption> EditSearch::failedOf(std::span<const Assumption> assumptions)
{
    std::vector<Assumption> failed;
    for (const Assumption &assumption : assumptions)
        if (m_clauses.solver().failed(assumption.literal))
            failed.push_back(assumption);
    return failed;
}

EditSearch::Answer EditSearch::next()
{
    while (true) {
        const int result = solve(m_assumptions);
        if (result == satisfiable)
            return Answer::found;
        if (result != unsatisfiable)
            return Answer::givenUp;
        std::vector<Assumption> core = failedOf(m_assumptions);
        shrink(core);
        if (core.empty())
            return Answer::none;
        relax(core);
    }
}

/// Leaves out of a core what is not needed to contradict the demands.
void EditSearch::shrink(std::vector<Assumption> &core)
{
    // The same question again often finds a smaller core at once.
    for (int round = 0; round < 4 && core.size() > 1; ++round) {
        std::reverse(core.begin(), core.end());
        if (solve(core) != unsatisfiable)
            return;
        std::vector<Assumption> smaller = failedOf(core);
        if (smaller.size() == core.size())
            break;
        core = std::move(smaller);
    }
    if (core.size() > mostToMinimise)
        return;
    for (std::size_t i = 0; i < core.size() && core.size() > 1;) {
        std::vector<Assumption> without = core;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        const int result = solve(without);
        if (result == unsatisfiable) {
            core = failedOf(without);
            // What stood before i was needed and still is, so the place remains the same.
        } else if (result == satisfiable) {
            ++i;
        } else {
            return;
        }
    }
}

/// One of the core has to change, at the price of one edit; a second one would be another.
void EditSearch::relax(const std::vector<Assumption> &core)
{
    ++m_cost;
    std::vector<Literal> changes;
    const auto isInCore = [&](const Assumption &assumption) {
        return std::any_of(core.begin(), core.end(), [&](const Assumption &each) {
            return each.literal == assumption.literal;
        });
    };
    m_assumptions.erase(std::remove_if(m_assumptions.begin(), m_assumptions.end(), isInCore),
                        m_assumptions.end());
    for (const Assumption &assumption : core) {
        changes.push_back(-assumption.literal);
        if (assumption.isSaid != Clauses::yes())
            m_demands.push_back(assumption.isSaid);
        if (assumption.sum == nullptr)
            continue;
        Sum &sum = *assumption.sum;
        if (++sum.bound < sum.totalizer.size())
            m_assumptions.push_back({-sum.totalizer.atLeast(sum.bound + 1), Clauses::yes(), &sum});
    }
    if (changes.size() < 2)
        return;
    Sum &sum = m_sums.emplace_back(Sum{Totalizer(m_clauses, changes), 1});
    m_assumptions.push_back({-sum.totalizer.atLeast(2), Clauses::yes(), &sum});
}

void EditSearch::exclude(std::span<const Literal> literals)
{
    std::vector<Literal> clause(literals.begin(), literals.end());
    clause.push_back(-m_guard);
    m_clauses.add(clause);
}

bool EditSearch::isTrue(Literal literal) const
{
    // Asked for a variable only: of negated literals CaDiCaL 1.5 and 1.9 think differently.
    const int variable = literal < 0 ? -literal : literal;
    return (m_clauses.solver().val(variable) > 0) == (literal > 0);
}

} // namespace kconfig::solver
