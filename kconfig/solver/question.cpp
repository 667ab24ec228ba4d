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
    return compareValues(type, value, type, wish) == 0;
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
{
    for (const Unit unit : cone) {
        const Symbol &symbol = m_model.symbol(symbolOf(unit));
        if (isSecond(unit) && symbol.isChoice && symbol.type == SymbolType::tristate &&
            m_model.dialect() != Dialect::linux_6_12)
            offerEarlyPicks(symbolOf(unit));
    }
}

void Question::offerEarlyPicks(SymbolId choice)
{
    const Input *modeInput = m_encoder.input(firstUnit(choice));
    if (modeInput == nullptr)
        return;
    const Evaluator &evaluator = ConfigurationAccess::state(m_configuration).evaluator;
    const auto &values = m_model.symbol(choice).choiceValues;
    const std::span<const Literal> pickedLate =
        std::span(m_encoder.input(secondUnit(choice))->states).subspan(1);
    Clauses &clauses = m_encoder.clauses();
    const EvaluationEncoder::WhileYes before = m_encoder.whileYes(choice, currentState(*modeInput));
    std::vector<EarlyPick> picks;
    std::vector<Literal> literals;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Literal isPicked = clauses.variable();
        picks.push_back({choice, values[i], isPicked, clauses.either(isPicked, pickedLate[i])});
        literals.push_back(isPicked);
        clauses.add({-isPicked, before.isYes});
        clauses.add({-isPicked, before.visible[i]});
        // While the choice stays y there is no difference to picking the value then.
        clauses.add({-isPicked, -m_encoder.mode(choice).isYes});
    }
    if (picks.empty())
        return;
    clauses.addAtMostOne(literals);
    const Literal none = -clauses.any(literals);
    m_noEarlyPick.push_back(none);
    constexpr std::size_t no = 1;
    constexpr std::size_t yes = 3;
    // The choice itself is said to be y then, the value too, and the others n that can be seen or
    // were y.
    m_stays[firstUnit(choice)] =
        clauses.either(clauses.both(none, modeInput->states[currentState(*modeInput)]),
                       clauses.both(-none, modeInput->states[yes]));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Unit unit = secondUnit(values[i]);
        const Input *input = m_encoder.isEncoded(unit) ? m_encoder.input(unit) : nullptr;
        if (input == nullptr)
            continue;
        const UserValue user = evaluator.user(values[i]);
        const bool wasYes = user.isSet && user.tristate == Tristate::yes;
        const Literal isTakenBack = wasYes ? Clauses::yes() : before.visible[i];
        const Literal isAsBefore = input->states[currentState(*input)];
        const Literal whenOther = clauses.either(clauses.both(isTakenBack, input->states[no]),
                                                 clauses.both(-isTakenBack, isAsBefore));
        std::vector<Literal> cases{clauses.both(none, isAsBefore)};
        for (std::size_t j = 0; j < picks.size(); ++j)
            cases.push_back(
                clauses.both(picks[j].isPicked, i == j ? input->states[yes] : whenOther));
        m_stays[unit] = clauses.any(cases);
    }
    m_earlyPicks.insert(m_earlyPicks.end(), picks.begin(), picks.end());
}

/// "The input is as it was": as the user has said before, or by an early pick.
Literal Question::stays(Unit unit, const Input &input) const
{
    const auto found = m_stays.find(unit);
    return found != m_stays.end() ? found->second : input.states[currentState(input)];
}

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
        stakes.push_back({stays(unit, *input), isSaid ? -input->states[0] : Clauses::yes()});
    }
    for (const Literal none : m_noEarlyPick)
        stakes.push_back({none, Clauses::yes()});
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
    const auto edited = [&](SymbolId value, Literal otherwise) {
        for (const EarlyPick &pick : m_earlyPicks)
            if (pick.value == value)
                return -pick.isEdited; // the same edit to a user, early or not
        return otherwise;
    };
    // An early pick and what its choice becomes after it wait for whatever decides what can be
    // seen of the choice.
    std::vector<SymbolId> lateModes;
    for (const EarlyPick &pick : m_earlyPicks) {
        if (!search.isTrue(pick.isPicked))
            continue;
        const std::uint32_t rank = 3 * m_plan.rank(secondUnit(pick.choice));
        edits.push_back({{pick.value, "y"}, rank, -pick.isEdited});
        lateModes.push_back(pick.choice);
    }
    for (const Unit unit : m_cone) {
        const Input *input = m_encoder.input(unit);
        if (input == nullptr)
            continue;
        const Literal unedited = stays(unit, *input);
        if (search.isTrue(unedited))
            continue;
        FoundEdit found;
        found.edit.symbol = input->symbol;
        const bool isLate = !isSecond(unit) && std::find(lateModes.begin(), lateModes.end(),
                                                         input->symbol) != lateModes.end();
        found.rank =
            isLate ? 3 * m_plan.rank(secondUnit(input->symbol)) + 1 : 3 * m_plan.rank(unit) + 2;
        found.otherwise = unedited;
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
            found.otherwise = edited(found.edit.symbol, -input->states[place]);
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

std::vector<Literal> Question::otherEdits(const EditSearch &search) const
{
    std::vector<Literal> literals;
    for (const EarlyPick &pick : m_earlyPicks)
        literals.push_back(search.isTrue(pick.isPicked) ? -pick.isPicked : pick.isPicked);
    for (const Unit unit : m_cone) {
        const Input *input = m_encoder.input(unit);
        if (input == nullptr)
            continue;
        const Literal unedited = stays(unit, *input);
        if (search.isTrue(unedited)) {
            literals.push_back(-unedited);
            continue;
        }
        for (const Literal state : input->states)
            if (search.isTrue(state))
                literals.push_back(-state);
    }
    return literals;
}

bool Question::mayChangeWhenRead(const Configuration &edited) const
{
    // What is written counts as said by the user, who can say no more than the prompt allows; a
    // choice that is m is known by its values only; what a hidden value of a choice has by default
    // picks it; and numbers outside their range are not heeded.
    return std::any_of(m_cone.begin(), m_cone.end(), [&](Unit unit) {
        const SymbolId id = symbolOf(unit);
        const Symbol &symbol = m_model.symbol(id);
        if (!isSecond(unit) || !symbol.isDefined())
            return false;
        if (symbol.type == SymbolType::integer || symbol.type == SymbolType::hex)
            return !ConfigurationAccess::state(edited).isInRange(id, edited.value(id));
        const Tristate value = edited.tristate(id);
        if (symbol.isChoice)
            return value == Tristate::mod ||
                   ConfigurationAccess::state(edited).evaluator.mode(id) != value;
        if (symbol.choice.isValid())
            return value != Tristate::no && edited.visibility(id) == Tristate::no;
        return value == Tristate::yes && edited.visibility(id) == Tristate::mod;
    });
}

} // namespace kconfig::solver
