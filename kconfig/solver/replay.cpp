// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "replay.h"

#include "question.h"

#include "kconfig/config_file.h"

#include "values.h"

#include <algorithm>
#include <iterator>

namespace kconfig::solver {

Replay::Replay(const Configuration &configuration, std::span<const Wish> wishes,
               std::span<const SymbolId> keep)
    : m_configuration(configuration)
    , m_wishes(wishes)
    , m_keep(keep)
{}

const Configuration *Replay::apply(std::span<const Edit> edits)
{
    constexpr std::size_t mostBeginnings = 32; // each takes some hundred kilobytes for Linux
    const Configuration *start = &m_configuration;
    std::size_t done = 0;
    for (const Beginning &beginning : m_beginnings) {
        const std::vector<Edit> &known = beginning.edits;
        if (known.size() > done && known.size() <= edits.size() &&
            std::equal(known.begin(), known.end(), edits.begin())) {
            start = &beginning.configuration;
            done = known.size();
        }
    }
    if (done == edits.size())
        return start;
    std::vector<Beginning> more;
    Configuration edited(*start);
    for (; done < edits.size(); ++done) {
        // An edit of what can't be seen would be accepted when it changes nothing; no user can
        // make it.
        const Edit &edit = edits[done];
        if (edited.visibility(edit.symbol) == Tristate::no || !edited.apply(edit))
            return nullptr;
        (void)edited.visibility(edit.symbol); // so that the copy need not be evaluated once more
        more.push_back(
            {{edits.begin(), edits.begin() + static_cast<std::ptrdiff_t>(done) + 1}, edited});
    }
    if (m_beginnings.size() + more.size() > mostBeginnings)
        m_beginnings.clear();
    std::move(more.begin(), more.end(), std::back_inserter(m_beginnings));
    return &m_beginnings.back().configuration;
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

bool Replay::isFulfilledWhenRead(const Configuration &edited) const
{
    Configuration again(edited.sharedModel());
    readConfig(again, writeConfig(edited), ".config");
    return isFulfilled(again);
}

std::vector<Edit> Replay::withoutSpare(std::vector<Edit> edits)
{
    for (std::size_t i = 0; i < edits.size();) {
        std::vector<Edit> without = edits;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        const Configuration *edited = apply(without);
        if (edited != nullptr && isFulfilled(*edited) && isFulfilledWhenRead(*edited))
            edits = std::move(without);
        else
            ++i;
    }
    return edits;
}

std::vector<Edit> Replay::nearby(std::vector<Edit> edits, TextDomains &domains)
{
    constexpr std::size_t mostTries = 16;
    const Model &model = m_configuration.model();
    for (Edit &edit : edits) {
        const SymbolType type = model.symbol(edit.symbol).type;
        if (type != SymbolType::integer && type != SymbolType::hex)
            continue;
        const int base = baseOf(type, 10);
        const long long before = numberOf(m_configuration.value(edit.symbol), base);
        // Between the smallest and the largest lies more than a signed number can be.
        const auto distance = [&](const std::string &text) {
            const long long number = numberOf(text, base);
            const auto ahead =
                static_cast<unsigned long long>(number) - static_cast<unsigned long long>(before);
            return number < before ? 0 - ahead : ahead;
        };
        const std::string found = *edit.value;
        std::vector<std::string> nearer;
        for (const std::string &text : domains.texts(edit.symbol))
            if (domains.isForUser(edit.symbol, text) && distance(text) < distance(found))
                nearer.push_back(text);
        std::stable_sort(nearer.begin(), nearer.end(),
                         [&](const auto &a, const auto &b) { return distance(a) < distance(b); });
        if (nearer.size() > mostTries)
            nearer.resize(mostTries);
        const bool isBetter = std::any_of(nearer.begin(), nearer.end(), [&](const auto &text) {
            edit.value = text;
            const Configuration *edited = apply(edits);
            return edited != nullptr && isFulfilled(*edited) && isFulfilledWhenRead(*edited);
        });
        if (!isBetter)
            edit.value = found;
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
