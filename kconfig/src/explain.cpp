// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/explain.h"

#include "configuration_state.h"
#include "expression_text.h"
#include "reasons.h"
#include "references.h"

#include <algorithm>

namespace kconfig {

namespace {

std::string withValues(const Configuration &configuration, ExpressionId expression)
{
    const Model &model = configuration.model();
    return expressionText(model, expression, [&](SymbolId id) {
        const Symbol &symbol = model.symbol(id);
        if (symbol.isConstant)
            return std::string();
        if (!symbol.isDefined())
            return std::string(" [undefined]");
        return " [=" + configuration.value(id) + ']';
    });
}

/// The reasons at the far end of the chains: what has to change first.
void collectEnds(const std::vector<Reason> &reasons, std::vector<const Reason *> &ends)
{
    for (const Reason &reason : reasons) {
        if (reason.because.empty())
            ends.push_back(&reason);
        else
            collectEnds(reason.because, ends);
    }
}

std::string sentenceOf(const Model &model, const Explanation &explanation)
{
    std::string sentence = explanation.whyValue.text;
    const Symbol &symbol = model.symbol(explanation.symbol);
    if (!symbol.isDefined())
        return sentence;
    if (explanation.isChangeable) {
        sentence += "; it can be changed";
        if (explanation.range)
            sentence += " to " + explanation.range->low + " … " + explanation.range->high;
        return sentence;
    }
    if (explanation.obstacles.empty())
        return sentence + "; it can't be changed";
    if (explanation.obstacles.front().text.find("has no prompt") != std::string::npos)
        return sentence + "; it can't be changed, for it has no prompt";
    sentence += "; it can't be changed: ";
    const Reason &first = explanation.obstacles.front();
    sentence += first.text;
    std::vector<const Reason *> ends;
    collectEnds(first.because, ends);
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < ends.size() && i < most; ++i)
        sentence += (i == 0 ? ", for " : ", and ") + ends[i]->text;
    if (ends.size() > most)
        sentence += ", and so on";
    const auto way =
        std::find_if(ends.begin(), ends.end(), [](const Reason *end) { return end->isChangeable; });
    if (way != ends.end())
        sentence += "; " + displayName(model, (*way)->symbol) + " can be changed";
    return sentence;
}

} // namespace

std::string displayName(const Model &model, SymbolId id)
{
    const Symbol &symbol = model.symbol(id);
    if (!symbol.name.empty())
        return std::string(symbol.name);
    for (const NodeId node : symbol.nodes)
        if (const auto prompt = model.promptText(node); !prompt.empty())
            return "the choice \"" + std::string(prompt) + '"';
    return "the choice";
}

std::vector<NodeId> menuPath(const Model &model, NodeId node)
{
    std::vector<NodeId> path;
    for (NodeId at = model.node(node).parent; at.isValid() && at != model.root();
         at = model.node(at).parent)
        if (model.node(at).prompt.isValid())
            path.push_back(at);
    std::reverse(path.begin(), path.end());
    return path;
}

std::vector<ReferenceView> referencesTo(const Model &model, SymbolId symbol)
{
    std::vector<bool> wanted(model.symbols().size());
    wanted[symbol.index] = true;
    const EntryFinder entries(model);
    std::vector<ReferenceView> references;
    for (const NamedPlace &place : namedPlaces(model, wanted))
        if (!place.isTarget)
            references.push_back({place.position, entries.entryAt(place.position)});
    return references;
}

Explanation explain(const Configuration &configuration, SymbolId id, bool withReferences)
{
    const Model &model = configuration.model();
    const Symbol &symbol = model.symbol(id);
    Explanation result;
    result.symbol = id;
    result.value = configuration.value(id);
    result.origin = configuration.origin(id).origin;
    ReasonFinder reasons(configuration);
    result.whyValue = reasons.whyValue(id);
    if (symbol.isDefined()) {
        result.isChangeable = configuration.isChangeable(id);
        result.settableValues = configuration.settableValues(id);
        if (symbol.type == SymbolType::integer || symbol.type == SymbolType::hex)
            result.range = configuration.range(id);
        result.obstacles = reasons.obstacles(id);
        result.dependency = withValues(configuration, symbol.directDependency);
        result.dependencyValue = configuration.evaluate(symbol.directDependency);
    }
    for (const NodeId node : symbol.nodes) {
        DefinitionView view;
        view.node = node;
        view.position = model.node(node).position;
        view.prompt = model.promptText(node);
        view.menuPath = menuPath(model, node);
        view.dependency = model.node(node).dependency;
        view.dependencyValue = configuration.evaluate(view.dependency);
        result.definitions.push_back(std::move(view));
    }
    const auto view = [&](PropertyId propertyId, SymbolId other, SymbolId owner) {
        const Property &property = model.property(propertyId);
        return SelectView{other, property.condition, property.position,
                          configuration.tristate(owner) &&
                              configuration.evaluate(property.condition)};
    };
    for (const auto &[kind, list] : {std::pair(PropertyKind::select, &result.selectedBy),
                                     std::pair(PropertyKind::imply, &result.impliedBy)}) {
        for (const PropertyId each : propertiesNaming(model, id, kind)) {
            const SymbolId owner = model.node(model.property(each).node).symbol;
            list->push_back(view(each, owner, owner));
        }
    }
    for (const PropertyId each : symbol.properties) {
        const Property &property = model.property(each);
        if (property.kind == PropertyKind::select)
            result.selects.push_back(view(each, model.expression(property.value).symbol, id));
        else if (property.kind == PropertyKind::imply)
            result.implies.push_back(view(each, model.expression(property.value).symbol, id));
    }
    if (withReferences)
        result.references = referencesTo(model, id);
    result.sentence = sentenceOf(model, result);
    return result;
}

} // namespace kconfig
