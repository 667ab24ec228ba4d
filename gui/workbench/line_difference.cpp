// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/line_difference.h"

#include <algorithm>
#include <vector>

namespace kiln {

namespace {

constexpr int mostEdits = 1000;

using Lines = QList<QByteArray>;

/// What stays between the first and the last line that differ.
class Middle
{
public:
    Middle(const Lines &first, const Lines &second)
        : m_first(first)
        , m_second(second)
    {}

    [[nodiscard]] QVector<DifferenceLine> lines()
    {
        QVector<DifferenceLine> result;
        if (!search()) {
            for (const QByteArray &line : m_first)
                result.append({DifferenceSide::first, line});
            for (const QByteArray &line : m_second)
                result.append({DifferenceSide::second, line});
            return result;
        }
        int x = int(m_first.size());
        int y = int(m_second.size());
        for (int d = int(m_trace.size()) - 1; d >= 0; --d) {
            const int k = x - y;
            const bool isDown = comesFromAbove(d, k);
            const int before = isDown ? k + 1 : k - 1;
            const int beforeX = d > 0 ? farthest(d - 1, before) : 0;
            const int beforeY = beforeX - before;
            const int startX = d > 0 ? (isDown ? beforeX : beforeX + 1) : 0;
            while (x > startX) {
                --y;
                result.append({DifferenceSide::both, m_first[--x]});
            }
            if (d == 0)
                break;
            if (isDown)
                result.append({DifferenceSide::second, m_second[--y]});
            else
                result.append({DifferenceSide::first, m_first[--x]});
            x = beforeX;
            y = beforeY;
        }
        std::reverse(result.begin(), result.end());
        return result;
    }

private:
    /// How far the first text is read on a diagonal with so many edits.
    [[nodiscard]] int farthest(int d, int k) const
    {
        return k < -d || k > d ? -1 : m_trace[std::size_t(d)][std::size_t(k + d)];
    }
    [[nodiscard]] bool comesFromAbove(int d, int k) const
    {
        return d > 0 && (k == -d || (k != d && farthest(d - 1, k - 1) < farthest(d - 1, k + 1)));
    }

    bool search()
    {
        const int n = int(m_first.size());
        const int m = int(m_second.size());
        for (int d = 0; d <= std::min(mostEdits, n + m); ++d) {
            m_trace.emplace_back(std::size_t(2 * d + 1), -1);
            for (int k = -d; k <= d; k += 2) {
                int x = 0;
                if (d > 0)
                    x = comesFromAbove(d, k) ? farthest(d - 1, k + 1) : farthest(d - 1, k - 1) + 1;
                int y = x - k;
                while (x < n && y >= 0 && y < m && m_first[x] == m_second[y]) {
                    ++x;
                    ++y;
                }
                m_trace.back()[std::size_t(k + d)] = x;
                if (x >= n && y >= m)
                    return true;
            }
        }
        return false;
    }

    const Lines &m_first;
    const Lines &m_second;
    std::vector<std::vector<int>> m_trace; ///< by number of edits, then diagonal
};

} // namespace

QVector<DifferenceLine> lineDifference(const QByteArray &first, const QByteArray &second)
{
    Lines left = first.split('\n');
    Lines right = second.split('\n');
    QVector<DifferenceLine> head;
    QVector<DifferenceLine> tail;
    qsizetype common = 0;
    const qsizetype most = std::min(left.size(), right.size());
    while (common < most && left[common] == right[common])
        head.append({DifferenceSide::both, left[common++]});
    left = left.mid(common);
    right = right.mid(common);
    while (!left.isEmpty() && !right.isEmpty() && left.last() == right.last()) {
        tail.append({DifferenceSide::both, left.takeLast()});
        right.removeLast();
    }
    head += Middle(left, right).lines();
    std::reverse(tail.begin(), tail.end());
    return head + tail;
}

} // namespace kiln
