// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "model_encoder.h"

#include <algorithm>

namespace kconfig::solver {

ModelEncoder::ModelEncoder(const Model &model)
    : m_model(model)
    , m_symbols(model, m_clauses)
    , m_expressions(model, m_clauses, m_symbols)
    , m_undefinedAreNo(m_clauses.variable())
    , m_precedesModules(model.symbols().size())
{
    for (const SymbolId id : m_symbols.undefinedSymbols())
        m_clauses.add({-m_undefinedAreNo, m_symbols.staysUndefined(id)});
    if (model.modulesSymbol().isValid()) {
        m_modules = m_symbols.levels(model.modulesSymbol()).atLeastMod;
        findWhatPrecedesModules();
    }
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        if (!symbol.isDefined())
            continue;
        if (symbol.isChoice)
            encodeChoice(SymbolId{i});
        else if (symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate) {
            if (!symbol.choice.isValid()) // those are encoded with their choice
                encodeTruth(SymbolId{i});
        } else if (!m_symbols.regions(SymbolId{i}).empty()) {
            encodeText(SymbolId{i});
        }
    }
}

/// What the value of the modules symbol follows from is worked out as if there were no modules.
void ModelEncoder::findWhatPrecedesModules()
{
    std::vector<SymbolId> rest{m_model.modulesSymbol()};
    const auto reach = [&](SymbolId id) {
        if (id.isValid() && !m_precedesModules[id.index]) {
            m_precedesModules[id.index] = true;
            rest.push_back(id);
        }
    };
    while (!rest.empty()) {
        const Symbol &symbol = m_model.symbol(rest.back());
        rest.pop_back();
        std::vector<ExpressionId> expressions{symbol.directDependency, symbol.reverseDependency,
                                              symbol.impliedDependency};
        for (const PropertyId id : symbol.properties) {
            expressions.push_back(m_model.property(id).condition);
            expressions.push_back(m_model.property(id).value);
            reach(m_model.property(id).low);
            reach(m_model.property(id).high);
        }
        reach(symbol.choice);
        for (const SymbolId value : symbol.choiceValues)
            reach(value);
        while (!expressions.empty()) {
            const ExpressionId at = expressions.back();
            expressions.pop_back();
            if (!at.isValid())
                continue;
            const Expression &node = m_model.expression(at);
            expressions.push_back(node.left);
            expressions.push_back(node.right);
            reach(node.symbol);
            reach(node.other);
        }
    }
}

Levels ModelEncoder::visibility(SymbolId id)
{
    Levels visible;
    for (const PropertyId propertyId : m_model.symbol(id).properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::prompt)
            continue;
        const Levels prompt = m_expressions.levels(property.condition);
        visible.atLeastMod = m_clauses.either(visible.atLeastMod, prompt.atLeastMod);
        visible.isYes = m_clauses.either(visible.isYes, prompt.isYes);
    }
    return visible;
}

/// The first default whose condition holds.
Levels ModelEncoder::defaults(SymbolId id)
{
    Levels result;
    Literal none = Clauses::yes();
    for (const PropertyId propertyId : m_model.symbol(id).properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::defaultValue)
            continue;
        const Levels condition = m_expressions.levels(property.condition);
        const Levels value = m_expressions.levels(property.value);
        const Literal active = m_clauses.both(none, condition.atLeastMod);
        result.atLeastMod =
            m_clauses.either(result.atLeastMod, m_clauses.both(active, value.atLeastMod));
        result.isYes = m_clauses.either(
            result.isYes, m_clauses.both(active, m_clauses.both(condition.isYes, value.isYes)));
        none = m_clauses.both(none, -condition.atLeastMod);
    }
    return result;
}

Levels ModelEncoder::implied(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    if (!symbol.impliedDependency.isValid())
        return {};
    const Literal direct = m_expressions.atLeast(symbol.directDependency, Tristate::mod);
    const Levels levels = m_expressions.levels(symbol.impliedDependency);
    return {m_clauses.both(direct, levels.atLeastMod), m_clauses.both(direct, levels.isYes)};
}

