// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/build_chart.h"

#include "widgets/level_style.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace kiln {

namespace {

constexpr double widestColumn = 40;

} // namespace

BuildChart::BuildChart(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("buildChart"));
    setAccessibleName(tr("Duration and image size of the builds"));
}

void BuildChart::setRecords(const QVector<BuildRecord> &records)
{
    m_records = records.last(std::min<qsizetype>(records.size(), mostBuilds));
    setAccessibleDescription(
        tr("%n build(s); the list below has the figures", nullptr, int(m_records.size())));
    update();
}

void BuildChart::setCurrent(const QString &id)
{
    m_current = id;
    update();
}

QRectF BuildChart::plot() const
{
    const double text = fontMetrics().height() + 8;
    return QRectF(rect()).adjusted(16, text, -16, -text);
}

QRectF BuildChart::column(qsizetype build) const
{
    const QRectF area = plot();
    const double width =
        std::min(widestColumn, area.width() / double(std::max<qsizetype>(1, m_records.size())));
    double left = area.left() + width * double(build);
    if (layoutDirection() == Qt::RightToLeft)
        left = area.right() - width * double(build + 1);
    return {left, area.top(), width, area.height()};
}

qsizetype BuildChart::buildAt(const QPointF &point) const
{
    for (qsizetype i = 0; i < m_records.size(); ++i) {
        const QRectF place = column(i);
        if (point.x() >= place.left() && point.x() < place.right())
            return i;
    }
    return -1;
}

void BuildChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    if (m_records.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    double slowest = 0;
    qint64 largest = 0;
    for (const BuildRecord &record : std::as_const(m_records)) {
        slowest = std::max(slowest, record.seconds);
        largest = std::max(largest, record.imageSize);
    }
    const QRectF area = plot();
    // The line of sizes has the upper half to itself, the columns the lower.
    const double middle = area.center().y();
    QPolygonF line;
    for (qsizetype i = 0; i < m_records.size(); ++i) {
        const BuildRecord &record = m_records[i];
        const QRectF place = column(i);
        const double height =
            slowest > 0 ? std::max(2.0, record.seconds / slowest * (area.bottom() - middle - 4))
                        : 2.0;
        QColor color = mutedColor(palette()); // Mid is hardly seen in the dark
        if (record.outcome == BuildRecord::Outcome::failed)
            color = levelColor(LogLevel::error, palette());
        const QRectF bar(place.left() + place.width() * 0.15, area.bottom() - height,
                         place.width() * 0.7, height);
        painter.setPen(Qt::NoPen);
        // Stopped builds are hollow: what they would have taken nobody knows.
        if (record.outcome == BuildRecord::Outcome::cancelled) {
            painter.setPen(color);
            painter.setBrush(Qt::NoBrush);
        } else {
            painter.setBrush(color);
        }
        painter.drawRect(bar);
        if (record.id == m_current) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(-1, -1, 1, 1));
        }
        if (record.imageSize > 0 && largest > 0)
            line.append({place.center().x(), middle - double(record.imageSize) / double(largest) *
                                                          (middle - area.top())});
    }
    painter.setPen(QPen(palette().color(QPalette::Link), 2));
    painter.setBrush(palette().color(QPalette::Link));
    painter.drawPolyline(line);
    for (const QPointF &point : std::as_const(line))
        painter.drawEllipse(point, 2.5, 2.5);

    painter.setPen(mutedColor(palette()));
    const QLocale locale;
    const QRectF top(16, 2, width() - 32, area.top() - 2);
    const QRectF bottom(16, area.bottom() + 2, width() - 32, height() - area.bottom() - 2);
    painter.drawText(top, int(Qt::AlignLeading | Qt::AlignVCenter),
                     tr("line: image size, up to %1").arg(locale.formattedDataSize(largest)));
    painter.drawText(bottom, int(Qt::AlignLeading | Qt::AlignVCenter),
                     tr("columns: duration, up to %1 s").arg(locale.toString(slowest, 'f', 1)));
}

void BuildChart::mousePressEvent(QMouseEvent *event)
{
    const qsizetype build = buildAt(event->position());
    if (event->button() == Qt::LeftButton && build >= 0)
        emit chosen(m_records[build].id);
}

bool BuildChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype build = buildAt(help->pos());
    if (build < 0) {
        QToolTip::hideText();
        return true;
    }
    const BuildRecord &record = m_records[build];
    const QLocale locale;
    QString text = tr("%1: %2 s")
                       .arg(locale.toString(record.time, QLocale::ShortFormat),
                            locale.toString(record.seconds, 'f', 1));
    if (record.imageSize > 0)
        text += tr(", image %1").arg(locale.formattedDataSize(record.imageSize));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace kiln
