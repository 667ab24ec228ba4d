// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "proof_conditions.h"

#include "macro_word.h"

#include <algorithm>

namespace kconfig {

ProofConditions::ProofConditions(const Model &model, std::function<bool(SymbolId)> isRelevant)
    : m_model(model)
    , m_isRelevant(std::move(isRelevant))
{}

void ProofConditions::eachLeaf(ExpressionId id, bool isPositive,
                               const std::function<void(SymbolId, Need)> &leaf) const
{
    std::vector<std::pair<ExpressionId, bool>> rest{{id, isPositive}};
    while (!rest.empty()) {
        const auto [at, holds] = rest.back();
        rest.pop_back();
        if (!at.isValid())
            continue;
        const Expression &node = m_model.expression(at);
        switch (node.kind) {
        case ExpressionKind::conjunction:
        case ExpressionKind::disjunction:
            rest.emplace_back(node.right, holds);
            rest.emplace_back(node.left, holds);
            break;
        case ExpressionKind::negation:
            rest.emplace_back(node.left, !holds);
            break;
        case ExpressionKind::symbol:
            leaf(node.symbol, holds ? Need::on : Need::off);
            break;
        default:
            leaf(node.symbol, Need::value);
            leaf(node.other, Need::value);
        }
    }
}

bool ProofConditions::isRelevant(ExpressionId id) const
{
    bool found = false;
    bool hasOptions = false;
    eachLeaf(id, true, [&](SymbolId symbol, Need need) {
        const Symbol &each = m_model.symbol(symbol);
        // What is compared with may be a number, which no file defines either.
        const bool isGhost = !each.isDefined() && need != Need::value;
        found = found || (!each.isConstant && (m_isRelevant(symbol) || isGhost));
        hasOptions = hasOptions || each.isDefined() || (isGhost && !each.isConstant);
    });
    // Macros leave constants behind, and n is as good a reason as any.
    const bool isYes = id.isValid() && m_model.expression(id).kind == ExpressionKind::symbol &&
                       m_model.expression(id).symbol == Model::constant(Tristate::yes);
    found = found || (id.isValid() && !hasOptions && !isYes);
    return found;
}

std::vector<ExpressionId> ProofConditions::parts(ExpressionId condition, bool allOtherwise) const
{
    std::vector<ExpressionId> all, relevant;
    std::vector<ExpressionId> rest{condition};
    while (!rest.empty()) {
        const ExpressionId at = rest.back();
        rest.pop_back();
        if (!at.isValid())
            continue;
        const Expression &node = m_model.expression(at);
        if (node.kind == ExpressionKind::conjunction) {
            rest.push_back(node.right);
            rest.push_back(node.left);
            continue;
        }
        // That a value needs its choice goes without saying.
        if (node.kind == ExpressionKind::symbol && m_model.symbol(node.symbol).isChoice)
            continue;
        const std::string text = m_model.describe(at);
        const auto isSame = [&](ExpressionId other) { return m_model.describe(other) == text; };
        if (std::none_of(all.begin(), all.end(), isSame)) {
            all.push_back(at);
            if (isRelevant(at))
                relevant.push_back(at);
        }
    }
    return relevant.empty() && allOtherwise ? all : relevant;
}

Argument ProofConditions::words(const std::vector<ExpressionId> &parts) const
{
    std::vector<Argument> words;
    for (const ExpressionId each : parts) {
        const Expression &node = m_model.expression(each);
        const bool isConstant =
            node.kind == ExpressionKind::symbol && m_model.symbol(node.symbol).isConstant;
        const std::string macro = isConstant ? macroAt(m_model, node.position) : std::string();
        std::string part = m_model.describe(each);
        if (!macro.empty())
            words.push_back(
                asArgument(say(Phrase::whichGave, asText(macro), asValue(std::move(part)))));
        else if (parts.size() > 1 && node.kind == ExpressionKind::disjunction)
            words.push_back(asExpression('(' + part + ')'));
        else
            words.push_back(asExpression(std::move(part)));
    }
    return words.empty() ? asExpression({}) : listOf(std::move(words), Phrase::andList);
}

Position ProofConditions::placeOf(const std::vector<ExpressionId> &parts,
                                  const Position &otherwise) const
{
    if (parts.empty())
        return otherwise;
    ExpressionId at = parts.front();
    while (m_model.expression(at).left.isValid())
        at = m_model.expression(at).left;
    const Position &position = m_model.expression(at).position;
    return position.isValid() ? position : otherwise;
}

SymbolId ProofConditions::onlySymbol(const std::vector<ExpressionId> &parts) const
{
    const bool isLeaf =
        parts.size() == 1 && m_model.expression(parts.front()).kind == ExpressionKind::symbol;
    return isLeaf ? m_model.expression(parts.front()).symbol : SymbolId{};
}

} // namespace kconfig
