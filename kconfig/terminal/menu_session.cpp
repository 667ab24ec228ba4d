// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menu_session.h"

#include "kconfig/explain.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kconfig::terminal {

namespace {

/// Steps kept.
constexpr std::size_t maxSteps = 10'000;

/// What .config says about a symbol, without the quotes of strings; nothing when there is no line.
std::optional<std::string> lineOf(const Configuration &configuration, SymbolId symbol)
{
    if (!configuration.isWritten(symbol))
        return std::nullopt;
    return configuration.value(symbol);
}

bool differsFromNow(const Configuration &now, const ReplacedValue &old)
{
    const auto value = now.userValue(old.symbol);
    if (!value || !old.isSet)
        return value.has_value() != old.isSet;
    const Symbol &symbol = now.model().symbol(old.symbol);
    if (symbol.isChoice && now.selection(old.symbol) != old.selection)
        return true;
    const bool isTruth = symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate;
    return *value != (isTruth ? std::string(1, letter(old.tristate)) : old.text);
}

} // namespace

MenuSession::MenuSession(Configuration configuration)
    : m_now(std::move(configuration))
    , m_saved(m_now)
{
    (void)m_now.takeChanges(); // from here on they count
}

Expected<void, EditError> MenuSession::set(SymbolId symbol, const std::string &value)
{
    return apply(Edit{symbol, value});
}

Expected<void, EditError> MenuSession::reset(SymbolId symbol)
{
    return apply(Edit{symbol, std::nullopt});
}

Expected<void, EditError> MenuSession::cycle(SymbolId symbol)
{
    const std::vector<Tristate> values = m_now.settableValues(symbol);
    const Tristate now = m_now.tristate(symbol);
    const auto next = std::upper_bound(values.begin(), values.end(), now);
    const Tristate wanted = next != values.end() ? *next
                            : values.empty() ? (now == Tristate::no ? Tristate::yes : Tristate::no)
                                             : values.front();
    return set(symbol, std::string(1, letter(wanted)));
}

Expected<void, EditError> MenuSession::apply(const Edit &edit)
{
    auto undo = m_now.apply(edit);
    if (!undo)
        return Unexpected(undo.error());
    const bool hasEffect =
        std::any_of(undo->begin(), undo->end(),
                    [this](const ReplacedValue &old) { return differsFromNow(m_now, old); });
    compareChanged();
    if (hasEffect)
        remember({displayName(model(), edit.symbol) +
                      (edit.value ? '=' + *edit.value : std::string(" back to its default")),
                  edit,
                  std::move(*undo),
                  {},
                  {}});
    return {};
}

void MenuSession::replace(const Configuration &configuration, const std::string &what)
{
    Step step{what, std::nullopt, {}, m_now.userValues(), configuration.userValues()};
    m_now = configuration;
    compareAll();
    if (step.before != step.after)
        remember(std::move(step));
}

void MenuSession::remember(Step step)
{
    m_steps.resize(m_position);
    if (m_steps.size() == maxSteps) {
        m_steps.erase(m_steps.begin());
        --m_position;
    }
    m_steps.push_back(std::move(step));
    ++m_position;
    ++m_revision;
}

std::string MenuSession::undo()
{
    const Step &step = m_steps[--m_position];
    if (step.edit)
        m_now.restore(step.undo);
    else
        m_now.restore(step.before);
    compareChanged();
    ++m_revision;
    return step.what;
}

std::string MenuSession::redo()
{
    const Step &step = m_steps[m_position++];
    if (step.edit)
        (void)m_now.apply(*step.edit); // went well at the same state before
    else
        m_now.restore(step.after);
    compareChanged();
    ++m_revision;
    return step.what;
}

void MenuSession::compare(SymbolId id)
{
    const Symbol &symbol = model().symbol(id);
    if (symbol.isChoice || !symbol.isDefined())
        return;
    if (lineOf(m_saved, id) != lineOf(m_now, id))
        m_differing.insert(id.index);
    else
        m_differing.erase(id.index);
}

void MenuSession::compareChanged()
{
    for (const SymbolId id : m_now.takeChanges())
        compare(id);
}

void MenuSession::compareAll()
{
    (void)m_now.takeChanges();
    for (std::uint32_t i = 0; i < model().symbols().size(); ++i)
        compare(SymbolId{i});
}

void MenuSession::markSaved()
{
    m_saved = m_now;
    m_differing.clear();
    ++m_revision;
}

void MenuSession::setSaved(const Configuration &configuration)
{
    m_saved = configuration;
    compareAll();
    ++m_revision;
}

bool MenuSession::isChanged(SymbolId symbol) const
{
    const Symbol &declared = model().symbol(symbol);
    if (declared.isChoice)
        return m_now.tristate(symbol) != m_saved.tristate(symbol) ||
               m_now.selection(symbol) != m_saved.selection(symbol);
    return m_now.value(symbol) != m_saved.value(symbol);
}

std::vector<Change> MenuSession::changes() const
{
    std::vector<Change> byUser;
    std::vector<Change> followers;
    for (const std::uint32_t index : m_differing) {
        const SymbolId id{index};
        auto before = lineOf(m_saved, id);
        auto after = lineOf(m_now, id);
        const auto user = m_now.userValue(id);
        const bool mine = user != m_saved.userValue(id) && user == after;
        (mine ? byUser : followers).push_back({id, std::move(before), std::move(after), mine});
    }
    const auto inTreeOrder = [this](const Change &a, const Change &b) {
        return model().symbol(a.symbol).nodes.front().index <
               model().symbol(b.symbol).nodes.front().index;
    };
    std::sort(byUser.begin(), byUser.end(), inTreeOrder);
    std::sort(followers.begin(), followers.end(), inTreeOrder);
    byUser.insert(byUser.end(), std::make_move_iterator(followers.begin()),
                  std::make_move_iterator(followers.end()));
    return byUser;
}

} // namespace kconfig::terminal
