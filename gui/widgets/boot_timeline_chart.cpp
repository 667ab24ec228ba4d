// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/boot_timeline_chart.h"

#include "widgets/level_style.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace kiln {

namespace {

constexpr int margin = 16;
constexpr int gap = 8;
constexpr double greatestZoom = 5000;

/// A colour for each phase that differs from its neighbours', of the palette's lightness.
QColor phaseColor(BootPhase phase, const QPalette &palette)
{
    static constexpr int hues[bootPhaseCount] = {210, 260, 170, 320, 35, 190, 140, 285, 215, 0};
    const bool dark = isDark(palette);
    const int saturation = phase == BootPhase::shutdown ? 0 : 110;
    return QColor::fromHsl(hues[int(phase)], saturation, dark ? 90 : 185);
}

/// 1, 2 or 5 times a power of ten, not below `least`.
qint64 roundStep(double least)
{
    qint64 step = 1;
    while (double(step) < least) {
        for (const int factor : {2, 5, 10}) {
            if (double(step * factor) >= least || factor == 10) {
                step *= factor;
                break;
            }
        }
    }
    return step;
}

} // namespace

BootTimelineChart::BootTimelineChart(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Boot timeline"));
    setObjectName(QStringLiteral("bootTimeline"));
    viewport()->setMouseTracking(true);
}

int BootTimelineChart::rowHeight() const
{
    return fontMetrics().height() + 8;
}

int BootTimelineChart::rulerTop() const
{
    return gap;
}

int BootTimelineChart::spansTop() const
{
    return rulerTop() + fontMetrics().height() + gap;
}

int BootTimelineChart::stepsTop() const
{
    return spansTop() + rowHeight() + gap / 2;
}

int BootTimelineChart::ghostTop() const
{
    return stepsTop() + 2 * rowHeight() + gap;
}

QSize BootTimelineChart::sizeHint() const
{
    const int ghost = m_previous.isEmpty() ? 0 : rowHeight() + gap;
    return {600, ghostTop() + ghost + gap + horizontalScrollBar()->sizeHint().height()};
}

QSize BootTimelineChart::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void BootTimelineChart::setBoot(const QVector<BootStep> &steps, const QVector<BootSpan> &spans,
                                const BootSummary &previous)
{
    m_steps = steps;
    m_spans = spans;
    if (m_previous.isEmpty() != previous.isEmpty())
        updateGeometry();
    m_previous = previous;
    if (m_current >= m_steps.size())
        m_current = -1;
    updateScrollBar();
    viewport()->update();
}

qint64 BootTimelineChart::length() const
{
    qint64 end = 1;
    if (!m_spans.isEmpty())
        end = std::max(end, m_spans.last().end);
    if (!m_previous.isEmpty())
        end = std::max(end, m_previous.spans.last().end);
    return end;
}

double BootTimelineChart::xOf(qint64 time) const
{
    const double width = std::max(1, viewport()->width() - 2 * margin);
    return margin + width * m_zoom * double(time) / double(length()) -
           horizontalScrollBar()->value();
}

QRect BootTimelineChart::barRect(qint64 start, qint64 end, int top, int height) const
{
    // Far outside of the window all places are the same; integers have an end.
    const double far = viewport()->width() + 100.0;
    const int left = int(std::floor(std::clamp(xOf(start), -100.0, far)));
    const int right = int(std::ceil(std::clamp(xOf(end), -100.0, far)));
    const QRect rect(left, top, std::max(2, right - left), height);
    return isRightToLeft()
               ? QRect(viewport()->width() - rect.right() - 1, top, rect.width(), height)
               : rect;
}

QRect BootTimelineChart::stepRect(int step) const
{
    const BootStep &of = m_steps.at(step);
    return barRect(of.start, of.end, stepsTop(), 2 * rowHeight());
}

void BootTimelineChart::updateScrollBar()
{
    const int width = std::max(1, viewport()->width() - 2 * margin);
    const double more = double(width) * (m_zoom - 1);
    horizontalScrollBar()->setRange(0, int(std::min(more, 1e9)));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(width / 10);
}

void BootTimelineChart::setZoom(double zoom, int anchor)
{
    zoom = std::clamp(zoom, 1.0, greatestZoom);
    const int place = isRightToLeft() ? viewport()->width() - anchor : anchor;
    const double before = horizontalScrollBar()->value() + place - margin;
    const double scale = zoom / m_zoom;
    m_zoom = zoom;
    updateScrollBar();
    horizontalScrollBar()->setValue(int(before * scale) - place + margin);
    viewport()->update();
}

