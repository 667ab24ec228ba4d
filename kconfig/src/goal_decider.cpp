// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "goal_decider.h"

#include "configuration_state.h"

#include <random>

namespace kconfig {

bool isFulfilled(const Configuration &configuration, const Goal &goal)
{
    for (const Condition &condition : goal) {
        const Tristate value = condition.symbol.isValid()
                                   ? configuration.tristate(condition.symbol)
                                   : configuration.evaluate(condition.expression);
        if ((value >= condition.level) != condition.holds)
            return false;
    }
    return true;
}

GoalDecider::GoalDecider(LintContext &context)
    : m_context(context)
{}

void GoalDecider::makeSamples()
{
    constexpr int randomOnes = 8;
    if (!m_samples.empty())
        return;
    const std::shared_ptr<const Model> &model = m_context.tree().model;
    m_samples.emplace_back(model);
    const auto add = [&](const auto &choose) {
        Configuration &sample = m_samples.emplace_back(model);
        for (std::uint32_t i = 0; i < model->symbols().size(); ++i) {
            const Symbol &symbol = model->symbols()[i];
            if (isTruthType(symbol.type) && !symbol.choice.isValid() && symbol.isDefined() &&
                m_context.hasPrompt(SymbolId{i}))
                sample.assume(SymbolId{i}, std::string(1, letter(choose(SymbolId{i}))));
        }
        return &sample;
    };
    for (const Tristate value : {Tristate::yes, Tristate::mod, Tristate::no})
        add([value](SymbolId) { return value; });
    std::mt19937 random(1); // NOLINT: the same samples every time
    for (int i = 0; i < randomOnes; ++i) {
        const unsigned often = 1 + static_cast<unsigned>(i) % 4;
        Configuration *sample = add([&](SymbolId) {
            return random() % 5 < often ? (random() % 3 == 0 ? Tristate::mod : Tristate::yes)
                                        : Tristate::no;
        });
        for (const Symbol &symbol : model->symbols())
            if (symbol.isChoice && !symbol.choiceValues.empty())
                sample->assume(symbol.choiceValues[random() % symbol.choiceValues.size()], "y");
    }
}

std::vector<GoalDecider::Verdict> GoalDecider::decide(std::span<const Goal> goals)
{
    makeSamples();
    std::vector<Verdict> verdicts(goals.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        for (const Configuration &sample : m_samples) {
            if (isFulfilled(sample, goals[i])) {
                verdicts[i] = {PossibilitySolver::Answer::possible, true};
                break;
            }
        }
        if (!verdicts[i].isShown)
            open.push_back(i);
    }
    std::vector<Goal> rest;
    for (const std::size_t i : open)
        rest.push_back(goals[i]);
    const auto answers = m_context.solver()->decideAll(rest, {}, m_context.cancelled());
    for (std::size_t i = 0; i < open.size(); ++i)
        verdicts[open[i]].answer = answers[i];
    return verdicts;
}

std::optional<UserValues> GoalDecider::smallWitness(const Goal &goal)
{
    makeSamples();
    PossibilitySolver &solver = *m_context.solver();
    if (!m_preferred)
        solver.prefer(m_samples.front());
    m_preferred = true;
    if (solver.decide(goal, {}) != PossibilitySolver::Answer::possible)
        return std::nullopt;
    UserValues values;
    for (auto &[symbol, value] : solver.witness())
        if (m_samples.front().value(symbol) != value)
            values.emplace_back(symbol, std::move(value));
    if (!reduce(values, goal))
        return std::nullopt;
    return values;
}

/// Leaves out what the goal does not need, large pieces first; false when the values do not fulfil
/// the goal at all.
bool GoalDecider::reduce(UserValues &values, const Goal &goal) const
{
    const auto works = [&](const UserValues &candidate) {
        Configuration configuration = m_samples.front();
        for (const auto &[symbol, value] : candidate)
            configuration.assume(symbol, value);
        return isFulfilled(configuration, goal);
    };
    if (!works(values))
        return false;
    for (std::size_t piece = (values.size() + 1) / 2; piece > 0 && !values.empty();
         piece = piece == 1 ? 0 : (piece + 1) / 2) {
        for (std::size_t at = 0; at < values.size();) {
            UserValues without(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at));
            const std::size_t end = std::min(at + piece, values.size());
            without.insert(without.end(), values.begin() + static_cast<std::ptrdiff_t>(end),
                           values.end());
            if (works(without))
                values = std::move(without);
            else
                at = end;
        }
    }
    return true;
}

} // namespace kconfig
