// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_box.h"

#include "widgets/level_style.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

namespace kiln {

namespace {

void drawMark(QPainter &painter, const OptionBox &box, const QColor &ink)
{
    if (box.isRound) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(8, 8), 3, 3);
        return;
    }
    QPen pen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (box.state == Qt::PartiallyChecked) {
        painter.drawLine(QPointF(5, 8), QPointF(11, 8));
        return;
    }
    QPainterPath check(QPointF(4.5, 8.3));
    check.lineTo(7, 10.8);
    check.lineTo(11.5, 5.5);
    painter.drawPath(check);
}

} // namespace

QIcon OptionBox::icon(const QPalette &palette, qreal pixelRatio) const
{
    const bool on = state != Qt::Unchecked;
    const QColor accent = palette.color(QPalette::Active, QPalette::Highlight);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor muted = mutedColor(palette);
    const QString key = QStringLiteral("kiln/box/%1%2%3/%4/%5/%6@%7")
                            .arg(isRound)
                            .arg(isEnabled)
                            .arg(int(state))
                            .arg(accent.rgb())
                            .arg(base.rgb())
                            .arg(muted.rgb())
                            .arg(pixelRatio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(QSize(extent, extent) * pixelRatio);
        pixmap.setDevicePixelRatio(pixelRatio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame(1.5, 1.5, extent - 3, extent - 3);
        // A light edge keeps a filled box visible on a selected row of the same colour.
        painter.setPen(QPen(!isEnabled ? muted : on ? base : palette.color(QPalette::Text), 1));
        if (!isEnabled)
            painter.setBrush(on ? palette.color(QPalette::Window) : base);
        else
            painter.setBrush(on ? accent : base);
        if (isRound)
            painter.drawEllipse(frame);
        else
            painter.drawRoundedRect(frame, 2.5, 2.5);
        if (on)
            drawMark(painter, *this,
                     isEnabled ? palette.color(QPalette::Active, QPalette::HighlightedText)
                               : muted);
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    QIcon result;
    for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected, QIcon::Disabled})
        result.addPixmap(pixmap, mode);
    return result;
}

} // namespace kiln
