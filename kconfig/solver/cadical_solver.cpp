// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "model_encoder.h"
#include "solver.h"

#include <algorithm>

namespace kconfig {

namespace {

using solver::Clauses;
using solver::Levels;
using solver::Literal;
using solver::ModelEncoder;

constexpr int satisfiable = 10; // what CaDiCaL::Solver::solve() returns
constexpr int unsatisfiable = 20;
constexpr int mostConflicts = 50000; // for one question

class CadicalSolver final : public PossibilitySolver
{
public:
    explicit CadicalSolver(std::shared_ptr<const Model> model)
        : m_model(std::move(model))
        , m_encoder(*m_model)
    {}

    Answer decide(const Goal &goal, const Surroundings &surroundings) override
    {
        m_conflict.clear();
        m_undefined.clear();
        std::vector<Literal> literals;
        for (const Condition &condition : goal)
            literals.push_back(literalOf(condition));
        assumeSurroundings(surroundings, true);
        for (const Literal literal : literals)
            solver().assume(literal);
        const int result = solve();
        if (result == unsatisfiable) {
            for (std::size_t i = 0; i < literals.size(); ++i)
                if (solver().failed(literals[i]))
                    m_conflict.push_back(i);
            if (surroundings.undefinedAreNo)
                for (const SymbolId id : m_encoder.symbols().undefinedSymbols())
                    if (solver().failed(m_encoder.symbols().staysUndefined(id)))
                        m_undefined.push_back(id);
            return Answer::impossible;
        }
        return result == satisfiable ? Answer::possible : Answer::unknown;
    }

    std::vector<Answer> decideAll(std::span<const Goal> goals, const Surroundings &surroundings,
                                  const std::function<bool()> &cancelled) override
    {
        std::vector<Answer> answers(goals.size(), Answer::unknown);
        std::vector<Literal> literals(goals.size());
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < goals.size(); ++i) {
            std::vector<Literal> parts;
            for (const Condition &condition : goals[i])
                parts.push_back(literalOf(condition));
            literals[i] = clauses().all(parts);
            if (literals[i] == Clauses::no()) {
                answers[i] = Answer::impossible;
            } else {
                open.push_back(i);
                solver().phase(literals[i]); // fulfil as many at a time as there is room for
            }
        }
        while (!open.empty() && !(cancelled && cancelled())) {
            assumeSurroundings(surroundings, false);
            for (const std::size_t i : open)
                solver().constrain(literals[i]);
            solver().constrain(0);
            const int result = solve();
            if (result == unsatisfiable) {
                for (const std::size_t i : open)
                    answers[i] = Answer::impossible;
                break;
            }
            if (result != satisfiable)
                break;
            std::vector<std::size_t> rest;
            for (const std::size_t i : open) {
                if (isTrue(literals[i])) {
                    answers[i] = Answer::possible;
                    solver().unphase(literals[i]);
                } else {
                    rest.push_back(i);
                }
            }
            if (rest.size() == open.size())
                break; // cannot be; better no answer than none ever
            open = std::move(rest);
        }
        for (const std::size_t i : open)
            solver().unphase(literals[i]);
        return answers;
    }

    UserValues witness() const override
    {
        UserValues values;
        UserValues chosen;
        UserValues choices;
        const auto symbols = m_model->symbols();
        for (std::uint32_t i = 0; i < symbols.size(); ++i) {
            const SymbolId id{i};
            const Symbol &symbol = symbols[i];
            if (!symbol.isDefined() || !hasPrompt(symbol))
                continue;
            if (symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate) {
                const Levels &levels = m_encoder.symbols().levels(id);
                const Tristate value = isTrue(levels.isYes)        ? Tristate::yes
                                       : isTrue(levels.atLeastMod) ? Tristate::mod
                                                                   : Tristate::no;
                UserValues &list = symbol.isChoice                                     ? choices
                                   : symbol.choice.isValid() && value == Tristate::yes ? chosen
                                                                                       : values;
                list.emplace_back(id, std::string(1, letter(value)));
                continue;
            }
            for (const auto &region : m_encoder.symbols().regions(id))
                if (isTrue(region.literal) && !region.example.empty())
                    values.emplace_back(id, region.example);
        }
        values.insert(values.end(), chosen.begin(), chosen.end());
        values.insert(values.end(), choices.begin(), choices.end());
        return values;
    }

    std::vector<std::size_t> conflict() const override { return m_conflict; }
    std::vector<SymbolId> undefinedInConflict() const override { return m_undefined; }

    void prefer(const Configuration &configuration) override
    {
        const auto symbols = m_model->symbols();
        for (std::uint32_t i = 0; i < symbols.size(); ++i) {
            const SymbolType type = symbols[i].type;
            if (!symbols[i].isDefined() ||
                (type != SymbolType::boolean && type != SymbolType::tristate))
                continue;
            const Levels &levels = m_encoder.symbols().levels(SymbolId{i});
            const Tristate value = configuration.tristate(SymbolId{i});
            solver().phase(value == Tristate::no ? -levels.atLeastMod : levels.atLeastMod);
            if (levels.isYes != levels.atLeastMod)
                solver().phase(value == Tristate::yes ? levels.isYes : -levels.isYes);
        }
    }

private:
    [[nodiscard]] Clauses &clauses() { return m_encoder.clauses(); }
    [[nodiscard]] CaDiCaL::Solver &solver() { return m_encoder.clauses().solver(); }

    [[nodiscard]] bool hasPrompt(const Symbol &symbol) const
    {
        return std::any_of(
            symbol.properties.begin(), symbol.properties.end(),
            [this](PropertyId id) { return m_model->property(id).kind == PropertyKind::prompt; });
    }

    [[nodiscard]] Literal literalOf(const Condition &condition)
    {
        const Literal literal =
            condition.symbol.isValid()
                ? m_encoder.symbols().levels(condition.symbol).at(condition.level)
                : m_encoder.expressions().atLeast(condition.expression, condition.level);
        return condition.holds ? literal : -literal;
    }

    void assumeSurroundings(const Surroundings &surroundings, bool oneByOne)
    {
        if (surroundings.macrosStay)
            solver().assume(m_encoder.expressions().macrosStay());
        if (!surroundings.undefinedAreNo)
            return;
        if (!oneByOne) {
            solver().assume(m_encoder.undefinedAreNo());
            return;
        }
        for (const SymbolId id : m_encoder.symbols().undefinedSymbols())
            solver().assume(m_encoder.symbols().staysUndefined(id));
    }

    [[nodiscard]] int solve()
    {
        solver().limit("conflicts", mostConflicts);
        return solver().solve();
    }

    [[nodiscard]] bool isTrue(Literal literal) const
    {
        // Asked for a variable only: of negated literals CaDiCaL 1.5 and 1.9 think differently.
        const int variable = literal < 0 ? -literal : literal;
        return (m_encoder.clauses().solver().val(variable) > 0) == (literal > 0);
    }

    std::shared_ptr<const Model> m_model;
    mutable ModelEncoder m_encoder; ///< asking CaDiCaL for a value is no const function
    std::vector<std::size_t> m_conflict;
    std::vector<SymbolId> m_undefined;
};

} // namespace

std::unique_ptr<PossibilitySolver> makeSolver(std::shared_ptr<const Model> model)
{
    return std::make_unique<CadicalSolver>(std::move(model));
}

} // namespace kconfig
