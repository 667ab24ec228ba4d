// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mirrored_margins.h"

#include <QEvent>
#include <QLayout>
#include <QMargins>
#include <QWidget>

namespace kiln {

namespace {

/// Belongs to the layout and follows the widget.
class Mirror : public QObject
{
public:
    Mirror(QLayout *layout, QWidget *widget, const QMargins &margins)
        : QObject(layout)
        , m_layout(layout)
        , m_widget(widget)
        , m_margins(margins)
    {
        widget->installEventFilter(this);
        apply();
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return false;
    }

private:
    void apply()
    {
        const bool isMirrored = m_widget->isRightToLeft();
        m_layout->setContentsMargins(
            isMirrored ? m_margins.right() : m_margins.left(), m_margins.top(),
            isMirrored ? m_margins.left() : m_margins.right(), m_margins.bottom());
    }

    QLayout *m_layout;
    QWidget *m_widget;
    QMargins m_margins;
};

} // namespace

void setMirroredMargins(QLayout *layout, QWidget *widget, const QMargins &margins)
{
    new Mirror(layout, widget, margins);
}

} // namespace kiln
