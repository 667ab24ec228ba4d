// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/terminal_screen.h"

#include <vterm.h>

#include <QStringList>
#include <QStringView>

#include <algorithm>

namespace kiln {

namespace {

VTermModifier toModifier(Qt::KeyboardModifiers modifiers)
{
    int result = VTERM_MOD_NONE;
    if (modifiers & Qt::ShiftModifier)
        result |= VTERM_MOD_SHIFT;
    if (modifiers & Qt::AltModifier)
        result |= VTERM_MOD_ALT;
    if (modifiers & Qt::ControlModifier)
        result |= VTERM_MOD_CTRL;
    return VTermModifier(result);
}

std::size_t cellWidth(const VTermScreenCell &cell)
{
    return std::size_t(std::max(1, int(cell.width)));
}

/// Adds what a cell shows; an empty one is a space.
void appendText(QString &text, const VTermScreenCell &cell)
{
    if (cell.chars[0] == 0 || cell.chars[0] == UINT32_MAX) {
        text += QLatin1Char(' ');
        return;
    }
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; ++i)
        text += QChar::fromUcs4(char32_t(cell.chars[i]));
}

VTermKey toKey(int key)
{
    if (key >= Qt::Key_F1 && key <= Qt::Key_F12)
        return VTermKey(VTERM_KEY_FUNCTION(key - Qt::Key_F1 + 1));
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return VTERM_KEY_TAB;
    case Qt::Key_Backspace:
        return VTERM_KEY_BACKSPACE;
    case Qt::Key_Escape:
        return VTERM_KEY_ESCAPE;
    case Qt::Key_Up:
        return VTERM_KEY_UP;
    case Qt::Key_Down:
        return VTERM_KEY_DOWN;
    case Qt::Key_Left:
        return VTERM_KEY_LEFT;
    case Qt::Key_Right:
        return VTERM_KEY_RIGHT;
    case Qt::Key_Insert:
        return VTERM_KEY_INS;
    case Qt::Key_Delete:
        return VTERM_KEY_DEL;
    case Qt::Key_Home:
        return VTERM_KEY_HOME;
    case Qt::Key_End:
        return VTERM_KEY_END;
    case Qt::Key_PageUp:
        return VTERM_KEY_PAGEUP;
    case Qt::Key_PageDown:
        return VTERM_KEY_PAGEDOWN;
    default:
        return VTERM_KEY_NONE;
    }
}

} // namespace

/// What libvterm calls back, and the scroll-back it fills.
struct TerminalScreen::Callbacks
{
    explicit Callbacks(TerminalScreen *screen)
        : owner(screen)
    {}

    static int moveCursor(VTermPos position, VTermPos, int visible, void *user)
    {
        auto *self = static_cast<Callbacks *>(user);
        self->owner->m_cursorRow = position.row;
        self->owner->m_cursorColumn = position.col;
        (void)visible;
        return 1;
    }

    static int setProperty(VTermProp property, VTermValue *value, void *user)
    {
        if (property == VTERM_PROP_CURSORVISIBLE)
            static_cast<Callbacks *>(user)->owner->m_cursorVisible = value->boolean != 0;
        return 1;
    }

    static int push(int columns, const VTermScreenCell *cells, void *user)
    {
        auto *self = static_cast<Callbacks *>(user);
        // Most of a wide screen is blank behind the text.
        while (columns > 0 && isBlank(cells[columns - 1]))
            --columns;
        self->history.emplace_back(cells, cells + columns);
        if (self->history.size() > mostLines)
            self->history.pop_front();
        return 1;
    }

