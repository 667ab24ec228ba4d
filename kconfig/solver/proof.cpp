// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "proof.h"

#include "evaluation_encoder.h"
#include "question.h"
#include "solver.h"

namespace kconfig::solver {

namespace {

/// A rule that can be switched off.
struct Switch
{
    Literal isOn;
    RuleGroup rule;
};

class Prover
{
public:
    Prover(const Model &model, TextDomains &domains, const Patience &patience)
        : m_model(model)
        , m_domains(domains)
        , m_patience(patience)
        , m_encoder(model, domains, Rules::switchable)
    {}

    Proof prove(std::span<const Wish> wishes, std::span<const Kept> keep, bool withDimacs)
    {
        ModelAccess::plan(m_model).prepare();
        if (withDimacs)
            m_encoder.clauses().startRecord();
        std::vector<Unit> wanted;
        for (const Wish &wish : wishes)
            wanted.push_back(secondUnit(wish.symbol));
        for (const Kept &kept : keep)
            wanted.push_back(secondUnit(kept.symbol));
        const std::vector<Unit> cone = coneOf(ModelAccess::plan(m_model), wanted);
        m_encoder.encode(cone);
        for (const Wish &wish : wishes)
            for (const Literal literal :
                 demand(m_encoder, m_domains, m_model, wish.symbol, wish.value))
                m_encoder.clauses().add({literal});
        std::vector<Switch> switches = switchesOf(cone);
        for (const Kept &kept : keep)
            switches.push_back(keepSwitch(kept));
        Proof proof;
        if (!isRefuted(switches))
            return proof;
        proof.isProven = true;
        shrink(switches);
        std::vector<Literal> on;
        for (const Switch &each : switches) {
            proof.rules.push_back(each.rule);
            on.push_back(each.isOn);
        }
        // Demands that exclude each other whatever the rules are: it is their own that say so.
        for (const Wish &wish : wishes)
            if (on.empty())
                proof.rules.push_back({RuleGroup::Kind::whole, wish.symbol, {}, {}, {}});
        if (withDimacs)
            proof.dimacs = m_encoder.clauses().dimacs(on);
        return proof;
    }

private:
    [[nodiscard]] std::vector<Switch> switchesOf(std::span<const Unit> cone) const
    {
        std::vector<Switch> switches;
        // What is nearest to the wishes comes first, and stays when there is a choice.
        for (auto unit = cone.rbegin(); unit != cone.rend(); ++unit) {
            const SymbolId id = symbolOf(*unit);
            const Literal isOn = m_encoder.rulesOf(id);
            // A value of a choice can be there with its first unit only.
            const bool isLast = isSecond(*unit) || !m_encoder.isEncoded(secondUnit(id));
            if (isOn != 0 && isLast)
                switches.push_back({isOn, {RuleGroup::Kind::whole, id, {}, {}, {}}});
        }
        return switches;
    }

    Switch keepSwitch(const Kept &kept)
    {
        Clauses &clauses = m_encoder.clauses();
        const Literal isOn = clauses.variable();
        for (const Literal literal : demand(m_encoder, m_domains, m_model, kept.symbol, kept.value))
            clauses.add({-isOn, literal});
        return {isOn, {RuleGroup::Kind::kept, kept.symbol, {}, {}, kept.value}};
    }

    /// Whether the rules exclude the demands. Those not needed for that are taken out.
    bool isRefuted(std::vector<Switch> &switches)
    {
        CaDiCaL::Solver &solver = m_encoder.clauses().solver();
        if (m_patience.isOver())
            return false;
        for (const Switch &each : switches)
            solver.assume(each.isOn);
        const Watch watch(solver, m_patience);
        if (solver.solve() != unsatisfiable)
            return false;
        std::vector<Switch> failed;
        for (const Switch &each : switches)
            if (solver.failed(each.isOn))
                failed.push_back(each);
        switches = std::move(failed);
        return true;
    }

    void shrink(std::vector<Switch> &switches)
    {
        for (std::size_t before = switches.size() + 1; switches.size() < before;) {
            before = switches.size();
            if (!isRefuted(switches))
                return;
        }
        // From the far end on: the story should stay near the wishes.
        for (std::size_t i = switches.size(); i-- > 0;) {
            std::vector<Switch> without = switches;
            without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
            if (!isRefuted(without))
                continue;
            switches = std::move(without);
            i = std::min(i, switches.size());
        }
    }

    const Model &m_model;
    TextDomains &m_domains;
    const Patience &m_patience;
    EvaluationEncoder m_encoder;
};

} // namespace

Proof prove(const Model &model, TextDomains &domains, std::span<const Wish> wishes,
            std::span<const Kept> keep, const Patience &patience, bool withDimacs)
{
    return Prover(model, domains, patience).prove(wishes, keep, withDimacs);
}

} // namespace kconfig::solver

std::string kconfig::proofAsDimacs(const Model &model, std::span<const Wish> wishes)
{
    solver::TextDomains domains(model);
    for (const Wish &wish : wishes)
        if (!domains.texts(wish.symbol).empty())
            (void)domains.mention(wish.symbol, wish.value);
    return solver::prove(model, domains, wishes, {}, {}, true).dimacs;
}
