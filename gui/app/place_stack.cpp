// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/place_stack.h"

namespace kiln {

QSize PlaceStack::sizeHint() const
{
    return currentWidget() != nullptr ? currentWidget()->sizeHint() : QSize();
}

QSize PlaceStack::minimumSizeHint() const
{
    if (const QWidget *page = currentWidget())
        m_least[page] = page->minimumSizeHint().expandedTo(page->minimumSize());
    QSize least;
    for (const QSize &each : m_least)
        least = least.expandedTo(each);
    return least;
}

} // namespace kiln
