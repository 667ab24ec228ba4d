// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "evaluation_plan.h"

#include "unit_graph.h"

#include <algorithm>
#include <unordered_map>

namespace kconfig {

EvaluationPlan::EvaluationPlan(const Model &model, DiagnosticSink &diagnostics)
    : m_model(model)
    , m_dependents(std::make_unique<Dependents>())
{
    UnitGraphBuilder(model, *this).build();
    const std::size_t count = model.symbols().size() * 2;
    m_component.assign(count, 0);
    m_rank.assign(count, 0);
    m_order.reserve(count);
    findComponents(diagnostics);
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_rank[m_order[i]] = static_cast<std::uint32_t>(i);
}

std::span<const Unit> EvaluationPlan::dependencies(Unit unit) const
{
    return std::span(m_dependencies).subspan(m_start[unit], m_start[unit + 1] - m_start[unit]);
}

/// Tarjan's strongly connected components, with a stack of its own. They come out dependencies
/// first.
void EvaluationPlan::findComponents(DiagnosticSink &diagnostics)
{
    constexpr std::uint32_t unseen = 0;
    struct Visit
    {
        Unit unit;
        std::uint32_t next;
    };
    const std::size_t count = m_component.size();
    std::vector<std::uint32_t> number(count, unseen);
    std::vector<std::uint32_t> lowest(count, 0);
    std::vector<bool> isOpen(count, false);
    std::vector<Unit> open;
    std::vector<Visit> path;
    std::uint32_t counter = 0;

    for (Unit root = 0; root < count; ++root) {
        if (number[root] != unseen)
            continue;
        path.push_back({root, 0});
        while (!path.empty()) {
            Visit &visit = path.back();
            const Unit unit = visit.unit;
            if (visit.next == 0) {
                number[unit] = lowest[unit] = ++counter;
                open.push_back(unit);
                isOpen[unit] = true;
            }
            const auto reads = dependencies(unit);
            if (visit.next < reads.size()) {
                const Unit read = reads[visit.next++];
                if (number[read] == unseen)
                    path.push_back({read, 0});
                else if (isOpen[read])
                    lowest[unit] = std::min(lowest[unit], number[read]);
                continue;
            }
            path.pop_back();
            if (!path.empty())
                lowest[path.back().unit] = std::min(lowest[path.back().unit], lowest[unit]);
            if (lowest[unit] != number[unit])
                continue;
            std::vector<Unit> members;
            Unit member = 0;
            do {
                member = open.back();
                open.pop_back();
                isOpen[member] = false;
                members.push_back(member);
            } while (member != unit);
            if (members.size() == 1 && !std::binary_search(reads.begin(), reads.end(), unit))
                m_order.push_back(unit);
            else
                closeComponent(std::move(members), diagnostics);
        }
    }
}

/// Reports a circle and orders its units as if none of its expressions read it.
void EvaluationPlan::closeComponent(std::vector<Unit> members, DiagnosticSink &diagnostics)
{
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

    // The shortest way round from the first unit, by breadth-first search.
    const Unit start = *std::min_element(members.begin(), members.end());
    std::unordered_map<Unit, Unit> cameFrom;
    std::vector<Unit> queue{start};
    bool closed = false;
    for (std::size_t i = 0; i < queue.size() && !closed; ++i) {
        for (const Unit read : dependencies(queue[i])) {
            if (m_component[read] != m_componentCount || cameFrom.count(read) != 0)
                continue;
            cameFrom[read] = queue[i];
            queue.push_back(read);
            if (read == start) {
                closed = true;
                break;
            }
        }
    }
    std::vector<Unit> circle{start};
    for (Unit at = cameFrom[start]; at != start; at = cameFrom[at])
        circle.push_back(at);
    std::reverse(circle.begin() + 1, circle.end());
    circle.push_back(start);

    Diagnostic diagnostic;
    diagnostic.kind = DiagnosticKind::dependencyLoop;
    for (std::size_t i = 0; i + 1 < circle.size(); ++i) {
        if (symbolOf(circle[i]) == symbolOf(circle[i + 1]) && circle[i] != circle[i + 1])
            continue; // the two units of one symbol
        diagnostic.notes.push_back(describeDependency(m_model, circle[i], circle[i + 1]));
    }
    if (diagnostic.notes.empty())
        diagnostic.notes.push_back(describeDependency(m_model, start, start));
    if (diagnostic.notes.size() > 100)
        diagnostic.notes.resize(100);
    diagnostic.position = diagnostic.notes.front().position;
    diagnostic.message = "dependency loop: " + diagnostic.notes.front().message +
                         (diagnostic.notes.size() > 1 ? ", and so on round to itself" : "");
    diagnostic.hint = "break the circle; a select that should be a depends on is the usual reason";
    diagnostics.add(std::move(diagnostic));
}

void EvaluationPlan::buildDependents() const
{
    std::vector<std::uint32_t> &start = m_dependents->start;
    const std::size_t count = m_rank.size();
    start.assign(count + 1, 0);
    for (const Unit read : m_dependencies)
        ++start[read + 1];
    for (std::size_t i = 1; i <= count; ++i)
        start[i] += start[i - 1];
    std::vector<std::uint32_t> fill(start.begin(), start.end() - 1);
    m_dependents->units.resize(m_dependencies.size());
    for (Unit unit = 0; unit < count; ++unit)
        for (const Unit read : dependencies(unit))
            m_dependents->units[fill[read]++] = unit;
}

std::span<const Unit> EvaluationPlan::dependents(Unit unit) const
{
    // A thread that only loads and writes never asks; the first that edits pays.
    std::call_once(m_dependents->once, [this] { buildDependents(); });
    const auto &start = m_dependents->start;
    return std::span<const Unit>(m_dependents->units)
        .subspan(start[unit], start[unit + 1] - start[unit]);
}

} // namespace kconfig
