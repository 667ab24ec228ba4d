// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "reasons.h"

#include "configuration_state.h"
#include "macro_word.h"

#include <algorithm>

namespace kconfig {

ReasonFinder::ReasonFinder(const Configuration &configuration)
    : m_configuration(configuration)
    , m_model(configuration.model())
{}

void inWords(Reason &reason, const Wording &wording)
{
    reason.text = reason.clause.text(wording);
    inWords(reason.because, wording);
}

void inWords(std::vector<Reason> &reasons, const Wording &wording)
{
    for (Reason &reason : reasons)
        inWords(reason, wording);
}

Argument ReasonFinder::valueOf(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    if (!symbol.isDefined() && !symbol.isConstant)
        return asValue("n");
    const std::string value = m_configuration.value(id);
    if (symbol.type == SymbolType::string)
        return asValue('"' + value + '"');
    return value.empty() ? asArgument(say(Phrase::emptyValue)) : asValue(value);
}

Argument ReasonFinder::described(ExpressionId id) const
{
    return asExpression(m_model.describe(id));
}

Clause ReasonFinder::valueClause(SymbolId id) const
{
    // A choice has a value of its own only for the language; for people it is there or not.
    if (m_model.symbol(id).isChoice && m_configuration.tristate(id) == Tristate::no)
        return say(Phrase::choiceOff, name(id));
    return say(Phrase::valueIs, name(id), valueOf(id));
}

Clause ReasonFinder::at(const Position &position, Clause clause) const
{
    return atPlace(m_model, std::move(clause), position);
}

Clause ReasonFinder::originNow(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    const ValueOrigin origin = m_configuration.origin(id);
    const auto by = [&](Phrase what) {
        return at(origin.position,
                  say(what, origin.by.isValid() ? name(origin.by)
                                                : asArgument(say(Phrase::anotherOption))));
    };
    if (symbol.isChoice) {
        const SymbolId chosen = m_configuration.selection(id);
        if (chosen.isValid())
            return say(Phrase::itHas, name(chosen));
        if (m_configuration.visibility(id) == Tristate::no)
            return say(Phrase::promptHidden);
    }
    switch (origin.origin) {
    case Origin::user:
        return say(Phrase::youSetIt);
    case Origin::defaultValue: {
        const auto active = ConfigurationAccess::state(m_configuration).evaluator.activeDefault(id);
        const ExpressionId value =
            active.isValid() ? m_model.property(active).value : ExpressionId{};
        const bool isConstant =
            !value.isValid() || (m_model.expression(value).kind == ExpressionKind::symbol &&
                                 !m_model.symbol(m_model.expression(value).symbol).isDefined());
        return at(origin.position,
                  isConstant ? say(Phrase::byDefault) : say(Phrase::byDefaultOf, described(value)));
    }
    case Origin::selected:
        return by(Phrase::selectedBy);
    case Origin::implied:
        return by(Phrase::impliedBy);
    case Origin::choice: {
        const SymbolId chosen = m_configuration.selection(origin.by);
        if (!chosen.isValid())
            return say(Phrase::choiceOff, name(origin.by));
        return chosen == id ? say(Phrase::choiceFallsBack, name(origin.by))
                            : say(Phrase::choiceHas, name(origin.by), name(chosen));
    }
    case Origin::none:
    case Origin::constant:
        break;
    }
    return say(isTruthType(symbol.type) ? Phrase::nothingTurnsOn : Phrase::nothingSets);
}

Clause ReasonFinder::originText(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.isConstant)
        return say(Phrase::constant);
    if (!symbol.isDefined())
        return say(Phrase::noFileDefines);
    Clause origin = originNow(id);
    const auto user = m_configuration.userValue(id);
    if (!user || symbol.isChoice || symbol.choice.isValid() || *user == m_configuration.value(id))
        return origin;
    Argument shown = asValue(symbol.type == SymbolType::string ? '"' + *user + '"' : *user);
    const Origin from = m_configuration.origin(id).origin;
    // .config has values of options without a prompt as well, which nobody set.
    const bool hasPrompt =
        std::any_of(symbol.properties.begin(), symbol.properties.end(), [&](PropertyId each) {
            return m_model.property(each).kind == PropertyKind::prompt;
        });
    if (!hasPrompt)
        return origin;
    if (m_configuration.visibility(id) == Tristate::no)
        return say(Phrase::withoutEffect, std::move(origin), std::move(shown));
    if (from == Origin::selected)
        return say(Phrase::althoughSet, std::move(origin), std::move(shown));
    if (from != Origin::user)
        return origin;
    if (const auto range = m_configuration.range(id))
        return say(Phrase::outsideRange, std::move(shown), asValue(range->low),
                   asValue(range->high));
    return say(Phrase::youSetItTo, std::move(shown));
}

