// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "list_position.h"

#include <algorithm>

namespace kconfig::terminal {

void ListPosition::select(int line)
{
    m_selected = line;
    arrange(m_total, m_shown);
}

void ListPosition::arrange(int total, int shown)
{
    m_total = std::max(total, 0);
    m_shown = std::max(shown, 1);
    m_selected = std::clamp(m_selected, 0, std::max(m_total - 1, 0));
    // A line of context stays in sight on either side where there is room for it.
    const int margin = m_shown >= 5 ? 1 : 0;
    if (m_selected - margin < m_top)
        m_top = m_selected - margin;
    if (m_selected + margin >= m_top + m_shown)
        m_top = m_selected + margin - m_shown + 1;
    m_top = std::clamp(m_top, 0, std::max(m_total - m_shown, 0));
}

void ListPosition::scroll(int lines)
{
    m_top = std::clamp(m_top + lines, 0, std::max(m_total - m_shown, 0));
    const int margin = m_shown >= 5 ? 1 : 0;
    const int last = m_top + m_shown - 1;
    m_selected = std::clamp(m_selected, m_top > 0 ? m_top + margin : 0,
                            last < m_total - 1 ? last - margin : std::max(m_total - 1, 0));
}

bool ListPosition::handle(const Key &key, bool letters)
{
    if (key.code == KeyCode::up || key.isControl('p') || (letters && key.is('k')))
        select(m_selected - 1);
    else if (key.code == KeyCode::down || key.isControl('n') || (letters && key.is('j')))
        select(m_selected + 1);
    else if (key.code == KeyCode::pageUp || key.isControl('b'))
        select(m_selected - std::max(m_shown - 1, 1));
    else if (key.code == KeyCode::pageDown || key.isControl('f'))
        select(m_selected + std::max(m_shown - 1, 1));
    else if (key.code == KeyCode::home && letters)
        select(0);
    else if (key.code == KeyCode::end && letters)
        select(m_total - 1);
    else if (key.code == KeyCode::wheelUp)
        scroll(-3);
    else if (key.code == KeyCode::wheelDown)
        scroll(3);
    else
        return false;
    return true;
}

} // namespace kconfig::terminal
