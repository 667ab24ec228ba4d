// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/level_chip.h"

#include "widgets/level_style.h"
#include "workbench/log_record.h"

#include <QLocale>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>

#include <algorithm>

namespace kiln {

namespace {

constexpr int iconExtent = 16;
constexpr int padding = 10;
constexpr int gap = 6;

/// Kept for the next time: counts change many times a second, and Qt waits for other threads to
/// draw a shape with round corners.
QPixmap outline(const QSize &size, qreal ratio, const QColor &fill, const QPen &edge)
{
    const QString key = QStringLiteral("kiln-chip %1 %2 %3 %4 %5 %6")
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio)
                            .arg(fill.rgba(), 0, 16)
                            .arg(edge.color().rgba(), 0, 16)
                            .arg(edge.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(edge);
    const QRectF box = QRectF(QPointF(), size).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

LevelChip::LevelChip(LogLevel level, QWidget *parent)
    : QToolButton(parent)
    , m_level(level)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setObjectName(QStringLiteral("chip-") + logLevelName(level));
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCount(0);
}

void LevelChip::setCount(qsizetype count)
{
    m_number = QLocale().toString(qlonglong(count));
    const QString text = QStringLiteral("%1 %2").arg(levelWord(m_level), m_number);
    if (text == this->text())
        return;
    setText(text);
    setAccessibleName(text);
    setToolTip(tr("Show or hide the rows of level %1 (%2)").arg(levelWord(m_level), m_number));
    updateGeometry();
}

QSize LevelChip::sizeFor(const QString &text) const
{
    return {2 * padding + iconExtent + gap + fontMetrics().horizontalAdvance(text),
            std::max(24, fontMetrics().height() + 8)};
}

QSize LevelChip::sizeHint() const
{
    return sizeFor(text());
}

QSize LevelChip::minimumSizeHint() const
{
    return sizeFor(m_number);
}

void LevelChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = levelColor(m_level, palette());
    QColor fill = color;
    fill.setAlphaF(isChecked() ? (underMouse() ? 0.26f : 0.18f) : (underMouse() ? 0.08f : 0.0f));
    QColor edge = isChecked() ? color : mutedColor(palette());
    edge.setAlphaF(isChecked() ? 0.7f : 0.5f);
    painter.drawPixmap(0, 0,
                       outline(size(), devicePixelRatioF(), fill, QPen(edge, hasFocus() ? 2 : 1)));

    QFont font = this->font();
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.setPen(isChecked() ? palette().color(QPalette::WindowText) : mutedColor(palette()));
    const QRect iconBox = QStyle::visualRect(
        layoutDirection(), rect(), {padding, (height() - iconExtent) / 2, iconExtent, iconExtent});
    levelIcon(m_level).paint(&painter, iconBox, Qt::AlignCenter,
                             isChecked() ? QIcon::Normal : QIcon::Disabled);
    const int left = padding + iconExtent + gap;
    const QRect textBox = QStyle::visualRect(layoutDirection(), rect(),
                                             {left, 0, width() - left - padding + 2, height()});
    const bool hasRoom = width() >= sizeHint().width();
    painter.drawText(textBox, Qt::AlignVCenter | Qt::AlignLeading, hasRoom ? text() : m_number);
}

} // namespace kiln
