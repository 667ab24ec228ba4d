// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A boot drawn over time: phases, the steps in them, and the phases of the boot before.
#pragma once

#include "workbench/boot_timeline.h"

#include <QAbstractScrollArea>

namespace kiln {

/// Lanes from above: a ruler, the phases, the steps (a bar lasts until the next message, in the
/// colour of its level), and as a ghost the phases of the previous boot on the same scale. Wheel
/// with Ctrl, +, - and 0 zoom; the arrow keys go from step to step, Enter to the log. Right-to-left
/// layouts are mirrored. The current step is the accessible description.
class BootTimelineChart : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit BootTimelineChart(QWidget *parent = nullptr);

    /// What is shown from now on. The current step stays if there still is one.
    void setBoot(const QVector<BootStep> &steps, const QVector<BootSpan> &spans,
                 const BootSummary &previous);
    [[nodiscard]] int currentStep() const { return m_current; }
    void setCurrentStep(int step);
    /// 1: everything fits the width.
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Keeps what is at `anchor`, a horizontal place in the viewport, where it is.
    void setZoom(double zoom, int anchor);
    /// Of a step's bar, in the viewport.
    [[nodiscard]] QRect stepRect(int step) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentStepChanged(int step);
    /// A step or phase was activated: its record in the log.
    void recordRequested(qsizetype record);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] double xOf(qint64 time) const;
    [[nodiscard]] QRect barRect(qint64 start, qint64 end, int top, int height) const;
    [[nodiscard]] qint64 length() const;
    [[nodiscard]] int stepAt(const QPoint &position) const;
    [[nodiscard]] const BootSpan *spanAt(const QPoint &position) const;
    [[nodiscard]] QString stepText(int step) const;
    void updateScrollBar();
    void drawRuler(QPainter &painter) const;
    void drawSpans(QPainter &painter, const QVector<BootSpan> &spans, int top, bool isGhost) const;
    void drawSteps(QPainter &painter) const;
    void showStep(int step);

    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int rulerTop() const;
    [[nodiscard]] int spansTop() const;
    [[nodiscard]] int stepsTop() const;
    [[nodiscard]] int ghostTop() const;

    QVector<BootStep> m_steps;
    QVector<BootSpan> m_spans;
    BootSummary m_previous;
    int m_current = -1;
    double m_zoom = 1;
};

} // namespace kiln