Levels ModelEncoder::selected(SymbolId id)
{
    const ExpressionId reverse = m_model.symbol(id).reverseDependency;
    return reverse.isValid() ? m_expressions.levels(reverse) : Levels{};
}

/// `after` is `before`, or y where that is m and has to be rounded.
void ModelEncoder::roundUp(SymbolId id, const Levels &before, const Levels &after,
                           const Levels &byImply)
{
    m_clauses.add({-after.atLeastMod, before.atLeastMod});
    m_clauses.add({after.atLeastMod, -before.atLeastMod});
    m_clauses.add({after.isYes, -before.isYes});
    // m becomes y for bools, where there are no modules, and by implies in some dialects.
    if (m_model.symbol(id).type != SymbolType::boolean && !m_precedesModules[id.index])
        m_clauses.add({-after.isYes, before.isYes, -m_modules, byImply.isYes});
    if (!m_precedesModules[id.index])
        m_clauses.add({after.isYes, -after.atLeastMod, m_modules});
}

void ModelEncoder::encodeTruth(SymbolId id)
{
    const Levels value = m_symbols.levels(id);
    const Levels visible = visibility(id);
    const Levels byDefault = defaults(id);
    const Levels byImply = implied(id);
    const Levels bySelect = selected(id);
    const Levels unasked{m_clauses.either(byDefault.atLeastMod, byImply.atLeastMod),
                         m_clauses.either(byDefault.isYes, byImply.isYes)};
    if (visible.atLeastMod == Clauses::no()) {
        const Levels before{m_clauses.either(unasked.atLeastMod, bySelect.atLeastMod),
                            m_clauses.either(unasked.isYes, bySelect.isYes)};
        roundUp(id, before, value, byImply);
        return;
    }
    // The user's part: what they want as far as the prompt goes, or the default where they say
    // nothing; where there is no prompt to be seen, the default it is.
    const bool isBool = m_model.symbol(id).type == SymbolType::boolean;
    Levels part;
    part.atLeastMod = m_clauses.variable();
    part.isYes = isBool ? part.atLeastMod : m_clauses.variable();
    m_clauses.add({-part.atLeastMod, visible.atLeastMod, unasked.atLeastMod});
    m_clauses.add({part.atLeastMod, visible.atLeastMod, -unasked.atLeastMod});
    if (!isBool) {
        m_clauses.add({-part.isYes, part.atLeastMod});
        m_clauses.add({-part.isYes, visible.isYes, unasked.isYes});
        m_clauses.add({part.isYes, visible.atLeastMod, -unasked.isYes});
    }
    const Levels before{m_clauses.either(part.atLeastMod, bySelect.atLeastMod),
                        m_clauses.either(part.isYes, bySelect.isYes)};
    roundUp(id, before, value, byImply);
}

