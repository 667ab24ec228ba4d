// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Units of visibility and of truth values; choices and texts have files of their own.

#include "evaluation_encoder.h"

#include <algorithm>

namespace kconfig::solver {

std::vector<Unit> coneOf(const EvaluationPlan &plan, std::span<const Unit> wanted)
{
    std::vector<Unit> cone;
    std::vector<bool> isFound(plan.order().size());
    const auto reach = [&](Unit unit) {
        if (!isFound[unit])
            cone.push_back(unit);
        isFound[unit] = true;
    };
    for (const Unit unit : wanted)
        reach(unit);
    for (std::size_t i = 0; i < cone.size(); ++i)
        for (const Unit read : plan.dependencies(cone[i]))
            reach(read);
    std::sort(cone.begin(), cone.end(),
              [&](Unit a, Unit b) { return plan.rank(a) < plan.rank(b); });
    return cone;
}

EvaluationEncoder::EvaluationEncoder(const Model &model, TextDomains &domains, Rules rules)
    : m_model(model)
    , m_plan(ModelAccess::plan(model))
    , m_dialect(model.dialect())
    , m_domains(domains)
    , m_isEncoded(model.symbols().size() * 2)
    , m_formulas(model.symbols().size())
    , m_known(model.expressionCount(), Levels{0, 0})
    , m_rules(rules == Rules::fixed ? 0 : model.symbols().size())
{}

void EvaluationEncoder::encode(std::span<const Unit> cone)
{
    for (const Unit unit : cone) {
        if (m_isEncoded[unit])
            continue;
        m_isEncoded[unit] = true;
        ++m_unitCount;
        encodeUnit(unit);
    }
}

void EvaluationEncoder::encodeUnit(Unit unit)
{
    const SymbolId id = symbolOf(unit);
    if (id.index <= Model::constant(Tristate::yes).index)
        return;
    m_unit = unit;
    const Symbol &symbol = m_model.symbol(id);
    if (!isSecond(unit)) {
        encodeVisibility(id);
        if (symbol.isChoice)
            encodeMode(id);
    } else if (symbol.isChoice) {
        encodeSelection(id);
    } else if (symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate) {
        encodeTruth(id);
    } else if (symbol.type != SymbolType::unknown) {
        encodeText(id);
    }
    if (!m_rules.empty())
        makeSwitchable(unit);
}

/// What others read of a unit follows from it only while the symbol's rules are on.
void EvaluationEncoder::makeSwitchable(Unit unit)
{
    const SymbolId id = symbolOf(unit);
    const Symbol &symbol = m_model.symbol(id);
    if (!symbol.isDefined())
        return;
    Literal &isOn = m_rules[id.index];
    if (isOn == 0)
        isOn = m_clauses.variable();
    Formula &formula = m_formulas[id.index];
    if (!isSecond(unit)) {
        if (symbol.isChoice)
            putBehindSwitch(formula.mode, isOn, symbol.type);
        if (symbol.choice.isValid())
            putBehindSwitch(formula.visibility, isOn, symbol.type);
        return;
    }
    if (symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate)
        putBehindSwitch(formula.value, isOn, symbol.type);
    if (formula.lists == 0)
        return;
    for (Literal &literal : m_lists[formula.lists - 1].values)
        putBehindSwitch(literal, isOn);
}

void EvaluationEncoder::putBehindSwitch(Literal &literal, Literal isOn)
{
    const Literal result = m_clauses.variable();
    m_clauses.add({-isOn, -result, literal});
    m_clauses.add({-isOn, result, -literal});
    literal = result;
}

void EvaluationEncoder::putBehindSwitch(Levels &levels, Literal isOn, SymbolType type)
{
    // That a tristate can be no m is among its rules.
    const bool isSame = type != SymbolType::tristate;
    putBehindSwitch(levels.atLeastMod, isOn);
    if (isSame) {
        levels.isYes = levels.atLeastMod;
        return;
    }
    putBehindSwitch(levels.isYes, isOn);
    m_clauses.add({-levels.isYes, levels.atLeastMod});
}

std::span<const Literal> EvaluationEncoder::selection(SymbolId choice) const
{
    return texts(choice);
}

std::span<const Literal> EvaluationEncoder::texts(SymbolId id) const
{
    const std::uint32_t place = m_formulas[id.index].lists;
    return place == 0 ? std::span<const Literal>() : m_lists[place - 1].values;
}

const Input *EvaluationEncoder::input(Unit unit) const
{
    const Formula &formula = m_formulas[symbolOf(unit).index];
    const std::uint32_t place = isSecond(unit) ? formula.secondInput : formula.firstInput;
    return place == 0 ? nullptr : &m_inputs[place - 1];
}

Input &EvaluationEncoder::addInput(Unit unit, Input::Kind kind, std::size_t stateCount)
{
    Input &input = m_inputs.emplace_back();
    input.kind = kind;
    input.symbol = symbolOf(unit);
    input.states.assign(stateCount, Clauses::no());
    Formula &formula = m_formulas[input.symbol.index];
    (isSecond(unit) ? formula.secondInput : formula.firstInput) =
        static_cast<std::uint32_t>(m_inputs.size());
    return input;
}

/// What a user says of a bool or tristate: nothing, n, m or y, of which one holds. m is y to a
/// bool.
Input &EvaluationEncoder::addTruthInput(Unit unit)
{
    const bool isTristate = m_model.symbol(symbolOf(unit)).type == SymbolType::tristate;
    Input &input = addInput(unit, Input::Kind::truth, 4);
    input.states[0] = m_clauses.variable();
    input.states[1] = m_clauses.variable();
    input.states[3] = m_clauses.variable();
    input.states[2] = isTristate ? m_clauses.variable() : input.states[3];
    std::vector<Literal> states(input.states);
    if (!isTristate)
        states.pop_back();
    m_clauses.add(states);
    m_clauses.addAtMostOne(states);
    return input;
}

bool EvaluationEncoder::hasPrompt(SymbolId id) const
{
    const auto properties = m_model.symbol(id).properties;
    return std::any_of(properties.begin(), properties.end(), [this](PropertyId property) {
        return m_model.property(property).kind == PropertyKind::prompt;
    });
}

/// m becomes y where the condition holds.
Levels EvaluationEncoder::roundedUp(const Levels &levels, Literal condition)
{
    return {levels.atLeastMod,
            m_clauses.either(levels.isYes, m_clauses.both(levels.atLeastMod, condition))};
}

/// "The symbol can be no m now."
Literal EvaluationEncoder::isBool(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.type != SymbolType::tristate)
        return Clauses::yes();
    const Literal none = -modules();
    if (m_dialect == Dialect::linux_6_12 || !symbol.choice.isValid())
        return none;
    return m_clauses.either(none, m_formulas[id.index].visibility.isYes);
}

