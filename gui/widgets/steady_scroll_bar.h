// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scroll bar beside something that grows all the time.
#pragma once

#include <QScrollBar>
#include <QTimer>

namespace kiln {

/// Painted when the event loop finds its slider somewhere else; when only the numbers behind it
/// have changed, once they have come to rest. Qt paints tall shapes by tasks for other threads,
/// several for one scroll bar, and waits for each: on a machine whose processors are busy a window
/// that paints one for every block of a log stands still for tens of milliseconds.
class SteadyScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit SteadyScrollBar(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void sliderChange(SliderChange change) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect slider() const;

    QRect m_painted; ///< the slider, when it was painted last
    QTimer m_look;   ///< when all that belongs together has been set
    QTimer m_later;
};

} // namespace kiln
