// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/explain.h"

#include "configuration_state.h"
#include "explanation_sentence.h"
#include "expression_text.h"
#include "reasons.h"
#include "references.h"

#include "kconfig/resolve.h"

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

} // namespace

std::string displayName(const Model &model, SymbolId id, const Wording &wording)
{
    const Argument name = nameOf(model, id);
    return name.clause.empty() ? name.text : name.clause.front().text(wording);
}

std::string shortPlace(const Model &model, const Position &position)
{
    Position line = position;
    line.column = 0;
    return model.sources().describe(line);
}

std::string placeBehind(const Model &model, const Reason &reason)
{
    if (!reason.position.isValid() ||
        reason.text.find(shortPlace(model, reason.position)) != std::string::npos)
        return {};
    return model.sources().describe(reason.position);
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

Explanation explain(const Configuration &configuration, SymbolId id, bool withReferences,
                    const Wording &wording)
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
    result.valueSentence = valueWithOrigin(result.whyValue.clause).text(wording);
    result.sentence = sentenceOf(model, result).text(wording);
    inWords(result.whyValue, wording);
    inWords(result.obstacles, wording);
    return result;
}

std::optional<Refusal> whyNot(const Configuration &configuration, SymbolId id,
                              const std::string &value, const Wording &wording)
{
    const Model &model = configuration.model();
    const Symbol &symbol = model.symbol(id);
    const std::vector<Wish> wishes{{id, value}};
    Refusal refusal;
    if (const auto error = checkWishes(model, wishes, {}, wording)) {
        refusal.sentence = error->message;
        Reason reason;
        reason.text = error->message;
        reason.clause = error->clause;
        reason.symbol = id;
        reason.position = error->position;
        refusal.reasons.push_back(std::move(reason));
        return refusal;
    }
    ReasonFinder reasons(configuration);
    if (isTruthType(symbol.type))
        refusal.reasons = reasons.whyNot(id, *truthOf(value));
    else if (configuration.value(id) != value && configuration.isChangeable(id))
        refusal.reasons = reasons.whyOutOfRange(id, value);
    else if (configuration.value(id) != value)
        refusal.reasons = reasons.obstacles(id);
    if (refusal.reasons.empty())
        return std::nullopt;
    refusal.sentence = say(Phrase::cantBeBecause, nameOf(model, id),
                           value.empty() ? asArgument(say(Phrase::emptyValue)) : asValue(value),
                           tell(model, id, refusal.reasons))
                           .text(wording);
    inWords(refusal.reasons, wording);
    return refusal;
}

} // namespace kconfig
