// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/primary_button.h"

#include <QAction>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace kiln {

namespace {

constexpr int iconExtent = 16;
constexpr int padding = 12;
constexpr int gap = 8;
constexpr int leastHeight = 32;
constexpr qreal radius = 4;

} // namespace

PrimaryButton::PrimaryButton(QAction *action, QWidget *parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setContentsMargins(4, 0, 4, 0);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &PrimaryButton::follow);
    follow();
}

void PrimaryButton::follow()
{
    QString text = m_action->text();
    text.replace(QLatin1String("&&"), QLatin1String("&"));
    setText(text);
    setIcon(m_action->icon());
    setToolTip(m_action->toolTip());
    setAccessibleName(text);
    setEnabled(m_action->isEnabled());
    reserve({text});
    update();
}

void PrimaryButton::reserve(const QStringList &texts)
{
    for (const QString &text : texts)
        m_textWidth = std::max(m_textWidth, fontMetrics().horizontalAdvance(text));
    updateGeometry();
}

QSize PrimaryButton::sizeHint() const
{
    return {m_textWidth + iconExtent + gap + 2 * padding,
            std::max(leastHeight, fontMetrics().height() + 2 * gap)};
}

void PrimaryButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PrimaryButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &colors = palette();
    QColor fill = isEnabled() ? colors.color(QPalette::Active, QPalette::Highlight)
                              : colors.color(QPalette::Button);
    if (isDown())
        fill = fill.darker(120);
    else if (underMouse() && isEnabled())
        fill = fill.lighter(112);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isEnabled() ? Qt::NoPen : QPen(colors.color(QPalette::Mid)));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, radius, radius);
    const QColor ink = isEnabled() ? colors.color(QPalette::Active, QPalette::HighlightedText)
                                   : colors.color(QPalette::Disabled, QPalette::ButtonText);
    if (hasFocus()) {
        painter.setPen(QPen(ink, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius - 1, radius - 1);
    }
    const int width = fontMetrics().horizontalAdvance(text());
    const int left = (rect().width() - (iconExtent + gap + width)) / 2;
    const QRect iconBox =
        QStyle::visualRect(layoutDirection(), rect(),
                           {left, (rect().height() - iconExtent) / 2, iconExtent, iconExtent});
    icon().paint(&painter, iconBox, Qt::AlignCenter,
                 isEnabled() ? QIcon::Selected : QIcon::Disabled);
    painter.setPen(ink);
    const QRect textBox = QStyle::visualRect(layoutDirection(), rect(),
                                             {left + iconExtent + gap, 0, width, rect().height()});
    painter.drawText(textBox, Qt::AlignCenter, text());
}

} // namespace kiln