void ModelEncoder::encodeChoice(SymbolId id)
{
    const Symbol &choice = m_model.symbol(id);
    const Levels value = m_symbols.levels(id);
    const Levels visible = visibility(id);
    const Levels bySelect = selected(id);
    const Levels byImply = implied(id);
    // The mode before a value was selected.
    const Literal wish = m_clauses.variable();
    const Literal wishYes = m_clauses.variable();
    m_clauses.add({-wishYes, wish});
    m_clauses.add({-wish, visible.atLeastMod});
    m_clauses.add({-wishYes, visible.atLeastMod});
    const Levels before{m_clauses.either(wish, bySelect.atLeastMod),
                        m_clauses.either(wishYes, bySelect.isYes)};
    Levels mode;
    mode.atLeastMod = m_clauses.variable();
    mode.isYes = choice.type == SymbolType::boolean ? mode.atLeastMod : m_clauses.variable();
    m_clauses.add({-mode.isYes, mode.atLeastMod});
    roundUp(id, before, mode, byImply);

    std::vector<Literal> selectedOnes;
    std::vector<Levels> visibleValues;
    Literal anyVisible = Clauses::no();
    for (const SymbolId valueId : choice.choiceValues) {
        Levels seen;
        for (const PropertyId propertyId : m_model.symbol(valueId).properties) {
            const Property &property = m_model.property(propertyId);
            if (property.kind != PropertyKind::prompt)
                continue;
            const Levels prompt = m_expressions.levelsForValue(property.condition, id, mode);
            seen.atLeastMod = m_clauses.either(seen.atLeastMod, prompt.atLeastMod);
            seen.isYes = m_clauses.either(seen.isYes, prompt.isYes);
        }
        // Of a tristate choice that is y only what can be y is to be had.
        const bool isTristate = m_model.symbol(valueId).type == SymbolType::tristate;
        const Literal selectable =
            isTristate ? m_clauses.either(seen.isYes, -m_modules) : seen.atLeastMod;
        const Literal isSelected = m_clauses.variable();
        m_clauses.add({-isSelected, seen.atLeastMod});
        m_clauses.add({-isSelected, mode.isYes});
        anyVisible = m_clauses.either(anyVisible, m_clauses.both(selectable, seen.atLeastMod));
        selectedOnes.push_back(isSelected);
        visibleValues.push_back(seen);
    }
    if (!selectedOnes.empty())
        m_clauses.addAtMostOne(selectedOnes);
    const Literal anySelected = m_clauses.any(selectedOnes);
    m_clauses.add({-anyVisible, -mode.isYes, anySelected});
    const Literal isOn = m_clauses.both(mode.isYes, anySelected);
    m_clauses.add({-value.isYes, isOn});
    m_clauses.add({value.isYes, -isOn});
    const Literal isMod = m_clauses.both(mode.atLeastMod, -mode.isYes);
    m_clauses.add({-value.atLeastMod, value.isYes, isMod});
    m_clauses.add({value.atLeastMod, -isMod});
    for (std::size_t i = 0; i < selectedOnes.size(); ++i)
        encodeChoiceValue(choice.choiceValues[i], selectedOnes[i], visibleValues[i]);
}

void ModelEncoder::encodeChoiceValue(SymbolId id, Literal isSelected, const Levels &visible)
{
    const SymbolType type = m_model.symbol(id).type;
    if (type != SymbolType::boolean && type != SymbolType::tristate)
        return;
    const Levels value = m_symbols.levels(id);
    // A value that can't be seen follows its defaults, which it should not have; how dialects treat
    // selects of one differs.
    const Levels byDefault = defaults(id);
    const Levels byImply = implied(id);
    const Levels bySelect = selected(id);
    const Literal otherwise = m_clauses.either(
        byDefault.atLeastMod, m_clauses.either(byImply.atLeastMod, bySelect.atLeastMod));
    m_clauses.add({-value.isYes, isSelected, otherwise});
    m_clauses.add({-value.atLeastMod, visible.atLeastMod, otherwise});
    m_clauses.add({-isSelected, value.isYes});
    const Literal isFullyVisible = type == SymbolType::boolean ? visible.atLeastMod : visible.isYes;
    m_clauses.add({-isFullyVisible, isSelected, -value.atLeastMod});
}

/// A number or text that nobody can change has the value of its default.
void ModelEncoder::encodeText(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const Literal visible = visibility(id).atLeastMod;
    bool hasRange = false;
    for (const PropertyId propertyId : symbol.properties)
        hasRange = hasRange || m_model.property(propertyId).kind == PropertyKind::range;
    Literal none = Clauses::yes();
    const auto demand = [&](Literal active, const std::string &text) {
        const auto region = m_symbols.regionOf(id, text);
        if (!region || hasRange)
            return;
        m_clauses.add({visible, -active, m_symbols.regions(id)[*region].literal});
    };
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != PropertyKind::defaultValue)
            continue;
        const Literal condition = m_expressions.atLeast(property.condition, Tristate::mod);
        const Literal active = m_clauses.both(none, condition);
        none = m_clauses.both(none, -condition);
        const Expression &value = m_model.expression(property.value);
        if (value.kind == ExpressionKind::symbol &&
            SymbolVariables::isText(m_model.symbol(value.symbol))) {
            const Literal stays = m_expressions.isFromMacro(value.position)
                                      ? m_expressions.macrosStay()
                                      : Clauses::yes();
            demand(m_clauses.both(active, stays), std::string(m_model.symbol(value.symbol).name));
        }
    }
    demand(none, {});
}

} // namespace kconfig::solver
