// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Edits: what a user may change, and why not.

#include "configuration_state.h"
#include "values.h"

namespace kconfig {

namespace {

std::string nameOf(const Model &model, SymbolId id)
{
    const Symbol &symbol = model.symbol(id);
    if (!symbol.name.empty())
        return std::string(symbol.name);
    for (const NodeId node : symbol.nodes)
        if (const auto prompt = model.promptText(node); !prompt.empty())
            return "the choice \"" + std::string(prompt) + '"';
    return "the choice";
}

Unexpected<EditError> refuse(std::string message)
{
    return Unexpected(EditError{std::move(message)});
}

} // namespace

bool Configuration::State::isInRange(SymbolId symbol, std::string_view text) const
{
    const SymbolType type = model->symbol(symbol).type;
    if (!isValidValue(type, text))
        return false;
    const PropertyId active = evaluator.activeRange(symbol);
    if (!active.isValid() || (type != SymbolType::integer && type != SymbolType::hex))
        return true;
    const int base = baseOf(type, 10);
    const auto bound = [&](SymbolId id) {
        return numberOf(evaluator.text(id), baseOf(model->symbol(id).type, base));
    };
    const Property &property = model->property(active);
    const long long number = numberOf(text, base);
    return number >= bound(property.low) && number <= bound(property.high);
}

/// What an edit of the symbol may replace.
Undo Configuration::State::remember(SymbolId symbol) const
{
    Undo undo;
    const auto add = [&](SymbolId id) {
        const UserValue user = evaluator.user(id);
        undo.push_back(
            {id, user.isSet, user.tristate, std::string(user.text), user.selection, user.priority});
    };
    add(symbol);
    for (const SymbolId value : model->symbol(symbol).choiceValues)
        add(value);
    const SymbolId choice = model->symbol(symbol).choice;
    if (!choice.isValid())
        return undo;
    add(choice);
    for (const SymbolId other : model->symbol(choice).choiceValues)
        if (!(other == symbol))
            add(other);
    return undo;
}

/// Makes a value the one its choice has. The values not chosen are set as well, so that the choice
/// counts as answered.
void Configuration::State::choose(SymbolId value)
{
    const auto values = model->symbol(model->symbol(value).choice).choiceValues;
    const bool hasPriorities = model->dialect() == Dialect::linux_6_12;
    std::vector<SymbolId> others; // found first: setting one may hide another
    for (const SymbolId other : values) {
        const UserValue user = evaluator.user(other);
        const bool wasChosen = user.isSet && user.tristate == Tristate::yes && !hasPriorities;
        if ((evaluator.visibility(other) == Tristate::yes || wasChosen) &&
            (hasPriorities || !(other == value)))
            others.push_back(other);
    }
    for (const SymbolId other : others)
        assume(other, other == value ? "y" : "n");
    if (!hasPriorities)
        assume(value, "y");
}

Expected<Undo, EditError> Configuration::apply(const Edit &edit)
{
    const Symbol &symbol = model().symbol(edit.symbol);
    const std::string name = nameOf(model(), edit.symbol);
    if (!symbol.isDefined())
        return refuse(name + " is not defined anywhere, so it can't be set");
    if (!edit.value) {
        Undo undo = m_state->remember(edit.symbol);
        m_state->unset(edit.symbol);
        return undo;
    }
    std::string text = *edit.value;
    if (isTruthType(symbol.type)) {
        const auto truth = truthOf(text);
        if (!truth || text.size() != 1)
            return refuse("'" + text + "' is no value for the " + typeName(symbol.type) + ' ' +
                          name + "; use y, m or n");
        if (*truth != tristate(edit.symbol) && !m_state->mayBe(edit.symbol, *truth)) {
            const std::string reason = whyFixed(edit.symbol);
            if (!reason.empty())
                return refuse(reason);
            if (symbol.choice.isValid())
                return refuse(name + " is the value of a choice; choose another one instead");
            return refuse(name + " can't be " + letter(*truth) + " now");
        }
        Undo undo = m_state->remember(edit.symbol);
        if (symbol.choice.isValid() && *truth == Tristate::yes)
            m_state->choose(edit.symbol);
        else
            m_state->assume(edit.symbol, text);
        return undo;
    }
    if (symbol.type == SymbolType::hex && text.compare(0, 2, "0x") != 0 &&
        text.compare(0, 2, "0X") != 0)
        text.insert(0, "0x");
    if (!isValidValue(symbol.type, text))
        return refuse(
            "'" + *edit.value + "' is no value for the " + typeName(symbol.type) + ' ' + name +
            (symbol.type == SymbolType::hex ? "; use hexadecimal digits" : "; use decimal digits"));
    if (!m_state->isInRange(edit.symbol, text)) {
        const auto limits = range(edit.symbol).value_or(Range{});
        return refuse(name + " must be between " + limits.low + " and " + limits.high);
    }
    if (!isChangeable(edit.symbol))
        return refuse(whyFixed(edit.symbol));
    Undo undo = m_state->remember(edit.symbol);
    m_state->assume(edit.symbol, text);
    return undo;
}

ValueOrigin Configuration::origin(SymbolId id) const
{
    const Symbol &symbol = model().symbol(id);
    const Evaluator &evaluator = m_state->evaluator;
    const auto contributor = [&](ExpressionId expression, Origin origin) {
        // The strongest of the reasons that hold.
        ValueOrigin best{origin, {}, {}};
        Tristate strongest = Tristate::no;
        while (expression.isValid()) {
            const Expression &node = model().expression(expression);
            const bool more = node.kind == ExpressionKind::disjunction;
            ExpressionId reason = more ? node.right : expression;
            const Tristate strength = evaluate(reason);
            while (model().expression(reason).kind == ExpressionKind::conjunction)
                reason = model().expression(reason).left;
            if (strength > strongest && model().expression(reason).symbol.isValid()) {
                strongest = strength;
                best.by = model().expression(reason).symbol;
                best.position = model().expression(reason).position;
            }
            expression = more ? node.left : ExpressionId{};
        }
        return best;
    };
    if (symbol.isConstant)
        return {Origin::constant, {}, {}};
    if (!symbol.isDefined())
        return {};
    if (symbol.choice.isValid() && visibility(id) == Tristate::yes) {
        const UserStore &users = evaluator.users();
        const bool isWanted = model().dialect() == Dialect::linux_6_12
                                  ? users.isSet(id) && users.tristate(id) == Tristate::yes
                                  : users.selection(symbol.choice) == id;
        if (isWanted && selection(symbol.choice) == id)
            return {Origin::user, {}, {}};
        return {Origin::choice, symbol.choice, {}};
    }
    const bool truth = isTruthType(symbol.type);
    const Tristate now = tristate(id);
    const bool fromUser = visibility(id) != Tristate::no && evaluator.user(id).isSet;
    if (truth && !symbol.isChoice && now != Tristate::no && evaluator.reverse(id) == now &&
        !(fromUser && evaluator.user(id).tristate == now))
        return contributor(symbol.reverseDependency, Origin::selected);
    if (fromUser)
        return {Origin::user, {}, {}};
    const PropertyId active = evaluator.activeDefault(id);
    const auto defaultTruth = [&] {
        const Property &property = model().property(active);
        return evaluate(property.value) && evaluate(property.condition);
    };
    if (truth && evaluator.implied(id) != Tristate::no &&
        (!active.isValid() || defaultTruth() < evaluator.implied(id)))
        return contributor(symbol.impliedDependency, Origin::implied);
    if (active.isValid())
        return {Origin::defaultValue, {}, model().property(active).position};
    return {};
}

std::string Configuration::whyFixed(SymbolId id) const
{
    if (isChangeable(id))
        return {};
    const Symbol &symbol = model().symbol(id);
    const std::string name = nameOf(model(), id);
    if (symbol.isConstant)
        return name + " is a constant";
    if (!symbol.isDefined())
        return name + " is not defined anywhere";
    const auto place = [&](Position position) {
        return position.isValid() ? " (" + model().sources().describe(position) + ')'
                                  : std::string();
    };
    if (visibility(id) != Tristate::no) {
        const ValueOrigin source = origin(id);
        if (symbol.isChoice)
            return name + " can't be turned off";
        if (source.by.isValid())
            return name + " is held at " + letter(m_state->evaluator.reverse(id)) +
                   " by a select of " + nameOf(model(), source.by) + place(source.position);
        return name + " is held at " + letter(m_state->evaluator.reverse(id)) + " by a select";
    }
    std::string needed;
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = model().property(propertyId);
        if (property.kind == PropertyKind::prompt && property.condition.isValid())
            needed += (needed.empty() ? "" : ", or ") + model().describe(property.condition);
    }
    const bool hasPrompt = !needed.empty();
    if (!hasPrompt)
        return name + " has no prompt: its value follows from other options" +
               place(model().node(symbol.nodes.front()).position);
    return name + " needs " + needed;
}

} // namespace kconfig
