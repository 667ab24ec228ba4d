// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What is worked out for one symbol in conf's order, and what conf says about it.

#include "conf_order_evaluation.h"
#include "expression_text.h"
#include "values.h"

#include <algorithm>

namespace kconfig {

void ConfOrderEvaluation::work(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    result.isValid = true;
    if (symbol.type == SymbolType::unknown) {
        result.value = Tristate::no;
        return;
    }
    result.isOpen = true;
    result.isWritten = false;
    calculateVisibility(id);
    result.isWritten = result.visibility != Tristate::no;
    const bool isTruth = symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate;
    result.value = Tristate::no; // for those who ask before it is known
    if (isTruth)
        workTruth(id);
    else
        workText(id);
    if (id == m_model.modulesSymbol())
        m_modules = result.value;
    if (symbol.isChoice) {
        if (result.isWritten && !isChoiceByPriority()) {
            for (const SymbolId value : symbol.choiceValues)
                if (m_results.at(value).visibility != Tristate::no)
                    m_results.at(value).isWritten = true;
        }
    }
    if (symbol.isChoice || symbol.isDefconfigList)
        result.isWritten = false;
    result.isOpen = false;
    if (symbol.isChoice && result.needsValues)
        answerChoice(id);
}

void ConfOrderEvaluation::calculateVisibility(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    Tristate visible = Tristate::no;
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::prompt)
            continue;
        Tristate prompt = value(property.condition);
        if (!isChoiceByPriority() && symbol.choice.isValid() &&
            symbol.type == SymbolType::tristate && prompt == Tristate::mod &&
            m_results.at(symbol.choice).value == Tristate::yes)
            prompt = Tristate::no;
        visible = visible || prompt;
    }
    if (visible == Tristate::mod &&
        (symbol.type != SymbolType::tristate || m_modules == Tristate::no))
        visible = Tristate::yes;
    result.visibility = visible;
    if (!symbol.choice.isValid())
        findDependencies(id);
}

void ConfOrderEvaluation::findDependencies(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    const auto rounded = [&](Tristate condition) {
        return condition == Tristate::mod && currentType(id) == SymbolType::boolean ? Tristate::yes
                                                                                    : condition;
    };
    result.direct = rounded(value(symbol.directDependency));
    result.reverse = symbol.reverseDependency.isValid() ? rounded(value(symbol.reverseDependency))
                                                        : Tristate::no;
    const bool mayBeImplied = m_dialect != Dialect::unikraft || result.direct != Tristate::no;
    result.implied = symbol.impliedDependency.isValid() && mayBeImplied
                         ? rounded(value(symbol.impliedDependency))
                         : Tristate::no;
}

