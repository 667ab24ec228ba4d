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

StepEffect effectOf(std::vector<UserValueChange> changes)
{
    return {std::make_shared<const std::vector<UserValueChange>>(std::move(changes)), false,
            std::nullopt};
}

StepEffect effectOf(const std::shared_ptr<const Replacement> &replacement, bool isTakenBack)
{
    return {{replacement, &replacement->changes}, isTakenBack, replacement->results};
}

void show(const kconfig::Configuration &state, kconfig::Configuration &configuration)
{
    configuration = state;
    static_cast<void>(configuration.takeChanges()); // from here on it counts
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

std::shared_ptr<const Replacement> replacement(kconfig::Configuration before,
                                               kconfig::Configuration after)
{
    const std::vector<kconfig::SymbolId> results = after.takeChanges();
    // A copy that is taken for the current state counts its changes from there.
    static_cast<void>(before.takeChanges());
    auto changes = userValueChanges(after.model(), before.userValues(), after.userValues());
    return std::make_shared<const Replacement>(Replacement{
        std::move(before), std::move(after), std::move(changes), {results.begin(), results.end()}});
}

std::vector<UserValueChange> StepEffect::userValueChanges() const
{
    if (!changes)
        return {};
    return isTakenBack ? inverted(*changes) : *changes;
}

void EditHistory::push(const QString &text, std::vector<kconfig::Edit> edits,
                       std::vector<kconfig::Undo> replaced)
{
    m_steps.resize(m_done);
    m_steps.push_back(
        std::make_shared<const Step>(Step{text, std::move(edits), std::move(replaced), nullptr}));
    ++m_done;
}

void EditHistory::push(const QString &text, std::shared_ptr<const Replacement> replacement)
{
    m_steps.resize(m_done);
    m_steps.push_back(std::make_shared<const Step>(Step{text, {}, {}, std::move(replacement)}));
    ++m_done;
}

void EditHistory::clear()
{
    m_steps.clear();
    m_done = 0;
}

QString EditHistory::undoText() const
{
    return canUndo() ? m_steps[m_done - 1]->text : QString();
}

QString EditHistory::redoText() const
{
    return canRedo() ? m_steps[m_done]->text : QString();
}

StepEffect EditHistory::lastEffect(const kconfig::Configuration &configuration) const
{
    if (!canUndo())
        return {};
    const Step &step = *m_steps[m_done - 1];
    if (step.replacement)
        return effectOf(step.replacement, false);
    const kconfig::Model &model = configuration.model();
    const Values before = replacedValues(model, step.replaced);
    return effectOf(changesBetween(model, before, currentValues(configuration, before)));
}

StepEffect EditHistory::undo(kconfig::Configuration &configuration)
{
    if (!canUndo())
        return {};
    const Step &step = *m_steps[--m_done];
    if (step.replacement) {
        show(step.replacement->before, configuration);
        return effectOf(step.replacement, true);
    }
    const kconfig::Model &model = configuration.model();
    const Values before = replacedValues(model, step.replaced);
    const Values now = currentValues(configuration, before);
    for (auto each = step.replaced.rbegin(); each != step.replaced.rend(); ++each)
        configuration.restore(*each);
    return effectOf(changesBetween(model, now, before));
}

StepEffect EditHistory::redo(kconfig::Configuration &configuration)
{
    if (!canRedo())
        return {};
    std::shared_ptr<const Step> &done = m_steps[m_done++];
    if (done->replacement) {
        show(done->replacement->after, configuration);
        return effectOf(done->replacement, false);
    }
    Step step{done->text, done->edits, {}, nullptr};
    for (const kconfig::Edit &edit : step.edits) {
        // It went well before; after the tree was read again it may be out of reach.
        if (auto undo = configuration.apply(edit))
            step.replaced.push_back(std::move(*undo));
    }
    done = std::make_shared<const Step>(std::move(step));
    return lastEffect(configuration);
}

void EditHistory::moveTo(const kconfig::Model &from,
                         const std::shared_ptr<const kconfig::Model> &to)
{
    if (&from == to.get())
        return;
    std::vector<std::shared_ptr<const Step>> steps;
    std::size_t done = 0;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const Step &old = *m_steps[i];
        Step step{old.text, {}, {}, nullptr};
        if (old.replacement) {
            kconfig::Configuration before(to);
            before.restore(userValuesIn(from, old.replacement->before.userValues(), *to));
            static_cast<void>(before.takeChanges());
            kconfig::Configuration after = before;
            static_cast<void>(after.takeChanges());
            after.restore(userValuesIn(from, old.replacement->after.userValues(), *to));
            step.replacement = replacement(std::move(before), std::move(after));
            if (step.replacement->changes.empty())
                continue; // what it was about is gone
        }
        for (const kconfig::Edit &edit : old.edits) {
            if (const auto symbol = symbolIn(from, edit.symbol, *to); symbol.isValid())
                step.edits.push_back({symbol, edit.value});
        }
        if (!step.replacement && step.edits.empty())
            continue;
        for (const kconfig::Undo &undo : old.replaced) {
            kconfig::Undo moved;
            for (kconfig::ReplacedValue value : undo) {
                value.symbol = symbolIn(from, value.symbol, *to);
                value.selection = symbolIn(from, value.selection, *to);
                if (value.symbol.isValid())
                    moved.push_back(std::move(value));
            }
            if (!moved.empty())
                step.replaced.push_back(std::move(moved));
        }
        steps.push_back(std::make_shared<const Step>(std::move(step)));
        done += i < m_done ? 1 : 0;
    }
    m_steps = std::move(steps);
    m_done = done;
}

} // namespace kiln
