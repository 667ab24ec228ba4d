// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "reasons.h"

#include "configuration_state.h"
#include "references.h"

#include <algorithm>

namespace kconfig {

namespace {

constexpr std::size_t deepest = 8;   // links of a chain; nobody reads more
constexpr std::size_t broadest = 24; // reasons side by side

bool isYesOrNo(const Symbol &symbol)
{
    return isTruthType(symbol.type);
}

} // namespace

ReasonFinder::ReasonFinder(const Configuration &configuration)
    : m_configuration(configuration)
    , m_model(configuration.model())
{}

std::string ReasonFinder::valueOf(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    if (!symbol.isDefined() && !symbol.isConstant)
        return "n";
    const std::string value = m_configuration.value(id);
    return symbol.type == SymbolType::string ? '"' + value + '"' : value.empty() ? "empty" : value;
}

std::string ReasonFinder::place(const Position &position) const
{
    return position.isValid() ? " (" + m_model.sources().describe(position) + ')' : std::string();
}

/// ", which …": who gave a symbol its value.
std::string ReasonFinder::originClause(SymbolId id) const
{
    const ValueOrigin origin = m_configuration.origin(id);
    switch (origin.origin) {
    case Origin::user:
        return ", which the user chose";
    case Origin::defaultValue:
        return ", which is its default" + place(origin.position);
    case Origin::selected:
        return ", because " +
               (origin.by.isValid() ? displayName(m_model, origin.by)
                                    : std::string("another one")) +
               " selects it" + place(origin.position);
    case Origin::implied:
        return ", because " +
               (origin.by.isValid() ? displayName(m_model, origin.by)
                                    : std::string("another one")) +
               " implies it" + place(origin.position);
    case Origin::choice: {
        const SymbolId chosen = m_configuration.selection(origin.by);
        if (!chosen.isValid())
            return ", because its choice is off";
        return chosen == id ? ", because its choice falls back to it"
                            : ", because its choice has " + displayName(m_model, chosen);
    }
    case Origin::none:
    case Origin::constant:
        break;
    }
    return {};
}

Reason ReasonFinder::whyValue(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const ValueOrigin origin = m_configuration.origin(id);
    Reason reason;
    reason.symbol = id;
    reason.position = origin.position;
    reason.isChangeable = m_configuration.isChangeable(id);
    if (!symbol.isDefined()) {
        reason.text = displayName(m_model, id) +
                      (symbol.isConstant ? " is a constant" : " is not defined, which makes it n");
        return reason;
    }
    reason.text = displayName(m_model, id) + " is " + valueOf(id) + originClause(id);
    if (origin.origin == Origin::none)
        reason.text += ", because nothing sets it";
    if ((origin.origin == Origin::selected || origin.origin == Origin::implied) &&
        origin.by.isValid() && m_path.size() < deepest &&
        std::find(m_path.begin(), m_path.end(), origin.by) == m_path.end()) {
        m_path.push_back(id);
        reason.because.push_back(whyValue(origin.by));
        m_path.pop_back();
    }
    return reason;
}

/// What there is to say about a symbol whose value stands in the way.
Reason ReasonFinder::leaf(SymbolId id, Position position)
{
    const Symbol &symbol = m_model.symbol(id);
    Reason reason;
    reason.symbol = id;
    reason.position = position;
    if (symbol.isConstant) {
        reason.text = "the constant " + std::string(symbol.name) + " stands there";
        return reason;
    }
    const std::string name = displayName(m_model, id);
    if (!symbol.isDefined()) {
        reason.text = name + " is not defined in this tree, so it is n";
        return reason;
    }
    reason.isChangeable = m_configuration.isChangeable(id);
    reason.text = name + " is " + valueOf(id) + originClause(id);
    if (reason.isChangeable || m_path.size() >= deepest ||
        std::find(m_path.begin(), m_path.end(), id) != m_path.end())
        return reason;
    m_path.push_back(id);
    const bool isOff = isYesOrNo(symbol) && m_configuration.tristate(id) == Tristate::no;
    reason.because = isOff ? obstacles(id) : std::vector<Reason>{whyValue(id)};
    if (!isOff && reason.because.front().because.empty())
        reason.because.clear(); // it would only say the same again
    m_path.pop_back();
    return reason;
}

std::vector<Reason> ReasonFinder::whyLess(ExpressionId expression, Tristate wanted)
{
    std::vector<Reason> reasons;
    if (expression.isValid())
        blame(expression, wanted, reasons);
    return reasons;
}

void ReasonFinder::blame(ExpressionId id, Tristate wanted, std::vector<Reason> &reasons)
{
    if (reasons.size() >= broadest || m_configuration.evaluate(id) >= wanted)
        return;
    const Expression *node = &m_model.expression(id);
    if (node->kind == ExpressionKind::conjunction || node->kind == ExpressionKind::disjunction) {
        const ExpressionKind kind = node->kind;
        std::vector<ExpressionId> operands; // from right to left: rows lean to the left
        for (; node->kind == kind; node = &m_model.expression(id)) {
            operands.push_back(node->right);
            id = node->left;
        }
        operands.push_back(id);
        std::vector<Reason> found;
        for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand)
            blame(*operand, wanted, found);
        if (kind == ExpressionKind::disjunction && found.size() > 1) {
            Reason either;
            either.text = "one of " + std::to_string(found.size()) + " conditions has to hold";
            either.position = found.front().position;
            either.because = std::move(found);
            found.clear();
            found.push_back(std::move(either));
        }
        for (Reason &each : found) {
            const bool isKnown =
                std::any_of(reasons.begin(), reasons.end(), [&](const Reason &other) {
                    return each.symbol.isValid() && each.symbol == other.symbol &&
                           each.text == other.text;
                });
            if (!isKnown && reasons.size() < broadest)
                reasons.push_back(std::move(each));
        }
        return;
    }
    if (node->kind == ExpressionKind::symbol) {
        reasons.push_back(leaf(node->symbol, node->position));
        return;
    }
    if (node->kind == ExpressionKind::negation) {
        blameHighest(node->left, reasons);
        return;
    }
    Reason reason = leaf(node->symbol, node->position);
    if (m_model.symbol(node->symbol).isConstant && m_model.symbol(node->other).isDefined())
        reason = leaf(node->other, node->position);
    reason.text = m_model.describe(id) + " is needed, but " + reason.text;
    reasons.push_back(std::move(reason));
}

