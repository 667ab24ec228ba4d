// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "replay.h"

#include "question.h"

#include <algorithm>

namespace kconfig::solver {

Replay::Replay(const Configuration &configuration, std::span<const Wish> wishes,
               std::span<const SymbolId> keep)
    : m_configuration(configuration)
    , m_wishes(wishes)
    , m_keep(keep)
{}

std::optional<Configuration> Replay::apply(std::span<const Edit> edits) const
{
    std::optional<Configuration> edited(m_configuration);
    for (const Edit &edit : edits)
        // An edit of what can't be seen would be accepted when it changes nothing; no user can
        // make it.
        if (edited->visibility(edit.symbol) == Tristate::no || !edited->apply(edit))
            return std::nullopt;
    return edited;
}

bool Replay::isFulfilled(const Configuration &edited) const
{
    const Model &model = m_configuration.model();
    return std::all_of(m_wishes.begin(), m_wishes.end(),
                       [&](const Wish &wish) {
                           return isSameValue(model.symbol(wish.symbol).type,
                                              edited.value(wish.symbol), wish.value);
                       }) &&
           std::all_of(m_keep.begin(), m_keep.end(),
                       [&](SymbolId id) { return edited.value(id) == m_configuration.value(id); });
}

std::vector<Edit> Replay::withoutSpare(std::vector<Edit> edits) const
{
    for (std::size_t i = 0; i < edits.size();) {
        std::vector<Edit> without = edits;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        const auto edited = apply(without);
        if (edited && isFulfilled(*edited))
            edits = std::move(without);
        else
            ++i;
    }
    return edits;
}

std::vector<Effect> Replay::effects(const Configuration &edited) const
{
    std::vector<Effect> effects;
    for (const SymbolId id : Configuration::differences(m_configuration, edited)) {
        std::string before = m_configuration.value(id);
        std::string after = edited.value(id);
        if (before != after)
            effects.push_back({id, std::move(before), std::move(after)});
    }
    return effects;
}

} // namespace kconfig::solver
