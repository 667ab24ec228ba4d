// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "lint_selects.h"

#include "configuration_state.h"

#include <algorithm>

namespace kconfig {

namespace {

/// Whether the operand is known to hold where the symbol is on and all of `given` do.
bool isGiven(const Model &model, ExpressionId operand, const std::vector<std::string> &given,
             SymbolId from)
{
    const Expression &node = model.expression(operand);
    if (node.kind == ExpressionKind::symbol &&
        (node.symbol == from || node.symbol == Model::constant(Tristate::yes)))
        return true;
    if (std::find(given.begin(), given.end(), model.describe(operand)) != given.end())
        return true;
    if (node.kind != ExpressionKind::disjunction)
        return false;
    const auto alternatives = operandsOf(model, operand, ExpressionKind::disjunction);
    return std::any_of(alternatives.begin(), alternatives.end(), [&](ExpressionId alternative) {
        const auto parts = operandsOf(model, alternative, ExpressionKind::conjunction);
        return std::all_of(parts.begin(), parts.end(), [&](ExpressionId part) {
            return part == operand ? false : isGiven(model, part, given, from);
        });
    });
}

} // namespace

std::vector<OpenSelect> openSelects(const Model &model)
{
    std::vector<OpenSelect> found;
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        if (!isTruthType(symbol.type))
            continue;
        for (const PropertyId id : symbol.properties) {
            const Property &property = model.property(id);
            if (property.kind != PropertyKind::select)
                continue;
            const SymbolId target = model.expression(property.value).symbol;
            const Symbol &selected = model.symbol(target);
            if (!isTruthType(selected.type) || !selected.isDefined() || selected.isChoice ||
                selected.choice.isValid() || !selected.directDependency.isValid())
                continue;
            std::vector<std::string> given;
            for (const ExpressionId each :
                 operandsOf(model, property.condition, ExpressionKind::conjunction))
                given.push_back(model.describe(each));
            OpenSelect open{id, SymbolId{i}, target, {}};
            for (const ExpressionId each :
                 operandsOf(model, selected.directDependency, ExpressionKind::conjunction))
                if (!isGiven(model, each, given, SymbolId{i}))
                    open.missing.push_back(each);
            if (!open.missing.empty())
                found.push_back(std::move(open));
        }
    }
    return found;
}

void lintVisibleSelects(LintContext &context)
{
    const Model &model = context.model();
    for (const OpenSelect &open : openSelects(model)) {
        if (!context.hasPrompt(open.target) || context.unmetSelects.count(open.property.index) != 0)
            continue;
        std::string missing;
        for (const ExpressionId each : open.missing)
            missing += (missing.empty() ? "" : " && ") + model.describe(each);
        const Argument target = nameOf(model, open.target);
        Finding &finding = context.add(
            "select-visible", open.from, model.property(open.property).position,
            say(Phrase::selectsVisible, nameOf(model, open.from), target, asExpression(missing)),
            say(Phrase::preferDepends, target));
        finding.diagnostic.notes.push_back(
            noteAt(model.node(model.symbol(open.target).nodes.front()).position,
                   say(Phrase::isDefinedHere, target)));
    }
}

} // namespace kconfig
