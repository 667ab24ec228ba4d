// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What is learnt from a model that is no evaluation.

#include "question.h"

#include "configuration_state.h"

#include <algorithm>

namespace kconfig::solver {

/// The literals that say what a unit comes to.
std::vector<Literal> Question::outputs(Unit unit) const
{
    const SymbolId id = symbolOf(unit);
    const Symbol &symbol = m_model.symbol(id);
    std::vector<Literal> literals;
    const auto add = [&](const Levels &levels) {
        literals.push_back(levels.atLeastMod);
        literals.push_back(levels.isYes);
    };
    if (!isSecond(unit)) {
        add(m_encoder.visibility(id));
        if (symbol.isChoice)
            add(m_encoder.mode(id));
        return literals;
    }
    if (isTruthType(symbol.type))
        add(m_encoder.value(id));
    const auto list = symbol.isChoice ? m_encoder.selection(id) : m_encoder.texts(id);
    literals.insert(literals.end(), list.begin(), list.end());
    return literals;
}

/// The same by the evaluator.
std::vector<bool> Question::evaluated(const Configuration &edited, Unit unit) const
{
    const SymbolId id = symbolOf(unit);
    const Symbol &symbol = m_model.symbol(id);
    std::vector<bool> values;
    const auto add = [&](Tristate level) {
        values.push_back(level != Tristate::no);
        values.push_back(level == Tristate::yes);
    };
    if (!isSecond(unit)) {
        add(edited.visibility(id));
        if (symbol.isChoice)
            add(ConfigurationAccess::state(edited).evaluator.mode(id));
        return values;
    }
    if (isTruthType(symbol.type))
        add(edited.tristate(id));
    if (symbol.isChoice) {
        for (const SymbolId value : symbol.choiceValues)
            values.push_back(edited.selection(id) == value);
    } else if (!m_encoder.texts(id).empty()) {
        const std::string text = edited.value(id);
        for (const std::string &each : m_domains.texts(id))
            values.push_back(each == text);
    }
    return values;
}

bool Question::agrees(const EditSearch &search, const Configuration &edited, Unit unit)
{
    const std::vector<Literal> literals = outputs(unit);
    const std::vector<bool> values = evaluated(edited, unit);
    for (std::size_t i = 0; i < literals.size(); ++i)
        if (search.isTrue(literals[i]) != values[i])
            return false;
    return true;
}

bool Question::refine(const EditSearch &search, const Configuration &edited)
{
    const auto differing = std::find_if(m_cone.begin(), m_cone.end(),
                                        [&](Unit unit) { return !agrees(search, edited, unit); });
    if (differing == m_cone.end())
        return false;
    learn(search, edited, *differing);
    return true;
}

/// States what a unit comes to when all that it reads is as it is in the model.
void Question::learn(const EditSearch &search, const Configuration &edited, Unit unit)
{
    const SymbolId id = symbolOf(unit);
    if (isSecond(unit) && !m_encoder.texts(id).empty() && !m_model.symbol(id).isChoice)
        m_needsNewDomains = m_domains.mention(id, edited.value(id));
    if (m_needsNewDomains)
        return;
    std::vector<Literal> premises;
    const auto take = [&](Literal literal) {
        premises.push_back(search.isTrue(literal) ? -literal : literal);
    };
    for (const Unit read : m_plan.dependencies(unit))
        for (const Literal literal : outputs(read))
            take(literal);
    if (const Input *input = m_encoder.input(unit))
        for (const Literal state : input->states)
            take(state);
    if (isSecond(unit) && m_model.symbol(id).isChoice)
        premises.push_back(-m_encoder.assumedSelection(
            id, ConfigurationAccess::state(m_configuration).evaluator.users()));
    const std::vector<Literal> literals = outputs(unit);
    const std::vector<bool> values = evaluated(edited, unit);
    std::vector<bool> isTrue;
    for (const Literal literal : literals)
        isTrue.push_back(search.isTrue(literal));
    for (std::size_t i = 0; i < literals.size(); ++i) {
        if (isTrue[i] == values[i])
            continue;
        std::vector<Literal> clause = premises;
        clause.push_back(values[i] ? literals[i] : -literals[i]);
        m_encoder.clauses().add(clause);
    }
}

} // namespace kconfig::solver
