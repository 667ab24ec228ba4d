// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A list with a selected line that stays in sight.
#pragma once

#include "key.h"

namespace kconfig::terminal {

class ListPosition
{
public:
    [[nodiscard]] int selected() const { return m_selected; }
    [[nodiscard]] int top() const { return m_top; }
    [[nodiscard]] int shown() const { return m_shown; }

    void select(int line);
    /// Tells how many lines there are and how many can be seen; call before drawing.
    void arrange(int total, int shown);
    /// Up, Down, j, k, Home, End, PgUp, PgDn, Ctrl-N, -P, -F, -B and the wheel; false for others.
    /// Without `letters`, j and k are text.
    bool handle(const Key &key, bool letters = true);

private:
    void scroll(int lines);

    int m_total = 0;
    int m_shown = 1;
    int m_selected = 0;
    int m_top = 0;
};

} // namespace kconfig::terminal