Levels EvaluationEncoder::choose(Literal condition, const Levels &then, const Levels &otherwise)
{
    const auto either = [&](Literal a, Literal b) {
        return m_clauses.either(m_clauses.both(condition, a), m_clauses.both(-condition, b));
    };
    Levels result;
    result.atLeastMod = either(then.atLeastMod, otherwise.atLeastMod);
    result.isYes = then.atLeastMod == then.isYes && otherwise.atLeastMod == otherwise.isYes
                       ? result.atLeastMod
                       : either(then.isYes, otherwise.isYes);
    return result;
}

void EvaluationEncoder::encodeVisibility(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const bool isTristate = symbol.type == SymbolType::tristate;
    std::vector<Literal> mods;
    std::vector<Literal> yeses;
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::prompt)
            continue;
        Levels prompt = levels(property.condition);
        // Where the choice is y one value is on, and a value that could only be m is none.
        if (m_dialect != Dialect::linux_6_12 && symbol.choice.isValid() && isTristate)
            prompt.atLeastMod = m_clauses.both(
                prompt.atLeastMod,
                m_clauses.either(prompt.isYes, -m_formulas[symbol.choice.index].mode.isYes));
        mods.push_back(prompt.atLeastMod);
        yeses.push_back(prompt.isYes);
    }
    Formula &formula = m_formulas[id.index];
    Levels visible;
    visible.atLeastMod = m_clauses.any(mods);
    visible.isYes = isTristate ? m_clauses.any(yeses) : visible.atLeastMod;
    formula.visibility = isTristate ? roundedUp(visible, -modules()) : visible;
    if (symbol.choice.isValid())
        return;
    const Literal roundsUp = isBool(id);
    formula.direct = roundedUp(levels(symbol.directDependency), roundsUp);
    if (symbol.reverseDependency.isValid())
        formula.reverse = roundedUp(levels(symbol.reverseDependency), roundsUp);
    if (!symbol.impliedDependency.isValid())
        return;
    formula.implied = roundedUp(levels(symbol.impliedDependency), roundsUp);
    if (m_dialect == Dialect::unikraft) {
        const Literal mayBe = formula.direct.atLeastMod;
        formula.implied = {m_clauses.both(mayBe, formula.implied.atLeastMod),
                           m_clauses.both(mayBe, formula.implied.isYes)};
    }
}

