// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rectangles whose areas are as numbers given, as near to squares as can be (Bruls, Huizing, van
// Wijk: Squarified Treemaps, 2000).
#pragma once

#include <QRectF>
#include <QVector>

namespace kiln {

/// One rectangle for each weight, in their order; they fill `area` without overlap. Weights must be
/// sorted, largest first; those of zero or less get empty rectangles.
[[nodiscard]] QVector<QRectF> squarified(const QVector<double> &weights, const QRectF &area);

} // namespace kiln
