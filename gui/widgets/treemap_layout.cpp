// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/treemap_layout.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace kiln {

namespace {

/// The worst ratio of sides in a row of areas that add up to `sum`, laid along `side`.
double worstRatio(double largest, double smallest, double sum, double side)
{
    const double square = side * side;
    const double sumSquare = sum * sum;
    return std::max(square * largest / sumSquare, sumSquare / (square * smallest));
}

} // namespace

QVector<QRectF> squarified(const QVector<double> &weights, const QRectF &area)
{
    QVector<QRectF> result(weights.size());
    const auto isEmpty = [](double weight) { return weight <= 0; };
    const qsizetype count = std::find_if(weights.begin(), weights.end(), isEmpty) - weights.begin();
    const double total = std::accumulate(weights.begin(), weights.begin() + count, 0.0);
    if (total <= 0 || area.width() <= 0 || area.height() <= 0)
        return result;
    const double scale = area.width() * area.height() / total;
    QRectF free = area;
    qsizetype first = 0;
    while (first < count) {
        const double side = std::min(free.width(), free.height());
        double sum = 0;
        double worst = std::numeric_limits<double>::infinity();
        qsizetype behind = first;
        // A row takes the next rectangle as long as that makes the worst of them better.
        while (behind < count) {
            const double more = weights[behind] * scale;
            const double ratio = worstRatio(weights[first] * scale, more, sum + more, side);
            if (ratio > worst)
                break;
            worst = ratio;
            sum += more;
            ++behind;
        }
        const bool isLast = behind == count;
        const bool isColumn = free.width() >= free.height();
        const double length = isColumn ? free.height() : free.width();
        // The last row takes what is there, whatever rounding has left.
        const double depth =
            isLast ? (isColumn ? free.width() : free.height()) : (length > 0 ? sum / length : 0);
        double at = 0;
        for (qsizetype i = first; i < behind; ++i) {
            const double part = i + 1 == behind ? length - at
                                : sum > 0       ? weights[i] * scale / sum * length
                                                : 0;
            result[i] = isColumn ? QRectF(free.left(), free.top() + at, depth, part)
                                 : QRectF(free.left() + at, free.top(), part, depth);
            at += part;
        }
        if (isColumn)
            free.setLeft(free.left() + depth);
        else
            free.setTop(free.top() + depth);
        first = behind;
    }
    return result;
}

} // namespace kiln
