// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Removing operands that repeat or imply each other in the order of Linux 6.12: both sides of a
// junction are made simple first, then what stands left is compared with what stands right, and
// constants go even where nothing else does.

#include "simplifier.h"

namespace kconfig {

namespace {

bool isJunction(ExpressionKind kind)
{
    return kind == ExpressionKind::conjunction || kind == ExpressionKind::disjunction;
}

} // namespace

/// The expression without y and n as operands of && and ||.
ExpressionId Simplifier::withoutConstants(ExpressionId id)
{
    const ExpressionKind kind = m_pool[id].kind;
    if (!isJunction(kind) || !m_pool.hasTruth(id))
        return id;
    const Row row(*this);
    m_pool.flatten(kind, id, row.operands());
    bool changed = false;
    for (std::size_t i = 0; i < row.operands().size(); ++i) {
        const ExpressionId operand = withoutConstants(row.operands()[i]);
        changed = changed || operand != row.operands()[i] || isConstant(operand, Tristate::yes) ||
                  isConstant(operand, Tristate::no);
        row.operands()[i] = operand;
    }
    return changed ? reduced(kind, row.operands()) : id;
}

/// Merges operands of `left` into those of `right` where conf knows one that stands for both.
bool Simplifier::mergeAcross(ExpressionKind kind, std::vector<ExpressionId> &left,
                             std::vector<ExpressionId> &right)
{
    const ExpressionId neutral =
        constant(kind == ExpressionKind::conjunction ? Tristate::yes : Tristate::no, {});
    bool changed = false;
    for (ExpressionId &first : left) {
        for (ExpressionId &second : right) {
            if (m_pool.mergeKey(first) != m_pool.mergeKey(second))
                continue;
            if (const auto result = merged(kind, first, second)) {
                first = neutral;
                second = *result;
                changed = true;
            }
        }
    }
    return changed;
}

/// One junction whose left side is simple already.
ExpressionId Simplifier::foldJunction(ExpressionKind kind, ExpressionId left, ExpressionId right)
{
    while (true) {
        right = folded(right);
        const ExpressionId whole = m_pool.join(kind, left, right);
        if (m_pool.isDistinct(whole))
            return withoutConstants(whole);
        const Row leftRow(*this);
        const Row rightRow(*this);
        m_pool.flatten(kind, left, leftRow.operands());
        m_pool.flatten(kind, right, rightRow.operands());
        if (!mergeAcross(kind, leftRow.operands(), rightRow.operands())) {
            if (!m_pool.hasTruth(whole))
                m_pool.markDistinct(whole);
            return withoutConstants(whole);
        }
        // The left side has lost operands and needs no second look; the right one may have new.
        left = reduced(kind, leftRow.operands());
        right = reduced(kind, rightRow.operands());
        const ExpressionId rest = withoutConstants(m_pool.join(kind, left, right));
        if (m_pool[rest].kind != kind)
            return folded(rest);
        if (isConstant(left, kind == ExpressionKind::conjunction ? Tristate::yes : Tristate::no))
            return folded(right);
    }
}

ExpressionId Simplifier::folded(ExpressionId id)
{
    const ExpressionKind kind = m_pool[id].kind;
    const auto isSimple = [&](ExpressionId at) {
        return !isJunction(m_pool[at].kind) || (m_pool.isDistinct(at) && !m_pool.hasTruth(at));
    };
    if (isSimple(id))
        return id;
    // Down the left sides in a loop: a chain can be as long as a file.
    const Row spine(*this);
    ExpressionId at = id;
    for (; m_pool[at].kind == kind && !isSimple(at); at = m_pool[at].left)
        spine.operands().push_back(at);
    ExpressionId result = m_pool[at].kind == kind ? at : folded(at);
    for (std::size_t i = spine.operands().size(); i-- > 0;) {
        const Expression junction = m_pool[spine.operands()[i]];
        result = foldJunction(kind, result, junction.right);
    }
    return result;
}

} // namespace kconfig
