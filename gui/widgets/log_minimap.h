// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where in a log the warnings and errors are.
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace kiln {

class LogModel;
class LogTable;

/// All shown rows from top to bottom: a line of a level's colour where there is a warning or worse,
/// a mark on the left where the search matches, and a frame around what the table shows. A click
/// goes there. Model and table must outlive it.
class LogMinimap : public QWidget
{
    Q_OBJECT

public:
    LogMinimap(const LogModel *model, LogTable *table, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Draws anew soon; many calls at once cost one drawing.
    void refresh();

signals:
    /// The user wants this row.
    void rowRequested(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void goTo(int y);

    const LogModel *m_model;
    LogTable *m_table;
    QImage m_image; ///< one pixel a line
    QTimer m_timer;
};

} // namespace kiln
