// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "edit_refusal.h"

#include "configuration_state.h"
#include "values.h"

#include "kconfig/explain.h"

namespace kconfig {

namespace {

Clause truthRefusal(const Configuration &configuration, SymbolId id, const std::string &text)
{
    const Model &model = configuration.model();
    const Symbol &symbol = model.symbol(id);
    const auto truth = truthOf(text);
    if (!truth || text.size() != 1)
        return say(Phrase::editNoTruth, asText(text), asText(typeName(symbol.type)),
                   nameOf(model, id));
    if (*truth == configuration.tristate(id) ||
        ConfigurationAccess::state(configuration).mayBe(id, *truth))
        return {};
    if (Clause fixed = fixedClause(configuration, id); !fixed.isEmpty())
        return fixed;
    if (symbol.choice.isValid())
        return say(Phrase::memberOfChoice, nameOf(model, id));
    return say(Phrase::cantBeNow, nameOf(model, id), asValue({letter(*truth)}));
}

} // namespace

std::string editedText(SymbolType type, const std::string &text)
{
    const bool needsPrefix =
        type == SymbolType::hex && text.compare(0, 2, "0x") != 0 && text.compare(0, 2, "0X") != 0;
    return needsPrefix ? "0x" + text : text;
}

Clause refusalOf(const Configuration &configuration, const Edit &edit)
{
    const Model &model = configuration.model();
    const Symbol &symbol = model.symbol(edit.symbol);
    if (!symbol.isDefined())
        return say(Phrase::setUndefined, nameOf(model, edit.symbol));
    if (!edit.value)
        return {};
    if (isTruthType(symbol.type))
        return truthRefusal(configuration, edit.symbol, *edit.value);
    const std::string text = editedText(symbol.type, *edit.value);
    if (!isValidValue(symbol.type, text))
        return say(symbol.type == SymbolType::hex ? Phrase::editNotHex : Phrase::editNotDecimal,
                   asText(*edit.value), asText(typeName(symbol.type)), nameOf(model, edit.symbol));
    if (!ConfigurationAccess::state(configuration).isInRange(edit.symbol, text)) {
        const Range limits = configuration.range(edit.symbol).value_or(Range{});
        return say(Phrase::mustBeBetween, nameOf(model, edit.symbol), asValue(limits.low),
                   asValue(limits.high));
    }
    return fixedClause(configuration, edit.symbol);
}

Clause fixedClause(const Configuration &configuration, SymbolId id)
{
    if (configuration.isChangeable(id))
        return {};
    const Model &model = configuration.model();
    const Symbol &symbol = model.symbol(id);
    Argument name = nameOf(model, id);
    if (symbol.isConstant)
        return say(Phrase::isConstant, std::move(name));
    if (!symbol.isDefined())
        return say(Phrase::undefinedName, std::move(name));
    const auto withPlace = [&](Clause clause, const Position &position) {
        return position.isValid() ? say(Phrase::inBrackets, std::move(clause),
                                        asPlace(model.sources().describe(position)))
                                  : std::move(clause);
    };
    if (configuration.visibility(id) != Tristate::no) {
        if (symbol.isChoice)
            return say(Phrase::cantTurnOff, std::move(name));
        const ValueOrigin source = configuration.origin(id);
        Argument floor =
            asValue({letter(ConfigurationAccess::state(configuration).evaluator.reverse(id))});
        if (!source.by.isValid())
            return say(Phrase::heldBySomeSelect, std::move(name), std::move(floor));
        return withPlace(say(Phrase::heldBySelectOf, std::move(name), std::move(floor),
                             nameOf(model, source.by)),
                         source.position);
    }
    std::vector<Argument> needed;
    for (const PropertyId each : symbol.properties) {
        const Property &property = model.property(each);
        if (property.kind == PropertyKind::prompt && property.condition.isValid())
            needed.push_back(asExpression(model.describe(property.condition)));
    }
    if (needed.empty())
        return withPlace(say(Phrase::followsFromOthers, std::move(name)),
                         model.node(symbol.nodes.front()).position);
    return say(Phrase::needsCondition, std::move(name),
               listOf(std::move(needed), Phrase::orNeeds, Phrase::orNeeds));
}

std::string whyFixed(const Configuration &configuration, SymbolId symbol, const Wording &wording)
{
    return fixedClause(configuration, symbol).text(wording);
}

std::string whyRefused(const Configuration &configuration, const Edit &edit, const Wording &wording)
{
    return refusalOf(configuration, edit).text(wording);
}

} // namespace kconfig
