// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "resolution_checks.h"

#include "kconfig/config_file.h"

#include "values.h"

#include <algorithm>
#include <optional>

namespace kconfig::test {

namespace {

std::string nameOf(const Model &model, SymbolId id)
{
    const Symbol &symbol = model.symbol(id);
    return symbol.name.empty() ? "<choice " + std::to_string(id.index) + '>'
                               : std::string(symbol.name);
}

/// Whether a symbol has a value; a number may be written in more than one way.
bool hasValue(const Configuration &configuration, SymbolId id, const std::string &wanted)
{
    const std::string value = configuration.value(id);
    const SymbolType type = configuration.model().symbol(id).type;
    if (value == wanted || (type != SymbolType::integer && type != SymbolType::hex))
        return value == wanted;
    return isValidValue(type, value) && isValidValue(type, wanted) &&
           numberOf(value, baseOf(type, 10)) == numberOf(wanted, baseOf(type, 10));
}

bool holds(const Configuration &configuration, const Question &question, const Configuration &start)
{
    return std::all_of(question.wishes.begin(), question.wishes.end(),
                       [&](const Wish &wish) {
                           return hasValue(configuration, wish.symbol, wish.value);
                       }) &&
           std::all_of(question.keep.begin(), question.keep.end(),
                       [&](SymbolId id) { return hasValue(configuration, id, start.value(id)); });
}

/// After the edits but one, each made if it can be; nothing without an edit to leave out.
Configuration replay(const Configuration &start, std::span<const Edit> edits,
                     std::optional<std::size_t> leftOut)
{
    Configuration configuration = start;
    for (std::size_t i = 0; i < edits.size(); ++i)
        if (leftOut != i)
            static_cast<void>(applyAsUser(configuration, edits[i]));
    return configuration;
}

std::string faultsOfEffects(const Alternative &alternative, const Configuration &start,
                            const Configuration &end)
{
    const Model &model = start.model();
    std::string faults;
    std::vector<Effect> expected;
    for (const SymbolId id : Configuration::differences(start, end))
        if (start.value(id) != end.value(id))
            expected.push_back({id, start.value(id), end.value(id)});
    const auto tell = [&](const char *what, const Effect &effect) {
        faults += std::string(what) + nameOf(model, effect.symbol) + ": " + effect.before +
                  " becomes " + effect.after + '\n';
    };
    const auto isSame = [](const Effect &a, const Effect &b) {
        return a.symbol == b.symbol && a.before == b.before && a.after == b.after;
    };
    const auto has = [&](const std::vector<Effect> &effects, const Effect &effect) {
        return std::any_of(effects.begin(), effects.end(),
                           [&](const Effect &each) { return isSame(each, effect); });
    };
    for (const Effect &effect : expected)
        if (!has(alternative.effects, effect) && !model.symbol(effect.symbol).isChoice)
            tell("an effect is not told: ", effect);
    for (const Effect &effect : alternative.effects)
        if (!has(expected, effect))
            tell("an effect is told that there is not: ", effect);
    return faults;
}

std::string faultsOfAlternative(const Alternative &alternative, const Question &question,
                                const Configuration &start)
{
    const Model &model = start.model();
    std::string faults;
    Configuration configuration = start;
    for (const Edit &edit : alternative.edits)
        if (!applyAsUser(configuration, edit))
            faults += "a user can't make the edit " + describe(model, std::span(&edit, 1)) + '\n';
    if (!isFulfilled(configuration, question, start))
        return faults + "after the edits the wishes do not hold\n";
    faults += faultsOfEffects(alternative, start, configuration);
    for (std::size_t i = 0; i < alternative.edits.size(); ++i)
        if (isFulfilled(replay(start, alternative.edits, i), question, start))
            faults += "superfluous: " + describe(model, std::span(&alternative.edits[i], 1)) + '\n';
    return faults;
}

bool includes(const Alternative &all, const Alternative &some)
{
    return std::all_of(some.edits.begin(), some.edits.end(), [&](const Edit &edit) {
        return std::find(all.edits.begin(), all.edits.end(), edit) != all.edits.end();
    });
}

std::string faultsOfImpossibility(const Impossibility &impossible)
{
    std::string faults;
    if (impossible.sentence.empty())
        faults += "impossible without a sentence that says why\n";
    if (impossible.reasons.empty())
        faults += "impossible without reasons\n";
    return faults;
}

} // namespace

bool isFulfilled(const Configuration &configuration, const Question &question,
                 const Configuration &start)
{
    if (!holds(configuration, question, start))
        return false;
    Configuration again(configuration.sharedModel());
    readConfig(again, writeConfig(configuration), ".config");
    return holds(again, question, start);
}

bool applyAsUser(Configuration &configuration, const Edit &edit)
{
    if (!edit.value || !configuration.isChangeable(edit.symbol))
        return false;
    const SymbolType type = configuration.model().symbol(edit.symbol).type;
    if (type == SymbolType::boolean || type == SymbolType::tristate) {
        const auto values = configuration.settableValues(edit.symbol);
        if (std::none_of(values.begin(), values.end(), [&](Tristate value) {
                return *edit.value == std::string(1, letter(value));
            }))
            return false;
    }
    return configuration.apply(edit).has_value();
}

std::string faultsOf(const Resolution &resolution, const Question &question,
                     const Configuration &start)
{
    const auto &alternatives = resolution.alternatives;
    std::string faults;
    if (resolution.isPartial && resolution.whyPartial.empty())
        faults += "partial without a sentence that says why\n";
    if (resolution.impossible && !alternatives.empty())
        faults += "impossible, and yet with alternatives\n";
    if (!resolution.impossible && alternatives.empty() && !resolution.isPartial)
        faults += "neither alternatives nor impossible\n";
    if (resolution.impossible)
        faults += faultsOfImpossibility(*resolution.impossible);
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        const std::string found = faultsOfAlternative(alternatives[i], question, start);
        if (!found.empty())
            faults += "alternative " + std::to_string(i + 1) + ":\n" + found;
        if (i > 0 && alternatives[i].edits.size() < alternatives[i - 1].edits.size())
            faults += "alternatives are not in the order of their edits' count\n";
        for (std::size_t k = 0; k < i; ++k)
            if (includes(alternatives[i], alternatives[k]))
                faults += "alternative " + std::to_string(i + 1) + " has all of alternative " +
                          std::to_string(k + 1) + '\n';
    }
    return faults;
}