    /// Whether a cell looks like one that was never written.
    static bool isBlank(const VTermScreenCell &cell)
    {
        return (cell.chars[0] == 0 || cell.chars[0] == ' ') && cell.width == 1 &&
               VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) && cell.attrs.reverse == 0 &&
               cell.attrs.underline == 0;
    }

    static int pop(int columns, VTermScreenCell *cells, void *user)
    {
        auto *self = static_cast<Callbacks *>(user);
        if (self->history.empty())
            return 0;
        const std::vector<VTermScreenCell> &line = self->history.back();
        const auto count = std::min(std::size_t(columns), line.size());
        std::copy_n(line.begin(), count, cells);
        std::fill(cells + count, cells + columns, self->blank);
        self->history.pop_back();
        return 1;
    }

    static void output(const char *bytes, size_t length, void *user)
    {
        auto *self = static_cast<Callbacks *>(user);
        if (self->owner->onOutput)
            self->owner->onOutput(QByteArray(bytes, qsizetype(length)));
    }

    TerminalCell toCell(const VTermScreenCell &cell) const
    {
        TerminalCell result;
        if (cell.chars[0] != 0 && cell.chars[0] != UINT32_MAX) {
            int count = 0;
            while (count < VTERM_MAX_CHARS_PER_CELL && cell.chars[count] != 0)
                ++count;
            result.text = QString::fromUcs4(reinterpret_cast<const char32_t *>(cell.chars), count);
        }
        result.width = std::max(1, int(cell.width));
        result.bold = cell.attrs.bold != 0;
        result.italic = cell.attrs.italic != 0;
        result.underline = cell.attrs.underline != 0;
        result.foreground = toColor(cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
        result.background = toColor(cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
        if (cell.attrs.reverse != 0) {
            std::swap(result.foreground, result.background);
            if (!result.background.isValid())
                result.background = defaultForeground;
            if (!result.foreground.isValid())
                result.foreground = defaultBackground;
        }
        return result;
    }

    QColor toColor(VTermColor color, bool isDefault) const
    {
        if (isDefault)
            return {};
        if (VTERM_COLOR_IS_INDEXED(&color) && color.indexed.idx < colors.size())
            return colors[color.indexed.idx];
        vterm_screen_convert_color_to_rgb(owner->m_screen, &color);
        return {color.rgb.red, color.rgb.green, color.rgb.blue};
    }

    TerminalScreen *owner;
    std::deque<std::vector<VTermScreenCell>> history;
    VTermScreenCell blank{}; ///< as the emulator makes them
    std::vector<QColor> colors;
    QColor defaultForeground = Qt::black;
    QColor defaultBackground = Qt::white;
    VTermScreenCallbacks table{};
};

TerminalScreen::TerminalScreen(int rows, int columns)
    : m_terminal(vterm_new(rows, columns))
    , m_rows(rows)
    , m_columns(columns)
    , m_callbacks(std::make_unique<Callbacks>(this))
{
    vterm_set_utf8(m_terminal, 1);
    m_screen = vterm_obtain_screen(m_terminal);
    m_callbacks->table.movecursor = &Callbacks::moveCursor;
    m_callbacks->table.settermprop = &Callbacks::setProperty;
    m_callbacks->table.sb_pushline = &Callbacks::push;
    m_callbacks->table.sb_popline = &Callbacks::pop;
    vterm_screen_set_callbacks(m_screen, &m_callbacks->table, m_callbacks.get());
    vterm_output_set_callback(m_terminal, &Callbacks::output, m_callbacks.get());
    reset();
}

TerminalScreen::~TerminalScreen()
{
    vterm_free(m_terminal);
}

void TerminalScreen::reset()
{
    m_callbacks->history.clear();
    vterm_screen_reset(m_screen, 1);
    vterm_screen_get_cell(m_screen, {0, 0}, &m_callbacks->blank);
    // Line feed / new line mode (ECMA-48 LNM), see the class comment.
    write("\x1b[20h");
}

void TerminalScreen::write(QByteArrayView bytes)
{
    vterm_input_write(m_terminal, bytes.data(), std::size_t(bytes.size()));
    vterm_screen_flush_damage(m_screen);
}

void TerminalScreen::resize(int rows, int columns)
{
    if (rows == m_rows && columns == m_columns)
        return;
    m_rows = rows;
    m_columns = columns;
    vterm_set_size(m_terminal, rows, columns);
    vterm_screen_flush_damage(m_screen);
}

int TerminalScreen::lineCount() const
{
    return int(m_callbacks->history.size()) + m_rows;
}

TerminalLine TerminalScreen::screenLine(int row) const
{
    TerminalLine result;
    result.reserve(std::size_t(m_columns));
    for (int column = 0; column < m_columns;) {
        VTermScreenCell cell{};
        vterm_screen_get_cell(m_screen, {row, column}, &cell);
        result.push_back(m_callbacks->toCell(cell));
        column += result.back().width;
    }
    return result;
}

TerminalLine TerminalScreen::line(int index) const
{
    const int history = int(m_callbacks->history.size());
    if (index >= history)
        return screenLine(index - history);
    TerminalLine result;
    const std::vector<VTermScreenCell> &cells = m_callbacks->history[std::size_t(index)];
    result.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); i += std::size_t(result.back().width))
        result.push_back(m_callbacks->toCell(cells[i]));
    return result;
}

