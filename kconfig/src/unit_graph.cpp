// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "unit_graph.h"

#include <algorithm>

namespace kconfig {

void UnitGraphBuilder::build()
{
    const auto count = static_cast<Unit>(m_model.symbols().size() * 2);
    m_plan.m_precedesModules.assign(count, false);
    if (m_model.modulesSymbol().index > Model::constant(Tristate::yes).index)
        findWhatPrecedesModules();
    m_plan.m_start.reserve(count + 1);
    for (Unit unit = 0; unit < count; ++unit) {
        m_plan.m_start.push_back(static_cast<std::uint32_t>(m_plan.m_dependencies.size()));
        collect(unit);
        m_plan.m_dependencies.insert(m_plan.m_dependencies.end(), m_found.begin(), m_found.end());
    }
    m_plan.m_start.push_back(static_cast<std::uint32_t>(m_plan.m_dependencies.size()));
}

void UnitGraphBuilder::findWhatPrecedesModules()
{
    std::vector<Unit> rest{secondUnit(m_model.modulesSymbol())};
    m_plan.m_precedesModules[rest.back()] = true;
    while (!rest.empty()) {
        const Unit unit = rest.back();
        rest.pop_back();
        collect(unit);
        for (const Unit read : m_found) {
            if (!m_plan.m_precedesModules[read]) {
                m_plan.m_precedesModules[read] = true;
                rest.push_back(read);
            }
        }
    }
}

bool UnitGraphBuilder::isAffectedByModules(Unit unit) const
{
    return m_model.symbol(symbolOf(unit)).type == SymbolType::tristate &&
           m_model.modulesSymbol().index > Model::constant(Tristate::yes).index &&
           !m_plan.m_precedesModules[unit];
}

void UnitGraphBuilder::collect(Unit unit)
{
    m_found.clear();
    if (isSecond(unit))
        collectSecond(symbolOf(unit));
    else
        collectFirst(symbolOf(unit));
    if (isAffectedByModules(unit))
        m_found.push_back(secondUnit(m_model.modulesSymbol()));
    std::sort(m_found.begin(), m_found.end());
    m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
}

void UnitGraphBuilder::collectFirst(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    for (const PropertyId property : symbol.properties) {
        if (m_model.property(property).kind == PropertyKind::prompt)
            readExpression(m_model.property(property).condition, id);
    }
    readExpression(symbol.directDependency, id);
    readExpression(symbol.reverseDependency, id);
    readExpression(symbol.impliedDependency, id);
    if (symbol.choice.isValid())
        m_found.push_back(firstUnit(symbol.choice));
}

void UnitGraphBuilder::collectSecond(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    m_found.push_back(firstUnit(id));
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind == PropertyKind::defaultValue) {
            readExpression(property.condition, id);
            if (symbol.isChoice)
                m_found.push_back(firstUnit(m_model.expression(property.value).symbol));
            else
                readExpression(property.value, id);
        } else if (property.kind == PropertyKind::range) {
            readExpression(property.condition, id);
            m_found.push_back(secondUnit(property.low));
            m_found.push_back(secondUnit(property.high));
        }
    }
    for (const SymbolId value : symbol.choiceValues)
        m_found.push_back(firstUnit(value));
    if (symbol.choice.isValid())
        m_found.push_back(secondUnit(symbol.choice));
}

void UnitGraphBuilder::readExpression(ExpressionId id, SymbolId reader)
{
    if (!id.isValid())
        return;
    const SymbolId ownChoice = m_model.symbol(reader).choice;
    const auto read = [&](SymbolId symbol) {
        if (symbol.index > Model::constant(Tristate::yes).index)
            m_found.push_back(symbol == ownChoice ? firstUnit(symbol) : secondUnit(symbol));
    };
    m_scratch.assign(1, id);
    while (!m_scratch.empty()) {
        const Expression &node = m_model.expression(m_scratch.back());
        m_scratch.pop_back();
        switch (node.kind) {
        case ExpressionKind::symbol:
            read(node.symbol);
            break;
        case ExpressionKind::negation:
            m_scratch.push_back(node.left);
            break;
        case ExpressionKind::conjunction:
        case ExpressionKind::disjunction:
            m_scratch.push_back(node.left);
            m_scratch.push_back(node.right);
            break;
        default:
            read(node.symbol);
            read(node.other);
            break;
        }
    }
}

