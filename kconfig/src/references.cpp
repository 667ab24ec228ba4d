// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "references.h"

#include <algorithm>
#include <tuple>

namespace kconfig {

bool isBefore(const Position &a, const Position &b)
{
    return std::tie(a.file.index, a.line, a.column) < std::tie(b.file.index, b.line, b.column);
}

/// The symbols that stand first in the rows of a reverse dependency: those that select or imply.
static std::vector<SymbolId> ownersIn(const Model &model, ExpressionId reverse)
{
    std::vector<SymbolId> owners;
    while (reverse.isValid()) {
        const Expression &node = model.expression(reverse);
        const bool hasMore = node.kind == ExpressionKind::disjunction;
        ExpressionId row = hasMore ? node.right : reverse;
        while (model.expression(row).kind == ExpressionKind::conjunction)
            row = model.expression(row).left;
        if (const SymbolId owner = model.expression(row).symbol; owner.isValid())
            owners.push_back(owner);
        reverse = hasMore ? node.left : ExpressionId{};
    }
    std::sort(owners.begin(), owners.end(),
              [](SymbolId a, SymbolId b) { return a.index < b.index; });
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    return owners;
}

std::vector<PropertyId> propertiesNaming(const Model &model, SymbolId target, PropertyKind kind)
{
    const Symbol &wanted = model.symbol(target);
    std::vector<PropertyId> found;
    for (const SymbolId owner :
         ownersIn(model, kind == PropertyKind::select ? wanted.reverseDependency
                                                      : wanted.impliedDependency)) {
        for (const PropertyId id : model.symbol(owner).properties) {
            const Property &property = model.property(id);
            if (property.kind == kind && model.expression(property.value).symbol == target)
                found.push_back(id);
        }
    }
    return found;
}

std::vector<NamedPlace> namedPlaces(const Model &model, const std::vector<bool> &wanted)
{
    std::vector<NamedPlace> found;
    const auto note = [&](SymbolId symbol, const Position &position, bool isTarget) {
        if (symbol.isValid() && wanted[symbol.index] && position.isValid())
            found.push_back({symbol, position, isTarget});
    };
    // A select is kept as an expression of its owner, too, which stands where the select does, and
    // so does the choice that its values depend on; neither is written there.
    std::vector<Position> own;
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        if (wanted[i])
            for (const NodeId node : symbol.nodes)
                own.push_back(model.node(node).position);
        if (symbol.choice.isValid() && wanted[symbol.choice.index])
            for (const NodeId node : symbol.nodes)
                own.push_back(model.node(node).position);
        for (const PropertyId id : symbol.properties) {
            const Property &property = model.property(id);
            if (property.kind == PropertyKind::select || property.kind == PropertyKind::imply) {
                const Expression &target = model.expression(property.value);
                note(target.symbol, target.position, true);
                if (wanted[i])
                    own.push_back(property.position);
            } else if (property.kind == PropertyKind::range) {
                note(property.low, property.position, false);
                note(property.high, property.position, false);
            }
        }
    }
    std::sort(own.begin(), own.end(), isBefore);
    for (std::uint32_t i = 0; i < model.expressionCount(); ++i) {
        const Expression &node = model.expression(ExpressionId{i});
        if (node.kind == ExpressionKind::negation || node.kind == ExpressionKind::conjunction ||
            node.kind == ExpressionKind::disjunction)
            continue;
        if (std::binary_search(own.begin(), own.end(), node.position, isBefore))
            continue;
        note(node.symbol, node.position, false);
        note(node.other, node.position, false);
    }
    // Targets first among equals, so that they stay targets.
    std::sort(found.begin(), found.end(), [](const NamedPlace &a, const NamedPlace &b) {
        if (!(a.position == b.position))
            return isBefore(a.position, b.position);
        return std::tuple(a.symbol.index, !a.isTarget) < std::tuple(b.symbol.index, !b.isTarget);
    });
    found.erase(std::unique(found.begin(), found.end(),
                            [](const NamedPlace &a, const NamedPlace &b) {
                                return a.position == b.position && a.symbol == b.symbol;
                            }),
                found.end());
    return found;
}

EntryFinder::EntryFinder(const Model &model)
    : m_model(model)
{
    for (std::uint32_t i = 0; i < model.nodeCount(); ++i)
        if (model.node(NodeId{i}).position.isValid())
            m_nodes.push_back(NodeId{i});
    std::sort(m_nodes.begin(), m_nodes.end(), [&](NodeId a, NodeId b) {
        return isBefore(model.node(a).position, model.node(b).position);
    });
}

NodeId EntryFinder::entryAt(const Position &position) const
{
    const auto after = std::upper_bound(m_nodes.begin(), m_nodes.end(), position,
                                        [this](const Position &place, NodeId node) {
                                            return isBefore(place, m_model.node(node).position);
                                        });
    if (after == m_nodes.begin())
        return {};
    const NodeId node = *(after - 1);
    return m_model.node(node).position.file == position.file ? node : NodeId{};
}

} // namespace kconfig
