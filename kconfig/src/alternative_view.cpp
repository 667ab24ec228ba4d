// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/alternative_view.h"

#include "configuration_state.h"
#include "explanation_sentence.h"
#include "reasons.h"
#include "values.h"

#include <algorithm>

namespace kconfig {

EditView viewEdit(const Configuration &before, const Edit &edit)
{
    const Model &model = before.model();
    const Symbol &symbol = model.symbol(edit.symbol);
    EditView view;
    view.edit = edit;
    view.before = before.value(edit.symbol);
    view.text = displayName(model, edit.symbol);
    if (!edit.value)
        view.text += " back to its default";
    else
        view.text +=
            '=' + (symbol.type == SymbolType::string ? quotedText(*edit.value) : *edit.value);
    for (const NodeId node : symbol.nodes) {
        if (!model.node(node).prompt.isValid() && view.position.isValid())
            continue;
        view.prompt = model.promptText(node);
        view.position = model.node(node).position;
        view.menuPath = menuPath(model, node);
        if (!view.prompt.empty())
            break;
    }
    return view;
}

EffectGroups groupEffects(const Model &model, const std::vector<Effect> &effects,
                          const std::vector<Edit> &edits)
{
    EffectGroups groups;
    for (const Effect &effect : effects) {
        const bool isEdited = std::any_of(edits.begin(), edits.end(), [&](const Edit &edit) {
            return edit.symbol == effect.symbol;
        });
        const Symbol &symbol = model.symbol(effect.symbol);
        if (isEdited || symbol.isChoice)
            continue;
        if (!isTruthType(symbol.type) || (effect.before != "n" && effect.after != "n"))
            groups.changed.push_back(effect);
        else if (effect.before == "n")
            groups.turnedOn.push_back(effect);
        else
            groups.turnedOff.push_back(effect);
    }
    return groups;
}

static Clause effectClause(const Configuration &after, const Effect &effect)
{
    ReasonFinder reasons(after);
    const bool isHidden = after.visibility(effect.symbol) == Tristate::no;
    if (isHidden && after.origin(effect.symbol).origin == Origin::none) {
        const std::vector<Reason> obstacles = reasons.hiddenPrompts(effect.symbol);
        if (!obstacles.empty())
            return goingOn(obstacles.front().clause, nameOf(after.model(), effect.symbol));
    }
    const auto user = after.userValue(effect.symbol);
    const bool isLimited = user && *user != effect.after && effect.after == "m" &&
                           after.visibility(effect.symbol) == Tristate::mod;
    if (isLimited) {
        const std::vector<Reason> limits = reasons.whatLimits(effect.symbol);
        if (!limits.empty())
            return goingOn(limits.front().clause, nameOf(after.model(), effect.symbol));
    }
    return reasons.originNow(effect.symbol);
}

std::string whyEffect(const Configuration &after, const Effect &effect, const Wording &wording)
{
    return effectClause(after, effect).text(wording);
}

Expected<void, EditError> applyAll(Configuration &configuration, const std::vector<Edit> &edits)
{
    const Configuration before = configuration;
    for (const Edit &edit : edits) {
        if (auto done = configuration.apply(edit); !done) {
            configuration = before;
            return Unexpected(std::move(done.error()));
        }
    }
    return {};
}

} // namespace kconfig
