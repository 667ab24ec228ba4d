// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Choices: their mode, and which of their values is selected.

#include "evaluation_encoder.h"

#include <algorithm>

namespace kconfig::solver {

void EvaluationEncoder::encodeMode(SymbolId id)
{
    const Levels visible = m_formulas[id.index].visibility;
    if (m_dialect == Dialect::linux_6_12) {
        m_formulas[id.index].mode = {visible.atLeastMod, visible.atLeastMod};
        return;
    }
    Levels byUser;
    if (visible.atLeastMod != Clauses::no()) {
        Literal isAsked = Clauses::no();
        byUser = asked(id, addTruthInput(firstUnit(id)), isAsked);
    }
    const Levels reverse = m_formulas[id.index].reverse;
    const Levels mode{m_clauses.either(byUser.atLeastMod, reverse.atLeastMod),
                      m_clauses.either(byUser.isYes, reverse.isYes)};
    m_formulas[id.index].mode = roundedUp(mode, isBool(id));
}

/// Which value it is when nobody picked one: that of the first default that holds and can be seen,
/// or the first that can be seen.
void EvaluationEncoder::encodeFallback(SymbolId choice, Lists &lists)
{
    const Symbol &symbol = m_model.symbol(choice);
    const auto &values = symbol.choiceValues;
    std::vector<std::vector<Literal>> cases(values.size());
    Literal none = Clauses::yes();
    const auto take = [&](std::size_t place, Literal condition) {
        cases[place].push_back(m_clauses.both(none, condition));
        none = m_clauses.both(none, -condition);
    };
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::defaultValue)
            continue;
        const SymbolId target = m_model.expression(property.value).symbol;
        const auto found = std::find(values.begin(), values.end(), target);
        if (found == values.end()) {
            m_isExact = false; // such a default is an error of the tree
            continue;
        }
        take(static_cast<std::size_t>(found - values.begin()),
             m_clauses.both(levels(property.condition).atLeastMod,
                            m_formulas[target.index].visibility.atLeastMod));
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        take(i, m_formulas[values[i].index].visibility.atLeastMod);
    for (const auto &literals : cases)
        lists.fallback.push_back(m_clauses.any(literals));
}

void EvaluationEncoder::encodeSelection(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const auto &values = symbol.choiceValues;
    const Levels mode = m_formulas[id.index].mode;
    // Since 6.12 a choice has a selected value whether its own prompt can be seen or not.
    const Literal isOn = m_dialect == Dialect::linux_6_12 ? Clauses::yes() : mode.isYes;
    Lists lists;
    encodeFallback(id, lists);
    Input &input = addInput(secondUnit(id), Input::Kind::selection, values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Literal isPicked = m_clauses.variable();
        input.states[i + 1] = isPicked;
        m_clauses.add({-isPicked, isOn});
        m_clauses.add({-isPicked, m_formulas[values[i].index].visibility.isYes});
        lists.remembered.push_back(m_clauses.variable());
    }
    input.states[0] = -m_clauses.any(std::span(input.states).subspan(1));
    // Whatever was said before, one of those that can be seen is selected.
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Literal visible = m_formulas[values[i].index].visibility.atLeastMod;
        m_clauses.add({-lists.remembered[i], visible});
        std::vector<Literal> clause(lists.remembered);
        clause.push_back(-visible);
        m_clauses.add(clause);
    }
    if (!values.empty()) {
        m_clauses.addAtMostOne(std::span(input.states).subspan(1));
        m_clauses.addAtMostOne(lists.remembered);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Literal isKept = m_clauses.both(input.states[0], lists.remembered[i]);
        lists.values.push_back(m_clauses.both(isOn, m_clauses.either(input.states[i + 1], isKept)));
    }
    const Literal isAnySelected = m_clauses.any(lists.values);
    if (m_dialect == Dialect::linux_6_12)
        m_formulas[id.index].value = {isAnySelected, isAnySelected};
    else
        m_formulas[id.index].value = {
            m_clauses.both(mode.atLeastMod, m_clauses.either(-mode.isYes, isAnySelected)),
            m_clauses.both(mode.isYes, isAnySelected)};
    m_lists.push_back(std::move(lists));
    m_formulas[id.index].lists = static_cast<std::uint32_t>(m_lists.size());
}