Reason ReasonFinder::whyValue(SymbolId id)
{
    const ValueOrigin origin = m_configuration.origin(id);
    Reason reason;
    reason.symbol = id;
    reason.position = origin.position;
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.isConstant) {
        reason.clause = say(Phrase::isConstant, name(id));
        return reason;
    }
    reason.clause = say(Phrase::valueBecause, valueClause(id), originText(id));
    if (!symbol.isDefined())
        return reason;
    reason.isChangeable = m_configuration.isChangeable(id);
    if ((origin.origin == Origin::selected || origin.origin == Origin::implied) &&
        origin.by.isValid() && m_path.size() < mostLinks &&
        std::find(m_path.begin(), m_path.end(), origin.by) == m_path.end()) {
        m_path.push_back(id);
        reason.because.push_back(whyValue(origin.by));
        m_path.pop_back();
    }
    // A default that is an expression is what its options make of it.
    if (origin.origin == Origin::defaultValue && isTruthType(symbol.type) &&
        m_configuration.tristate(id) != Tristate::yes && m_path.size() < mostLinks &&
        std::find(m_path.begin(), m_path.end(), id) == m_path.end()) {
        const auto active = ConfigurationAccess::state(m_configuration).evaluator.activeDefault(id);
        const ExpressionId value = m_model.property(active).value;
        const Expression &node = m_model.expression(value);
        if (node.kind != ExpressionKind::symbol || m_model.symbol(node.symbol).isDefined()) {
            m_path.push_back(id);
            reason.because = whyLess(value, Tristate::yes);
            m_path.pop_back();
        }
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
        const bool isMacro = !macroAt(m_model, position).empty();
        reason.clause = at(position, say(isMacro ? Phrase::macroExpanded : Phrase::isWritten));
        return reason;
    }
    reason.clause = say(Phrase::valueBecause, valueClause(id), originText(id));
    if (!symbol.isDefined())
        return reason;
    reason.isChangeable = m_configuration.isChangeable(id);
    if (reason.isChangeable || m_path.size() >= mostLinks || m_expanded >= mostExpanded ||
        std::find(m_path.begin(), m_path.end(), id) != m_path.end())
        return reason;
    ++m_expanded;
    const bool isOff = isTruthType(symbol.type) && m_configuration.tristate(id) == Tristate::no;
    if (isOff) {
        m_path.push_back(id);
        reason.because = obstacles(id);
        m_path.pop_back();
    } else {
        reason.because = whyValue(id).because; // its own text would only say the same again
        const Tristate floor = ConfigurationAccess::state(m_configuration).evaluator.reverse(id);
        const bool isHeldBesides = reason.because.empty() && isTruthType(symbol.type) &&
                                   !symbol.isChoice && floor != Tristate::no;
        if (isHeldBesides) {
            m_path.push_back(id);
            reason.because = whatHolds(id, floor);
            m_path.pop_back();
        }
    }
    return reason;
}

std::vector<Reason> ReasonFinder::whyLess(ExpressionId expression, Tristate wanted)
{
    std::vector<Reason> reasons;
    if (expression.isValid())
        blame(expression, wanted, reasons);
    return reasons;
}

/// The operands of a row of && or ||, from left to right.
static std::vector<ExpressionId> operandsOf(const Model &model, ExpressionId id)
{
    const ExpressionKind kind = model.expression(id).kind;
    std::vector<ExpressionId> operands; // from right to left: rows lean to the left
    const Expression *node = &model.expression(id);
    for (; node->kind == kind; node = &model.expression(id)) {
        operands.push_back(node->right);
        id = node->left;
    }
    operands.push_back(id);
    std::reverse(operands.begin(), operands.end());
    return operands;
}