QString TerminalScreen::lineText(int index, int from, int to) const
{
    // Without line(), as all lines are copied at once and their looks are not asked for.
    QString result;
    const int history = int(m_callbacks->history.size());
    if (index < history) {
        const std::vector<VTermScreenCell> &cells = m_callbacks->history[std::size_t(index)];
        const auto end = std::min(cells.size(), std::size_t(std::max(to, 0)));
        result.reserve(qsizetype(end));
        for (std::size_t i = 0; i < end; i += cellWidth(cells[i])) {
            if (int(i) >= from)
                appendText(result, cells[i]);
        }
    } else {
        for (int column = 0; column < std::min(m_columns, to);) {
            VTermScreenCell cell{};
            vterm_screen_get_cell(m_screen, {index - history, column}, &cell);
            if (column >= from)
                appendText(result, cell);
            column += int(cellWidth(cell));
        }
    }
    while (result.endsWith(QLatin1Char(' ')))
        result.chop(1);
    return result;
}

int TerminalScreen::usedLines() const
{
    int lines = lineCount();
    while (lines > 0 && lineText(lines - 1).isEmpty())
        --lines;
    return lines;
}

QString TerminalScreen::text() const
{
    QStringList lines;
    for (int i = 0, count = usedLines(); i < count; ++i)
        lines << lineText(i);
    return lines.join(QLatin1Char('\n'));
}

void TerminalScreen::setColors(const std::vector<QColor> &colors)
{
    m_callbacks->colors.assign(colors.begin(),
                               colors.begin() + std::min<std::ptrdiff_t>(16, std::ssize(colors)));
    if (colors.size() >= 18) {
        m_callbacks->defaultForeground = colors[16];
        m_callbacks->defaultBackground = colors[17];
    }
}

bool TerminalScreen::sendKey(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        // New line mode would add a line feed; a serial console expects carriage return.
        if (onOutput)
            onOutput(QByteArrayLiteral("\r"));
        return true;
    }
    if (const VTermKey special = toKey(key); special != VTERM_KEY_NONE) {
        if (key == Qt::Key_Backtab)
            modifiers |= Qt::ShiftModifier;
        vterm_keyboard_key(m_terminal, special, toModifier(modifiers));
        return true;
    }
    if ((modifiers & Qt::ControlModifier) && key >= Qt::Key_A && key <= Qt::Key_Z) {
        vterm_keyboard_unichar(m_terminal, uint32_t(key - Qt::Key_A + 'a'),
                               toModifier(modifiers & ~Qt::ShiftModifier));
        return true;
    }
    if (text.isEmpty() || !text.front().isPrint())
        return false;
    for (const uint code : text.toUcs4())
        vterm_keyboard_unichar(m_terminal, code,
                               modifiers & Qt::AltModifier ? VTERM_MOD_ALT : VTERM_MOD_NONE);
    return true;
}

void TerminalScreen::paste(const QString &text)
{
    if (!onOutput)
        return;
    vterm_keyboard_start_paste(m_terminal);
    QByteArray bytes = text.toUtf8();
    bytes.replace("\r\n", "\r").replace('\n', '\r');
    onOutput(bytes);
    vterm_keyboard_end_paste(m_terminal);
}

} // namespace kiln