std::string describe(const Model &model, std::span<const Edit> edits)
{
    std::string text;
    for (const Edit &edit : edits)
        text += (text.empty() ? "" : ", ") + nameOf(model, edit.symbol) + '=' +
                edit.value.value_or("<unset>");
    return text.empty() ? "nothing" : text;
}

std::string describe(const Model &model, const Question &question)
{
    std::string text;
    for (const Wish &wish : question.wishes)
        text += (text.empty() ? "" : ", ") + nameOf(model, wish.symbol) + '=' + wish.value;
    for (const SymbolId id : question.keep)
        text += ", keep " + nameOf(model, id);
    return text;
}

std::string describe(const Model &model, const Resolution &resolution)
{
    std::string text;
    for (const Alternative &alternative : resolution.alternatives)
        text += "    " + describe(model, alternative.edits) + '\n';
    if (resolution.impossible) {
        text += "    impossible: " + resolution.impossible->sentence + '\n';
        for (const Reason &reason : resolution.impossible->reasons)
            text += "      " + reason.text + '\n';
    }
    if (resolution.isPartial)
        text += "    partial: " + resolution.whyPartial + '\n';
    if (resolution.isSmallest)
        text += "    nothing has fewer edits\n";
    return text;
}

std::string describe(const Model &model, const UserValues &values)
{
    std::string text;
    for (const auto &[symbol, value] : values)
        text += (text.empty() ? "" : ", ") + nameOf(model, symbol) + '=' + value;
    return text.empty() ? "nothing" : text;
}

} // namespace kconfig::test
