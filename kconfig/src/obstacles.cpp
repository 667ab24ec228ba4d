// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What keeps a user from changing a symbol, or from giving it one value.

#include "configuration_state.h"
#include "reasons.h"
#include "references.h"

#include <algorithm>
#include <optional>

namespace kconfig {

/// Where "visible if" of a menu is what hides a prompt: what the menu is called.
std::string_view ReasonFinder::menuHiding(PropertyId prompt) const
{
    const MenuNode &entry = m_model.node(m_model.property(prompt).node);
    if (m_configuration.evaluate(entry.dependency) == Tristate::no)
        return {};
    for (NodeId id = entry.parent; id.isValid(); id = m_model.node(id).parent) {
        const MenuNode &menu = m_model.node(id);
        if (menu.visibleIf.isValid() && m_configuration.evaluate(menu.visibleIf) == Tristate::no)
            return m_model.promptText(id);
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
        Clause prompt = say(Phrase::promptOf, name(id));
        const std::string_view menu = menuHiding(each);
        if (!property.condition.isValid())
            hidden.clause = say(Phrase::isHidden, std::move(prompt));
        else if (Clause why = failingClause(property.condition, Tristate::mod); menu.empty())
            hidden.clause = say(Phrase::isHiddenBecause, std::move(prompt), std::move(why));
        else
            hidden.clause =
                say(Phrase::isHiddenByMenuBecause, std::move(prompt), asText(menu), std::move(why));
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
    for (const auto &[kind, verb] : {std::pair(PropertyKind::select, Phrase::selectsBut),
                                     std::pair(PropertyKind::imply, Phrase::impliesBut)}) {
        for (const PropertyId each : propertiesNaming(m_model, id, kind)) {
            if (reasons.size() >= most) {
                ++more;
                continue;
            }
            const Property &property = m_model.property(each);
            const SymbolId by = m_model.node(property.node).symbol;
            Reason reason = leaf(by, property.position);
            if (m_configuration.tristate(by) == Tristate::no) {
                reason.clause = say(verb, name(by), std::move(reason.clause));
            } else if (isOff(property.condition)) {
                reason.clause =
                    say(verb, name(by),
                        say(Phrase::notWhile, failingClause(property.condition, Tristate::mod)));
                reason.because = whyLess(property.condition, Tristate::mod);
            } else if (const ExpressionId needed = m_model.symbol(id).directDependency;
                       isOff(needed)) { // an imply reaches no further
                reason.clause = say(verb, name(by),
                                    say(Phrase::notWhile, failingClause(needed, Tristate::mod)));
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
        reason.clause = say(Phrase::defaultDoesNotApply, described(property.value),
                            failingClause(property.condition, Tristate::mod));
        reason.because = whyLess(property.condition, Tristate::mod);
        add(std::move(reason));
    }
    if (more != 0) {
        Reason rest;
        rest.clause = say(Phrase::moreWouldTurnOn, asNumber(more));
        reasons.push_back(std::move(rest));
    }
    return reasons;
}

/// "A, B or 3 others": who selects a symbol; nothing when nobody does.
static std::optional<Argument> selectorsText(const Model &model, SymbolId id)
{
    constexpr std::size_t most = 3;
    std::vector<SymbolId> selectors;
    for (const PropertyId each : propertiesNaming(model, id, PropertyKind::select)) {
        const SymbolId by = model.node(model.property(each).node).symbol;
        if (std::find(selectors.begin(), selectors.end(), by) == selectors.end())
            selectors.push_back(by);
    }
    if (selectors.empty())
        return std::nullopt;
    std::vector<Argument> names;
    const std::size_t count = selectors.size();
    for (std::size_t i = 0; i < std::min(count, most); ++i)
        names.push_back(nameOf(model, selectors[i]));
    if (count == most + 1)
        names.push_back(asArgument(say(Phrase::anotherOption)));
    else if (count > most)
        names.push_back(asArgument(say(Phrase::oneOfOthers, asNumber(count - most))));
    return listOf(std::move(names), Phrase::orList);
}

Reason ReasonFinder::noPrompt(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    Reason reason;
    reason.symbol = id;
    reason.position = m_model.node(symbol.nodes.front()).position;
    reason.because = whyValue(id).because;
    const bool isOff = isTruthType(symbol.type) && m_configuration.tristate(id) == Tristate::no;
    auto selectors = isOff ? selectorsText(m_model, id) : std::nullopt;
    reason.clause = selectors ? say(Phrase::onWhenSelected, name(id), std::move(*selectors))
                              : say(Phrase::valueFollows, name(id));
    if (isOff && m_path.size() < mostLinks) {
        m_path.push_back(id);
        for (Reason &each : whatCouldTurnOn(id))
            reason.because.push_back(std::move(each));
        m_path.pop_back();
    }
    return reason;
}

/// "NET at net/Kconfig:3"
Argument ReasonFinder::holder(SymbolId by, const Position &position) const
{
    if (!position.isValid())
        return name(by);
    return asArgument(say(Phrase::atPlace, name(by), asPlace(shortPlace(m_model, position))));
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
        reason.clause = say(Phrase::heldBySelect, name(id), asValue({letter(strength)}),
                            holder(by, property.position));
        reason.because.push_back(whyValue(by));
        reasons.push_back(std::move(reason));
    }
    // The strongest first: they are what has to go before anything can change.
    const Argument strongest = asValue({letter(floor)});
    std::stable_partition(reasons.begin(), reasons.end(), [&](const Reason &reason) {
        return reason.clause.arguments[1] == strongest;
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
        limited.clause =
            say(Phrase::mAtMost, name(id), failingClause(property.condition, Tristate::yes));
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
    reason.clause = say(Phrase::chosenValue, name(id), name(symbol.choice));
    return reason;
}

Reason ReasonFinder::noModules(SymbolId id)
{
    Reason reason;
    reason.symbol = id;
    reason.position = m_model.node(m_model.symbol(id).nodes.front()).position;
    const SymbolId modules = m_model.modulesSymbol();
    if (!modules.isValid() || !m_model.symbol(modules).isDefined()) {
        reason.clause = say(Phrase::noModulesInTree, name(id));
        return reason;
    }
    reason.clause = say(Phrase::noModulesBecause, name(id), valueClause(modules));
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
            reason.clause = say(Phrase::choiceAlwaysHas, name(id));
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
    if (value == Tristate::mod && symbol.type == SymbolType::boolean) {
        reason.clause = say(Phrase::boolIsNeverM, name(id));
        return {reason};
    }
    if (value == Tristate::mod && state.evaluator.effectiveType(id) == SymbolType::boolean &&
        state.evaluator.modules() == Tristate::no)
        return {noModules(id)};
    if (symbol.isChoice && visible >= value) {
        reason.clause = say(Phrase::choiceAlwaysHas, name(id));
        return {reason};
    }
    if (symbol.choice.isValid() && visible == Tristate::yes) {
        if (value == Tristate::no)
            return {chosenValue(id)};
        reason.clause = say(Phrase::choiceIsYes, name(id), name(symbol.choice));
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
            reason.clause = at(property.position, say(Phrase::impliedAtYes, name(id), name(by)));
            reason.symbol = by;
            reason.position = property.position;
            reason.because.push_back(whyValue(by));
            return {reason};
        }
    }
    reason.clause = say(Phrase::cantBeNow, name(id), asValue({letter(value)}));
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
    reason.clause = at(range.position, say(Phrase::hasToBeWithin, name(id),
                                           asValue(m_configuration.value(range.low)),
                                           asValue(m_configuration.value(range.high))));
    const ExpressionId dependency = m_model.node(range.node).dependency;
    if (range.condition.isValid() &&
        (!dependency.isValid() ||
         m_model.describe(dependency) != m_model.describe(range.condition))) {
        reason.clause =
            say(Phrase::ifCondition, std::move(reason.clause), described(range.condition));
        // What makes the range hold is what could be changed.
        blameHighest(range.condition, reason.because);
    }
    for (const SymbolId bound : {range.low, range.high})
        if (m_model.symbol(bound).isDefined())
            reason.because.push_back(leaf(bound, range.position));
    return {reason};
}

} // namespace kconfig
