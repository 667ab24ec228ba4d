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
    UnitGraphBuilder(const Model &model, EvaluationPlan::Lists &lists)
        : m_model(model)
        , m_lists(lists)
    {}
    void build();

private:
    void collect(Unit unit);
    void collectFirst(SymbolId id);
    void collectSecond(SymbolId id);
    void readExpression(ExpressionId id, SymbolId ownChoice);
    void read(Unit unit);
    void findWhatPrecedesModules();
    [[nodiscard]] bool isAffectedByModules(Unit unit) const;

    const Model &m_model;
    EvaluationPlan::Lists &m_lists;
    std::vector<ExpressionId> m_rest;
    std::vector<Unit> m_found;
    std::vector<std::uint32_t> m_foundFor; ///< by unit: the collection that last found it
    std::uint32_t m_collection = 0;
};

} // namespace kconfig
