// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the evaluator reads, as gates.

#include "evaluation_encoder.h"

#include "values.h"

namespace kconfig::solver {

bool EvaluationEncoder::isCut(Unit read) const
{
    const std::uint32_t component = m_plan.component(m_unit);
    return component != 0 && m_plan.component(read) == component;
}

/// "There are modules", for the unit being encoded.
Literal EvaluationEncoder::modules()
{
    return m_plan.precedesModules(m_unit) ? Clauses::no()
                                          : read(m_model.modulesSymbol()).atLeastMod;
}

Levels EvaluationEncoder::read(SymbolId id)
{
    if (id.index <= Model::constant(Tristate::yes).index) {
        const auto level = static_cast<Tristate>(id.index);
        return {level >= Tristate::mod ? Clauses::yes() : Clauses::no(),
                level == Tristate::yes ? Clauses::yes() : Clauses::no()};
    }
    const Formula &formula = m_formulas[id.index];
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.isChoice && id == m_model.symbol(symbolOf(m_unit)).choice) {
        ++m_readsOfOwn;
        return isSecond(m_unit) ? formula.value : formula.mode;
    }
    if (isCut(secondUnit(id))) {
        ++m_readsOfOwn;
        return {};
    }
    return formula.value;
}

Levels EvaluationEncoder::levels(ExpressionId id)
{
    if (!id.isValid())
        return {Clauses::yes(), Clauses::yes()};
    const Levels known = m_known[id.index];
    if (known.atLeastMod != 0)
        return known;
    const std::uint32_t readsBefore = m_readsOfOwn;
    const Expression &node = m_model.expression(id);
    Levels result;
    switch (node.kind) {
    case ExpressionKind::symbol:
        return read(node.symbol);
    case ExpressionKind::negation: {
        const Levels operand = levels(node.left);
        result = {-operand.isYes, -operand.atLeastMod};
        break;
    }
    case ExpressionKind::conjunction:
    case ExpressionKind::disjunction:
        result = row(id);
        break;
    default:
        result.atLeastMod = compare(node);
        result.isYes = result.atLeastMod;
        break;
    }
    if (m_readsOfOwn == readsBefore)
        m_known[id.index] = result;
    return result;
}

/// Down the left side in a loop: rows of && and || can be as long as a file.
Levels EvaluationEncoder::row(ExpressionId id)
{
    const ExpressionKind kind = m_model.expression(id).kind;
    std::vector<ExpressionId> operands;
    while (m_model.expression(id).kind == kind) {
        operands.push_back(m_model.expression(id).right);
        id = m_model.expression(id).left;
    }
    operands.push_back(id);
    std::vector<Literal> mods;
    std::vector<Literal> yeses;
    for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand) {
        const Levels next = levels(*operand);
        mods.push_back(next.atLeastMod);
        yeses.push_back(next.isYes);
    }
    const bool isSame = mods == yeses;
    Levels result;
    if (kind == ExpressionKind::conjunction) {
        result.atLeastMod = m_clauses.all(mods);
        result.isYes = isSame ? result.atLeastMod : m_clauses.all(yeses);
    } else {
        result.atLeastMod = m_clauses.any(mods);
        result.isYes = isSame ? result.atLeastMod : m_clauses.any(yeses);
    }
    return result;
}

std::vector<EvaluationEncoder::TextCase> EvaluationEncoder::textCases(SymbolId id, bool &isClosed)
{
    const Symbol &symbol = m_model.symbol(id);
    if (isTruth(symbol.type) && !symbol.isConstant) {
        const Levels now = read(id);
        Literal isNo = -now.atLeastMod;
        Literal isMod = m_clauses.both(now.atLeastMod, -now.isYes);
        if (m_dialect == Dialect::unikraft && isMod != Clauses::no()) {
            ++m_readsOfOwn;
            const Literal areModules = modules();
            isNo = m_clauses.either(isNo, m_clauses.both(isMod, -areModules));
            isMod = m_clauses.both(isMod, areModules);
        }
        return {{"n", isNo}, {"m", isMod}, {"y", now.isYes}};
    }
    const std::vector<std::string> &texts = m_domains.texts(id);
    if (texts.empty() || !symbol.isDefined()) {
        if (symbol.isDefined() || symbol.isConstant || symbol.type == SymbolType::unknown)
            return {{symbol.name, Clauses::yes()}};
        return {{std::string_view(), Clauses::yes()}};
    }
    if (isCut(secondUnit(id))) {
        ++m_readsOfOwn;
        return {{std::string_view(), Clauses::yes()}};
    }
    std::vector<TextCase> cases;
    const std::span<const Literal> values = this->texts(id);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == Clauses::no())
            continue;
        cases.push_back({texts[i], values[i]});
    }
    isClosed = isClosed && !m_formulas[id.index].hasOtherTexts;
    return cases;
}

Literal EvaluationEncoder::compare(const Expression &node)
{
    constexpr std::size_t mostPairs = 20000;
    if (node.symbol == node.other)
        return holds(node.kind, 0) == Tristate::yes ? Clauses::yes() : Clauses::no();
    bool isClosed = true;
    const std::vector<TextCase> left = textCases(node.symbol, isClosed);
    const std::vector<TextCase> right = textCases(node.other, isClosed);
    if (left.size() * right.size() > mostPairs) {
        m_isExact = false;
        return m_clauses.variable();
    }
    const SymbolType leftType = comparedType(m_model, node.symbol);
    const SymbolType rightType = comparedType(m_model, node.other);
    std::vector<Literal> cases;
    for (const TextCase &a : left) {
        std::vector<Literal> partners;
        for (const TextCase &b : right)
            if (holds(node.kind, compareValues(leftType, a.text, rightType, b.text)) ==
                Tristate::yes)
                partners.push_back(b.literal);
        // Every partner will do when exactly one of them is always true.
        const bool isAny = isClosed && partners.size() == right.size();
        cases.push_back(isAny ? a.literal : m_clauses.both(a.literal, m_clauses.any(partners)));
    }
    const Literal result = m_clauses.any(cases);
    if (isClosed)
        return result;
    // Whatever the texts are that the group lacks: left open, and refined.
    m_isExact = false;
    std::vector<Literal> known;
    for (const TextCase &a : left)
        for (const TextCase &b : right)
            known.push_back(m_clauses.both(a.literal, b.literal));
    return m_clauses.either(result, m_clauses.both(-m_clauses.any(known), m_clauses.variable()));
}

} // namespace kconfig::solver
