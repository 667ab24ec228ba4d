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
// evaluation always comes to an end.
#pragma once

#include "diagnostic_sink.h"

#include "kconfig/model.h"

#include <cstdint>
#include <memory>
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
    /// Plans for a model that is complete but for its plan; dependency loops are reported.
    EvaluationPlan(const Model &model, DiagnosticSink &diagnostics);

    /// All units, dependencies first.
    [[nodiscard]] std::span<const Unit> order() const { return m_order; }
    [[nodiscard]] std::uint32_t rank(Unit unit) const { return m_rank[unit]; }
    /// The units that read this one.
    [[nodiscard]] std::span<const Unit> dependents(Unit unit) const;
    /// Zero, or the number of the circle that the unit is in.
    [[nodiscard]] std::uint32_t component(Unit unit) const { return m_component[unit]; }
    /// Whether the value of the modules symbol depends on the unit; it is then worked out as if
    /// there were no modules.
    [[nodiscard]] bool precedesModules(Unit unit) const { return m_precedesModules[unit]; }

private:
    friend class UnitGraphBuilder;
    struct Dependents
    {
        std::once_flag once;
        std::vector<std::uint32_t> start;
        std::vector<Unit> units;
    };

    void findComponents(DiagnosticSink &diagnostics);
    void closeComponent(std::vector<Unit> members, DiagnosticSink &diagnostics);
    void buildDependents() const;
    [[nodiscard]] std::span<const Unit> dependencies(Unit unit) const;

    const Model &m_model;
    std::vector<std::uint32_t> m_start; ///< of each unit's dependencies
    std::vector<Unit> m_dependencies;
    std::vector<Unit> m_order;
    std::vector<std::uint32_t> m_rank;
    std::vector<std::uint32_t> m_component;
    std::uint32_t m_componentCount = 0;
    std::vector<bool> m_precedesModules;
    std::unique_ptr<Dependents> m_dependents;
};

/// Gives the engine's own parts what the public face of a model hides.
struct ModelAccess
{
    static const EvaluationPlan &plan(const Model &model) { return *model.m_plan; }
};

} // namespace kconfig
