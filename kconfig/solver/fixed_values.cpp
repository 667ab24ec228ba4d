// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "fixed_values.h"

#include "evaluation_encoder.h"

#include "configuration_state.h"

#include <algorithm>

namespace kconfig::solver {

namespace {

constexpr int satisfiable = 10; // what CaDiCaL::Solver::solve() returns
constexpr int unsatisfiable = 20;

/// A symbol that is n, or is not, and may never be.
struct Candidate
{
    SymbolId symbol;
    Literal literal; ///< true in a configuration that shows the opposite
    bool isDead;     ///< else: always on
};

class FixedValues
{
public:
    FixedValues(const Model &model, TextDomains &domains, const Patience &patience)
        : m_model(model)
        , m_patience(patience)
        , m_encoder(model, domains)
    {}

    Resolver::Fixed find()
    {
        std::vector<Unit> wanted;
        for (std::uint32_t i = 0; i < m_model.symbols().size(); ++i)
            if (isCandidate(SymbolId{i}))
                wanted.push_back(secondUnit(SymbolId{i}));
        m_encoder.encode(coneOf(ModelAccess::plan(m_model), wanted));
        for (const Unit unit : wanted) {
            const Literal isOn = m_encoder.value(symbolOf(unit)).atLeastMod;
            m_open.push_back({symbolOf(unit), isOn, true});
            m_open.push_back({symbolOf(unit), -isOn, false});
        }
        decide();
        for (const Candidate &candidate : m_open)
            m_fixed.unknown.push_back(candidate.symbol);
        for (std::vector<SymbolId> *list : {&m_fixed.dead, &m_fixed.alwaysOn, &m_fixed.unknown}) {
            std::sort(list->begin(), list->end(),
                      [](SymbolId a, SymbolId b) { return a.index < b.index; });
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
        return std::move(m_fixed);
    }

private:
    [[nodiscard]] bool isCandidate(SymbolId id) const
    {
        const Symbol &symbol = m_model.symbol(id);
        return symbol.isDefined() && !symbol.isConstant && !symbol.isChoice &&
               isTruthType(symbol.type);
    }

    void settle(const Candidate &candidate)
    {
        (candidate.isDead ? m_fixed.dead : m_fixed.alwaysOn).push_back(candidate.symbol);
    }

    template <typename Function>
    void remove(const Function &isSettled)
    {
        m_open.erase(std::remove_if(m_open.begin(), m_open.end(), isSettled), m_open.end());
    }

    /// As many as possible by one answer, as long as that gets on; then each alone.
    void decide()
    {
        constexpr std::size_t goodShare = 100;
        CaDiCaL::Solver &solver = m_encoder.clauses().solver();
        const Watch watch(solver, m_patience);
        const auto isShown = [&](const Candidate &candidate) {
            const int variable = std::abs(candidate.literal);
            return (solver.val(variable) > 0) == (candidate.literal > 0);
        };
        bool together = true;
        while (!m_open.empty() && !m_patience.isOver()) {
            const std::size_t before = m_open.size();
            const Candidate last = m_open.back();
            if (together) {
                for (const Candidate &candidate : m_open) {
                    solver.phase(candidate.literal);
                    solver.constrain(candidate.literal);
                }
                solver.constrain(0);
            } else {
                solver.assume(last.literal);
            }
            const int result = solver.solve();
            if (result == satisfiable) {
                remove(isShown);
            } else if (result != unsatisfiable) {
                return;
            } else if (together) {
                for (const Candidate &candidate : m_open)
                    settle(candidate);
                m_open.clear();
            } else {
                settle(last);
                m_open.pop_back();
            }
            together = together && (before - m_open.size()) * goodShare > before;
        }
    }

    const Model &m_model;
    const Patience &m_patience;
    EvaluationEncoder m_encoder;
    std::vector<Candidate> m_open;
    Resolver::Fixed m_fixed;
};

} // namespace

Resolver::Fixed findFixed(const Model &model, TextDomains &domains, const Patience &patience)
{
    return FixedValues(model, domains, patience).find();
}

} // namespace kconfig::solver
