// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Removing operands of && and || that repeat or imply each other.

#include "simplifier.h"

#include <algorithm>

namespace kconfig {

/// What a leaf claims about a symbol, when it is of the simple kinds.
struct Simplifier::Fact
{
    enum Claim
    {
        holds,     ///< A
        fails,     ///< !A
        isValue,   ///< A=other
        isNotValue ///< A!=other
    } claim;
    SymbolId symbol;
    SymbolId other;
};

std::optional<Simplifier::Fact> Simplifier::factOf(ExpressionId id) const
{
    const Expression &node = m_pool[id];
    switch (node.kind) {
    case ExpressionKind::symbol:
        return Fact{Fact::holds, node.symbol, {}};
    case ExpressionKind::equal:
        return Fact{Fact::isValue, node.symbol, node.other};
    case ExpressionKind::unequal:
        return Fact{Fact::isNotValue, node.symbol, node.other};
    case ExpressionKind::negation:
        if (m_pool[node.left].kind == ExpressionKind::symbol)
            return Fact{Fact::fails, m_pool[node.left].symbol, {}};
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

/// One expression that stands for both operands, if conf knows one.
std::optional<ExpressionId> Simplifier::merged(ExpressionKind kind, ExpressionId a, ExpressionId b)
{
    if (isEqual(a, b))
        return a;
    const auto first = factOf(a);
    const auto second = factOf(b);
    if (!first || !second || first->symbol != second->symbol)
        return std::nullopt;
    const SymbolType type = typeOf(first->symbol);
    if (type != SymbolType::boolean && type != SymbolType::tristate)
        return std::nullopt;
    const Position position = m_pool[b].position;
    const auto comparison = [&](ExpressionKind how, SymbolId with) {
        return m_pool.comparison(how, first->symbol, with, position);
    };
    const auto claims = [&](Fact::Claim x, Fact::Claim y) {
        return first->claim == x && second->claim == y;
    };
    const SymbolId no = Model::constant(Tristate::no);
    const SymbolId mod = Model::constant(Tristate::mod);
    const SymbolId yes = Model::constant(Tristate::yes);
    // The truth value that is neither of the two compared with; they add up to 0 + 1 + 2.
    const auto third = [&]() -> std::optional<SymbolId> {
        if (first->other == second->other || first->other.index > yes.index ||
            second->other.index > yes.index)
            return std::nullopt;
        return SymbolId{3 - first->other.index - second->other.index};
    };

    if (kind == ExpressionKind::disjunction) {
        if (type == SymbolType::tristate && claims(Fact::isValue, Fact::isValue)) {
            if (const auto other = third())
                return comparison(ExpressionKind::unequal, *other);
        }
        if (type == SymbolType::boolean &&
            (claims(Fact::holds, Fact::fails) || claims(Fact::fails, Fact::holds)))
            return constant(Tristate::yes, position);
        return std::nullopt;
    }

    if (first->claim == Fact::holds || second->claim == Fact::holds) {
        const Fact &test = first->claim == Fact::holds ? *second : *first;
        if ((test.claim == Fact::isValue && test.other == yes) ||
            (test.claim == Fact::isNotValue && test.other == mod))
            return comparison(ExpressionKind::equal, yes);
        if (test.claim == Fact::isNotValue && test.other == no)
            return m_pool.leaf(first->symbol, position);
        return std::nullopt;
    }
    if (type != SymbolType::tristate)
        return std::nullopt;
    if (claims(Fact::isValue, Fact::isNotValue) || claims(Fact::isNotValue, Fact::isValue)) {
        if (!m_symbols[first->other.index].isConstant || !m_symbols[second->other.index].isConstant)
            return std::nullopt;
        if (first->other == second->other)
            return constant(Tristate::no, position);
        return comparison(ExpressionKind::equal,
                          first->claim == Fact::isValue ? first->other : second->other);
    }
    if (claims(Fact::isNotValue, Fact::isNotValue)) {
        if (const auto other = third())
            return comparison(ExpressionKind::equal, *other);
    }
    return std::nullopt;
}

bool Simplifier::mergePair(ExpressionKind kind, std::vector<ExpressionId> &operands, std::size_t i,
                           std::size_t j)
{
    const auto result = merged(kind, operands[i], operands[j]);
    if (!result)
        return false;
    operands[j] = *result;
    operands[i] = constant(kind == ExpressionKind::conjunction ? Tristate::yes : Tristate::no, {});
    return true;
}

/// Tries every ordered pair, as conf does: of two that merge, the later place survives.
bool Simplifier::mergePairs(ExpressionKind kind, std::vector<ExpressionId> &operands)
{
    bool changed = false;
    const std::size_t count = operands.size();
    std::vector<std::uint32_t> &keys = m_keys;
    keys.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        keys[i] = m_pool.mergeKey(operands[i]);
    const auto pair = [&](std::size_t i, std::size_t j) {
        if (i == j || keys[i] != keys[j] || !mergePair(kind, operands, i, j))
            return;
        changed = true;
        keys[i] = m_pool.mergeKey(operands[i]);
        keys[j] = m_pool.mergeKey(operands[j]);
    };
    if (count <= 48) {
        // One bit for each key; those that more than one operand may have. Most have none or two.
        const auto bitOf = [](std::uint32_t key) {
            return std::uint64_t{1} << (key * 0x9E3779B1U >> 26U);
        };
        std::uint64_t met = 0;
        std::uint64_t shared = 0;
        for (const std::uint32_t key : keys) {
            shared |= met & bitOf(key);
            met |= bitOf(key);
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (!changed && (shared & bitOf(keys[i])) == 0)
                continue;
            for (std::size_t j = 0; j < count; ++j)
                pair(i, j);
        }
        return changed;
    }
    // The same pairs in the same order, without looking at those that can't merge.
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> byKey;
    for (std::size_t i = 0; i < count; ++i)
        byKey[keys[i]].push_back(i);
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<std::size_t> candidates = byKey[keys[i]];
        for (const std::size_t j : candidates)
            pair(i, j);
    }
    return changed;
}

/// Joins the operands, leaving out those that make no difference.
ExpressionId Simplifier::reduced(ExpressionKind kind, const std::vector<ExpressionId> &operands)
{
    const bool conjunction = kind == ExpressionKind::conjunction;
    const Tristate neutral = conjunction ? Tristate::yes : Tristate::no;
    const Row row(*this);
    std::vector<ExpressionId> &rest = row.operands();
    for (const ExpressionId operand : operands) {
        if (isConstant(operand, !neutral))
            return operand;
        if (!isConstant(operand, neutral))
            rest.push_back(operand);
    }
    return rest.empty() ? constant(neutral, {}) : m_pool.joinAll(kind, rest);
}

ExpressionId Simplifier::merged(ExpressionId id)
{
    while (id.isValid() && !m_pool.isDistinct(id)) {
        const ExpressionKind kind = m_pool[id].kind;
        if (kind != ExpressionKind::conjunction && kind != ExpressionKind::disjunction)
            break;
        const Row row(*this);
        std::vector<ExpressionId> &operands = row.operands();
        m_pool.flatten(kind, id, operands);
        bool changed = false;
        for (ExpressionId &operand : operands) {
            if (m_pool.isDistinct(operand))
                continue;
            const ExpressionId inner = withoutDuplicates(operand);
            changed = changed || inner != operand;
            operand = inner;
        }
        changed = mergePairs(kind, operands) || changed;
        if (!changed) {
            m_pool.markDistinct(id);
            break;
        }
        id = withoutConstants(reduced(kind, operands));
    }
    return id;
}

/// Replaces operands that both sides have by the neutral constant.
void Simplifier::cancel(ExpressionKind kind, std::vector<ExpressionId> &a,
                        std::vector<ExpressionId> &b)
{
    const ExpressionId neutral =
        constant(kind == ExpressionKind::conjunction ? Tristate::yes : Tristate::no, {});
    for (ExpressionId &left : a) {
        if (isConstant(left, Tristate::yes) || isConstant(left, Tristate::no))
            continue;
        const auto right = std::find_if(b.begin(), b.end(),
                                        [&](ExpressionId other) { return isEqual(left, other); });
        if (right != b.end())
            left = *right = neutral;
    }
}

bool Simplifier::isEqual(ExpressionId a, ExpressionId b)
{
    if (m_pool.same(a, b))
        return true;
    const ExpressionKind kind = m_pool[a].kind;
    if (kind != m_pool[b].kind ||
        (kind != ExpressionKind::conjunction && kind != ExpressionKind::disjunction) ||
        m_pool.mergeKey(a) != m_pool.mergeKey(b))
        return false;
    std::vector<ExpressionId> left;
    std::vector<ExpressionId> right;
    m_pool.flatten(kind, a, left);
    m_pool.flatten(kind, b, right);
    cancel(kind, left, right);
    const ExpressionId restLeft = reduced(kind, left);
    const ExpressionId restRight = reduced(kind, right);
    return m_pool[restLeft].kind == ExpressionKind::symbol && m_pool.same(restLeft, restRight);
}

bool Simplifier::isStricter(ExpressionId condition, ExpressionId base)
{
    const ExpressionId inner = asTruth(condition);
    const ExpressionId outer = asTruth(base);
    const auto isJunction = [](ExpressionKind kind) {
        return kind == ExpressionKind::conjunction || kind == ExpressionKind::disjunction;
    };
    // Requirements are compared level by level, first as operands of what `condition` is made of,
    // then, when `base` is made otherwise, of that.
    const ExpressionKind innerKind = m_pool[inner].kind;
    const ExpressionKind outerKind = m_pool[outer].kind;
    ExpressionId rest = outer;
    std::vector<ExpressionId> left;
    std::vector<ExpressionId> right;
    if (isJunction(innerKind)) {
        m_pool.flatten(innerKind, inner, left);
        m_pool.flatten(innerKind, rest, right);
        cancel(innerKind, left, right);
        rest = reduced(innerKind, right);
    }
    if (innerKind != outerKind && isJunction(outerKind) && m_pool[rest].kind == outerKind) {
        left = {inner};
        right.clear();
        m_pool.flatten(outerKind, rest, right);
        cancel(outerKind, left, right);
        rest = reduced(outerKind, right);
    }
    return isConstant(rest, Tristate::yes);
}

} // namespace kconfig
