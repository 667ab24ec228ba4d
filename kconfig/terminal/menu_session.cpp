// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menu_session.h"

#include "row_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kconfig::terminal {

namespace {

/// Steps kept; each is a few values.
constexpr std::size_t maxSteps = 10'000;

/// What .config says about a symbol, without the quotes of strings; nothing when there is no line.
std::optional<std::string> lineOf(const Configuration &configuration, SymbolId symbol)
{
    if (!configuration.isWritten(symbol))
        return std::nullopt;
    return configuration.value(symbol);
}

} // namespace

MenuSession::MenuSession(Configuration configuration)
    : m_now(std::move(configuration))
    , m_saved(m_now)
{}

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
    auto before = m_now.apply(edit);
    if (!before)
        return Unexpected(before.error());
    remember(*before, titleOf(model(), edit.symbol) +
                          (edit.value ? '=' + *edit.value : std::string(" back to its default")));
    return {};
}

void MenuSession::replace(const Configuration &configuration, const std::string &what)
{
    const UserValues before = m_now.userValues();
    m_now = configuration;
    remember(before, what);
}

void MenuSession::remember(const UserValues &before, std::string what)
{
    UserValues after = m_now.userValues();
    if (before == after)
        return;
    const auto [first, other] =
        std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    auto last = before.end();
    auto otherLast = after.end();
    while (last != first && otherLast != other && *std::prev(last) == *std::prev(otherLast)) {
        --last;
        --otherLast;
    }
    m_steps.resize(m_position);
    if (m_steps.size() == maxSteps) {
        m_steps.erase(m_steps.begin());
        --m_position;
    }
    m_steps.push_back({static_cast<std::size_t>(first - before.begin()), UserValues(first, last),
                       UserValues(other, otherLast), std::move(what)});
    ++m_position;
    ++m_revision;
}

/// Only the values concerned are touched, so that what is evaluated anew stays small; the whole
/// list is restored where that does not give back the state (a choice remembers more than a value).
void MenuSession::exchange(const Step &step, const UserValues &from, const UserValues &to)
{
    UserValues wanted = m_now.userValues();
    const auto at = wanted.begin() + static_cast<std::ptrdiff_t>(step.at);
    const auto gap = wanted.erase(at, at + static_cast<std::ptrdiff_t>(from.size()));
    wanted.insert(gap, to.begin(), to.end());
    constexpr std::size_t few = 64;
    if (from.size() <= few && to.size() <= few) {
        for (const auto &[symbol, value] : from)
            (void)m_now.apply(Edit{symbol, std::nullopt});
        for (const auto &[symbol, value] : to)
            m_now.assume(symbol, value);
    }
    if (m_now.userValues() != wanted)
        m_now.restore(wanted);
    ++m_revision;
}

std::string MenuSession::undo()
{
    const Step &step = m_steps[--m_position];
    exchange(step, step.inserted, step.removed);
    return step.what;
}

std::string MenuSession::redo()
{
    const Step &step = m_steps[m_position++];
    exchange(step, step.removed, step.inserted);
    return step.what;
}

void MenuSession::markSaved()
{
    m_saved = m_now;
    ++m_revision;
}

void MenuSession::setSaved(const Configuration &configuration)
{
    m_saved = configuration;
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
    for (const SymbolId id : model().symbolsInTableOrder()) {
        const Symbol &symbol = model().symbol(id);
        if (symbol.isChoice || !symbol.isDefined())
            continue;
        auto before = lineOf(m_saved, id);
        auto after = lineOf(m_now, id);
        if (before == after)
            continue;
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
