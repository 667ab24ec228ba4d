// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The libraries of an image as boxes, with lines to those they use.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/graph_layout.h"
#include "workbench/library_graph.h"

#include <QGraphicsView>

#include <memory>

namespace kiln {

/// Whole lines are uses of symbols, dashed ones options that switch another library on. The lines
/// of the selected library stand out, and so does the way to it from the application. A click or
/// the arrow keys select; the wheel with Ctrl, + and - change the scale, 0 shows the whole.
class LibraryGraphView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit LibraryGraphView(QWidget *parent = nullptr);

    /// Lays out on a worker thread; laidOut() follows. Null: nothing to show.
    void setGraph(std::shared_ptr<const LibraryGraph> graph);
    /// -1: none.
    void select(int library);
    [[nodiscard]] int selected() const { return m_selected; }
    /// Where a library's box is, in pixels of the viewport; empty before it is laid out.
    [[nodiscard]] QRect boxOf(int library) const;

signals:
    void selectionChanged(int library);
    void laidOut();
    void problem(const kiln::Problem &problem);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showLayout(const GraphLayout &layout, const QVector<QSizeF> &sizes);
    void fit();
    void zoom(double factor);
    void step(int key);
    void refreshLines();
    [[nodiscard]] int libraryAt(const QPoint &point) const;

    std::shared_ptr<const LibraryGraph> m_graph;
    QVector<QRectF> m_boxes;          ///< by library, in scene coordinates
    QVector<QGraphicsItem *> m_nodes; ///< by library
    QVector<QGraphicsItem *> m_lines; ///< by link
    int m_selected = -1;
    int m_generation = 0;
    bool m_isFitted = true; ///< until the user chooses another scale
    BackgroundJobs m_jobs;
};

} // namespace kiln
