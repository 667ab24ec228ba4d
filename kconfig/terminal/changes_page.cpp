// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "changes_page.h"

#include "application.h"
#include "text_layout.h"

#include "kconfig/explain.h"

#include <algorithm>

namespace kconfig::terminal {

ChangesPage::ChangesPage(Application &application)
    : m_application(application)
{
    refresh();
}

void ChangesPage::refresh()
{
    m_revision = m_application.session().revision();
    m_changes = m_application.session().changes();
    m_mine = static_cast<std::size_t>(std::count_if(
        m_changes.begin(), m_changes.end(), [](const Change &each) { return each.isByUser; }));
}

const Change *ChangesPage::selected() const
{
    return m_changes.empty() ? nullptr
                             : &m_changes[static_cast<std::size_t>(m_position.selected())];
}

std::string ChangesPage::lineOf(const std::optional<std::string> &value, SymbolId symbol) const
{
    if (!value)
        return "(no line)";
    const Model &model = m_application.session().model();
    return model.symbol(symbol).type == SymbolType::string ? '"' + *value + '"' : *value;
}

void ChangesPage::draw(const Canvas &canvas)
{
    if (m_revision != m_application.session().revision())
        refresh();
    const Model &model = m_application.session().model();
    m_application.drawTitle(canvas, "What differs from " + m_application.storage().path());
    std::string note = "Nothing";
    if (!m_changes.empty())
        note = std::to_string(m_mine) + " by you, " + std::to_string(m_changes.size() - m_mine) +
               " that follow (marked with a dot)";
    canvas.put(2, 1, note, Style::dim);
    const Canvas list = canvas.part({3, 0, canvas.rows() - 4, canvas.columns()});
    m_listArea = list.area();
    m_position.arrange(static_cast<int>(m_changes.size()), list.rows());
    const bool unicode = canvas.hasUnicode();
    const Canvas lines = list.part({0, 0, list.rows(), list.columns() - 1});
    for (int line = 0; line < list.rows(); ++line) {
        const auto at = static_cast<std::size_t>(m_position.top() + line);
        if (at >= m_changes.size())
            break;
        const Change &change = m_changes[at];
        Style style = Style::normal;
        if (static_cast<int>(at) == m_position.selected()) {
            style = Style::reverse;
            lines.fill(line, style);
        }
        lines.put(line, 0, change.isByUser ? "+" : ".", style | Style::strong | Style::changed);
        const std::string text = displayName(model, change.symbol) + "  " +
                                 lineOf(change.before, change.symbol) + (unicode ? " → " : " -> ") +
                                 lineOf(change.after, change.symbol);
        const int end = lines.put(line, 2, text, style);
        std::string_view prompt;
        for (const NodeId node : model.symbol(change.symbol).nodes)
            if (prompt.empty())
                prompt = model.promptText(node);
        const int room = lines.columns() - end - 3;
        constexpr int readable = 8;
        if (room >= readable)
            lines.putRight(line, lines.columns() - 1,
                           clipped(printable(prompt, unicode), room, unicode), style | Style::dim);
    }
    list.scrollBar(list.columns() - 1, m_position.top(), list.rows(),
                   static_cast<int>(m_changes.size()));
    m_application.drawMessage(canvas);
}

void ChangesPage::go()
{
    const Change *change = selected();
    if (change == nullptr)
        return;
    const Model &model = m_application.session().model();
    const auto nodes = model.symbol(change->symbol).nodes;
    const auto shown = std::find_if(nodes.begin(), nodes.end(),
                                    [&](NodeId node) { return !model.promptText(node).empty(); });
    m_application.jumpTo(shown == nodes.end() ? nodes.front() : *shown);
}

/// Gives the selected option the value it has in the file.
void ChangesPage::takeBack()
{
    const Change *change = selected();
    if (change == nullptr)
        return;
    MenuSession &session = m_application.session();
    const SymbolId symbol = change->symbol;
    const auto before = session.saved().userValue(symbol);
    const auto done = before ? session.set(symbol, *before) : session.reset(symbol);
    if (!done)
        m_application.say(done.error().message, Style::strong | Style::problem);
    else if (session.isChanged(symbol))
        m_application.say(displayName(session.model(), symbol) +
                              " follows from the others; take those back",
                          Style::problem);
}

void ChangesPage::handle(const Key &key)
{
    if (m_position.handle(key))
        return;
    if (key.code == KeyCode::escape || key.code == KeyCode::left || key.is('q') || key.is('D'))
        m_application.pop();
    else if (key.code == KeyCode::enter || key.code == KeyCode::right ||
             key.code == KeyCode::doubleClick)
        go();
    else if (key.code == KeyCode::erase)
        takeBack();
    else if (key.code == KeyCode::click && m_listArea.contains(key.row, key.column))
        m_position.select(m_position.top() + key.row - m_listArea.row);
    else if (key.is('u'))
        m_application.undo();
    else if (key.isControl('r'))
        m_application.redo();
    else if (key.is('s') || key.isFunction(6))
        m_application.files().save();
    else if (key.is('?') || key.is('h')) {
        if (const Change *change = selected())
            m_application.showHelp(
                m_application.session().model().symbol(change->symbol).nodes.front());
    } else if (key.isFunction(1))
        m_application.showKeys();
}

std::vector<KeyHint> ChangesPage::hints() const
{
    return {{"Enter", "go there", Key{.code = KeyCode::enter}},
            {"Delete", "take back", Key{.code = KeyCode::erase}},
            {"s", "save", typed('s')},
            {"Esc", "back", Key{.code = KeyCode::escape}},
            {"?", "help", typed('?')},
            {"u", "undo", typed('u')}};
}

} // namespace kconfig::terminal
