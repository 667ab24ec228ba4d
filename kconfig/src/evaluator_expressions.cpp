// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reading expressions with what the plan has worked out so far.

#include "evaluator.h"
#include "values.h"

namespace kconfig {

bool Evaluator::isCut(Unit read) const
{
    if (m_unit == outside)
        return false;
    const std::uint32_t component = m_plan.component(m_unit);
    return component != 0 && m_plan.component(read) == component;
}

Tristate Evaluator::currentModules() const
{
    if (m_unit != outside && m_plan.precedesModules(m_unit))
        return Tristate::no;
    return m_results.at(m_model.modulesSymbol()).value;
}

Tristate Evaluator::readHere(SymbolId id) const
{
    const Result &result = m_results.at(id);
    if (m_unit == outside)
        return result.value;
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.isChoice && id == m_model.symbol(symbolOf(m_unit)).choice) {
        ++m_readsOfOwn; // a choice value looks at its choice
        return isSecond(m_unit) ? result.value : result.mode;
    }
    if (isCut(secondUnit(id))) {
        ++m_readsOfOwn;
        return Tristate::no;
    }
    return result.value;
}

std::string_view Evaluator::readText(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    switch (symbol.type) {
    case SymbolType::boolean:
    case SymbolType::tristate: {
        const Tristate now = read(id);
        if (now == Tristate::mod && m_dialect == Dialect::unikraft) {
            ++m_readsOfOwn;
            if (currentModules() == Tristate::no)
                return "n";
        }
        return std::string_view("nmy").substr(static_cast<std::size_t>(now), 1);
    }
    case SymbolType::unknown:
        return symbol.name;
    default:
        if (!isCut(secondUnit(id)))
            return m_results.text(id);
        ++m_readsOfOwn;
        return {};
    }
}

Tristate Evaluator::compoundValue(ExpressionId id, const Expression &node) const
{
    if (node.kind == ExpressionKind::negation)
        return !value(node.left);
    if (node.kind != ExpressionKind::conjunction && node.kind != ExpressionKind::disjunction)
        return compare(node);
    if (m_known.empty())
        return row(id);
    std::uint8_t &known = m_known[id.index];
    if (known != 0)
        return static_cast<Tristate>(known - 1);
    const std::uint32_t readsBefore = m_readsOfOwn;
    const Tristate result = row(id);
    if (m_readsOfOwn == readsBefore)
        known = static_cast<std::uint8_t>(static_cast<int>(result) + 1);
    return result;
}

/// Down the left side in a loop: rows of && and || can be as long as a file. A row is of one kind
/// at a time.
Tristate Evaluator::row(ExpressionId id) const
{
    const Expression *node = &m_model.expression(id);
    const ExpressionKind kind = node->kind;
    const bool both = kind == ExpressionKind::conjunction;
    const Tristate decisive = both ? Tristate::no : Tristate::yes;
    Tristate result = both ? Tristate::yes : Tristate::no;
    while (node->kind == kind) {
        const Tristate right = value(node->right);
        result = both ? result && right : result || right;
        if (result == decisive)
            return result;
        id = node->left;
        if (!m_known.empty() && m_known[id.index] != 0)
            break;
        node = &m_model.expression(id);
    }
    const Tristate left = value(id);
    return both ? result && left : result || left;
}

Tristate Evaluator::compare(const Expression &node) const
{
    return holds(node.kind, compareValues(comparedType(m_model, node.symbol), readText(node.symbol),
                                          comparedType(m_model, node.other), readText(node.other)));
}

SymbolType Evaluator::typeNow(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.type == SymbolType::tristate &&
        (currentModules() == Tristate::no ||
         (m_dialect != Dialect::linux_6_12 && symbol.choice.isValid() &&
          m_results.at(id).visibility == Tristate::yes)))
        return SymbolType::boolean;
    return symbol.type;
}

PropertyId Evaluator::firstActive(SymbolId id, PropertyKind kind, Tristate &condition) const
{
    for (const PropertyId propertyId : m_model.symbol(id).properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != kind)
            continue;
        condition = value(property.condition);
        if (condition != Tristate::no)
            return propertyId;
    }
    return {};
}

} // namespace kconfig
