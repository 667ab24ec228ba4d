// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "unit_graph.h"

namespace kconfig {

void UnitGraphBuilder::build()
{
    const auto count = static_cast<Unit>(m_model.symbols().size() * 2);
    m_foundFor.assign(count, 0);
    m_lists.precedesModules.assign(count, false);
    if (m_model.modulesSymbol().index > Model::constant(Tristate::yes).index)
        findWhatPrecedesModules();
    m_lists.start.reserve(count + 1);
    m_lists.dependencies.reserve(std::size_t{count} * 8);
    for (Unit unit = 0; unit < count; ++unit) {
        m_lists.start.push_back(static_cast<std::uint32_t>(m_lists.dependencies.size()));
        collect(unit);
        m_lists.dependencies.insert(m_lists.dependencies.end(), m_found.begin(), m_found.end());
    }
    m_lists.start.push_back(static_cast<std::uint32_t>(m_lists.dependencies.size()));
}

void UnitGraphBuilder::findWhatPrecedesModules()
{
    std::vector<Unit> rest{secondUnit(m_model.modulesSymbol())};
    m_lists.precedesModules[rest.back()] = true;
    while (!rest.empty()) {
        const Unit unit = rest.back();
        rest.pop_back();
        collect(unit);
        for (const Unit found : m_found) {
            if (!m_lists.precedesModules[found]) {
                m_lists.precedesModules[found] = true;
                rest.push_back(found);
            }
        }
    }
}

bool UnitGraphBuilder::isAffectedByModules(Unit unit) const
{
    return m_model.symbol(symbolOf(unit)).type == SymbolType::tristate &&
           m_model.modulesSymbol().index > Model::constant(Tristate::yes).index &&
           !m_lists.precedesModules[unit];
}

void UnitGraphBuilder::read(Unit unit)
{
    if (m_foundFor[unit] == m_collection)
        return;
    m_foundFor[unit] = m_collection;
    m_found.push_back(unit);
}

void UnitGraphBuilder::collect(Unit unit)
{
    m_found.clear();
    ++m_collection;
    if (isSecond(unit))
        collectSecond(symbolOf(unit));
    else
        collectFirst(symbolOf(unit));
    if (isAffectedByModules(unit))
        read(secondUnit(m_model.modulesSymbol()));
}

void UnitGraphBuilder::collectFirst(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    readExpression(symbol.directDependency, symbol.choice);
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind == PropertyKind::prompt &&
            !(property.condition == symbol.directDependency))
            readExpression(property.condition, symbol.choice);
    }
    readExpression(symbol.reverseDependency, symbol.choice);
    readExpression(symbol.impliedDependency, symbol.choice);
    if (symbol.choice.isValid())
        read(firstUnit(symbol.choice));
}

void UnitGraphBuilder::collectSecond(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    read(firstUnit(id));
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind == PropertyKind::defaultValue) {
            readExpression(property.condition, symbol.choice);
            if (symbol.isChoice)
                read(firstUnit(m_model.expression(property.value).symbol));
            else
                readExpression(property.value, symbol.choice);
        } else if (property.kind == PropertyKind::range) {
            readExpression(property.condition, symbol.choice);
            read(secondUnit(property.low));
            read(secondUnit(property.high));
        }
    }
    for (const SymbolId value : symbol.choiceValues)
        read(firstUnit(value));
    if (symbol.choice.isValid())
        read(secondUnit(symbol.choice));
}

/// A value of a choice reads its own choice before the choice has chosen.
void UnitGraphBuilder::readExpression(ExpressionId id, SymbolId ownChoice)
{
    if (!id.isValid())
        return;
    const auto readSymbol = [&](SymbolId symbol) {
        if (symbol.index > Model::constant(Tristate::yes).index)
            read(symbol == ownChoice ? firstUnit(symbol) : secondUnit(symbol));
    };
    m_rest.push_back(id);
    while (!m_rest.empty()) {
        const Expression *node = &m_model.expression(m_rest.back());
        m_rest.pop_back();
        while (node->kind == ExpressionKind::conjunction ||
               node->kind == ExpressionKind::disjunction) {
            m_rest.push_back(node->left);
            node = &m_model.expression(node->right);
        }
        if (node->kind == ExpressionKind::negation) {
            m_rest.push_back(node->left);
            continue;
        }
        readSymbol(node->symbol);
        if (node->kind != ExpressionKind::symbol)
            readSymbol(node->other);
    }
}

} // namespace kconfig
