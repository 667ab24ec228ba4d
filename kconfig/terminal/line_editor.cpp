// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "line_editor.h"

#include "text_layout.h"

#include <algorithm>

namespace kconfig::terminal {

LineEditor::LineEditor(std::string text, bool replaces)
{
    setText(std::move(text), replaces);
}

void LineEditor::setText(std::string text, bool replaces)
{
    m_text = std::move(text);
    m_cursor = m_text.size();
    m_replaces = replaces && !m_text.empty();
}

/// The place of the character before, with the marks that combine with it.
std::size_t LineEditor::before(std::size_t place) const
{
    while (place > 0) {
        do
            --place;
        while (place > 0 && (static_cast<unsigned char>(m_text[place]) & 0xc0U) == 0x80);
        std::string_view rest = std::string_view(m_text).substr(place);
        if (cellsOf(takeCharacter(rest)) > 0)
            break;
    }
    return place;
}

std::size_t LineEditor::after(std::size_t place) const
{
    std::string_view rest = std::string_view(m_text).substr(place);
    if (!rest.empty())
        (void)takeCharacter(rest);
    while (!rest.empty()) {
        std::string_view next = rest;
        if (cellsOf(takeCharacter(next)) > 0)
            break;
        rest = next;
    }
    return m_text.size() - rest.size();
}

std::size_t LineEditor::wordBefore(std::size_t place) const
{
    while (place > 0 && m_text[place - 1] == ' ')
        --place;
    while (place > 0 && m_text[place - 1] != ' ')
        --place;
    return place;
}

void LineEditor::removeBetween(std::size_t begin, std::size_t end)
{
    m_text.erase(begin, end - begin);
    m_cursor = begin;
}

void LineEditor::insert(std::string_view text)
{
    if (m_replaces)
        removeBetween(0, m_text.size());
    const std::string clean = printable(text, true);
    m_text.insert(m_cursor, clean);
    m_cursor += clean.size();
}

bool LineEditor::handleControl(char32_t letter)
{
    switch (letter) {
    case 'a':
        m_cursor = 0;
        return true;
    case 'e':
        m_cursor = m_text.size();
        return true;
    case 'b':
        m_cursor = before(m_cursor);
        return true;
    case 'f':
        m_cursor = after(m_cursor);
        return true;
    case 'd':
        removeBetween(m_cursor, after(m_cursor));
        return true;
    case 'h':
        removeBetween(before(m_cursor), m_cursor);
        return true;
    case 'k':
        m_text.erase(m_cursor);
        return true;
    case 'u':
        removeBetween(0, m_cursor);
        return true;
    case 'w':
        removeBetween(wordBefore(m_cursor), m_cursor);
        return true;
    default:
        return false;
    }
}

bool LineEditor::handle(const Key &key)
{
    switch (key.code) {
    case KeyCode::character: {
        std::string text;
        appendCharacter(text, key.character);
        insert(text);
        break;
    }
    case KeyCode::paste: {
        // What was copied with its line's end is still one value.
        const std::size_t end = key.text.find_last_not_of("\r\n");
        insert(std::string_view(key.text).substr(0, end == std::string::npos ? 0 : end + 1));
        break;
    }
    case KeyCode::left:
        m_cursor = before(m_cursor);
        break;
    case KeyCode::right:
        m_cursor = after(m_cursor);
        break;
    case KeyCode::home:
        m_cursor = 0;
        break;
    case KeyCode::end:
        m_cursor = m_text.size();
        break;
    case KeyCode::backspace:
        removeBetween(before(m_cursor), m_cursor);
        break;
    case KeyCode::erase:
        removeBetween(m_cursor, after(m_cursor));
        break;
    case KeyCode::control:
        if (!handleControl(key.character))
            return false;
        break;
    default:
        return false;
    }
    m_replaces = false;
    return true;
}

void LineEditor::draw(const Canvas &canvas, int row) const
{
    // The text is shown from a place on where the cursor still has its cell.
    std::size_t begin = 0;
    const std::string_view text = m_text;
    while (begin < m_cursor && widthOf(printable(text.substr(begin, m_cursor - begin),
                                                 canvas.hasUnicode())) >= canvas.columns())
        begin = after(begin);
    canvas.fill(row, Style::underline);
    const std::string shown = printable(text.substr(begin), canvas.hasUnicode());
    canvas.put(row, 0, shown, m_replaces ? Style::reverse : Style::underline);
    canvas.setCursor(
        row, widthOf(printable(text.substr(begin, m_cursor - begin), canvas.hasUnicode())), true);
}

} // namespace kconfig::terminal