/// What keeps an expression up that should be n.
void ReasonFinder::blameHighest(ExpressionId id, std::vector<Reason> &reasons)
{
    const Expression &node = m_model.expression(id);
    if (node.kind == ExpressionKind::symbol) {
        reasons.push_back(leaf(node.symbol, node.position));
        return;
    }
    Reason reason;
    reason.position = node.position;
    reason.text = m_model.describe(id) + " is " + letter(m_configuration.evaluate(id));
    std::vector<ExpressionId> rest{id};
    while (!rest.empty() && reason.because.size() < broadest) {
        const Expression &each = m_model.expression(rest.back());
        const ExpressionId at = rest.back();
        rest.pop_back();
        const bool isRow =
            each.kind == ExpressionKind::conjunction || each.kind == ExpressionKind::disjunction;
        if (isRow && m_configuration.evaluate(at) != Tristate::no) {
            rest.push_back(each.right);
            rest.push_back(each.left);
        } else if (each.kind == ExpressionKind::symbol &&
                   m_configuration.evaluate(at) != Tristate::no) {
            reason.because.push_back(leaf(each.symbol, each.position));
        }
    }
    reasons.push_back(std::move(reason));
}

std::vector<Reason> ReasonFinder::obstacles(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const std::string name = displayName(m_model, id);
    std::vector<Reason> reasons;
    if (!symbol.isDefined()) {
        reasons.push_back(leaf(id, {}));
        return reasons;
    }
    const Tristate visible = m_configuration.visibility(id);
    if (visible == Tristate::no) {
        bool hasPrompt = false;
        for (const PropertyId propertyId : symbol.properties) {
            const Property &property = m_model.property(propertyId);
            if (property.kind != PropertyKind::prompt)
                continue;
            hasPrompt = true;
            Reason hidden;
            hidden.symbol = id;
            hidden.position = property.position;
            hidden.text = "the prompt of " + name + " can't be seen";
            hidden.because = whyLess(property.condition, Tristate::mod);
            reasons.push_back(std::move(hidden));
        }
        if (!hasPrompt) {
            Reason reason;
            reason.symbol = id;
            reason.position = m_model.node(symbol.nodes.front()).position;
            reason.text = name + " has no prompt: its value follows from other options";
            reason.because.push_back(whyValue(id));
            if (reason.because.front().because.empty() &&
                m_configuration.origin(id).origin == Origin::none)
                reason.because.clear();
            reasons.push_back(std::move(reason));
        }
        return reasons;
    }
    if (!isYesOrNo(symbol))
        return reasons;
    const Tristate floor = symbol.reverseDependency.isValid() && !symbol.choice.isValid()
                               ? m_configuration.evaluate(symbol.reverseDependency)
                               : Tristate::no;
    if (floor != Tristate::no && !symbol.isChoice) {
        for (const PropertyId propertyId : propertiesNaming(m_model, id, PropertyKind::select)) {
            const Property &property = m_model.property(propertyId);
            const SymbolId by = m_model.node(property.node).symbol;
            const Tristate strength =
                m_configuration.tristate(by) && m_configuration.evaluate(property.condition);
            if (strength == Tristate::no || reasons.size() >= broadest)
                continue;
            Reason reason;
            reason.symbol = by;
            reason.position = property.position;
            reason.isChangeable = m_configuration.isChangeable(by);
            reason.text = name + " is held at " + letter(floor) + " by a select of " +
                          displayName(m_model, by);
            reason.because.push_back(whyValue(by));
            reasons.push_back(std::move(reason));
        }
    }
    if (symbol.isChoice && floor != Tristate::no && floor >= visible) {
        Reason reason;
        reason.symbol = id;
        reason.position = m_model.node(symbol.nodes.front()).position;
        reason.text = name + " always has one of its values; choose another value instead";
        reasons.push_back(std::move(reason));
    }
    if (symbol.choice.isValid() && visible == Tristate::yes &&
        m_configuration.selection(symbol.choice) == id) {
        Reason reason;
        reason.symbol = symbol.choice;
        reason.position = m_model.node(symbol.nodes.front()).position;
        reason.isChangeable = true;
        reason.text = name + " is the value of " + displayName(m_model, symbol.choice) +
                      "; it goes off when another value is chosen";
        reasons.push_back(std::move(reason));
    }
    if (visible == Tristate::mod && symbol.type == SymbolType::tristate) {
        for (const PropertyId propertyId : symbol.properties) {
            const Property &property = m_model.property(propertyId);
            if (property.kind != PropertyKind::prompt)
                continue;
            Reason limited;
            limited.symbol = id;
            limited.position = property.position;
            limited.text = name + " can be m at most";
            limited.because = whyLess(property.condition, Tristate::yes);
            reasons.push_back(std::move(limited));
        }
    }
    return reasons;
}

} // namespace kconfig
