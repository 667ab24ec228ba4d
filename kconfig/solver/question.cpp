// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "question.h"

#include "configuration_state.h"
#include "values.h"

#include <algorithm>

namespace kconfig::solver {

namespace {

constexpr std::string_view letters = "nmy";

Tristate levelIn(const EditSearch &search, const Levels &levels)
{
    return search.isTrue(levels.isYes)        ? Tristate::yes
           : search.isTrue(levels.atLeastMod) ? Tristate::mod
                                              : Tristate::no;
}

} // namespace

bool isSameValue(SymbolType type, const std::string &value, const std::string &wish)
{
    if (value == wish)
        return true;
    if ((type != SymbolType::integer && type != SymbolType::hex) || !isValidValue(type, value) ||
        !isValidValue(type, wish))
        return false;
    const int base = baseOf(type, 10);
    return numberOf(value, base) == numberOf(wish, base);
}

std::vector<Literal> demand(EvaluationEncoder &encoder, TextDomains &domains, const Model &model,
                            SymbolId symbol, const std::string &value)
{
    const SymbolType type = model.symbol(symbol).type;
    if (isTruthType(type)) {
        const Levels &levels = encoder.value(symbol);
        switch (truthOf(value).value_or(Tristate::no)) {
        case Tristate::yes:
            return {levels.isYes};
        case Tristate::mod:
            return {levels.atLeastMod, -levels.isYes};
        default:
            return {-levels.atLeastMod};
        }
    }
    const std::vector<std::string> &texts = domains.texts(symbol);
    const std::span<const Literal> literals = encoder.texts(symbol);
    std::vector<Literal> suitable;
    for (std::size_t i = 0; i < literals.size(); ++i)
        if (isSameValue(type, texts[i], value))
            suitable.push_back(literals[i]);
    return {encoder.clauses().any(suitable)};
}

Question::Question(EvaluationEncoder &encoder, TextDomains &domains,
                   const Configuration &configuration, std::span<const Unit> cone)
    : m_encoder(encoder)
    , m_domains(domains)
    , m_configuration(configuration)
    , m_model(configuration.model())
    , m_plan(ModelAccess::plan(m_model))
    , m_cone(cone)
{}

std::vector<Literal> Question::assumptions()
{
    std::vector<Literal> literals;
    const UserStore &users = ConfigurationAccess::state(m_configuration).evaluator.users();
    for (const Unit unit : m_cone)
        if (isSecond(unit) && m_model.symbol(symbolOf(unit)).isChoice)
            literals.push_back(m_encoder.assumedSelection(symbolOf(unit), users));
    return literals;
}

/// The state that an input has in the configuration.
std::size_t Question::currentState(const Input &input) const
{
    if (input.kind == Input::Kind::selection)
        return 0;
    const auto user = ConfigurationAccess::state(m_configuration).evaluator.user(input.symbol);
    if (!user.isSet)
        return 0;
    if (input.kind == Input::Kind::truth) {
        const bool isBool = input.states[2] == input.states[3];
        return user.tristate == Tristate::mod && isBool
                   ? 3
                   : 1 + static_cast<std::size_t>(user.tristate);
    }
    const std::vector<std::string> &texts = m_domains.texts(input.symbol);
    const auto found = std::lower_bound(texts.begin(), texts.end(), user.text);
    return static_cast<std::size_t>(found - texts.begin()) + 1;
}

std::vector<Stake> Question::stakes()
{
    std::vector<Stake> stakes;
    for (const Unit unit : m_cone) {
        const Input *input = m_encoder.input(unit);
        if (input == nullptr)
            continue;
        const std::size_t current = currentState(*input);
        const bool isSaid = current != 0; // nobody can take back what was said
        stakes.push_back({input->states[current], isSaid ? -input->states[0] : Clauses::yes()});
    }
    return stakes;
}

std::vector<Literal> Question::unreachable()
{
    std::vector<Literal> literals;
    for (const Unit unit : m_cone) {
        const Input *input = m_encoder.input(unit);
        if (input == nullptr || input->kind != Input::Kind::text)
            continue;
        const std::vector<std::string> &texts = m_domains.texts(input->symbol);
        const std::size_t current = currentState(*input);
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (i + 1 != current && !m_domains.isForUser(input->symbol, texts[i]))
                literals.push_back(input->states[i + 1]);
        if (input->states.size() > texts.size() + 1)
            literals.push_back(input->states.back()); // a text that nobody knows
    }
    return literals;
}

std::vector<FoundEdit> Question::edits(const EditSearch &search) const
{
    std::vector<FoundEdit> edits;
    for (const Unit unit : m_cone) {
        const Input *input = m_encoder.input(unit);
        if (input == nullptr)
            continue;
        const std::size_t current = currentState(*input);
        if (search.isTrue(input->states[current]))
            continue;
        FoundEdit found;
        found.edit.symbol = input->symbol;
        found.rank = m_plan.rank(unit);
        found.otherwise = input->states[current];
        const auto state = std::find_if(input->states.begin(), input->states.end(),
                                        [&](Literal each) { return search.isTrue(each); });
        const auto place = static_cast<std::size_t>(state - input->states.begin());
        switch (input->kind) {
        case Input::Kind::truth: {
            const bool isChoice = m_model.symbol(input->symbol).isChoice;
            const Levels &levels =
                isChoice ? m_encoder.mode(input->symbol) : m_encoder.value(input->symbol);
            found.edit.value =
                std::string(1, letters[static_cast<std::size_t>(levelIn(search, levels))]);
            break;
        }
        case Input::Kind::selection:
            found.edit.symbol = m_model.symbol(input->symbol).choiceValues[place - 1];
            found.edit.value = "y";
            found.otherwise = -input->states[place];
            break;
        case Input::Kind::text: {
            // Out of its range it would be brought back to a bound; then the bound is the edit.
            const std::span<const Literal> literals = m_encoder.texts(input->symbol);
            const auto text = std::find_if(literals.begin(), literals.end(),
                                           [&](Literal each) { return search.isTrue(each); });
            const std::size_t at = text != literals.end()
                                       ? static_cast<std::size_t>(text - literals.begin())
                                       : place - 1;
            found.edit.value = m_domains.texts(input->symbol)[at];
            break;
        }
        }
        edits.push_back(std::move(found));
    }
    return edits;
}

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