EvaluationEncoder::WhileYes EvaluationEncoder::whileYes(SymbolId choice, std::size_t state)
{
    Formula &formula = m_formulas[choice.index];
    m_unit = firstUnit(choice);
    Levels byUser;
    if (state >= 2)
        byUser.atLeastMod = formula.visibility.atLeastMod;
    if (state == 3)
        byUser.isYes = formula.visibility.isYes;
    const Levels mode = roundedUp({m_clauses.either(byUser.atLeastMod, formula.reverse.atLeastMod),
                                   m_clauses.either(byUser.isYes, formula.reverse.isYes)},
                                  isBool(choice));
    WhileYes result{mode.isYes, {}};
    const Levels now = formula.mode;
    formula.mode = {Clauses::yes(), Clauses::yes()};
    for (const SymbolId value : m_model.symbol(choice).choiceValues) {
        m_unit = firstUnit(value);
        std::vector<Literal> yeses;
        for (const PropertyId propertyId : m_model.symbol(value).properties) {
            const Property &property = m_model.property(propertyId);
            if (property.kind == PropertyKind::prompt)
                yeses.push_back(levels(property.condition).isYes);
        }
        result.visible.push_back(m_clauses.any(yeses));
    }
    formula.mode = now;
    return result;
}

Literal EvaluationEncoder::assumedSelection(SymbolId choice, const UserStore &users)
{
    Lists &lists = m_lists[m_formulas[choice.index].lists - 1];
    std::string key;
    const auto note = [&](std::uint32_t number) {
        key.append(reinterpret_cast<const char *>(&number), sizeof number);
    };
    if (m_dialect == Dialect::linux_6_12) {
        for (const SymbolId value : users.byPriority(choice)) {
            note(value.index);
            note(users.isSet(value) ? 1U + static_cast<std::uint32_t>(users.tristate(value)) : 0U);
        }
    } else {
        note(users.selection(choice).index);
    }
    Literal &assumed = lists.assumed[key];
    if (assumed == 0)
        assumed = selectionBefore(choice, users, lists);
    return assumed;
}

/// States, for a new literal, which value a choice has when none is picked anew.
Literal EvaluationEncoder::selectionBefore(SymbolId choice, const UserStore &users, Lists &lists)
{
    const auto &values = m_model.symbol(choice).choiceValues;
    const auto isVisible = [&](SymbolId value) {
        return m_formulas[value.index].visibility.atLeastMod;
    };
    const auto placeOf = [&](SymbolId value) {
        return static_cast<std::size_t>(std::find(values.begin(), values.end(), value) -
                                        values.begin());
    };
    std::vector<std::vector<Literal>> cases(values.size());
    Literal none = Clauses::yes();
    const auto take = [&](std::size_t place, Literal condition) {
        if (place >= values.size())
            return;
        cases[place].push_back(m_clauses.both(none, condition));
        none = m_clauses.both(none, -condition);
    };
    if (m_dialect == Dialect::linux_6_12) {
        const auto priorities = users.byPriority(choice);
        const std::vector<SymbolId> ordered(priorities.begin(), priorities.end());
        const auto says = [&](SymbolId value, Tristate level) {
            return users.isSet(value) && users.tristate(value) == level;
        };
        for (const SymbolId value : ordered)
            if (says(value, Tristate::yes))
                take(placeOf(value), isVisible(value));
        const Literal noneWanted = none;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (!says(values[i], Tristate::no)) {
                cases[i].push_back(m_clauses.both(noneWanted, lists.fallback[i]));
                none = m_clauses.both(none, -lists.fallback[i]);
            }
        for (const SymbolId value : values)
            if (!users.isSet(value))
                take(placeOf(value), isVisible(value));
        for (auto value = ordered.rbegin(); value != ordered.rend(); ++value)
            take(placeOf(*value), isVisible(*value));
    } else {
        const SymbolId chosen = users.selection(choice);
        if (chosen.isValid())
            take(placeOf(chosen), isVisible(chosen));
        for (std::size_t i = 0; i < values.size(); ++i)
            cases[i].push_back(m_clauses.both(none, lists.fallback[i]));
    }
    const Literal assumed = m_clauses.variable();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Literal isIt = m_clauses.any(cases[i]);
        m_clauses.add({-assumed, -lists.remembered[i], isIt});
        m_clauses.add({-assumed, lists.remembered[i], -isIt});
    }
    return assumed;
}

} // namespace kconfig::solver
