// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/edit_history.h"

#include "workbench/symbol_key.h"

#include <algorithm>
#include <map>

namespace kiln {

namespace {

using Values = std::map<std::uint32_t, std::optional<std::string>>;

std::string letterOf(kconfig::Tristate value)
{
    return value == kconfig::Tristate::yes ? "y" : value == kconfig::Tristate::mod ? "m" : "n";
}

bool isTruth(const kconfig::Symbol &symbol)
{
    return symbol.type == kconfig::SymbolType::boolean ||
           symbol.type == kconfig::SymbolType::tristate;
}

/// User values before a list of edits, from what these have replaced.
Values replacedValues(const kconfig::Model &model, const std::vector<kconfig::Undo> &replaced)
{
    Values values;
    for (const kconfig::Undo &undo : replaced) {
        for (const kconfig::ReplacedValue &each : undo) {
            std::optional<std::string> value;
            if (each.isSet)
                value = isTruth(model.symbol(each.symbol)) ? letterOf(each.tristate) : each.text;
            values.emplace(each.symbol.index, std::move(value)); // the first is the oldest
        }
    }
    return values;
}

Values currentValues(const kconfig::Configuration &configuration, const Values &symbols)
{
    Values values;
    for (const auto &[index, ignored] : symbols)
        values.emplace(index, configuration.userValue(kconfig::SymbolId{index}));
    return values;
}

/// A choice has the value that is set last.
void putChosenLast(std::vector<UserValueChange> &changes)
{
    std::stable_partition(changes.begin(), changes.end(),
                          [](const UserValueChange &each) { return each.after != "y"; });
}

std::vector<UserValueChange> inverted(std::vector<UserValueChange> changes)
{
    for (UserValueChange &each : changes)
        std::swap(each.before, each.after);
    putChosenLast(changes);
    return changes;
}

std::vector<UserValueChange> changesBetween(const kconfig::Model &model, const Values &before,
                                            const Values &after)
{
    std::vector<UserValueChange> changes;
    for (const auto &[index, value] : before) {
        const auto &now = after.at(index);
        if (value == now)
            continue;
        std::string key = symbolKey(model, kconfig::SymbolId{index});
        if (!key.empty())
            changes.push_back({std::move(key), value, now});
    }
    putChosenLast(changes);
    return changes;
}

} // namespace

std::vector<UserValueChange> userValueChanges(const kconfig::Model &model,
                                              const kconfig::UserValues &before,
                                              const kconfig::UserValues &after)
{
    Values was;
    Values is;
    for (const auto &[symbol, value] : before) {
        was[symbol.index] = value;
        is.try_emplace(symbol.index);
    }
    for (const auto &[symbol, value] : after) {
        is[symbol.index] = value;
        was.try_emplace(symbol.index);
    }
    return changesBetween(model, was, is);
}

void EditHistory::push(const QString &text, std::vector<kconfig::Edit> edits,
                       std::vector<kconfig::Undo> replaced)
{
    m_steps.resize(m_done);
    m_steps.push_back({text, std::move(edits), std::move(replaced), {}, {}, {}});
    ++m_done;
}

void EditHistory::push(const QString &text, kconfig::UserValues before, kconfig::UserValues after,
                       std::vector<UserValueChange> changes)
{
    m_steps.resize(m_done);
    m_steps.push_back({text, {}, {}, std::move(before), std::move(after), std::move(changes)});
    ++m_done;
}

void EditHistory::clear()
{
    m_steps.clear();
    m_done = 0;
}

QString EditHistory::undoText() const
{
    return canUndo() ? m_steps[m_done - 1].text : QString();
}

QString EditHistory::redoText() const
{
    return canRedo() ? m_steps[m_done].text : QString();
}

std::vector<UserValueChange>
EditHistory::lastChanges(const kconfig::Configuration &configuration) const
{
    if (!canUndo())
        return {};
    const Step &step = m_steps[m_done - 1];
    const kconfig::Model &model = configuration.model();
    if (step.edits.empty())
        return step.changes;
    const Values before = replacedValues(model, step.replaced);
    return changesBetween(model, before, currentValues(configuration, before));
}

std::vector<UserValueChange> EditHistory::undo(kconfig::Configuration &configuration)
{
    if (!canUndo())
        return {};
    const Step &step = m_steps[--m_done];
    const kconfig::Model &model = configuration.model();
    if (step.edits.empty()) {
        configuration.restore(step.before);
        return inverted(step.changes);
    }
    const Values before = replacedValues(model, step.replaced);
    const Values now = currentValues(configuration, before);
    for (auto each = step.replaced.rbegin(); each != step.replaced.rend(); ++each)
        configuration.restore(*each);
    return changesBetween(model, now, before);
}

std::vector<UserValueChange> EditHistory::redo(kconfig::Configuration &configuration)
{
    if (!canRedo())
        return {};
    Step &step = m_steps[m_done++];
    if (step.edits.empty()) {
        configuration.restore(step.after);
        return step.changes;
    }
    step.replaced.clear();
    for (const kconfig::Edit &edit : step.edits) {
        // It went well before; after the tree was read again it may be out of reach.
        if (auto undo = configuration.apply(edit))
            step.replaced.push_back(std::move(*undo));
    }
    return lastChanges(configuration);
}

void EditHistory::moveTo(const kconfig::Model &from, const kconfig::Model &to)
{
    if (&from == &to)
        return;
    std::vector<Step> steps;
    std::size_t done = 0;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const Step &old = m_steps[i];
        Step step{
            old.text, {}, {}, userValuesIn(from, old.before, to), userValuesIn(from, old.after, to),
            {}};
        if (old.edits.empty())
            step.changes = userValueChanges(to, step.before, step.after);
        for (const kconfig::Edit &edit : old.edits) {
            if (const auto symbol = symbolIn(from, edit.symbol, to); symbol.isValid())
                step.edits.push_back({symbol, edit.value});
        }
        for (const kconfig::Undo &undo : old.replaced) {
            kconfig::Undo moved;
            for (kconfig::ReplacedValue value : undo) {
                value.symbol = symbolIn(from, value.symbol, to);
                value.selection = symbolIn(from, value.selection, to);
                if (value.symbol.isValid())
                    moved.push_back(std::move(value));
            }
            if (!moved.empty())
                step.replaced.push_back(std::move(moved));
        }
        if (step.edits.empty() && (!old.edits.empty() || step.before == step.after))
            continue; // what it was about is gone
        steps.push_back(std::move(step));
        done += i < m_done ? 1 : 0;
    }
    m_steps = std::move(steps);
    m_done = done;
}

} // namespace kiln
