// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The details of the selected entry, beside or below a list.
#pragma once

#include "canvas.h"
#include "option_details.h"

#include <vector>

namespace kconfig::terminal {

class Application;

class DetailsPane
{
public:
    explicit DetailsPane(Application &application)
        : m_application(application)
    {}

    /// Draws what there is to say about a node; an invalid one leaves the pane blank.
    void draw(const Canvas &canvas, NodeId node);
    void scroll(int lines) { m_top += lines; }

private:
    Application &m_application;
    NodeId m_node;
    unsigned m_revision = 0;
    int m_width = 0;
    std::vector<TextLine> m_lines;
    int m_top = 0;
};

/// How a page is split between a list and the details.
struct Split
{
    Area list;
    Area details; ///< without rows: there is no room, or the user wants none
    bool isBeside = false;
};

/// Splits the rows of a page between the title (two rows, or more if `above` says so) and the
/// message.
[[nodiscard]] Split splitPage(const Canvas &canvas, int above, bool wantsDetails);
/// Draws the line between the two.
void drawDivider(const Canvas &canvas, const Split &split);

} // namespace kconfig::terminal
