// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/impact.h"

#include "configuration_state.h"

namespace kconfig {

namespace {

/// Whether a user could answer a prompt of the symbol. In 6.12 a choice is asked about without
/// being an option.
bool isWithinReach(const Configuration &configuration, SymbolId id)
{
    if (configuration.model().symbol(id).isChoice)
        return configuration.visibility(id) != Tristate::no;
    return configuration.isChangeable(id);
}

} // namespace

Impact compare(const Configuration &before, const Configuration &after)
{
    const Model &model = before.model();
    Impact impact;
    for (const SymbolId id : Configuration::differences(before, after)) {
        const Symbol &symbol = model.symbol(id);
        if (!symbol.isDefined())
            continue;
        // A choice's values tell what it is; it has no line in any file.
        if (!symbol.isChoice) {
            Effect effect{id, before.value(id), after.value(id)};
            const bool isTruth = isTruthType(symbol.type);
            const bool wasOn = isTruth && before.tristate(id) != Tristate::no;
            const bool isOn = isTruth && after.tristate(id) != Tristate::no;
            if (wasOn && !isOn)
                impact.turnedOff.push_back(id);
            if (!wasOn && isOn)
                impact.turnedOn.push_back(id);
            if (effect.before != effect.after)
                impact.changed.push_back(std::move(effect));
        }
    }
    // A select takes a prompt out of reach without a change of value or visibility.
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const SymbolId id{i};
        if (!model.symbol(id).isDefined() || model.symbol(id).isConstant)
            continue;
        const bool could = isWithinReach(before, id);
        const bool can = isWithinReach(after, id);
        if (could && !can)
            impact.outOfReach.push_back(id);
        if (!could && can)
            impact.withinReach.push_back(id);
    }
    return impact;
}

Expected<Impact, EditError> impactOf(const Configuration &configuration,
                                     std::span<const Edit> edits)
{
    Configuration after = configuration;
    for (const Edit &edit : edits)
        if (auto done = after.apply(edit); !done)
            return Unexpected(std::move(done.error()));
    return compare(configuration, after);
}

} // namespace kconfig