namespace {

/// The leaf of an expression that reads the symbol; null when none does.
const Expression *leafOf(const Model &model, ExpressionId id, SymbolId symbol)
{
    std::vector<ExpressionId> rest;
    if (id.isValid())
        rest.push_back(id);
    while (!rest.empty()) {
        const Expression &node = model.expression(rest.back());
        rest.pop_back();
        if (node.left.isValid())
            rest.push_back(node.left);
        if (node.right.isValid())
            rest.push_back(node.right);
        if (!node.left.isValid() && (node.symbol == symbol || node.other == symbol))
            return &node;
    }
    return nullptr;
}

/// The leaf by which a symbol selects (or implies): the first of a term of the disjunction.
const Expression *selectorOf(const Model &model, ExpressionId reverse, SymbolId symbol)
{
    while (reverse.isValid()) {
        const bool more = model.expression(reverse).kind == ExpressionKind::disjunction;
        ExpressionId term = more ? model.expression(reverse).right : reverse;
        while (model.expression(term).kind == ExpressionKind::conjunction)
            term = model.expression(term).left;
        if (model.expression(term).symbol == symbol)
            return &model.expression(term);
        reverse = more ? model.expression(reverse).left : ExpressionId{};
    }
    return nullptr;
}

std::string nameOf(const Model &model, SymbolId id)
{
    const Symbol &symbol = model.symbol(id);
    return symbol.name.empty() ? "the choice" : "'" + std::string(symbol.name) + "'";
}

} // namespace

DiagnosticNote describeDependency(const Model &model, Unit reader, Unit read)
{
    const SymbolId from = symbolOf(reader);
    const SymbolId to = symbolOf(read);
    const Symbol &symbol = model.symbol(from);
    const std::string subject = nameOf(model, from);
    const std::string object = nameOf(model, to);
    const auto at = [&](const Expression *leaf, const char *how) {
        return DiagnosticNote{leaf->position, subject + ' ' + how + ' ' + object};
    };
    if (!isSecond(reader)) {
        if (const auto *leaf = selectorOf(model, symbol.reverseDependency, to))
            return at(leaf, "is selected by");
        if (const auto *leaf = leafOf(model, symbol.directDependency, to))
            return at(leaf, "depends on");
        if (const auto *leaf = leafOf(model, symbol.reverseDependency, to))
            return at(leaf, "is selected under a condition on");
        if (const auto *leaf = selectorOf(model, symbol.impliedDependency, to))
            return at(leaf, "is implied by");
        if (const auto *leaf = leafOf(model, symbol.impliedDependency, to))
            return at(leaf, "is implied under a condition on");
    }
    for (const PropertyId id : symbol.properties) {
        const Property &property = model.property(id);
        const auto *condition = leafOf(model, property.condition, to);
        if (property.kind == PropertyKind::prompt) {
            if (condition && !isSecond(reader))
                return at(condition, "has a prompt that depends on");
            continue;
        }
        if (!isSecond(reader))
            continue;
        if (property.kind == PropertyKind::defaultValue) {
            if (const auto *leaf = leafOf(model, property.value, to))
                return at(leaf, "has a default that is");
            if (condition)
                return at(condition, "has a default that depends on");
        } else if (property.kind == PropertyKind::range) {
            if (property.low == to || property.high == to)
                return {property.position, subject + " has a range bounded by " + object};
            if (condition)
                return at(condition, "has a range that depends on");
        }
    }
    const Position place =
        symbol.nodes.empty() ? Position{} : model.node(symbol.nodes.front()).position;
    if (symbol.choice == to)
        return {place, subject + " is a value of " + object};
    return {place, subject + " has the value " + object};
}

} // namespace kconfig