void BootTimelineChart::setCurrentStep(int step)
{
    step = std::clamp(step, -1, int(m_steps.size()) - 1);
    if (step == m_current)
        return;
    m_current = step;
    if (step >= 0) {
        setAccessibleDescription(stepText(step));
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
        showStep(step);
    }
    viewport()->update();
    emit currentStepChanged(step);
}

void BootTimelineChart::showStep(int step)
{
    const double x = xOf(m_steps.at(step).start);
    if (x >= margin && x <= viewport()->width() - margin)
        return;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                    int(x - viewport()->width() / 3.0));
}

void BootTimelineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().base());
    if (m_spans.isEmpty())
        return;
    drawRuler(painter);
    drawSpans(painter, m_spans, spansTop(), false);
    drawSteps(painter);
    if (!m_previous.isEmpty())
        drawSpans(painter, m_previous.spans, ghostTop(), true);
    if (hasFocus() && m_current < 0) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void BootTimelineChart::drawRuler(QPainter &painter) const
{
    const double perPixel =
        double(length()) / std::max(1.0, (viewport()->width() - 2 * margin) * m_zoom);
    const qint64 step = roundStep(perPixel * fontMetrics().averageCharWidth() * 14);
    const double left = horizontalScrollBar()->value() * perPixel;
    const qint64 first = qint64(left) / step * step;
    const qint64 last = std::min<qint64>(length(), qint64(left + viewport()->width() * perPixel));
    QColor line = palette().color(QPalette::Text);
    line.setAlpha(40);
    for (qint64 time = first; time <= last; time += step) {
        const int x = barRect(time, time, 0, 1).left();
        painter.setPen(line);
        painter.drawLine(x, rulerTop() + fontMetrics().height(), x, viewport()->height());
        painter.setPen(mutedColor(palette()));
        const QString text = shortTime(time);
        const int width = fontMetrics().horizontalAdvance(text);
        painter.drawText(isRightToLeft() ? x - width - 2 : x + 2,
                         rulerTop() + fontMetrics().ascent(), text);
    }
}

void BootTimelineChart::drawSpans(QPainter &painter, const QVector<BootSpan> &spans, int top,
                                  bool isGhost) const
{
    for (const BootSpan &span : spans) {
        const QRect bar = barRect(span.start, span.end, top, rowHeight());
        if (!bar.intersects(viewport()->rect()))
            continue;
        QColor color = phaseColor(span.phase, palette());
        if (isGhost)
            color.setAlpha(70);
        painter.fillRect(bar, color);
        painter.setPen(palette().color(QPalette::Base));
        painter.drawLine(bar.topLeft(), bar.bottomLeft());
        const QRect inside = bar.intersected(viewport()->rect()).adjusted(6, 0, -4, 0);
        QString text = tr("%1 %2").arg(bootPhaseName(span.phase), shortTime(span.duration()));
        if (isGhost)
            text = tr("before: %1").arg(text);
        if (inside.width() < fontMetrics().averageCharWidth() * 4)
            continue;
        painter.setPen(isGhost ? mutedColor(palette()) : palette().color(QPalette::Text));
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeading,
                         fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    }
}

