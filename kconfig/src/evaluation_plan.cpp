// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "evaluation_plan.h"

#include "unit_graph.h"

#include <algorithm>
#include <utility>

namespace kconfig {

void EvaluationPlan::prepare() const
{
    std::call_once(m_isMade, [this] { make(); });
}

void EvaluationPlan::make() const
{
    UnitGraphBuilder(m_model, m_lists).build();
    const std::size_t count = m_model.symbols().size() * 2;
    m_order.reserve(count);
    findComponents();
    m_rank.resize(count);
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_rank[m_order[i]] = static_cast<std::uint32_t>(i);
}

std::span<const Unit> EvaluationPlan::dependencies(Unit unit) const
{
    const std::uint32_t start = m_lists.start[unit];
    return std::span(m_lists.dependencies).subspan(start, m_lists.start[unit + 1] - start);
}

/// Tarjan's strongly connected components, with a stack of its own. They come out dependencies
/// first.
void EvaluationPlan::findComponents() const
{
    constexpr std::uint32_t unseen = 0;
    constexpr std::uint32_t closed = UINT32_MAX; // as a number: higher than that of any open unit
    struct Visit
    {
        Unit unit;
        std::uint32_t number;
        std::uint32_t lowest;
        std::uint32_t next;
        std::uint32_t end;
        bool readsItself;
    };
    const std::size_t count = m_model.symbols().size() * 2;
    std::vector<std::uint32_t> numbers(count, unseen);
    std::vector<Unit> open;
    std::vector<Visit> path;
    std::uint32_t counter = 0;
    const auto enter = [&](Unit unit) {
        numbers[unit] = ++counter;
        open.push_back(unit);
        path.push_back(
            {unit, counter, counter, m_lists.start[unit], m_lists.start[unit + 1], false});
    };

    for (Unit root = 0; root < count; ++root) {
        if (numbers[root] != unseen)
            continue;
        enter(root);
        while (!path.empty()) {
            Visit &visit = path.back();
            if (visit.next < visit.end) {
                const Unit read = m_lists.dependencies[visit.next++];
                const std::uint32_t number = numbers[read];
                if (read == visit.unit)
                    visit.readsItself = true;
                if (number == unseen)
                    enter(read);
                else
                    visit.lowest = std::min(visit.lowest, number);
                continue;
            }
            const Visit done = visit;
            path.pop_back();
            if (!path.empty())
                path.back().lowest = std::min(path.back().lowest, done.lowest);
            if (done.lowest != done.number)
                continue;
            if (open.back() == done.unit && !done.readsItself) {
                open.pop_back();
                numbers[done.unit] = closed;
                m_order.push_back(done.unit);
                continue;
            }
            const auto first = std::find(open.rbegin(), open.rend(), done.unit).base() - 1;
            std::vector<Unit> members(first, open.end());
            open.erase(first, open.end());
            for (const Unit member : members)
                numbers[member] = closed;
            closeComponent(std::move(members));
        }
    }
}

/// Orders the units of a circle as if none of its expressions read it.
void EvaluationPlan::closeComponent(std::vector<Unit> members) const
{
    m_component.resize(m_model.symbols().size() * 2);
    ++m_componentCount;
    for (const Unit member : members)
        m_component[member] = m_componentCount;
    const auto stage = [this](Unit unit) {
        const bool isValue = m_model.symbol(symbolOf(unit)).choice.isValid();
        return (isSecond(unit) ? 2 : 0) + (isValue ? 1 : 0);
    };
    std::sort(members.begin(), members.end(),
              [&](Unit a, Unit b) { return std::pair(stage(a), a) < std::pair(stage(b), b); });
    m_order.insert(m_order.end(), members.begin(), members.end());
}

void EvaluationPlan::buildDependents() const
{
    const std::size_t count = m_rank.size();
    m_dependentsStart.assign(count + 1, 0);
    for (const Unit read : m_lists.dependencies)
        ++m_dependentsStart[read + 1];
    for (std::size_t i = 1; i <= count; ++i)
        m_dependentsStart[i] += m_dependentsStart[i - 1];
    std::vector<std::uint32_t> fill(m_dependentsStart.begin(), m_dependentsStart.end() - 1);
    m_dependents.resize(m_lists.dependencies.size());
    for (Unit unit = 0; unit < count; ++unit)
        for (const Unit read : dependencies(unit))
            m_dependents[fill[read]++] = unit;
}

std::span<const Unit> EvaluationPlan::dependents(Unit unit) const
{
    // A thread that only loads and writes never asks; the first that edits pays.
    std::call_once(m_hasDependents, [this] { buildDependents(); });
    const std::uint32_t start = m_dependentsStart[unit];
    return std::span(std::as_const(m_dependents))
        .subspan(start, m_dependentsStart[unit + 1] - start);
}

} // namespace kconfig
