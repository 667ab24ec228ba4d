// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The rules by which a symbol gets its visibility and its value (Kconfig language; Linux 5.2,
// 6.1 and 6.12 where they differ).

#include "evaluator.h"

#include "values.h"

#include <algorithm>

namespace kconfig {

void Evaluator::workFirst(SymbolId id) const
{
    findVisibility(id);
    if (m_model.symbol(id).isChoice)
        findMode(id);
}

void Evaluator::findVisibility(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    Tristate visible = Tristate::no;
    // Most prompts have no condition but what the symbol depends on: that is read once.
    ExpressionId lastRead;
    Tristate lastValue = Tristate::yes;
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::prompt)
            continue;
        Tristate prompt = value(property.condition);
        lastRead = property.condition;
        lastValue = prompt;
        // Where the choice is y one value is on, and a value that could only be m is none.
        if (m_dialect != Dialect::linux_6_12 && symbol.choice.isValid() &&
            symbol.type == SymbolType::tristate && prompt == Tristate::mod &&
            m_results.at(symbol.choice).mode == Tristate::yes)
            prompt = Tristate::no;
        visible = visible || prompt;
    }
    if (visible == Tristate::mod &&
        (symbol.type != SymbolType::tristate || currentModules() == Tristate::no))
        visible = Tristate::yes;
    result.visibility = visible;
    if (symbol.choice.isValid())
        return;
    const bool isBool = typeNow(id) == SymbolType::boolean;
    const auto rounded = [isBool](Tristate condition) {
        return condition == Tristate::mod && isBool ? Tristate::yes : condition;
    };
    result.direct =
        rounded(symbol.directDependency == lastRead ? lastValue : value(symbol.directDependency));
    result.reverse = symbol.reverseDependency.isValid() ? rounded(value(symbol.reverseDependency))
                                                        : Tristate::no;
    const bool mayBeImplied = m_dialect != Dialect::unikraft || result.direct != Tristate::no;
    result.implied = symbol.impliedDependency.isValid() && mayBeImplied
                         ? rounded(value(symbol.impliedDependency))
                         : Tristate::no;
}

void Evaluator::findMode(SymbolId id) const
{
    Result &result = m_results.at(id);
    Tristate mode = Tristate::no;
    if (m_dialect == Dialect::linux_6_12) {
        // One of its values is on whenever one can be seen; the choice itself is nobody's option.
        result.mode = result.visibility == Tristate::no ? Tristate::no : Tristate::yes;
        return;
    }
    if (result.visibility != Tristate::no && m_user.isSet(id))
        mode = m_user.tristate(id) && result.visibility;
    mode = mode || result.reverse;
    if (mode == Tristate::mod && typeNow(id) == SymbolType::boolean)
        mode = Tristate::yes;
    result.mode = mode;
}

void Evaluator::workSecond(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    switch (symbol.type) {
    case SymbolType::boolean:
    case SymbolType::tristate:
        result.isWritten = result.visibility != Tristate::no;
        if (symbol.isChoice && m_dialect == Dialect::linux_6_12)
            findSelectionByPriority(id);
        else if (symbol.isChoice)
            findSelection(id);
        else
            findTruthValue(id);
        break;
    case SymbolType::unknown:
        result.value = Tristate::no;
        result.isWritten = false;
        break;
    default:
        result.isWritten = result.visibility != Tristate::no;
        findTextValue(id);
        break;
    }
    if (symbol.isChoice || symbol.isDefconfigList)
        result.isWritten = false;
}

void Evaluator::findSelection(SymbolId id) const
{
    Result &result = m_results.at(id);
    result.value = result.mode;
    result.select({});
    if (result.mode != Tristate::yes)
        return;
    const SymbolId chosen = m_user.selection(id);
    if (chosen.isValid() && m_results.at(chosen).visibility != Tristate::no)
        result.select(chosen);
    else
        result.select(fallback(id));
    if (!result.selection().isValid())
        result.value = Tristate::no;
}

