// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "simplifier.h"

#include <algorithm>

namespace kconfig {

namespace {

bool isJunction(ExpressionKind kind)
{
    return kind == ExpressionKind::conjunction || kind == ExpressionKind::disjunction;
}

bool isComparison(ExpressionKind kind)
{
    return kind >= ExpressionKind::equal;
}

ExpressionKind opposite(ExpressionKind kind)
{
    switch (kind) {
    case ExpressionKind::conjunction:
        return ExpressionKind::disjunction;
    case ExpressionKind::disjunction:
        return ExpressionKind::conjunction;
    case ExpressionKind::equal:
        return ExpressionKind::unequal;
    case ExpressionKind::unequal:
        return ExpressionKind::equal;
    case ExpressionKind::less:
        return ExpressionKind::greaterEqual;
    case ExpressionKind::lessEqual:
        return ExpressionKind::greater;
    case ExpressionKind::greater:
        return ExpressionKind::lessEqual;
    default:
        return ExpressionKind::less;
    }
}

} // namespace

ExpressionId Simplifier::withModules(ExpressionId id, SymbolId modules)
{
    const Expression node = m_pool[id];
    if (node.kind == ExpressionKind::symbol) {
        if (node.symbol != Model::constant(Tristate::mod))
            return id;
        return m_pool.join(ExpressionKind::conjunction, id, m_pool.leaf(modules, node.position));
    }
    if (node.kind == ExpressionKind::negation) {
        const ExpressionId inner = bindModules(node.left, modules);
        return inner == node.left ? id : m_pool.negation(inner);
    }
    if (isComparison(node.kind))
        return id;
    std::vector<ExpressionId> operands;
    m_pool.flatten(node.kind, id, operands);
    bool changed = false;
    for (ExpressionId &operand : operands) {
        const ExpressionId bound = bindModules(operand, modules);
        changed = changed || bound != operand;
        operand = bound;
    }
    return changed ? m_pool.joinAll(node.kind, operands) : id;
}

ExpressionId Simplifier::normalized(ExpressionId id)
{
    const Expression node = m_pool[id];
    if (node.kind == ExpressionKind::symbol)
        return id;
    if (node.kind == ExpressionKind::negation)
        return negated(normalize(node.left));
    if (isComparison(node.kind))
        return normalizedComparison(id);
    std::vector<ExpressionId> operands;
    m_pool.flatten(node.kind, id, operands);
    bool changed = false;
    const auto normalizeOperand = [&](ExpressionId &operand) {
        const ExpressionId normal = normalize(operand);
        changed = changed || normal != operand;
        operand = normal;
    };
    // The order shows in what is said about comparisons with m: 6.12 takes the right side first.
    if (m_diagnostics.dialect() == Dialect::linux_6_12)
        std::for_each(operands.rbegin(), operands.rend(), normalizeOperand);
    else
        std::for_each(operands.begin(), operands.end(), normalizeOperand);
    return changed ? m_pool.joinAll(node.kind, operands) : id;
}

ExpressionId Simplifier::normalizedComparison(ExpressionId id)
{
    const Expression node = m_pool[id];
    const bool equal = node.kind == ExpressionKind::equal;
    if ((!equal && node.kind != ExpressionKind::unequal) ||
        typeOf(node.symbol) != SymbolType::boolean)
        return id;
    if (node.other == Model::constant(Tristate::mod)) {
        const std::string name(m_symbols[node.symbol.index].name);
        m_diagnostics.spokenWarning(node.position, say(Phrase::comparedWithM, asName(name)),
                                    "compare it with y or n, or make it a tristate",
                                    "boolean symbol " + name + " tested for 'm'? test forced to '" +
                                        (equal ? "n" : "y") + "'");
        return constant(equal ? Tristate::no : Tristate::yes, node.position);
    }
    const bool withYes = node.other == Model::constant(Tristate::yes);
    if (!withYes && node.other != Model::constant(Tristate::no))
        return id;
    const ExpressionId symbol = m_pool.leaf(node.symbol, node.position);
    return withYes == equal ? symbol : m_pool.negation(symbol);
}

/// The negation of an expression that is normal, as a normal expression.
ExpressionId Simplifier::negated(ExpressionId normal)
{
    const Expression node = m_pool[normal];
    switch (node.kind) {
    case ExpressionKind::negation:
        return node.left;
    case ExpressionKind::symbol:
        if (node.symbol.index <= Model::constant(Tristate::yes).index)
            return constant(!static_cast<Tristate>(node.symbol.index), node.position);
        return m_pool.negation(normal);
    case ExpressionKind::conjunction:
    case ExpressionKind::disjunction: {
        std::vector<ExpressionId> operands;
        m_pool.flatten(node.kind, normal, operands);
        for (ExpressionId &operand : operands)
            operand = negated(operand);
        return m_pool.joinAll(opposite(node.kind), operands);
    }
    default:
        return m_pool.comparison(opposite(node.kind), node.symbol, node.other, node.position);
    }
}

ExpressionId Simplifier::withoutTristateTests(ExpressionId id)
{
    if (!id.isValid() || !m_pool.hasUnequal(id))
        return id;
    const Expression node = m_pool[id];
    if (node.kind == ExpressionKind::unequal && typeOf(node.symbol) == SymbolType::tristate &&
        node.other == Model::constant(Tristate::no))
        return m_pool.leaf(node.symbol, node.position);
    if (node.kind == ExpressionKind::negation) {
        const ExpressionId inner = withoutTristateTests(node.left);
        return inner == node.left ? id : m_pool.negation(inner);
    }
    if (!isJunction(node.kind))
        return id;
    std::vector<ExpressionId> operands;
    m_pool.flatten(node.kind, id, operands);
    bool changed = false;
    for (ExpressionId &operand : operands) {
        const ExpressionId plain = withoutTristateTests(operand);
        changed = changed || plain != operand;
        operand = plain;
    }
    return changed ? m_pool.joinAll(node.kind, operands) : id;
}

bool Simplifier::mentions(ExpressionId id, SymbolId symbol)
{
    if (!id.isValid() || !m_pool.mayMention(id, symbol))
        return false;
    const Row row(*this);
    std::vector<ExpressionId> &rest = row.operands();
    rest.push_back(id);
    while (!rest.empty()) {
        const Expression &node = m_pool[rest.back()];
        rest.pop_back();
        if (isJunction(node.kind)) {
            rest.push_back(node.right);
            rest.push_back(node.left);
        } else if (node.kind == ExpressionKind::negation) {
            rest.push_back(node.left);
        } else if (node.symbol == symbol || (isComparison(node.kind) && node.other == symbol)) {
            return true;
        }
    }
    return false;
}

bool Simplifier::demands(ExpressionId id, SymbolId symbol)
{
    if (!id.isValid() || !m_pool.mayHaveFact(id, symbol))
        return false;
    const auto isDemand = [symbol](const Expression &node) {
        if (node.symbol != symbol)
            return false;
        const bool withNo = node.other == Model::constant(Tristate::no);
        const bool withOther = node.other == Model::constant(Tristate::yes) ||
                               node.other == Model::constant(Tristate::mod);
        return node.kind == ExpressionKind::symbol ||
               (node.kind == ExpressionKind::equal && withOther) ||
               (node.kind == ExpressionKind::unequal && withNo);
    };
    // Along the usual row to the left; what stands right is a row itself at times.
    for (; m_pool[id].kind == ExpressionKind::conjunction; id = m_pool[id].left) {
        const ExpressionId right = m_pool[id].right;
        if (m_pool[right].kind == ExpressionKind::conjunction ? demands(right, symbol)
                                                              : isDemand(m_pool[right]))
            return true;
    }
    return isDemand(m_pool[id]);
}

/// The test that a condition is not n, simplified.
ExpressionId Simplifier::asTruth(ExpressionId id)
{
    if (!id.isValid())
        return constant(Tristate::yes, {});
    if (const auto known = m_asTruth.find(id.index); known != m_asTruth.end())
        return known->second;
    const ExpressionId result = withoutDuplicates(normalize(truthTest(id, true)));
    m_asTruth.emplace(id.index, result);
    return result;
}

ExpressionId Simplifier::truthTest(ExpressionId id, bool isTrue)
{
    const Expression node = m_pool[id];
    switch (node.kind) {
    case ExpressionKind::symbol:
        return m_pool.comparison(isTrue ? ExpressionKind::unequal : ExpressionKind::equal,
                                 node.symbol, Model::constant(Tristate::no), node.position);
    case ExpressionKind::negation:
        return truthTest(node.left, !isTrue);
    case ExpressionKind::conjunction:
    case ExpressionKind::disjunction: {
        std::vector<ExpressionId> operands;
        m_pool.flatten(node.kind, id, operands);
        for (ExpressionId &operand : operands)
            operand = truthTest(operand, isTrue);
        return m_pool.joinAll(isTrue ? node.kind : opposite(node.kind), operands);
    }
    default:
        return isTrue ? id : m_pool.negation(id);
    }
}

} // namespace kconfig
