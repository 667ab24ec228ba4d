// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How tests wait for what is done in slices.
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace kiln::test {

/// Runs the event loop until `isDone()` holds; false when it does not within `milliseconds`.
/// QTest's own waits sleep for ten milliseconds between two turns: work in slices of two takes six
/// times as long then, and a clock can't tell the sleep from work.
template <typename Predicate>
bool waitInTurns(Predicate isDone, int milliseconds = 30'000)
{
    QElapsedTimer clock;
    clock.start();
    // Wakes the loop when nothing else does.
    QTimer tick;
    tick.start(5);
    while (!isDone()) {
        if (clock.elapsed() > milliseconds)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace kiln::test
