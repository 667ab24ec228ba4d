// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the GUI thread is busy at a stretch.
#pragma once

#include "wait_in_turns.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#ifdef QT_TESTLIB_LIB
#include <QTest>
#endif

#include <algorithm>

#include <time.h>

namespace kiln::test {

/// Measures the longest turn of this thread's event loop, two ways: the thread's own processor time
/// between two turns, and the time by the clock between two ticks of a timer, which is what a user
/// feels. From the second, the time the thread was ready but other programs had the processors is
/// taken off where the kernel tells it (schedstat in proc(5)). Wait with waitInTurns().
class TurnMeter : public QObject
{
public:
    /// How much longer than promised a turn may take in a test: development builds run theirs side
    /// by side on machines that leave caches cold and processors to others, and under the
    /// sanitizers time is not what is looked for. A release build, and tests/bench/configure_bench,
    /// show what holds.
#if defined(KILN_SANITIZED)
    static constexpr double leniency = 9;
#elif defined(NDEBUG)
    static constexpr double leniency = 1;
#else
    static constexpr double leniency = 3;
#endif
    /// Milliseconds the window may work at a stretch, as the thread's own clock counts them: what
    /// else the machine does is left out.
    static constexpr double slice = 8 * leniency;
    /// For what lays out or paints all of the window anew: one frame.
    static constexpr double frame = 2 * slice;
    static constexpr double mostWork = std::max(25.0, slice);
    static constexpr double mostWait = std::max(100.0, 4 * slice);

    TurnMeter()
    {
        (void)m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, &TurnMeter::endWait);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this,
                &TurnMeter::endTurn);
    }

    void start()
    {
        m_longestWork = m_longestWait = 0;
        m_queued = queued();
        m_running = true;
        m_turn = now();
        m_clock.start();
        m_timer.start();
    }

    void stop()
    {
        endTurn();
        endWait();
        m_running = false;
        m_timer.stop();
    }

    /// Milliseconds of processor time the longest turn took.
    [[nodiscard]] double work() const
    {
        return double(m_longestWork) / 1e6;
    }
    /// Milliseconds by the clock between two ticks at worst, without what others took.
    [[nodiscard]] double wait() const
    {
        return double(m_longestWait) / 1e6;
    }
    [[nodiscard]] bool isGood() const
    {
        return work() <= mostWork && wait() < mostWait;
    }
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("longest turn %1 ms of work, longest wait %2 ms")
            .arg(work(), 0, 'f', 1)
            .arg(wait(), 0, 'f', 1);
    }

#ifdef QT_TESTLIB_LIB
    /// Measures what `start` sets going, until `done` holds and it has settled; fails the test when
    /// a turn of the event loop takes more than `most` milliseconds of work.
    template <typename Start, typename Done>
    void measure(const QString &what, Start startIt, Done done, double most = slice)
    {
        run(settling); // what went before
        start();
        startIt();
        const bool ended = waitInTurns(done);
        run(settling);
        stop();
        qInfo("%-40s %s", qPrintable(what), qPrintable(text()));
        QVERIFY2(ended, qPrintable(what + QStringLiteral(" did not end")));
        QVERIFY2(work() <= most && wait() < mostWait,
                 qPrintable(QStringLiteral("%1: %2").arg(what, text())));
    }
    template <typename Start>
    void measure(const QString &what, Start startIt)
    {
        measure(what, startIt, [] { return true; });
    }
#endif

    /// Runs the event loop for some time.
    void run(int milliseconds)
    {
        QElapsedTimer clock;
        clock.start();
        (void)waitInTurns([&] { return clock.elapsed() >= milliseconds; });
    }

private:
    static constexpr int settling = 150; // milliseconds

    /// Nanoseconds this thread has computed.
    static qint64 now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

    /// Nanoseconds this thread has been ready while others ran; 0 when the kernel does not tell.
    qint64 queued()
    {
        m_schedule.seek(0);
        const QList<QByteArray> fields = m_schedule.readLine().split(' ');
        return fields.size() > 1 ? fields[1].toLongLong() : 0;
    }

    void endWait()
    {
        const qint64 waited = m_clock.nsecsElapsed();
        m_clock.start();
        const qint64 sofar = queued();
        m_longestWait = std::max(m_longestWait, waited - (sofar - m_queued));
        m_queued = sofar;
    }

    void endTurn()
    {
        const qint64 time = now();
        if (m_running)
            m_longestWork = std::max(m_longestWork, time - m_turn);
        m_turn = time;
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    QFile m_schedule{QStringLiteral("/proc/thread-self/schedstat")};
    qint64 m_queued = 0;
    qint64 m_turn = 0;
    qint64 m_longestWork = 0;
    qint64 m_longestWait = 0;
    bool m_running = false;
};

} // namespace kiln::test
