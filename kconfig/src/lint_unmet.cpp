// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Selects that can hold while the dependencies of their target do not.

#include "goal_decider.h"
#include "lint_selects.h"

namespace kconfig {

namespace {

constexpr std::size_t mostValues = 10; // of a witness; more explain nothing

Goal unmetAt(const Model &model, const OpenSelect &open, Tristate level)
{
    return {{{}, open.from, level, true},
            {model.property(open.property).condition, {}, level, true},
            {model.symbol(open.target).directDependency, {}, level, false}};
}

std::string valuesText(const Model &model, const UserValues &values)
{
    std::string text;
    for (const auto &[symbol, value] : values) {
        if (model.symbol(symbol).isChoice)
            continue;
        text += (text.empty() ? "" : ", ") + displayName(model, symbol) + '=' + value;
    }
    return text;
}

} // namespace

void lintUnmetSelects(LintContext &context)
{
    context.tell("selects");
    const Model &model = context.model();
    const std::vector<OpenSelect> selects = openSelects(model);
    std::vector<Goal> goals;
    std::vector<std::size_t> selectOf;
    for (std::size_t i = 0; i < selects.size(); ++i) {
        goals.push_back(unmetAt(model, selects[i], Tristate::mod));
        selectOf.push_back(i);
        // m is as good as y for a bool.
        if (model.symbol(selects[i].target).type == SymbolType::tristate) {
            goals.push_back(unmetAt(model, selects[i], Tristate::yes));
            selectOf.push_back(i);
        }
    }
    GoalDecider decider(context);
    const auto verdicts = decider.decide(goals);
    context.tell("examples for selects");
    std::vector<bool> isTold(selects.size());
    for (std::size_t i = 0; i < goals.size() && !context.isCancelled(); ++i) {
        if (verdicts[i].answer == PossibilitySolver::Answer::impossible || isTold[selectOf[i]])
            continue;
        isTold[selectOf[i]] = true;
        const OpenSelect &open = selects[selectOf[i]];
        const std::optional<UserValues> witness =
            verdicts[i].answer == PossibilitySolver::Answer::possible
                ? decider.smallWitness(goals[i])
                : std::nullopt;
        const bool isCertain = witness.has_value() || verdicts[i].isShown;
        const Property &property = model.property(open.property);
        const Argument from = nameOf(model, open.from);
        const Argument target = nameOf(model, open.target);
        std::string missing;
        for (const ExpressionId each : open.missing)
            missing += (missing.empty() ? "" : " && ") + model.describe(each);
        Finding &finding =
            context.add("select-unmet-dependency", open.from, property.position,
                        say(isCertain ? Phrase::selectUnmet : Phrase::selectPerhapsUnmet, from,
                            target, asExpression(missing)),
                        say(Phrase::letItDepend, from, target));
        if (!isCertain)
            finding.diagnostic.severity = Severity::note;
        context.unmetSelects.insert(open.property.index);
        if (witness) {
            const std::string text = valuesText(model, *witness);
            const Argument values =
                witness->size() > mostValues
                    ? asArgument(say(Phrase::optionsSet, asNumber(witness->size())))
                : text.empty() ? asArgument(say(Phrase::nothingButDefaults))
                               : asValue(text);
            finding.diagnostic.notes.push_back(
                noteAt(property.position, say(Phrase::happensWith, values)));
        } else if (isCertain) {
            finding.diagnostic.notes.push_back(
                noteAt(property.position, say(Phrase::happenedAtRandom)));
        }
        finding.diagnostic.notes.push_back(
            noteAt(model.node(model.symbol(open.target).nodes.front()).position,
                   say(Phrase::isDefinedHere, target)));
    }
}

} // namespace kconfig
