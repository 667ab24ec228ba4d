// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a piece of work may hold the event loop.
#pragma once

#include <QElapsedTimer>

namespace kiln {

/// Started when made. Work that is done in slices from the event loop looks at it every few hundred
/// microseconds at most and stops when it is over. Several such works may share one turn of the
/// loop with painting, and the turn shall not take eight milliseconds.
class SliceClock
{
public:
    SliceClock() { m_clock.start(); }
    [[nodiscard]] bool isOver() const { return m_clock.nsecsElapsed() > length; }

private:
    static constexpr qint64 length = 2'000'000; ///< nanoseconds
    QElapsedTimer m_clock;
};

} // namespace kiln