/// Linux 6.12: the values remember what the user wanted, and the one that was set last counts most.
void Evaluator::findSelectionByPriority(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    const auto isVisible = [&](SymbolId value) {
        return m_results.at(value).visibility != Tristate::no;
    };
    const auto firstOf = [](auto begin, auto end, auto suits) {
        const auto found = std::find_if(begin, end, suits);
        return found == end ? SymbolId{} : *found;
    };
    const auto ordered = m_user.byPriority(id);
    SymbolId chosen = firstOf(ordered.begin(), ordered.end(), [&](SymbolId value) {
        return isVisible(value) && m_user.isSet(value) && m_user.tristate(value) == Tristate::yes;
    });
    if (!chosen.isValid()) {
        chosen = fallback(id);
        if (chosen.isValid() && m_user.isSet(chosen) && m_user.tristate(chosen) == Tristate::no)
            chosen = {};
    }
    if (!chosen.isValid())
        chosen = firstOf(symbol.choiceValues.begin(), symbol.choiceValues.end(),
                         [&](SymbolId value) { return isVisible(value) && !m_user.isSet(value); });
    if (!chosen.isValid())
        chosen = firstOf(ordered.rbegin(), ordered.rend(), isVisible);
    result.select(chosen);
    result.value = chosen.isValid() ? Tristate::yes : Tristate::no;
}

SymbolId Evaluator::fallback(SymbolId choice) const
{
    const Symbol &symbol = m_model.symbol(choice);
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::defaultValue ||
            value(property.condition) == Tristate::no)
            continue;
        const SymbolId target = m_model.expression(property.value).symbol;
        if (m_results.at(target).visibility != Tristate::no)
            return target;
    }
    for (const SymbolId candidate : symbol.choiceValues)
        if (m_results.at(candidate).visibility != Tristate::no)
            return candidate;
    return {};
}

void Evaluator::findTruthValue(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    const SymbolType type = typeNow(id);
    Tristate found = Tristate::no;
    const bool isValue = symbol.choice.isValid();
    if (isValue && (result.visibility == Tristate::yes || m_dialect == Dialect::linux_6_12)) {
        if (result.visibility != Tristate::no && m_results.at(symbol.choice).selection() == id)
            found = Tristate::yes;
    } else {
        if (result.visibility != Tristate::no && m_user.isSet(id)) {
            found = m_user.tristate(id) && result.visibility;
        } else {
            result.isWritten = result.isWritten || result.reverse != Tristate::no;
            Tristate condition = Tristate::no;
            const PropertyId active = firstActive(id, PropertyKind::defaultValue, condition);
            if (active.isValid()) {
                found = value(m_model.property(active).value) && condition;
                result.isWritten = result.isWritten || found != Tristate::no;
            }
            if (result.implied != Tristate::no) {
                result.isWritten = true;
                found = found || result.implied;
                if (m_dialect != Dialect::unikraft)
                    found = found && result.direct;
            }
        }
        found = found || result.reverse;
    }
    const bool isRaised = m_dialect == Dialect::unikraft && result.implied == Tristate::yes;
    if (found == Tristate::mod && (type == SymbolType::boolean || isRaised))
        found = Tristate::yes;
    result.value = found;
}

void Evaluator::findTextValue(SymbolId id) const
{
    Result &result = m_results.at(id);
    result.value = Tristate::no;
    std::string text(emptyValue(m_dialect, m_model.symbol(id).type));
    if (result.visibility != Tristate::no && m_user.isSet(id)) {
        text = m_user.get(id).text;
    } else {
        Tristate condition = Tristate::no;
        const PropertyId active = firstActive(id, PropertyKind::defaultValue, condition);
        if (active.isValid()) {
            const Expression &source = m_model.expression(m_model.property(active).value);
            if (source.kind == ExpressionKind::symbol) {
                result.isWritten = true;
                text = readText(source.symbol);
                // conf copies the raw value, which bools and tristates keep elsewhere.
                const SymbolType type = m_model.symbol(source.symbol).type;
                if (type == SymbolType::boolean || type == SymbolType::tristate)
                    text = "n";
            }
        }
    }
    keepInRange(id, text);
    m_results.text(id) = std::move(text);
}

void Evaluator::keepInRange(SymbolId id, std::string &text) const
{
    const SymbolType type = m_model.symbol(id).type;
    if (type != SymbolType::integer && type != SymbolType::hex)
        return;
    Tristate condition = Tristate::no;
    const PropertyId active = firstActive(id, PropertyKind::range, condition);
    if (!active.isValid())
        return;
    const Property &range = m_model.property(active);
    const int base = baseOf(type, 10);
    const auto boundOf = [&](SymbolId symbol) {
        return numberOf(readText(symbol), baseOf(m_model.symbol(symbol).type, base));
    };
    const long long now = numberOf(text, base);
    SymbolId bound = range.low;
    long long limit = boundOf(bound);
    if (now >= limit) {
        bound = range.high;
        limit = boundOf(bound);
        if (now <= limit)
            return;
    }
    text = textOfBound(m_dialect, type, readText(bound), limit);
}

} // namespace kconfig
