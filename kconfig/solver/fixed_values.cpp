// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "fixed_values.h"

#include "evaluation_encoder.h"

#include "configuration_state.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>

namespace kconfig::solver {

namespace {

/// Some very different configurations show most of what there is; what they don't show is asked one
/// by one, each on its own cone.
class FixedValues
{
public:
    FixedValues(const std::shared_ptr<const Model> &model, TextDomains &domains,
                const Patience &patience)
        : m_sharedModel(model)
        , m_model(*model)
        , m_plan(ModelAccess::plan(*model))
        , m_domains(domains)
        , m_patience(patience)
        , m_seen(model->symbols().size())
    {}

    Resolver::Fixed find()
    {
        look();
        Resolver::Fixed fixed;
        for (const Unit unit : m_plan.order()) { // neighbours have much of their cones in common
            const SymbolId id = symbolOf(unit);
            if (!isSecond(unit) || !isCandidate(id))
                continue;
            const bool canBeOn = m_seen[id.index].on || ask(id, true, fixed);
            const bool canBeOff = m_seen[id.index].off || ask(id, false, fixed);
            if (!canBeOn)
                fixed.dead.push_back(id);
            if (!canBeOff)
                fixed.alwaysOn.push_back(id);
        }
        for (std::vector<SymbolId> *list : {&fixed.dead, &fixed.alwaysOn, &fixed.unknown}) {
            std::sort(list->begin(), list->end(),
                      [](SymbolId a, SymbolId b) { return a.index < b.index; });
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
        return fixed;
    }

private:
    struct Seen
    {
        bool on = false, off = false;
    };

    [[nodiscard]] bool isCandidate(SymbolId id) const
    {
        const Symbol &symbol = m_model.symbol(id);
        return symbol.isDefined() && !symbol.isConstant && !symbol.isChoice &&
               isTruthType(symbol.type);
    }

    void look()
    {
        constexpr int randomOnes = 8;
        std::mt19937 random(1); // NOLINT: the same configurations every time
        for (int i = -3; i < randomOnes && !m_patience.isOver(); ++i) {
            Configuration sample(m_sharedModel);
            for (std::uint32_t index = 0; index < m_model.symbols().size(); ++index) {
                const SymbolId id{index};
                const Symbol &symbol = m_model.symbol(id);
                if (!symbol.choiceValues.empty() && i >= 0)
                    sample.assume(symbol.choiceValues[random() % symbol.choiceValues.size()], "y");
                if (!isCandidate(id) || symbol.choice.isValid())
                    continue;
                const char *letters[] = {"y", "m", "n"};
                const unsigned often = 1 + static_cast<unsigned>(std::max(i, 0)) % 4;
                sample.assume(id, i < 0 ? letters[i + 3] : random() % 5 < often ? "y" : "n");
            }
            for (std::uint32_t index = 0; index < m_seen.size(); ++index)
                note(SymbolId{index}, sample.tristate(SymbolId{index}) != Tristate::no);
        }
    }

    void note(SymbolId id, bool isOn)
    {
        (isOn ? m_seen[id.index].on : m_seen[id.index].off) = true;
    }

    /// Whether the symbol can be on (off); true also where that is not known.
    bool ask(SymbolId id, bool on, Resolver::Fixed &fixed)
    {
        const Unit wanted = secondUnit(id);
        const std::vector<Unit> cone = coneOf(m_plan, std::span(&wanted, 1));
        constexpr std::size_t spare = 1000;
        if (m_encoder && m_encoder->unitCount() > cone.size() + spare)
            m_encoder.reset();
        if (!m_encoder)
            m_encoder = std::make_unique<EvaluationEncoder>(m_model, m_domains);
        m_encoder->encode(cone);
        CaDiCaL::Solver &solver = m_encoder->clauses().solver();
        const Literal isOn = m_encoder->value(id).atLeastMod;
        int result = 0;
        if (!m_patience.isOver()) {
            const Watch watch(solver, m_patience);
            solver.assume(on ? isOn : -isOn);
            result = solver.solve();
        }
        if (result == unsatisfiable)
            return false;
        if (result != satisfiable) {
            fixed.unknown.push_back(id);
            return true;
        }
        for (const Unit unit : cone) {
            if (!isSecond(unit))
                continue;
            const Literal literal = m_encoder->value(symbolOf(unit)).atLeastMod;
            note(symbolOf(unit), (solver.val(std::abs(literal)) > 0) == (literal > 0));
        }
        return true;
    }

    const std::shared_ptr<const Model> &m_sharedModel;
    const Model &m_model;
    const EvaluationPlan &m_plan;
    TextDomains &m_domains;
    const Patience &m_patience;
    std::unique_ptr<EvaluationEncoder> m_encoder;
    std::vector<Seen> m_seen;
};

} // namespace

Resolver::Fixed findFixed(const std::shared_ptr<const Model> &model, TextDomains &domains,
                          const Patience &patience)
{
    return FixedValues(model, domains, patience).find();
}

} // namespace kconfig::solver
