// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The state of a terminal: cells, cursor, scroll-back. Emulation is libvterm's.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QColor>
#include <QString>

#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <vector>

struct VTerm;
struct VTermScreen;

namespace kiln {

/// One character cell.
struct TerminalCell
{
    QString text;      ///< empty: blank
    QColor foreground; ///< invalid: the view's own
    QColor background; ///< invalid: the view's own
    int width = 1;     ///< 2: also covers the next cell
    bool bold = false;
    bool italic = false;
    bool underline = false;
};

using TerminalLine = std::vector<TerminalCell>;

/// Takes bytes, answers lines. A bare line feed also returns to the first column, as serial lines
/// of guests expect. Not a widget; use it on one thread.
class TerminalScreen
{
public:
    TerminalScreen(int rows, int columns);
    ~TerminalScreen();
    TerminalScreen(const TerminalScreen &) = delete;
    TerminalScreen &operator=(const TerminalScreen &) = delete;

    void write(QByteArrayView bytes);
    /// Lines pushed out at the top come into the scroll-back and return from it.
    void resize(int rows, int columns);
    void reset();

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    /// Lines in the scroll-back and on the screen together.
    [[nodiscard]] int lineCount() const;
    /// A line, 0 being the oldest of the scroll-back. Blank cells at its end may be left out.
    [[nodiscard]] TerminalLine line(int index) const;
    /// The line's text from column `from` up to, not with, column `to`, without trailing blanks.
    [[nodiscard]] QString lineText(int index, int from = 0,
                                   int to = std::numeric_limits<int>::max()) const;
    /// lineCount() without the empty lines at the end.
    [[nodiscard]] int usedLines() const;
    /// Everything as text, without empty lines at the end.
    [[nodiscard]] QString text() const;
    [[nodiscard]] int cursorRow() const { return m_cursorRow; } ///< on the screen, from 0
    [[nodiscard]] int cursorColumn() const { return m_cursorColumn; }
    [[nodiscard]] bool isCursorVisible() const { return m_cursorVisible; }

    /// The 16 base colours, dark and light first, then their bright forms.
    void setColors(const std::vector<QColor> &colors);
    /// Bytes for the guest that a key or an answer of the terminal makes.
    std::function<void(const QByteArray &)> onOutput;

    /// A key as a terminal sends it; `key` and `modifiers` are Qt's. Returns whether it means
    /// anything to a terminal.
    bool sendKey(int key, Qt::KeyboardModifiers modifiers, const QString &text);
    void paste(const QString &text);

    static constexpr std::size_t mostLines = 10'000;

private:
    struct Callbacks;
    friend struct Callbacks;
    [[nodiscard]] TerminalLine screenLine(int row) const;

    VTerm *m_terminal = nullptr;
    VTermScreen *m_screen = nullptr;
    int m_rows;
    int m_columns;
    int m_cursorRow = 0;
    int m_cursorColumn = 0;
    bool m_cursorVisible = true;
    std::unique_ptr<Callbacks> m_callbacks;
};

} // namespace kiln