void ConfOrderEvaluation::workTruth(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    Result &result = m_results.at(id);
    if (symbol.isChoice)
        result.select({});
    Tristate found = Tristate::no;
    if (symbol.choice.isValid() && isChoiceByPriority()) {
        calculateChoiceByPriority(symbol.choice);
        found = result.value;
    } else if (symbol.choice.isValid() && result.visibility == Tristate::yes) {
        if (m_results.at(symbol.choice).selection() == id)
            found = Tristate::yes;
    } else {
        if (result.visibility != Tristate::no && m_user.isSet(id)) {
            found = m_user.tristate(id) && result.visibility;
        } else {
            result.isWritten = result.isWritten || result.reverse != Tristate::no;
            if (!symbol.isChoice) {
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
        }
        if (!symbol.choice.isValid() && result.direct < result.reverse)
            warnAboutUnmet(id);
        found = found || (symbol.choice.isValid() ? Tristate::no : result.reverse);
    }
    const bool isRaised =
        m_dialect == Dialect::unikraft && result.implied == Tristate::yes; // to y, by an imply
    if (found == Tristate::mod && (isRaised || currentType(id) == SymbolType::boolean))
        found = Tristate::yes;
    result.value = found;
    if (symbol.isChoice)
        result.mode = found;
    if (symbol.isChoice && found == Tristate::yes && !isChoiceByPriority())
        calculateChoice(id);
}

void ConfOrderEvaluation::calculateChoice(SymbolId choice)
{
    const Symbol &symbol = m_model.symbol(choice);
    bool isAnswered = true;
    for (const SymbolId value : symbol.choiceValues) {
        calculateVisibility(value);
        if (m_results.at(value).visibility != Tristate::no && !m_user.isSet(value))
            isAnswered = false;
    }
    if (!isAnswered)
        m_user.setIsSet(choice, false);
    SymbolId chosen = m_user.selection(choice);
    if (!chosen.isValid() || m_results.at(chosen).visibility == Tristate::no)
        chosen = choiceDefault(choice);
    m_results.at(choice).select(chosen);
    if (!chosen.isValid())
        m_results.at(choice).value = Tristate::no;
}

SymbolId ConfOrderEvaluation::choiceDefault(SymbolId choice)
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

/// Linux 6.12: a choice has no memory of its own; its values have, and the one that was set last
/// counts most.
void ConfOrderEvaluation::calculateChoiceByPriority(SymbolId choice)
{
    const Symbol &symbol = m_model.symbol(choice);
    const auto isVisible = [&](SymbolId id) { return m_results.at(id).visibility != Tristate::no; };
    const auto span = m_user.byPriority(choice);
    const std::vector<SymbolId> ordered(span.begin(), span.end());
    SymbolId chosen;
    for (const SymbolId value : ordered) {
        calculateVisibility(value);
        if (isVisible(value) && m_user.isSet(value) && m_user.tristate(value) == Tristate::yes) {
            chosen = value;
            break;
        }
    }
    if (!chosen.isValid()) {
        chosen = choiceDefault(choice);
        if (chosen.isValid() && m_user.isSet(chosen) && m_user.tristate(chosen) == Tristate::no)
            chosen = {};
    }
    const auto firstOf = [&](const auto &values, auto suits) {
        const auto found = std::find_if(std::begin(values), std::end(values), suits);
        return found == std::end(values) ? SymbolId{} : *found;
    };
    if (!chosen.isValid())
        chosen = firstOf(symbol.choiceValues,
                         [&](SymbolId id) { return isVisible(id) && !m_user.isSet(id); });
    if (!chosen.isValid()) {
        const std::vector<SymbolId> leastFirst(ordered.rbegin(), ordered.rend());
        chosen = firstOf(leastFirst, isVisible);
    }
    m_results.at(choice).select(chosen);
    for (const SymbolId value : symbol.choiceValues) {
        Result &result = m_results.at(value);
        if (!isVisible(value))
            continue;
        const Tristate now = value == chosen ? Tristate::yes : Tristate::no;
        if (result.isValid && !result.isOpen && result.value != now)
            forgetExpressions();
        result.value = now;
        result.isValid = true;
        result.isWritten = true;
    }
}

void ConfOrderEvaluation::workText(SymbolId id)
{
    Result &result = m_results.at(id);
    std::string &text = m_results.text(id);
    text = emptyValue(m_dialect, m_model.symbol(id).type);
    std::string found = text;
    if (result.visibility != Tristate::no && m_user.isSet(id)) {
        found = m_user.get(id).text;
    } else {
        Tristate condition = Tristate::no;
        const PropertyId active = firstActive(id, PropertyKind::defaultValue, condition);
        const Expression *source =
            active.isValid() ? &m_model.expression(m_model.property(active).value) : nullptr;
        if (source && source->kind == ExpressionKind::symbol) {
            result.isWritten = true;
            calculate(source->symbol);
            const SymbolType type = m_model.symbol(source->symbol).type;
            // The text of a bool or tristate stays as it was made: "n".
            const bool isTruth = type == SymbolType::boolean || type == SymbolType::tristate;
            found = isTruth ? std::string_view("n") : currentText(source->symbol);
        }
    }
    text = std::move(found);
    keepInRange(id);
}

void ConfOrderEvaluation::keepInRange(SymbolId id)
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
        calculate(symbol);
        return numberOf(currentText(symbol), baseOf(m_model.symbol(symbol).type, base));
    };
    const long long now = numberOf(m_results.text(id), base);
    SymbolId bound = range.low;
    long long limit = boundOf(bound);
    if (now >= limit) {
        bound = range.high;
        limit = boundOf(bound);
        if (now <= limit)
            return;
    }
    m_results.text(id) = textOfBound(m_dialect, type, currentText(bound), limit);
}

void ConfOrderEvaluation::warnAboutUnmet(SymbolId id)
{
    ++m_warningCount;
    if (!m_warn)
        return;
    const Symbol &symbol = m_model.symbol(id);
    std::string out = "\nWARNING: unmet direct dependencies detected for ";
    out += symbol.name;
    out += "\n  Depends on [";
    out += m_results.at(id).direct == Tristate::mod ? 'm' : 'n';
    out += "]: ";
    out += expressionText(m_model, symbol.directDependency,
                          [this](SymbolId leaf) { return annotation(leaf); });
    out += '\n';
    appendSelectors(out, symbol.reverseDependency, Tristate::yes);
    appendSelectors(out, symbol.reverseDependency, Tristate::mod);
    m_warn(out);
}

/// What conf puts behind a symbol's name: its value at that moment.
std::string ConfOrderEvaluation::annotation(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    if (comparedType(m_model, id) == SymbolType::unknown ||
        (symbol.isChoice && symbol.name.empty()))
        return {};
    return " [=" + std::string(currentText(id)) + ']';
}

/// The lines for those selects that hold at `strength`.
void ConfOrderEvaluation::appendSelectors(std::string &out, ExpressionId reverse, Tristate strength)
{
    std::vector<ExpressionId> selectors; // from right to left
    while (m_model.expression(reverse).kind == ExpressionKind::disjunction) {
        selectors.push_back(m_model.expression(reverse).right);
        reverse = m_model.expression(reverse).left;
    }
    selectors.push_back(reverse);
    std::reverse(selectors.begin(), selectors.end());
    bool first = true;
    for (const ExpressionId selector : selectors) {
        if (value(selector) != strength)
            continue;
        if (first)
            out += std::string("  Selected by [") + letter(strength) + "]:\n";
        first = false;
        out += "  - ";
        out +=
            expressionText(m_model, selector, [this](SymbolId leaf) { return annotation(leaf); });
        out += '\n';
    }
}

} // namespace kconfig
