// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How two texts differ, line by line.
#pragma once

#include <QByteArray>
#include <QVector>

namespace kiln {

enum class DifferenceSide
{
    both,
    first, ///< the line is in the first text only
    second ///< the line is in the second text only
};

struct DifferenceLine
{
    DifferenceSide side = DifferenceSide::both;
    QByteArray text; ///< without its newline

    friend bool operator==(const DifferenceLine &, const DifferenceLine &) = default;
};

/// All lines of both texts in an order that is that of each, with as many common ones as can be (E.
/// W. Myers, "An O(ND) Difference Algorithm", 1986); texts that differ in more than a thousand
/// lines differ in everything between the first and the last of these. Any thread.
[[nodiscard]] QVector<DifferenceLine> lineDifference(const QByteArray &first,
                                                     const QByteArray &second);

} // namespace kiln