/// "NET is n", "QUIET is y", "SIZE > 5 does not hold", "NET && !QUIET is n": the part of an
/// expression that keeps it below `wanted`.
Clause ReasonFinder::failingClause(ExpressionId id, Tristate wanted) const
{
    const Expression &node = m_model.expression(id);
    const auto now = [&] { return asValue(std::string(1, letter(m_configuration.evaluate(id)))); };
    if (node.kind == ExpressionKind::conjunction) {
        std::vector<ExpressionId> failing;
        std::vector<ExpressionId> rest{id};
        while (!rest.empty()) {
            const ExpressionId each = rest.back();
            rest.pop_back();
            if (m_configuration.evaluate(each) >= wanted)
                continue;
            if (m_model.expression(each).kind != ExpressionKind::conjunction) {
                failing.push_back(each);
                continue;
            }
            rest.push_back(m_model.expression(each).right);
            rest.push_back(m_model.expression(each).left);
        }
        constexpr std::size_t most = 4;
        if (failing.size() == 1)
            return failingClause(failing.front(), wanted);
        std::vector<Argument> names;
        for (const ExpressionId each : failing) {
            const bool isRow = m_model.expression(each).kind == ExpressionKind::disjunction;
            const Expression &operand = m_model.expression(each);
            // An unnamed choice has a prompt that people know it by.
            Argument part = operand.kind == ExpressionKind::symbol ? name(operand.symbol)
                            : isRow ? asExpression('(' + m_model.describe(each) + ')')
                                    : described(each);
            if (std::find(names.begin(), names.end(), part) == names.end())
                names.push_back(std::move(part));
        }
        if (names.size() == 1) // the menu's condition stands in its entries as well
            return failingClause(failing.front(), wanted);
        if (names.size() > most) {
            names.resize(most);
            names.push_back(asText("…"));
        }
        return say(Phrase::valueIs,
                   listOf(std::move(names), Phrase::conjunction, Phrase::conjunction), now());
    }
    if (node.kind == ExpressionKind::symbol) {
        if (!m_model.symbol(node.symbol).isConstant)
            return valueClause(node.symbol);
        const std::string macro = macroAt(m_model, node.position);
        return macro.empty() ? say(Phrase::conditionIsConstant, now())
                             : say(Phrase::macroGave, asText(macro), now());
    }
    if (node.kind == ExpressionKind::negation &&
        m_model.expression(node.left).kind == ExpressionKind::symbol)
        return valueClause(m_model.expression(node.left).symbol);
    if (node.kind == ExpressionKind::negation || node.kind == ExpressionKind::disjunction)
        return say(Phrase::valueIs, described(id), now());
    return say(Phrase::doesNotHold, described(id));
}

void ReasonFinder::blame(ExpressionId id, Tristate wanted, std::vector<Reason> &reasons)
{
    if (reasons.size() >= mostReasons || m_configuration.evaluate(id) >= wanted)
        return;
    const Expression &node = m_model.expression(id);
    if (node.kind == ExpressionKind::conjunction || node.kind == ExpressionKind::disjunction) {
        std::vector<Reason> found;
        for (const ExpressionId operand : operandsOf(m_model, id))
            blame(operand, wanted, found);
        if (node.kind == ExpressionKind::disjunction && found.size() > 1) {
            Reason either;
            either.clause = say(Phrase::oneHasToHold, asNumber(found.size()));
            either.position = found.front().position;
            either.because = std::move(found);
            found.clear();
            found.push_back(std::move(either));
        }
        for (Reason &each : found) {
            const bool isKnown =
                std::any_of(reasons.begin(), reasons.end(), [&](const Reason &other) {
                    return each.symbol.isValid() && each.symbol == other.symbol &&
                           each.clause == other.clause;
                });
            if (!isKnown && reasons.size() < mostReasons)
                reasons.push_back(std::move(each));
        }
        return;
    }
    if (node.kind == ExpressionKind::symbol)
        reasons.push_back(leaf(node.symbol, node.position));
    else if (node.kind == ExpressionKind::negation)
        blameHighest(node.left, reasons);
    else
        reasons.push_back(blameComparison(id));
}

Reason ReasonFinder::blameComparison(ExpressionId id)
{
    const Expression &node = m_model.expression(id);
    const bool hasLeft = m_model.symbol(node.symbol).isDefined();
    const bool hasRight = m_model.symbol(node.other).isDefined();
    if (hasLeft && hasRight) {
        Reason reason;
        reason.symbol = node.symbol;
        reason.position = node.position;
        reason.clause =
            say(Phrase::neededBut, described(id),
                say(Phrase::andList, valueClause(node.symbol), valueClause(node.other)));
        reason.because.push_back(leaf(node.symbol, node.position));
        reason.because.push_back(leaf(node.other, node.position));
        return reason;
    }
    Reason reason = leaf(hasRight ? node.other : node.symbol, node.position);
    reason.clause = say(Phrase::neededBut, described(id), std::move(reason.clause));
    return reason;
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
    reason.clause = say(Phrase::valueIs, described(id),
                        asValue(std::string(1, letter(m_configuration.evaluate(id)))));
    std::vector<ExpressionId> rest{id};
    while (!rest.empty() && reason.because.size() < mostReasons) {
        const Expression &each = m_model.expression(rest.back());
        const bool holds = m_configuration.evaluate(rest.back()) != Tristate::no;
        rest.pop_back();
        if (!holds)
            continue;
        if (each.kind == ExpressionKind::conjunction || each.kind == ExpressionKind::disjunction) {
            rest.push_back(each.right);
            rest.push_back(each.left);
        } else if (each.kind == ExpressionKind::symbol) {
            reason.because.push_back(leaf(each.symbol, each.position));
        }
    }
    reasons.push_back(std::move(reason));
}

} // namespace kconfig
