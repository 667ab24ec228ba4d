// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The places of the window, one of which is shown.
#pragma once

#include <QHash>
#include <QStackedWidget>

namespace kiln {

/// Asks of its pages only the one that is shown how much room it needs, and remembers it: a page
/// nobody sees costs no time while something in it changes, and the window does not shrink below
/// what a page shown before needs. GUI thread.
class PlaceStack : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

private:
    mutable QHash<const QWidget *, QSize> m_least; ///< of pages that have been shown
};

} // namespace kiln
