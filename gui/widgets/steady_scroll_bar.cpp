// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/steady_scroll_bar.h"

#include <QStyle>
#include <QStyleOptionSlider>

namespace kiln {

namespace {

constexpr int laterMilliseconds = 250;

} // namespace

SteadyScrollBar::SteadyScrollBar(Qt::Orientation orientation, QWidget *parent)
    : QScrollBar(orientation, parent)
{
    m_look.setSingleShot(true);
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (slider() != m_painted)
            update();
        else // styles may show that an end is reached
            m_later.start();
    });
    m_later.setSingleShot(true);
    m_later.setInterval(laterMilliseconds);
    connect(&m_later, &QTimer::timeout, this, QOverload<>::of(&QWidget::update));
}

QRect SteadyScrollBar::slider() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
}

void SteadyScrollBar::sliderChange(SliderChange change)
{
    if (change == SliderOrientationChange)
        QScrollBar::sliderChange(change);
    else if (!m_look.isActive())
        m_look.start();
}

void SteadyScrollBar::paintEvent(QPaintEvent *event)
{
    m_painted = slider();
    QScrollBar::paintEvent(event);
}

} // namespace kiln
