// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The rules by which a symbol gets its visibility and its value (Kconfig language; Linux 5.2).

#include "evaluator.h"

#include "values.h"

#include <cstdio>

namespace kconfig {

SymbolType Evaluator::typeNow(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.type == SymbolType::tristate &&
        (currentModules() == Tristate::no ||
         (symbol.choice.isValid() && m_results[id.index].visibility == Tristate::yes)))
        return SymbolType::boolean;
    return symbol.type;
}

PropertyId Evaluator::firstActive(SymbolId id, PropertyKind kind, Tristate &condition) const
{
    for (const PropertyId propertyId : m_model.symbol(id).properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != kind)
            continue;
        condition = value(property.condition);
        if (condition != Tristate::no)
            return propertyId;
    }
    return {};
}

void Evaluator::workFirst(SymbolId id) const
{
    findVisibility(id);
    if (m_model.symbol(id).isChoice)
        findMode(id);
}

void Evaluator::findVisibility(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results[id.index];
    Tristate visible = Tristate::no;
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::prompt)
            continue;
        Tristate prompt = value(property.condition);
        // Where the choice is y one value is on, and a value that could only be m is none.
        if (symbol.choice.isValid() && symbol.type == SymbolType::tristate &&
            prompt == Tristate::mod && m_results[symbol.choice.index].mode == Tristate::yes)
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
    result.direct = rounded(value(symbol.directDependency));
    result.reverse = symbol.reverseDependency.isValid() ? rounded(value(symbol.reverseDependency))
                                                        : Tristate::no;
    result.implied = symbol.impliedDependency.isValid() && result.direct != Tristate::no
                         ? rounded(value(symbol.impliedDependency))
                         : Tristate::no;
}

void Evaluator::findMode(SymbolId id) const
{
    Result &result = m_results[id.index];
    const UserValue &user = m_user[id.index];
    Tristate mode = Tristate::no;
    if (result.visibility != Tristate::no && user.isSet)
        mode = user.tristate && result.visibility;
    mode = mode || result.reverse;
    if (mode == Tristate::mod &&
        (typeNow(id) == SymbolType::boolean || result.implied == Tristate::yes))
        mode = Tristate::yes;
    result.mode = mode;
}

void Evaluator::workSecond(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results[id.index];
    switch (symbol.type) {
    case SymbolType::boolean:
    case SymbolType::tristate:
        result.isWritten = result.visibility != Tristate::no;
        if (symbol.isChoice)
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
    Result &result = m_results[id.index];
    result.value = result.mode;
    result.selection = {};
    if (result.mode != Tristate::yes)
        return;
    const SymbolId chosen = m_user[id.index].selection;
    if (chosen.isValid() && m_results[chosen.index].visibility != Tristate::no)
        result.selection = chosen;
    else
        result.selection = fallback(id);
    if (!result.selection.isValid())
        result.value = Tristate::no;
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
        if (m_results[target.index].visibility != Tristate::no)
            return target;
    }
    for (const SymbolId candidate : symbol.choiceValues)
        if (m_results[candidate.index].visibility != Tristate::no)
            return candidate;
    return {};
}

void Evaluator::findTruthValue(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results[id.index];
    const SymbolType type = typeNow(id);
    Tristate found = Tristate::no;
    if (symbol.choice.isValid() && result.visibility == Tristate::yes) {
        if (m_results[symbol.choice.index].selection == id)
            found = Tristate::yes;
    } else {
        if (result.visibility != Tristate::no && m_user[id.index].isSet) {
            found = m_user[id.index].tristate && result.visibility;
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
            }
        }
        found = found || result.reverse;
    }
    if (found == Tristate::mod && (type == SymbolType::boolean || result.implied == Tristate::yes))
        found = Tristate::yes;
    result.value = found;
}

void Evaluator::findTextValue(SymbolId id) const
{
    Result &result = m_results[id.index];
    result.value = Tristate::no;
    std::string text;
    if (result.visibility != Tristate::no && m_user[id.index].isSet) {
        text = m_user[id.index].text;
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
    m_texts[id.index] = std::move(text);
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
    const auto bound = [&](SymbolId symbol) {
        const int base = baseOf(m_model.symbol(symbol).type, baseOf(type, 10));
        return numberOf(readText(symbol), base);
    };
    const long long now = numberOf(text, baseOf(type, 10));
    long long limit = bound(range.low);
    if (now >= limit) {
        limit = bound(range.high);
        if (now <= limit)
            return;
    }
    if (type == SymbolType::integer) {
        text = std::to_string(limit);
        return;
    }
    char digits[32];
    std::snprintf(digits, sizeof digits, "0x%llx", static_cast<unsigned long long>(limit));
    text = digits;
}

bool Evaluator::hasUnmetDependency(SymbolId id) const
{
    settle();
    const Result &result = m_results[id.index];
    const SymbolType type = m_model.symbol(id).type;
    return (type == SymbolType::boolean || type == SymbolType::tristate) && !isChoiceValue(id) &&
           result.direct < result.reverse;
}

} // namespace kconfig
