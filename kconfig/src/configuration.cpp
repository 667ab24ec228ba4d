// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/configuration.h"

#include "configuration_state.h"
#include "values.h"

#include <algorithm>

namespace kconfig {

std::optional<Tristate> truthOf(std::string_view text)
{
    switch (text.empty() ? '\0' : text[0]) {
    case 'y':
    case 'Y':
        return Tristate::yes;
    case 'm':
    case 'M':
        return Tristate::mod;
    case 'n':
    case 'N':
        return Tristate::no;
    default:
        return std::nullopt;
    }
}

bool isTruthType(SymbolType type)
{
    return type == SymbolType::boolean || type == SymbolType::tristate;
}

Configuration::Configuration(std::shared_ptr<const Model> model)
    : m_state(std::make_unique<State>(std::move(model)))
{}

Configuration::Configuration(const Configuration &other)
    : m_state(std::make_unique<State>(*other.m_state))
{}

Configuration &Configuration::operator=(const Configuration &other)
{
    if (this != &other)
        m_state = std::make_unique<State>(*other.m_state);
    return *this;
}

Configuration::Configuration(Configuration &&) noexcept = default;
Configuration &Configuration::operator=(Configuration &&) noexcept = default;
Configuration::~Configuration() = default;

const Model &Configuration::model() const
{
    return *m_state->model;
}

std::shared_ptr<const Model> Configuration::sharedModel() const
{
    return m_state->model;
}

Tristate Configuration::tristate(SymbolId symbol) const
{
    return m_state->evaluator.tristate(symbol);
}

std::string Configuration::value(SymbolId symbol) const
{
    return std::string(m_state->evaluator.text(symbol));
}

Tristate Configuration::visibility(SymbolId symbol) const
{
    return m_state->evaluator.visibility(symbol);
}

bool Configuration::isVisible(NodeId id) const
{
    const Model &model = this->model();
    const MenuNode &asked = model.node(id);
    if (!asked.prompt.isValid())
        return false;
    // Most nodes are the only ones of their symbol: what is asked here has been worked out.
    if (!asked.visibleIf.isValid() && asked.symbol.isValid() &&
        model.symbol(asked.symbol).nodes.size() == 1) {
        if (const auto known = m_state->evaluator.isPrompted(asked.symbol);
            known && (*known || !asked.firstChild.isValid()))
            return *known;
    }
    std::vector<NodeId> rest{id};
    while (!rest.empty()) {
        const MenuNode &node = model.node(rest.back());
        rest.pop_back();
        if (!node.prompt.isValid() ||
            (node.visibleIf.isValid() && evaluate(node.visibleIf) == Tristate::no))
            continue;
        if (evaluate(model.property(node.prompt).condition) != Tristate::no)
            return true;
        // An entry that is on shows up for the sake of what stands below it.
        if (!node.symbol.isValid() || tristate(node.symbol) == Tristate::no)
            continue;
        for (NodeId child = node.firstChild; child.isValid(); child = model.node(child).nextSibling)
            rest.push_back(child);
    }
    return false;
}

Tristate Configuration::evaluate(ExpressionId expression) const
{
    return m_state->evaluator.evaluate(expression);
}

bool Configuration::isWritten(SymbolId symbol) const
{
    return m_state->evaluator.isWritten(symbol);
}

bool Configuration::State::mayBe(SymbolId symbol, Tristate value) const
{
    const SymbolType type = evaluator.effectiveType(symbol);
    const Tristate visible = evaluator.visibility(symbol);
    const Tristate floor = evaluator.reverse(symbol);
    if (!isTruthType(type) || visible == Tristate::no || visible <= floor)
        return false;
    if (value == Tristate::mod && type == SymbolType::boolean)
        return false;
    // In 5.2 what is implied by y can't be m.
    if (value == Tristate::mod && model->dialect() == Dialect::unikraft &&
        evaluator.implied(symbol) == Tristate::yes)
        return false;
    if (model->symbol(symbol).choice.isValid() && visible == Tristate::yes)
        return value == Tristate::yes;
    return value >= floor && value <= visible;
}

std::vector<Tristate> Configuration::settableValues(SymbolId symbol) const
{
    std::vector<Tristate> values;
    for (const Tristate value : {Tristate::no, Tristate::mod, Tristate::yes})
        if (m_state->mayBe(symbol, value))
            values.push_back(value);
    return values;
}

bool Configuration::isChangeable(SymbolId symbol) const
{
    if (model().symbol(symbol).isChoice && model().dialect() == Dialect::linux_6_12)
        return false; // in 6.12 a choice is no option of its own
    return visibility(symbol) > m_state->evaluator.reverse(symbol);
}

std::optional<Range> Configuration::range(SymbolId symbol) const
{
    const PropertyId active = m_state->evaluator.activeRange(symbol);
    if (!active.isValid())
        return std::nullopt;
    const Property &property = model().property(active);
    return Range{value(property.low), value(property.high)};
}

SymbolId Configuration::selection(SymbolId choice) const
{
    return m_state->evaluator.selection(choice);
}

std::optional<std::string> Configuration::userValue(SymbolId symbol) const
{
    const UserValue user = m_state->evaluator.user(symbol);
    if (!user.isSet)
        return std::nullopt;
    if (isTruthType(model().symbol(symbol).type))
        return std::string(1, letter(user.tristate));
    return std::string(user.text);
}

void Configuration::assume(SymbolId symbol, std::string value)
{
    m_state->assume(symbol, value);
}

void Configuration::State::assume(SymbolId symbol, std::string_view value)
{
    const Symbol &declared = model->symbol(symbol);
    UserValue user = evaluator.user(symbol);
    user.isSet = true;
    if (!isTruthType(declared.type)) {
        user.text = value;
        evaluator.setUser(symbol, user);
        return;
    }
    user.tristate = truthOf(value).value_or(Tristate::no);
    const Tristate truth = user.tristate;
    evaluator.setUser(symbol, user);
    if (!declared.choice.isValid())
        return;
    if (model->dialect() == Dialect::linux_6_12) {
        evaluator.raise(symbol);
        return;
    }
    UserValue choice = evaluator.user(declared.choice);
    choice.tristate = choice.isSet ? choice.tristate || truth : truth;
    choice.isSet = true;
    if (truth == Tristate::yes)
        choice.selection = symbol;
    else if (choice.selection == symbol)
        choice.selection = {};
    evaluator.setUser(declared.choice, choice);
}

void Configuration::State::unset(SymbolId symbol)
{
    evaluator.setUser(symbol, {});
    // A choice is what was said about its values.
    for (const SymbolId value : model->symbol(symbol).choiceValues)
        evaluator.setUser(value, {});
    const SymbolId choice = model->symbol(symbol).choice;
    if (choice.isValid() && evaluator.user(choice).selection == symbol) {
        UserValue user = evaluator.user(choice);
        user.selection = {};
        evaluator.setUser(choice, user);
    }
}

UserValues Configuration::userValues() const
{
    UserValues values;
    UserValues selected;
    UserValues choices;
    const UserStore &users = m_state->evaluator.users();
    const bool hasPriorities = model().dialect() == Dialect::linux_6_12;
    const auto symbols = model().symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const SymbolId id{i};
        const auto user = userValue(id);
        if (!user)
            continue;
        // A choice remembers the value set last, so that one goes behind the others.
        const SymbolId choice = symbols[i].choice;
        if (symbols[i].isChoice)
            choices.emplace_back(id, *user);
        else if (choice.isValid() && (hasPriorities || users.selection(choice) == id))
            selected.emplace_back(id, *user);
        else
            values.emplace_back(id, *user);
    }
    std::stable_sort(selected.begin(), selected.end(), [&](const auto &a, const auto &b) {
        return users.priority(a.first) < users.priority(b.first);
    });
    values.insert(values.end(), selected.begin(), selected.end());
    values.insert(values.end(), choices.begin(), choices.end());
    return values;
}

void Configuration::restore(const UserValues &values)
{
    clear();
    for (const auto &[symbol, value] : values)
        m_state->assume(symbol, value);
}

void Configuration::restore(const Undo &undo)
{
    for (auto each = undo.rbegin(); each != undo.rend(); ++each)
        m_state->evaluator.setUser(each->symbol, {each->isSet, each->tristate, each->text,
                                                  each->selection, each->priority});
}

void Configuration::clear()
{
    m_state->evaluator.clear();
}

std::vector<SymbolId> Configuration::takeChanges()
{
    return m_state->evaluator.takeChanges();
}

std::vector<SymbolId> Configuration::differences(const Configuration &a, const Configuration &b)
{
    std::vector<SymbolId> result;
    const auto count = static_cast<std::uint32_t>(a.model().symbols().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const SymbolId id{i};
        if (a.tristate(id) != b.tristate(id) || a.visibility(id) != b.visibility(id) ||
            a.m_state->evaluator.text(id) != b.m_state->evaluator.text(id))
            result.push_back(id);
    }
    return result;
}

} // namespace kconfig