void BootTimelineChart::drawSteps(QPainter &painter) const
{
    // Bars that share a pixel are drawn once: a boot can have thousands of messages.
    int drawnTo = -1000;
    LogLevel drawnLevel = LogLevel::plain;
    for (int step = 0; step < m_steps.size(); ++step) {
        const BootStep &of = m_steps.at(step);
        const QRect bar = stepRect(step);
        const bool isHidden = std::abs(bar.left() - drawnTo) < 1 && bar.width() <= 2 &&
                              of.level <= drawnLevel && step != m_current;
        if (isHidden || !bar.intersects(viewport()->rect()))
            continue;
        drawnTo = bar.left();
        drawnLevel = of.level;
        QColor color = levelColor(of.level, palette());
        painter.setPen(color);
        const int start = isRightToLeft() ? bar.right() : bar.left();
        painter.drawLine(start, bar.top(), start, bar.bottom());
        color.setAlpha(step == m_current ? 110 : 45);
        painter.fillRect(bar, color);
        const QRect inside = bar.intersected(viewport()->rect()).adjusted(6, 0, -4, 0);
        if (inside.width() >= fontMetrics().averageCharWidth() * 8) {
            painter.setPen(palette().color(QPalette::Text));
            const QRect upper = inside.adjusted(0, 0, 0, -inside.height() / 2);
            const QRect lower = inside.adjusted(0, inside.height() / 2, 0, 0);
            painter.drawText(upper, Qt::AlignVCenter | Qt::AlignLeading,
                             fontMetrics().elidedText(of.text, Qt::ElideRight, upper.width()));
            painter.setPen(mutedColor(palette()));
            const QString about = of.library.isEmpty()
                                      ? shortTime(of.duration())
                                      : tr("%1, %2").arg(shortTime(of.duration()), of.library);
            painter.drawText(lower, Qt::AlignVCenter | Qt::AlignLeading,
                             fontMetrics().elidedText(about, Qt::ElideRight, lower.width()));
        }
    }
    if (m_current < 0)
        return;
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(stepRect(m_current).adjusted(0, 0, -1, -1));
}

QString BootTimelineChart::stepText(int step) const
{
    const BootStep &of = m_steps.at(step);
    return tr("%1, %2 %3, lasted %4")
        .arg(of.text, of.library.isEmpty() ? bootPhaseName(of.phase) : of.library,
             tr("at %1").arg(shortTime(of.start)), shortTime(of.duration()));
}

int BootTimelineChart::stepAt(const QPoint &position) const
{
    if (position.y() < stepsTop() || position.y() >= stepsTop() + 2 * rowHeight())
        return -1;
    // Of several under the pointer, the one that lasted longest.
    int best = -1;
    constexpr int reach = 2;
    for (int step = 0; step < m_steps.size(); ++step) {
        if (stepRect(step).adjusted(-reach, 0, reach, 0).contains(position) &&
            (best < 0 || m_steps.at(step).duration() > m_steps.at(best).duration()))
            best = step;
    }
    return best;
}

const BootSpan *BootTimelineChart::spanAt(const QPoint &position) const
{
    const auto find = [&](const QVector<BootSpan> &spans, int top) -> const BootSpan * {
        for (const BootSpan &span : spans) {
            if (barRect(span.start, span.end, top, rowHeight()).contains(position))
                return &span;
        }
        return nullptr;
    };
    if (const BootSpan *span = find(m_spans, spansTop()))
        return span;
    return find(m_previous.spans, ghostTop());
}

bool BootTimelineChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString text;
        if (const int step = stepAt(help->pos()); step >= 0)
            text = stepText(step);
        else if (const BootSpan *span = spanAt(help->pos()))
            text = tr("%1: %2, from %3")
                       .arg(bootPhaseName(span->phase), shortTime(span->duration()),
                            shortTime(span->start));
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BootTimelineChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const int step = stepAt(event->position().toPoint()); step >= 0)
        setCurrentStep(step);
}

void BootTimelineChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (const int step = stepAt(position); step >= 0)
        emit recordRequested(m_steps.at(step).record);
    else if (position.y() < stepsTop()) {
        if (const BootSpan *span = spanAt(position))
            emit recordRequested(span->record);
    }
}

void BootTimelineChart::wheelEvent(QWheelEvent *event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    constexpr double aNotch = 120;
    setZoom(m_zoom * std::pow(1.25, event->angleDelta().y() / aNotch), int(event->position().x()));
    event->accept();
}

void BootTimelineChart::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int backward = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const int anchor = m_current >= 0 ? stepRect(m_current).center().x() : viewport()->width() / 2;
    const int key = event->key();
    if (key == forward)
        setCurrentStep(m_current + 1);
    else if (key == backward)
        setCurrentStep(std::max(0, m_current - 1));
    else if (key == Qt::Key_Home)
        setCurrentStep(m_steps.isEmpty() ? -1 : 0);
    else if (key == Qt::Key_End)
        setCurrentStep(int(m_steps.size()) - 1);
    else if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        setZoom(m_zoom * 1.5, anchor);
    else if (key == Qt::Key_Minus)
        setZoom(m_zoom / 1.5, anchor);
    else if (key == Qt::Key_0)
        setZoom(1, 0);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0)
        emit recordRequested(m_steps.at(m_current).record);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void BootTimelineChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void BootTimelineChart::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace kiln
