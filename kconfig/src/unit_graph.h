// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What each unit of work reads.
#pragma once

#include "evaluation_plan.h"

namespace kconfig {

/// Fills a plan's lists of dependencies.
class UnitGraphBuilder
{
public:
    UnitGraphBuilder(const Model &model, EvaluationPlan &plan)
        : m_model(model)
        , m_plan(plan)
    {}
    void build();

private:
    void collect(Unit unit);
    void collectFirst(SymbolId id);
    void collectSecond(SymbolId id);
    void readExpression(ExpressionId id, SymbolId reader);
    void findWhatPrecedesModules();
    [[nodiscard]] bool isAffectedByModules(Unit unit) const;

    const Model &m_model;
    EvaluationPlan &m_plan;
    std::vector<ExpressionId> m_scratch;
    std::vector<Unit> m_found;
};

/// Says how one unit of a dependency loop reads the next: "'A' is selected by 'B'", with its place.
[[nodiscard]] DiagnosticNote describeDependency(const Model &model, Unit reader, Unit read);

} // namespace kconfig
