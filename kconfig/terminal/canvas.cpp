// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "canvas.h"

#include "text_layout.h"

#include <algorithm>
#include <string>

namespace kconfig::terminal {

Canvas::Canvas(Screen &screen)
    : m_screen(&screen)
    , m_area{0, 0, screen.size().rows, screen.size().columns}
{}

Canvas Canvas::part(const Area &area) const
{
    Area inner;
    inner.row = m_area.row + area.row;
    inner.column = m_area.column + area.column;
    inner.rows = std::max(0, std::min(area.rows, m_area.rows - area.row));
    inner.columns = std::max(0, std::min(area.columns, m_area.columns - area.column));
    return {*m_screen, inner};
}

int Canvas::put(int row, int column, std::string_view text, Style style) const
{
    if (row < 0 || row >= m_area.rows || column < 0 || column >= m_area.columns)
        return column;
    const std::string shown =
        clipped(printable(text, hasUnicode()), m_area.columns - column, hasUnicode());
    if (!shown.empty())
        m_screen->put(m_area.row + row, m_area.column + column, shown, style);
    return column + widthOf(shown);
}

int Canvas::putRight(int row, int end, std::string_view text, Style style) const
{
    const std::string shown = printable(text, hasUnicode());
    const int column = std::max(0, end - widthOf(shown));
    put(row, column, shown, style);
    return column;
}

void Canvas::fill(int row, Style style) const
{
    if (row >= 0 && row < m_area.rows && m_area.columns > 0)
        m_screen->put(m_area.row + row, m_area.column,
                      std::string(static_cast<std::size_t>(m_area.columns), ' '), style);
}

void Canvas::horizontalLine(int row, Style style) const
{
    std::string line;
    for (int i = 0; i < m_area.columns; ++i)
        line += hasUnicode() ? "─" : "-";
    put(row, 0, line, style);
}

void Canvas::verticalLine(int column, Style style) const
{
    for (int row = 0; row < m_area.rows; ++row)
        put(row, column, hasUnicode() ? "│" : "|", style);
}

void Canvas::frame() const
{
    const bool unicode = hasUnicode();
    for (int row = 0; row < m_area.rows; ++row) {
        fill(row, Style::normal);
        put(row, 0, unicode ? "│" : "|");
        put(row, m_area.columns - 1, unicode ? "│" : "|");
    }
    for (const int row : {0, m_area.rows - 1}) {
        horizontalLine(row, Style::normal);
        put(row, 0, !unicode ? "+" : row == 0 ? "┌" : "└");
        put(row, m_area.columns - 1, !unicode ? "+" : row == 0 ? "┐" : "┘");
    }
}

void Canvas::scrollBar(int column, int first, int shown, int total) const
{
    if (total <= shown || m_area.rows < 3)
        return;
    const bool unicode = hasUnicode();
    const int length = m_area.rows;
    const int thumb = std::clamp(length * shown / total, 1, length - 1);
    const int space = length - thumb;
    const int hidden = total - shown;
    int top = (first * space + hidden / 2) / hidden;
    // At the ends only when really there.
    if (first > 0)
        top = std::max(top, 1);
    if (first < hidden)
        top = std::min(top, space - 1);
    top = std::clamp(top, 0, space);
    for (int row = 0; row < length; ++row) {
        const bool isThumb = row >= top && row < top + thumb;
        put(row, column, isThumb ? (unicode ? "█" : "#") : (unicode ? "│" : "|"),
            isThumb ? Style::normal : Style::dim);
    }
}

void Canvas::setCursor(int row, int column, bool isVisible) const
{
    if (row >= 0 && row < m_area.rows && column >= 0 && column < m_area.columns)
        m_screen->setCursor(m_area.row + row, m_area.column + column, isVisible);
}

} // namespace kconfig::terminal
