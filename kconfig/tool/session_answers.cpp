// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How answers become values.

#include "session.h"

#include "configuration_state.h"
#include "menu_walk.h"
#include "values.h"

namespace kconf {

using namespace kconfig;

Tristate Session::tristate(SymbolId symbol)
{
    return m_configuration->tristate(symbol);
}

std::string Session::text(SymbolId symbol)
{
    m_conf->calculate(symbol);
    return knownText(symbol);
}

Tristate Session::evaluate(ExpressionId expression)
{
    return m_configuration->evaluate(expression);
}

Tristate Session::knownTristate(SymbolId symbol) const
{
    return truthOf(knownText(symbol)).value_or(Tristate::no);
}

std::string Session::knownText(SymbolId symbol) const
{
    return std::string(m_conf->currentText(symbol));
}

SymbolId Session::selection(SymbolId choice)
{
    if (!is612())
        return m_configuration->selection(choice);
    SymbolId selected; // a choice has no value of its own: its values work it out
    for (const SymbolId value : model().symbol(choice).choiceValues) {
        m_conf->calculate(value);
        if (knownTristate(value) == Tristate::yes)
            selected = value;
    }
    return selected;
}

bool Session::isChangeable(SymbolId symbol) const
{
    if (is612() && model().symbol(symbol).isChoice)
        return false;
    return m_configuration->isChangeable(symbol);
}

bool Session::mayBe(SymbolId symbol, Tristate value) const
{
    return ConfigurationAccess::state(*m_configuration).mayBe(symbol, value);
}

bool Session::setTruth(SymbolId id, Tristate value)
{
    auto &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
    const Tristate before = tristate(id);
    if ((is612() || before != value) && !mayBe(id, value))
        return false;
    UserValue user = evaluator.user(id);
    user.isSet = true;
    const SymbolId choice = model().symbol(id).choice;
    if (!is612() && choice.isValid() && value == Tristate::yes) {
        // With one value picked, nothing about the choice is new any more.
        UserValue mode = evaluator.user(choice);
        mode.selection = id;
        mode.isSet = true;
        std::vector<SymbolId> seen;
        for (const SymbolId other : model().symbol(choice).choiceValues)
            if (m_configuration->visibility(other) != Tristate::no)
                seen.push_back(other);
        evaluator.setUser(choice, mode);
        for (const SymbolId other : seen)
            setHasValue(other, true);
    }
    user.tristate = value;
    evaluator.setUser(id, user);
    if (before != value)
        invalidate();
    return true;
}

bool Session::setText(SymbolId id, const std::string &value)
{
    auto &state = ConfigurationAccess::state(*m_configuration);
    if (!state.isInRange(id, value))
        return false;
    const bool isBareHex = model().symbol(id).type == SymbolType::hex &&
                           value.compare(0, 2, "0x") != 0 && value.compare(0, 2, "0X") != 0;
    UserValue user = state.evaluator.user(id);
    const std::string after = isBareHex ? "0x" + value : value;
    const bool changes = isBareHex || user.text.data() == nullptr || user.text != after;
    user.isSet = true;
    user.text = after;
    state.evaluator.setUser(id, user);
    if (changes)
        invalidate();
    return true;
}

void Session::choose(NodeId choice, SymbolId value)
{
    auto &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
    bool changes = false;
    std::vector<std::pair<SymbolId, UserValue>> users;
    for (const NodeId node : nodesBelow(model(), choice)) {
        const SymbolId id = model().node(node).symbol;
        if (!id.isValid() || m_configuration->visibility(id) == Tristate::no)
            continue;
        UserValue user = evaluator.user(id);
        user.isSet = true;
        user.tristate = id == value ? Tristate::yes : Tristate::no;
        changes = changes || m_configuration->tristate(id) != user.tristate;
        users.emplace_back(id, user);
    }
    for (const auto &[id, user] : users) {
        evaluator.setUser(id, user);
        evaluator.raise(id);
    }
    if (changes)
        invalidate();
}

} // namespace kconf
