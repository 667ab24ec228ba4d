// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Places for the nodes and lines of a graph, by graphviz' dot.
#pragma once

#include "workbench/problem.h"

#include <QPointF>
#include <QSizeF>
#include <QVector>

#include <utility>

namespace kiln {

struct GraphLayout
{
    QVector<QPointF> nodes; ///< centres
    /// For each edge a chain of cubic Bézier curves: a start, then three points for each curve;
    /// empty when it has none.
    QVector<QVector<QPointF>> edges;
    QSizeF size; ///< of the whole
};

/// Lays out boxes of these sizes from top to bottom, edges pointing down where they can. Takes
/// milliseconds to seconds: call it on a worker thread. Calls wait for each other, as graphviz can
/// do one at a time only.
[[nodiscard]] Result<GraphLayout> layOutGraph(const QVector<QSizeF> &nodes,
                                              const QVector<std::pair<int, int>> &edges);

} // namespace kiln
