// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// In which order a model's symbols are worked out, and what has to be done again after a change.
//
// Every symbol is two units of work. The first finds how far it can be seen and what its
// dependencies, selects and implies come to (for a choice also its mode: n, m or y); the second
// finds its value (for a choice: which of its values is selected). The values of a choice stand
// between the two units of the choice: first unit of the choice, first units of the values, second
// unit of the choice, second units of the values.
//
// Units that depend on each other in a circle form a component; reads within one are cut, so that
// evaluation always comes to an end. (Circles are reported when a tree is loaded; see
// dependency_loops.h.)
//
// A plan is made when it is first needed: who only reads a tree, or evaluates it in conf's order,
// does not pay for it. It may be used by several threads at once.
#pragma once

#include "kconfig/model.h"

#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace kconfig {

using Unit = std::uint32_t;

[[nodiscard]] constexpr Unit firstUnit(SymbolId symbol)
{
    return symbol.index * 2;
}
[[nodiscard]] constexpr Unit secondUnit(SymbolId symbol)
{
    return symbol.index * 2 + 1;
}
[[nodiscard]] constexpr SymbolId symbolOf(Unit unit)
{
    return SymbolId{unit / 2};
}
[[nodiscard]] constexpr bool isSecond(Unit unit)
{
    return unit % 2 == 1;
}

class EvaluationPlan
{
public:
    /// For a model that is complete but for its plan.
    explicit EvaluationPlan(const Model &model)
        : m_model(model)
    {}

    /// Makes the plan unless it is made; to be called before any of the others.
    void prepare() const;
    /// All units, dependencies first.
    [[nodiscard]] std::span<const Unit> order() const { return m_order; }
    [[nodiscard]] std::uint32_t rank(Unit unit) const { return m_rank[unit]; }
    /// The units that this one reads.
    [[nodiscard]] std::span<const Unit> dependencies(Unit unit) const;
    /// The units that read this one.
    [[nodiscard]] std::span<const Unit> dependents(Unit unit) const;
    /// Zero, or the number of the circle that the unit is in.
    [[nodiscard]] std::uint32_t component(Unit unit) const
    {
        return m_component.empty() ? 0 : m_component[unit];
    }
    /// Whether the value of the modules symbol depends on the unit; it is then worked out as if
    /// there were no modules.
    [[nodiscard]] bool precedesModules(Unit unit) const { return m_lists.precedesModules[unit]; }

    struct Lists
    {
        std::vector<std::uint32_t> start; ///< of each unit's dependencies
        std::vector<Unit> dependencies;
        std::vector<bool> precedesModules;
    };

private:
    void make() const;
    void findComponents() const;
    void closeComponent(std::vector<Unit> members) const;
    void buildDependents() const;
    const Model &m_model;
    mutable std::once_flag m_isMade;
    mutable std::once_flag m_hasDependents;
    mutable Lists m_lists;
    mutable std::vector<Unit> m_order;
    mutable std::vector<std::uint32_t> m_rank;
    mutable std::vector<std::uint32_t> m_component; ///< empty when there are no circles
    mutable std::uint32_t m_componentCount = 0;
    mutable std::vector<std::uint32_t> m_dependentsStart;
    mutable std::vector<Unit> m_dependents;
};

/// Gives the engine's own parts what the public face of a model hides.
struct ModelAccess
{
    static const EvaluationPlan &plan(const Model &model) { return *model.m_plan; }
    /// A help text as it stands in its file.
    static std::string_view rawHelp(const Model &model, NodeId id)
    {
        return model.m_helps[id.index];
    }
};

} // namespace kconfig
