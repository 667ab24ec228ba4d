// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "search_page.h"

#include "application.h"
#include "menu_view.h"
#include "text_layout.h"

#include <algorithm>

namespace kconfig::terminal {

namespace {

constexpr std::size_t most = 500;

} // namespace

SearchPage::SearchPage(Application &application, std::string &query)
    : m_application(application)
    , m_query(query)
    , m_editor(query, true)
    , m_details(application)
{
    searchAgain();
}

const SearchHit *SearchPage::selected() const
{
    return m_result.hits.empty() ? nullptr
                                 : &m_result.hits[static_cast<std::size_t>(m_position.selected())];
}

void SearchPage::searchAgain()
{
    m_query = m_editor.text();
    m_result = m_application.searchIndex().search(m_query, most);
    // Nothing by that name: what it may be a slip of.
    if (m_result.hits.empty())
        for (const SymbolId symbol : m_result.suggestions) {
            const auto nodes = m_application.session().model().symbol(symbol).nodes;
            if (!nodes.empty())
                m_result.hits.push_back({nodes.front(), symbol, MatchRank::help, {}});
        }
    m_position = ListPosition();
    m_position.arrange(static_cast<int>(m_result.hits.size()), 1);
}

void SearchPage::go()
{
    if (const SearchHit *hit = selected())
        m_application.jumpTo(hit->node);
}

void SearchPage::drawHit(const Canvas &canvas, int line, const SearchHit &hit,
                         bool isSelected) const
{
    const Configuration &configuration = m_application.session().configuration();
    const Model &model = configuration.model();
    const bool unicode = canvas.hasUnicode();
    Style style = configuration.isVisible(hit.node) ? Style::normal : Style::dim;
    if (isSelected) {
        style = style | Style::reverse;
        canvas.fill(line, style);
    }
    const std::string_view prompt = model.promptText(hit.node);
    std::string left;
    if (hit.symbol.isValid() && !model.symbol(hit.symbol).name.empty()) {
        left = std::string(model.symbol(hit.symbol).name) +
               " [=" + configuration.value(hit.symbol) + ']';
        constexpr std::size_t nameColumns = 28;
        left.resize(std::max(left.size(),
                             std::min<std::size_t>(nameColumns,
                                                   static_cast<std::size_t>(canvas.columns()) / 3)),
                    ' ');
        left += "  ";
    }
    left += prompt;
    // The path is cut first, then the prompt.
    const std::string path = pathText(model, pageOf(model, hit.node));
    const std::string first = clipped(printable(left, unicode), canvas.columns() - 2, unicode);
    const int end = canvas.put(line, 1, first, style);
    const int room = canvas.columns() - end - 4;
    constexpr int readable = 8;
    if (room >= readable)
        canvas.putRight(line, canvas.columns() - 1,
                        clippedLeft(printable(path, unicode), room, unicode),
                        isSelected ? style : style | Style::dim);
}

void SearchPage::draw(const Canvas &canvas)
{
    m_application.drawTitle(canvas, {});
    const std::string_view label = "Search: ";
    const int column = canvas.put(1, 1, label, Style::strong);
    std::string count;
    const std::size_t total = m_result.total;
    if (total > m_result.hits.size())
        count = std::to_string(m_result.hits.size()) + " of " + std::to_string(total);
    else if (total > 0)
        count = std::to_string(m_position.selected() + 1) + '/' + std::to_string(total);
    const int end = canvas.putRight(1, canvas.columns() - 1, count, Style::dim);
    const Split split = splitPage(canvas, 3, true);
    const Canvas list = canvas.part(split.list);
    m_listArea = list.area();
    m_position.arrange(static_cast<int>(m_result.hits.size()), list.rows());
    std::string note;
    if (m_query.empty())
        note = "Type words from the name, the prompt or the help; all of them have to match";
    else if (m_result.hits.empty())
        note = "Nothing matches";
    else if (total == 0)
        note = "Nothing matches; similar names:";
    canvas.part({2, 1, 1, canvas.columns() - 2}).put(0, 0, note, Style::dim);
    const Canvas lines = list.part({0, 0, list.rows(), list.columns() - 1});
    for (int line = 0; line < list.rows(); ++line) {
        const auto at = static_cast<std::size_t>(m_position.top() + line);
        if (at < m_result.hits.size())
            drawHit(lines, line, m_result.hits[at], static_cast<int>(at) == m_position.selected());
    }
    list.scrollBar(list.columns() - 1, m_position.top(), list.rows(),
                   static_cast<int>(m_result.hits.size()));
    drawDivider(canvas, split);
    if (const SearchHit *hit = selected(); hit != nullptr && split.details.rows > 0)
        m_details.draw(canvas.part(split.details), hit->node);
    m_application.drawMessage(canvas);
    m_editor.draw(canvas.part({1, column, 1, std::max(end - column - 2, 4)}), 0);
}

void SearchPage::handle(const Key &key)
{
    switch (key.code) {
    case KeyCode::escape:
        m_application.pop();
        return;
    case KeyCode::enter:
        go();
        return;
    case KeyCode::click:
    case KeyCode::doubleClick: {
        const int line = m_position.top() + key.row - m_listArea.row;
        if (m_listArea.contains(key.row, key.column) &&
            line < static_cast<int>(m_result.hits.size())) {
            m_position.select(line);
            if (key.code == KeyCode::doubleClick)
                go();
        }
        return;
    }
    case KeyCode::tab:
    case KeyCode::function:
        if (const SearchHit *hit = selected();
            hit != nullptr && (key.code == KeyCode::tab || key.character == 1))
            m_application.showHelp(hit->node);
        return;
    default:
        break;
    }
    // Ctrl-B and -F move in the text here.
    const bool isText =
        key.code == KeyCode::control && key.character != 'n' && key.character != 'p';
    if (!isText && m_position.handle(key, false))
        return;
    const std::string before = m_editor.text();
    if (m_editor.handle(key) && m_editor.text() != before)
        searchAgain();
}

std::vector<KeyHint> SearchPage::hints() const
{
    return {{"Enter", "go there", Key{.code = KeyCode::enter}},
            {"Up Down", "select", Key{.code = KeyCode::down}},
            {"Tab", "help", Key{.code = KeyCode::tab}},
            {"Esc", "back", Key{.code = KeyCode::escape}}};
}

} // namespace kconfig::terminal