/// What a user says, as far as it can be seen; `isAsked` becomes "they say something that counts".
Levels EvaluationEncoder::asked(SymbolId id, const Input &input, Literal &isAsked)
{
    const Levels &visible = m_formulas[id.index].visibility;
    isAsked = m_clauses.both(visible.atLeastMod, -input.states[0]);
    const Literal isYes = input.states[3];
    if (input.states[2] == isYes) {
        // y of a bool is whatever can be seen, and that is y.
        const Literal on = m_clauses.both(visible.atLeastMod, isYes);
        return {on, on};
    }
    return {m_clauses.both(visible.atLeastMod, m_clauses.either(input.states[2], isYes)),
            m_clauses.both(visible.isYes, isYes)};
}

/// The first default whose condition holds.
Levels EvaluationEncoder::defaults(SymbolId id)
{
    std::vector<Literal> mods;
    std::vector<Literal> yeses;
    Literal none = Clauses::yes();
    for (const PropertyId propertyId : m_model.symbol(id).properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::defaultValue)
            continue;
        const Levels condition = levels(property.condition);
        const Levels value = levels(property.value);
        const Literal active = m_clauses.both(none, condition.atLeastMod);
        mods.push_back(m_clauses.both(active, value.atLeastMod));
        yeses.push_back(m_clauses.both(m_clauses.both(active, condition.isYes), value.isYes));
        none = m_clauses.both(none, -condition.atLeastMod);
    }
    return {m_clauses.any(mods), m_clauses.any(yeses)};
}

void EvaluationEncoder::encodeTruth(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const Levels visible = m_formulas[id.index].visibility;
    const bool isValue = symbol.choice.isValid();
    Literal isChosen = Clauses::no();
    if (isValue) {
        const auto &values = m_model.symbol(symbol.choice).choiceValues;
        const auto place = std::find(values.begin(), values.end(), id) - values.begin();
        isChosen = m_clauses.both(visible.atLeastMod,
                                  selection(symbol.choice)[static_cast<std::size_t>(place)]);
        if (m_dialect == Dialect::linux_6_12) {
            m_formulas[id.index].value = {isChosen, isChosen};
            return;
        }
    }
    const bool isTristate = symbol.type == SymbolType::tristate;
    Levels byUser;
    Literal isAsked = Clauses::no();
    // A bool in a choice can be seen fully or not at all, and its choice says what it is.
    if (visible.atLeastMod != Clauses::no() && hasPrompt(id) && (!isValue || isTristate)) {
        byUser = asked(id, addTruthInput(secondUnit(id)), isAsked);
    }
    const Formula &formula = m_formulas[id.index];
    Levels otherwise = defaults(id);
    if (formula.implied.atLeastMod != Clauses::no()) {
        const Levels implied{m_clauses.either(otherwise.atLeastMod, formula.implied.atLeastMod),
                             m_clauses.either(otherwise.isYes, formula.implied.isYes)};
        if (m_dialect == Dialect::unikraft) {
            otherwise = implied;
        } else {
            const Levels limited{m_clauses.both(implied.atLeastMod, formula.direct.atLeastMod),
                                 m_clauses.both(implied.isYes, formula.direct.isYes)};
            otherwise = choose(formula.implied.atLeastMod, limited, otherwise);
        }
    }
    Levels found = choose(isAsked, byUser, otherwise);
    found = {m_clauses.either(found.atLeastMod, formula.reverse.atLeastMod),
             m_clauses.either(found.isYes, formula.reverse.isYes)};
    if (isValue)
        found = choose(visible.isYes, {isChosen, isChosen}, found);
    Literal roundsUp = isBool(id);
    if (m_dialect == Dialect::unikraft)
        roundsUp = m_clauses.either(roundsUp, formula.implied.isYes);
    found = roundedUp(found, roundsUp);
    if (!isTristate)
        found.isYes = found.atLeastMod;
    m_formulas[id.index].value = found;
}

} // namespace kconfig::solver
