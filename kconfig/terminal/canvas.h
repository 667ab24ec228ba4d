// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Drawing on a rectangle of a screen: text is made printable and clipped, glyphs fit the locale.
#pragma once

#include "screen.h"

#include <string_view>

namespace kconfig::terminal {

/// A rectangle in cells.
struct Area
{
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;

    [[nodiscard]] bool contains(int r, int c) const
    {
        return r >= row && r < row + rows && c >= column && c < column + columns;
    }
};

/// A part of a screen with its own coordinates. Cheap to copy; keeps no state but the place.
class Canvas
{
public:
    explicit Canvas(Screen &screen);
    /// The part of this canvas that `area` (in its coordinates) covers.
    [[nodiscard]] Canvas part(const Area &area) const;

    [[nodiscard]] int rows() const { return m_area.rows; }
    [[nodiscard]] int columns() const { return m_area.columns; }
    [[nodiscard]] bool hasUnicode() const { return m_screen->hasUnicode(); }
    /// Where it lies on the screen.
    [[nodiscard]] const Area &area() const { return m_area; }

    /// Writes text, cut with an ellipsis where the canvas ends, and returns the column behind it.
    int put(int row, int column, std::string_view text, Style style = Style::normal) const;
    /// Writes text so that it ends at a column (exclusive), and returns the column it starts at.
    int putRight(int row, int end, std::string_view text, Style style = Style::normal) const;
    /// Blanks a row in a style.
    void fill(int row, Style style) const;
    void horizontalLine(int row, Style style = Style::dim) const;
    void verticalLine(int column, Style style = Style::dim) const;
    /// A frame around the whole canvas, blank inside.
    void frame() const;
    /// A scroll bar in a column for `total` lines of which `shown` from `first` on can be seen;
    /// nothing when all can.
    void scrollBar(int column, int first, int shown, int total) const;
    void setCursor(int row, int column, bool isVisible) const;

private:
    Canvas(Screen &screen, const Area &area)
        : m_screen(&screen)
        , m_area(area)
    {}

    Screen *m_screen;
    Area m_area;
};

} // namespace kconfig::terminal
