// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Edits: what they do, and where values come from.

#include "configuration_state.h"
#include "edit_refusal.h"
#include "values.h"

namespace kconfig {

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
    if (const Clause refusal = refusalOf(*this, edit); !refusal.isEmpty())
        return Unexpected(EditError{refusal.text()});
    const Symbol &symbol = model().symbol(edit.symbol);
    Undo undo = m_state->remember(edit.symbol);
    if (!edit.value)
        m_state->unset(edit.symbol);
    else if (isTruthType(symbol.type) && symbol.choice.isValid() &&
             truthOf(*edit.value) == Tristate::yes)
        m_state->choose(edit.symbol);
    else
        m_state->assume(edit.symbol, editedText(symbol.type, *edit.value));
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
    return fixedClause(*this, id).text();
}

} // namespace kconfig
