// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What keeps a user from changing a symbol, or from giving it one value.

#include "configuration_state.h"
#include "reasons.h"
#include "references.h"

#include <algorithm>

namespace kconfig {

/// Where "visible if" of a menu is what hides a prompt: the menu, as words.
std::string ReasonFinder::menuHiding(PropertyId prompt) const
{
    const MenuNode &entry = m_model.node(m_model.property(prompt).node);
    if (m_configuration.evaluate(entry.dependency) == Tristate::no)
        return {};
    for (NodeId id = entry.parent; id.isValid(); id = m_model.node(id).parent) {
        const MenuNode &menu = m_model.node(id);
        if (menu.visibleIf.isValid() && m_configuration.evaluate(menu.visibleIf) == Tristate::no)
            return " by \"visible if\" of the menu \"" + std::string(m_model.promptText(id)) + '"';
    }
    return {};
}

std::vector<Reason> ReasonFinder::hiddenPrompts(SymbolId id)
{
    std::vector<Reason> reasons;
    for (const PropertyId each : m_model.symbol(id).properties) {
        const Property &property = m_model.property(each);
        if (property.kind != PropertyKind::prompt || reasons.size() >= mostReasons)
            continue;
        Reason hidden;
        hidden.symbol = id;
        hidden.position = property.position;
        hidden.text = "the prompt of " + displayName(m_model, id) + " is hidden" + menuHiding(each);
        if (property.condition.isValid())
            hidden.text += " because " + failingClause(property.condition, Tristate::mod);
        hidden.because = whyLess(property.condition, Tristate::mod);
        reasons.push_back(std::move(hidden));
    }
    return reasons;
}

/// What would turn a bool or tristate on that is off: selects, implies and defaults that don't
/// apply now.
std::vector<Reason> ReasonFinder::whatCouldTurnOn(SymbolId id)
{
    constexpr std::size_t most = 6;
    std::vector<Reason> reasons;
    std::size_t more = 0;
    const auto add = [&](Reason reason) {
        if (reasons.size() < most)
            reasons.push_back(std::move(reason));
        else
            ++more;
    };
    const auto isOff = [&](ExpressionId condition) {
        return condition.isValid() && m_configuration.evaluate(condition) == Tristate::no;
    };
    for (const auto &[kind, verb] : {std::pair(PropertyKind::select, " selects it"),
                                     std::pair(PropertyKind::imply, " implies it")}) {
        for (const PropertyId each : propertiesNaming(m_model, id, kind)) {
            if (reasons.size() >= most) {
                ++more;
                continue;
            }
            const Property &property = m_model.property(each);
            const SymbolId by = m_model.node(property.node).symbol;
            Reason reason = leaf(by, property.position);
            if (m_configuration.tristate(by) == Tristate::no) {
                reason.text = displayName(m_model, by) + verb + ", but " + reason.text;
            } else if (isOff(property.condition)) {
                reason.text = displayName(m_model, by) + verb + ", but not while " +
                              failingClause(property.condition, Tristate::mod);
                reason.because = whyLess(property.condition, Tristate::mod);
            } else if (const ExpressionId needed = m_model.symbol(id).directDependency;
                       isOff(needed)) { // an imply reaches no further
                reason.text = displayName(m_model, by) + verb + ", but not while " +
                              failingClause(needed, Tristate::mod);
                reason.because = whyLess(needed, Tristate::mod);
            } else {
                continue;
            }
            add(std::move(reason));
        }
    }
    for (const PropertyId each : m_model.symbol(id).properties) {
        const Property &property = m_model.property(each);
        if (property.kind != PropertyKind::defaultValue || !property.condition.isValid() ||
            m_configuration.evaluate(property.condition) != Tristate::no)
            continue;
        Reason reason;
        reason.symbol = id;
        reason.position = property.position;
        reason.text = "its default " + m_model.describe(property.value) +
                      " does not apply because " + failingClause(property.condition, Tristate::mod);
        reason.because = whyLess(property.condition, Tristate::mod);
        add(std::move(reason));
    }
    if (more != 0) {
        Reason rest;
        rest.text = std::to_string(more) + " more would turn it on";
        reasons.push_back(std::move(rest));
    }
    return reasons;
}

/// "A, B or 3 others": who selects a symbol.
static std::string selectorsText(const Model &model, SymbolId id)
{
    constexpr std::size_t most = 3;
    std::vector<SymbolId> selectors;
    for (const PropertyId each : propertiesNaming(model, id, PropertyKind::select)) {
        const SymbolId by = model.node(model.property(each).node).symbol;
        if (std::find(selectors.begin(), selectors.end(), by) == selectors.end())
            selectors.push_back(by);
    }
    std::string text;
    const std::size_t count = selectors.size();
    for (std::size_t i = 0; i < std::min(count, most); ++i)
        text += (i == 0 ? "" : i + 1 == count ? " or " : ", ") + displayName(model, selectors[i]);
    if (count > most)
        text += " or " + (count == most + 1 ? std::string("another option")
                                            : "one of " + std::to_string(count - most) + " others");
    return text;
}

Reason ReasonFinder::noPrompt(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    Reason reason;
    reason.symbol = id;
    reason.position = m_model.node(symbol.nodes.front()).position;
    reason.text = displayName(m_model, id) + " has no prompt; ";
    reason.because = whyValue(id).because;
    const bool isOff = isTruthType(symbol.type) && m_configuration.tristate(id) == Tristate::no;
    const std::string selectors = isOff ? selectorsText(m_model, id) : std::string();
    reason.text += selectors.empty() ? "its value follows from other options"
                                     : "it is on when " + selectors + " selects it";
    if (isOff && m_path.size() < mostLinks) {
        m_path.push_back(id);
        for (Reason &each : whatCouldTurnOn(id))
            reason.because.push_back(std::move(each));
        m_path.pop_back();
    }
    return reason;
}

std::vector<Reason> ReasonFinder::whatHolds(SymbolId id, Tristate floor)
{
    std::vector<Reason> reasons;
    for (const PropertyId each : propertiesNaming(m_model, id, PropertyKind::select)) {
        const Property &property = m_model.property(each);
        const SymbolId by = m_model.node(property.node).symbol;
        const Tristate strength =
            m_configuration.tristate(by) && m_configuration.evaluate(property.condition);
        if (strength == Tristate::no || reasons.size() >= mostReasons)
            continue;
        Reason reason;
        reason.symbol = by;
        reason.position = property.position;
        reason.isChangeable = m_configuration.isChangeable(by);
        reason.text = displayName(m_model, id) + " is held at " + letter(strength) +
                      " by select from " + displayName(m_model, by) + at(property.position);
        reason.because.push_back(whyValue(by));
        reasons.push_back(std::move(reason));
    }
    // The strongest first: they are what has to go before anything can change.
    std::stable_partition(reasons.begin(), reasons.end(), [&](const Reason &reason) {
        return reason.text.find(std::string("held at ") + letter(floor)) != std::string::npos;
    });
    return reasons;
}

std::vector<Reason> ReasonFinder::whatLimits(SymbolId id)
{
    std::vector<Reason> reasons;
    for (const PropertyId each : m_model.symbol(id).properties) {
        const Property &property = m_model.property(each);
        if (property.kind != PropertyKind::prompt)
            continue;
        Reason limited;
        limited.symbol = id;
        limited.position = property.position;
        limited.text = displayName(m_model, id) + " can be m at most because " +
                       failingClause(property.condition, Tristate::yes);
        limited.because = whyLess(property.condition, Tristate::yes);
        reasons.push_back(std::move(limited));
    }
    return reasons;
}

Reason ReasonFinder::chosenValue(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    Reason reason;
    reason.symbol = symbol.choice;
    reason.position = m_model.node(m_model.symbol(symbol.choice).nodes.front()).position;
    reason.isChangeable = true;
    reason.text = displayName(m_model, id) + " is what " + displayName(m_model, symbol.choice) +
                  " has; to turn it off, choose another of its values";
    return reason;
}

Reason ReasonFinder::noModules(SymbolId id)
{
    Reason reason;
    reason.symbol = id;
    reason.position = m_model.node(m_model.symbol(id).nodes.front()).position;
    const SymbolId modules = m_model.modulesSymbol();
    if (!modules.isValid() || !m_model.symbol(modules).isDefined()) {
        reason.text = displayName(m_model, id) + " can't be m because this tree has no modules";
        return reason;
    }
    reason.text = displayName(m_model, id) + " can't be m because " + valueClause(modules);
    reason.because.push_back(leaf(modules, {}));
    return reason;
}

std::vector<Reason> ReasonFinder::obstacles(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    if (!symbol.isDefined())
        return {leaf(id, {})};
    const Tristate visible = m_configuration.visibility(id);
    if (visible == Tristate::no) {
        std::vector<Reason> reasons = hiddenPrompts(id);
        if (reasons.empty())
            reasons.push_back(noPrompt(id));
        return reasons;
    }
    std::vector<Reason> reasons;
    if (!isTruthType(symbol.type))
        return reasons;
    const Tristate floor = ConfigurationAccess::state(m_configuration).evaluator.reverse(id);
    if (symbol.isChoice) {
        if (floor != Tristate::no && floor >= visible) {
            Reason reason;
            reason.symbol = id;
            reason.position = m_model.node(symbol.nodes.front()).position;
            reason.text = displayName(m_model, id) +
                          " always has one of its values; choose another value instead";
            reasons.push_back(std::move(reason));
        }
    } else if (floor != Tristate::no && !symbol.choice.isValid()) {
        reasons = whatHolds(id, floor);
    }
    if (symbol.choice.isValid() && visible == Tristate::yes &&
        m_configuration.selection(symbol.choice) == id)
        reasons.push_back(chosenValue(id));
    if (visible == Tristate::mod && symbol.type == SymbolType::tristate)
        for (Reason &limit : whatLimits(id))
            reasons.push_back(std::move(limit));
    return reasons;
}

std::vector<Reason> ReasonFinder::whyNot(SymbolId id, Tristate value)
{
    const Symbol &symbol = m_model.symbol(id);
    const auto &state = ConfigurationAccess::state(m_configuration);
    if (!symbol.isDefined() || m_configuration.visibility(id) == Tristate::no)
        return m_configuration.tristate(id) == value ? std::vector<Reason>() : obstacles(id);
    if (m_configuration.tristate(id) == value || state.mayBe(id, value))
        return {};
    const Tristate visible = m_configuration.visibility(id);
    const Tristate floor = state.evaluator.reverse(id);
    Reason reason;
    reason.symbol = id;
    reason.position = m_model.node(symbol.nodes.front()).position;
    const std::string name = displayName(m_model, id);
    if (value == Tristate::mod && symbol.type == SymbolType::boolean) {
        reason.text = name + " is a bool: it is y or n, never m";
        return {reason};
    }
    if (value == Tristate::mod && state.evaluator.effectiveType(id) == SymbolType::boolean &&
        state.evaluator.modules() == Tristate::no)
        return {noModules(id)};
    if (symbol.isChoice && visible >= value) {
        reason.text = name + " always has one of its values; choose another value instead";
        return {reason};
    }
    if (symbol.choice.isValid() && visible == Tristate::yes) {
        if (value == Tristate::no)
            return {chosenValue(id)};
        reason.text = name + " is a value of " + displayName(m_model, symbol.choice) +
                      ", which is y, and then its values are y or n";
        return {reason};
    }
    if (value > visible)
        return whatLimits(id);
    if (floor != Tristate::no && (value < floor || visible <= floor))
        return whatHolds(id, floor);
    if (value == Tristate::mod && state.evaluator.implied(id) == Tristate::yes) {
        for (const PropertyId each : propertiesNaming(m_model, id, PropertyKind::imply)) {
            const Property &property = m_model.property(each);
            const SymbolId by = m_model.node(property.node).symbol;
            if ((m_configuration.tristate(by) && m_configuration.evaluate(property.condition)) !=
                Tristate::yes)
                continue;
            reason.text = name + " can't be m because " + displayName(m_model, by) +
                          " implies it at y" + at(property.position);
            reason.symbol = by;
            reason.position = property.position;
            reason.because.push_back(whyValue(by));
            return {reason};
        }
    }
    reason.text = name + " can't be " + letter(value) + " now";
    return {reason};
}

std::vector<Reason> ReasonFinder::whyOutOfRange(SymbolId id, const std::string &number)
{
    const auto &state = ConfigurationAccess::state(m_configuration);
    const PropertyId active = state.evaluator.activeRange(id);
    if (!active.isValid() || state.isInRange(id, number))
        return {};
    const Property &range = m_model.property(active);
    Reason reason;
    reason.symbol = id;
    reason.position = range.position;
    reason.text = displayName(m_model, id) + " has to be within " +
                  m_configuration.value(range.low) + " … " + m_configuration.value(range.high) +
                  at(range.position);
    const ExpressionId dependency = m_model.node(range.node).dependency;
    if (range.condition.isValid() &&
        (!dependency.isValid() ||
         m_model.describe(dependency) != m_model.describe(range.condition))) {
        reason.text += " if " + m_model.describe(range.condition);
        // What makes the range hold is what could be changed.
        blameHighest(range.condition, reason.because);
    }
    for (const SymbolId bound : {range.low, range.high})
        if (m_model.symbol(bound).isDefined())
            reason.because.push_back(leaf(bound, range.position));
    return {reason};
}

} // namespace kconfig
