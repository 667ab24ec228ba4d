// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How the menu looks.

#include "application.h"
#include "menu_page.h"
#include "row_text.h"
#include "text_layout.h"

#include <algorithm>

namespace kconfig::terminal {

namespace {

constexpr int textColumn = 2;  // behind the mark of a change
constexpr int markerWidth = 4; // "[*] "

/// Writes a prompt with its first letter, the one that hops to it, in bold.
int putPrompt(const Canvas &canvas, int row, int column, std::string_view prompt, Style style)
{
    std::string_view rest = prompt;
    std::size_t begin = 0;
    while (!rest.empty()) {
        begin = prompt.size() - rest.size();
        const char32_t character = takeCharacter(rest);
        if ((character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
            (character >= 'a' && character <= 'z') || character >= 0xc0)
            break;
    }
    const int end = canvas.put(row, column, prompt, style);
    const std::string_view letter = prompt.substr(begin, prompt.size() - rest.size() - begin);
    const int at = column + widthOf(printable(prompt.substr(0, begin), canvas.hasUnicode()));
    if (!letter.empty() && at + 1 < end)
        canvas.put(row, at, letter, style | Style::strong);
    return end;
}

} // namespace

void MenuPage::drawRow(const Canvas &canvas, int line, const Row &row, bool isSelected) const
{
    MenuSession &session = m_application.session();
    const RowText text = rowText(session.configuration(), row, m_showAll);
    Style style = row.isVisible ? Style::normal : Style::dim;
    if (isSelected) {
        style = style | Style::reverse;
        canvas.fill(line, style);
        canvas.setCursor(line, textColumn, false);
    }
    const SymbolId symbol = m_model.node(row.node).symbol;
    if (symbol.isValid() && row.kind != RowKind::selection && session.isChanged(symbol))
        canvas.put(line, 0, "+", style | Style::strong | Style::changed);
    const bool unicode = canvas.hasUnicode();
    const int room = std::max(canvas.columns() - textColumn, 0);
    // A long value leaves room for the prompt.
    const std::string marker = clipped(printable(text.marker, unicode), room / 2, unicode);
    int column = canvas.put(line, textColumn, marker, style);
    column = std::max(column + 1, textColumn + markerWidth) + 2 * row.depth;
    // What stands behind stays in sight; the prompt is cut for it.
    const std::string suffix = clipped(printable(text.suffix, unicode), room * 2 / 3, unicode);
    const Canvas rest = canvas.part({line, column, 1, canvas.columns() - column});
    const Canvas prompt = rest.part({0, 0, 1, rest.columns() - widthOf(suffix)});
    const bool hops = row.isVisible && row.kind != RowKind::comment;
    const int end =
        hops ? putPrompt(prompt, 0, 0, text.prompt, style) : prompt.put(0, 0, text.prompt, style);
    rest.put(0, end, suffix, style);
}

void MenuPage::drawTitle(const Canvas &canvas)
{
    m_application.drawTitle(canvas, {});
    const bool unicode = canvas.hasUnicode();
    std::string right;
    if (m_showAll)
        right += "all options  ";
    if (!m_rows.empty())
        right += std::to_string(m_position.selected() + 1) + '/' + std::to_string(m_rows.size());
    const int end = canvas.putRight(1, canvas.columns() - 1, right, Style::dim);
    std::string path;
    for (const NodeId each : pathTo(m_model, m_page))
        path += (path.empty() ? ""
                 : unicode    ? " › "
                              : " > ") +
                std::string(m_model.promptText(each));
    if (path.empty())
        path = "Main menu";
    canvas.put(1, 1, clippedLeft(printable(path, unicode), end - 3, unicode), Style::strong);
}

void MenuPage::draw(const Canvas &canvas)
{
    if (m_revision != m_application.session().revision())
        refresh();
    const Split split = splitPage(canvas, 2, m_wantsDetails);
    const Canvas list = canvas.part(split.list);
    m_position.arrange(static_cast<int>(m_rows.size()), list.rows());
    drawTitle(canvas);
    m_listArea = list.area();
    const Canvas rows = list.part({0, 0, list.rows(), list.columns() - 1});
    for (int line = 0; line < list.rows(); ++line) {
        const int at = m_position.top() + line;
        if (at < static_cast<int>(m_rows.size()))
            drawRow(rows, line, m_rows[static_cast<std::size_t>(at)], at == m_position.selected());
    }
    if (m_rows.empty())
        list.put(0, textColumn,
                 m_showAll ? "There is nothing here"
                           : "Nothing here can be seen now; z shows hidden options",
                 Style::dim);
    list.scrollBar(list.columns() - 1, m_position.top(), list.rows(),
                   static_cast<int>(m_rows.size()));
    drawDivider(canvas, split);
    if (const Row *row = selected(); row != nullptr && split.details.rows > 0)
        m_details.draw(canvas.part(split.details), row->node);
    m_application.drawMessage(canvas);
}

std::vector<KeyHint> MenuPage::hints() const
{
    const Row *row = selected();
    std::vector<KeyHint> hints;
    const bool isOption = row != nullptr && m_model.node(row->node).symbol.isValid();
    hints.push_back(
        {"Enter", row != nullptr && row->opens ? "open" : "change", Key{.code = KeyCode::enter}});
    if (isOption)
        hints.push_back({"Space", "cycle", typed(' ')});
    hints.push_back({"?", "help", typed('?')});
    hints.push_back({"/", "search", typed('/')});
    hints.push_back({"s", "save", typed('s')});
    hints.push_back({"q", "leave", typed('q')});
    if (m_page != m_model.root())
        hints.push_back({"Esc", "back", Key{.code = KeyCode::escape}});
    hints.push_back({"z", m_showAll ? "hide" : "all", typed('z')});
    hints.push_back({"u", "undo", typed('u')});
    hints.push_back({"D", "changes", typed('D')});
    hints.push_back({"Tab", "details", Key{.code = KeyCode::tab}});
    hints.push_back({"F1", "keys", functionKey(1)});
    return hints;
}

} // namespace kconfig::terminal
