// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "details_pane.h"

#include "application.h"

#include <algorithm>

namespace kconfig::terminal {

void DetailsPane::draw(const Canvas &canvas, NodeId node)
{
    const unsigned revision = m_application.session().revision();
    const int width = canvas.columns() - 1;
    if (!node.isValid() || canvas.rows() <= 0 || width <= 0)
        return;
    if (node != m_node)
        m_top = 0;
    if (node != m_node || revision != m_revision || width != m_width) {
        m_node = node;
        m_revision = revision;
        m_width = width;
        m_lines = brokenTo(detailsOf(m_application.session().configuration(), node,
                                     m_application.storage().options().prefix, Extent::brief),
                           width);
    }
    const int total = static_cast<int>(m_lines.size());
    m_top = std::clamp(m_top, 0, std::max(total - canvas.rows(), 0));
    for (int row = 0; row < canvas.rows() && m_top + row < total; ++row) {
        const TextLine &line = m_lines[static_cast<std::size_t>(m_top + row)];
        canvas.put(row, 0, line.text, line.style);
    }
    canvas.scrollBar(width, m_top, canvas.rows(), total);
}

Split splitPage(const Canvas &canvas, int above, bool wantsDetails)
{
    constexpr int wideEnough = 110;
    constexpr int highEnough = 18;
    Split split;
    const int rows = canvas.rows() - above - 1;
    split.list = {above, 0, rows, canvas.columns()};
    if (!wantsDetails)
        return split;
    if (canvas.columns() >= wideEnough) {
        const int width = canvas.columns() * 2 / 5;
        split.isBeside = true;
        split.list.columns = canvas.columns() - width - 1;
        split.details = {above, split.list.columns + 2, rows, width - 1};
    } else if (canvas.rows() >= highEnough) {
        const int height = std::max(5, rows / 3);
        split.list.rows = rows - height - 1;
        split.details = {above + split.list.rows + 1, 1, height, canvas.columns() - 1};
    }
    return split;
}

void drawDivider(const Canvas &canvas, const Split &split)
{
    if (split.details.rows <= 0)
        return;
    if (split.isBeside)
        canvas.part({split.list.row, 0, split.list.rows, canvas.columns()})
            .verticalLine(split.list.columns);
    else
        canvas.horizontalLine(split.details.row - 1);
}

} // namespace kconfig::terminal
