// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "text_page.h"

#include "application.h"

#include <algorithm>

namespace kconfig::terminal {

TextPage::TextPage(Application &application, std::string title, std::vector<TextLine> lines)
    : m_application(application)
    , m_title(std::move(title))
    , m_lines(std::move(lines))
{}

void TextPage::draw(const Canvas &canvas)
{
    m_application.drawTitle(canvas, m_title);
    const Canvas text = canvas.part({2, 1, canvas.rows() - 3, canvas.columns() - 2});
    if (m_width != text.columns() - 1) {
        m_width = text.columns() - 1;
        m_broken = brokenTo(m_lines, m_width);
    }
    const int total = static_cast<int>(m_broken.size());
    m_shown = std::max(text.rows(), 1);
    m_top = std::clamp(m_top, 0, std::max(total - m_shown, 0));
    for (int row = 0; row < m_shown && m_top + row < total; ++row) {
        const TextLine &line = m_broken[static_cast<std::size_t>(m_top + row)];
        text.part({row, 0, 1, m_width}).put(0, 0, line.text, line.style);
    }
    text.scrollBar(text.columns() - 1, m_top, m_shown, total);
    m_application.drawMessage(canvas);
}

void TextPage::handle(const Key &key)
{
    switch (key.code) {
    case KeyCode::up:
        --m_top;
        return;
    case KeyCode::down:
        ++m_top;
        return;
    case KeyCode::pageUp:
        m_top -= m_shown - 1;
        return;
    case KeyCode::pageDown:
        m_top += m_shown - 1;
        return;
    case KeyCode::home:
        m_top = 0;
        return;
    case KeyCode::end:
        m_top = static_cast<int>(m_broken.size());
        return;
    case KeyCode::wheelUp:
        m_top -= 3;
        return;
    case KeyCode::wheelDown:
        m_top += 3;
        return;
    case KeyCode::escape:
    case KeyCode::enter:
    case KeyCode::left:
    case KeyCode::backspace:
        m_application.pop();
        return;
    default:
        break;
    }
    if (key.is('k'))
        --m_top;
    else if (key.is('j'))
        ++m_top;
    else if (key.is(' ') || key.isControl('f'))
        m_top += m_shown - 1;
    else if (key.is('b') || key.isControl('b'))
        m_top -= m_shown - 1;
    else if (key.is('q') || key.is('h'))
        m_application.pop();
    else if (key.is('?') || key.isFunction(1))
        m_application.showKeys();
}

std::vector<KeyHint> TextPage::hints() const
{
    return {{"Esc", "back", Key{.code = KeyCode::escape}},
            {"Space", "next page", typed(' ')},
            {"b", "page before", typed('b')},
            {"F1", "keys", functionKey(1)}};
}

} // namespace kconfig::terminal
