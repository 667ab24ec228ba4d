// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "model_encoder.h"
#include "solver.h"

#include <algorithm>
#include <array>

namespace kconfig {

namespace {

using solver::Clauses;
using solver::Levels;
using solver::Literal;
using solver::ModelEncoder;
using solver::satisfiable;
using solver::unsatisfiable;

constexpr int mostConflicts = 50000; // for one question

class CadicalSolver final : public PossibilitySolver
{
public:
    explicit CadicalSolver(std::shared_ptr<const Model> model)
        : m_model(std::move(model))
    {}

    Answer decide(const Goal &goal, const Surroundings &surroundings) override
    {
        use(surroundings);
        m_conflict.clear();
        std::vector<Literal> literals;
        for (const Condition &condition : goal)
            literals.push_back(literalOf(condition));
        for (const Literal literal : literals)
            solver().assume(literal);
        const int result = solve();
        if (result == unsatisfiable) {
            for (std::size_t i = 0; i < literals.size(); ++i)
                if (solver().failed(literals[i]))
                    m_conflict.push_back(i);
            return Answer::impossible;
        }
        return result == satisfiable ? Answer::possible : Answer::unknown;
    }

    std::vector<Answer> decideAll(std::span<const Goal> goals, const Surroundings &surroundings,
                                  const std::function<bool()> &cancelled) override
    {
        use(surroundings);
        std::vector<Answer> answers(goals.size(), Answer::unknown);
        std::vector<Literal> literals(goals.size());
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < goals.size(); ++i) {
            std::vector<Literal> parts;
            for (const Condition &condition : goals[i])
                parts.push_back(literalOf(condition));
            literals[i] = clauses().all(parts);
            open.push_back(i);
            solver().phase(literals[i]); // fulfil as many at a time as there is room for
        }
        // Together as long as that fulfils a good number of them with one answer, then each alone.
        constexpr std::size_t goodShare = 50;
        bool together = true;
        while (!open.empty() && !(cancelled && cancelled())) {
            if (together) {
                for (const std::size_t i : open)
                    solver().constrain(literals[i]);
                solver().constrain(0);
            } else {
                solver().assume(literals[open.back()]);
            }
            const int result = solve();
            const std::size_t before = open.size();
            const std::size_t asked = open.back();
            if (result == satisfiable) {
                settle(open, [&](std::size_t i) {
                    answers[i] = isTrue(literals[i]) ? Answer::possible : Answer::unknown;
                    return answers[i] == Answer::possible;
                });
            } else if (result == unsatisfiable && together) {
                for (const std::size_t i : open)
                    answers[i] = Answer::impossible;
                open.clear();
            }
            // What can't be at all is known without a question.
            if (together)
                settle(open, [&](std::size_t i) {
                    if (solver().fixed(literals[i]) >= 0)
                        return false;
                    answers[i] = Answer::impossible;
                    return true;
                });
            if (!together && result != satisfiable) {
                answers[asked] = result == unsatisfiable ? Answer::impossible : Answer::unknown;
                open.pop_back();
            } else if (!together && open.size() == before) {
                open.pop_back(); // can't be; better no answer than none ever
            }
            together = together && (before - open.size()) * goodShare > before;
        }
        for (const Literal literal : literals)
            solver().unphase(literal);
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
                const Levels &levels = encoder().symbols().levels(id);
                const Tristate value = isTrue(levels.isYes)        ? Tristate::yes
                                       : isTrue(levels.atLeastMod) ? Tristate::mod
                                                                   : Tristate::no;
                UserValues &list = symbol.isChoice                                     ? choices
                                   : symbol.choice.isValid() && value == Tristate::yes ? chosen
                                                                                       : values;
                list.emplace_back(id, std::string(1, letter(value)));
                continue;
            }
            for (const auto &region : encoder().symbols().regions(id))
                if (isTrue(region.literal) && !region.example.empty())
                    values.emplace_back(id, region.example);
        }
        values.insert(values.end(), chosen.begin(), chosen.end());
        values.insert(values.end(), choices.begin(), choices.end());
        return values;
    }

    std::vector<std::size_t> conflict() const override { return m_conflict; }

    void prefer(const Configuration &configuration) override
    {
        use({});
        const auto symbols = m_model->symbols();
        for (std::uint32_t i = 0; i < symbols.size(); ++i) {
            const SymbolType type = symbols[i].type;
            if (!symbols[i].isDefined() ||
                (type != SymbolType::boolean && type != SymbolType::tristate))
                continue;
            const Levels &levels = encoder().symbols().levels(SymbolId{i});
            const Tristate value = configuration.tristate(SymbolId{i});
            solver().phase(value == Tristate::no ? -levels.atLeastMod : levels.atLeastMod);
            if (levels.isYes != levels.atLeastMod)
                solver().phase(value == Tristate::yes ? levels.isYes : -levels.isYes);
        }
    }

private:
    [[nodiscard]] Clauses &clauses() const { return encoder().clauses(); }
    [[nodiscard]] CaDiCaL::Solver &solver() const { return encoder().clauses().solver(); }

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
                ? encoder().symbols().levels(condition.symbol).at(condition.level)
                : encoder().expressions().atLeast(condition.expression, condition.level);
        return condition.holds ? literal : -literal;
    }

    /// Turns to the formula for these surroundings. Each has its own, so that what follows from the
    /// surroundings is worked out once.
    void use(const Surroundings &surroundings)
    {
        m_current = (surroundings.undefinedAreNo ? 1 : 0) + (surroundings.macrosStay ? 2 : 0);
        std::unique_ptr<ModelEncoder> &encoder = m_encoders[m_current];
        if (encoder)
            return;
        encoder = std::make_unique<ModelEncoder>(*m_model);
        if (surroundings.undefinedAreNo)
            encoder->clauses().add({encoder->undefinedAreNo()});
        if (surroundings.macrosStay)
            encoder->clauses().add({encoder->expressions().macrosStay()});
    }

    /// Takes those out of a list that the function says are settled.
    template <typename Function>
    static void settle(std::vector<std::size_t> &open, const Function &isSettled)
    {
        open.erase(std::remove_if(open.begin(), open.end(), isSettled), open.end());
    }

    [[nodiscard]] ModelEncoder &encoder() const { return *m_encoders[m_current]; }

    [[nodiscard]] int solve()
    {
        solver().limit("conflicts", mostConflicts);
        return solver().solve();
    }

    [[nodiscard]] bool isTrue(Literal literal) const
    {
        // Asked for a variable only: of negated literals CaDiCaL 1.5 and 1.9 think differently.
        const int variable = literal < 0 ? -literal : literal;
        return (solver().val(variable) > 0) == (literal > 0);
    }

    std::shared_ptr<const Model> m_model;
    std::array<std::unique_ptr<ModelEncoder>, 4> m_encoders; ///< by surroundings
    std::size_t m_current = 0;
    std::vector<std::size_t> m_conflict;
};

} // namespace

std::unique_ptr<PossibilitySolver> makeSolver(std::shared_ptr<const Model> model)
{
    return std::make_unique<CadicalSolver>(std::move(model));
}

} // namespace kconfig
