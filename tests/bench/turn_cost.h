// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a piece of work cost this thread, and whose the time was.
#pragma once

#include <QFile>
#include <QList>
#include <QString>

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

namespace kiln::bench {

/// What went by between two moments. A turn whose processor time is short and whose time by the
/// clock is long was interrupted: others had the processor. Processor time counts what a host took
/// from a virtual processor (`stolen`) and what the kernel did for faults of pages.
struct TurnCost
{
    double work = 0;   ///< milliseconds of this thread's processor time
    double clock = 0;  ///< milliseconds by the clock
    double stolen = 0; ///< milliseconds a host took from all processors, in steps of ten
    long faults = 0;   ///< pages
    long preempted = 0;

    bool operator<(const TurnCost &other) const { return work < other.work; }
    [[nodiscard]] QString text() const
    {
        QString text = QStringLiteral("%1 ms (%2 by the clock, %3 pages, preempted %4 times")
                           .arg(work, 0, 'f', 2)
                           .arg(clock, 0, 'f', 2)
                           .arg(faults)
                           .arg(preempted);
        if (stolen > 0)
            text += QStringLiteral(", the host took %1 ms").arg(stolen, 0, 'f', 0);
        return text + u')';
    }
};

/// Measures this thread.
class Stopwatch
{
public:
    Stopwatch() { start(); }
    void start() { m_start = now(); }
    [[nodiscard]] TurnCost cost() const
    {
        const TurnCost end = now();
        return {end.work - m_start.work, end.clock - m_start.clock, end.stolen - m_start.stolen,
                end.faults - m_start.faults, end.preempted - m_start.preempted};
    }
    /// Of processor time.
    [[nodiscard]] double milliseconds() const
    {
        return time(CLOCK_THREAD_CPUTIME_ID) - m_start.work;
    }

    /// Milliseconds of processor time since the thread was started.
    static double worked() { return time(CLOCK_THREAD_CPUTIME_ID); }

private:
    static double time(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    /// Milliseconds that the host kept all processors from running, as proc(5) tells.
    static double stolen()
    {
        QFile stat(QStringLiteral("/proc/stat"));
        if (!stat.open(QIODevice::ReadOnly))
            return 0;
        constexpr int steal = 8; // of "cpu  user nice system idle iowait irq softirq steal"
        const QList<QByteArray> fields = stat.readLine().simplified().split(' ');
        return fields.value(steal).toDouble() * 1000 / double(sysconf(_SC_CLK_TCK));
    }
    static TurnCost now()
    {
        rusage usage{};
        getrusage(RUSAGE_THREAD, &usage);
        TurnCost all;
        all.stolen = stolen();
        all.faults = usage.ru_minflt + usage.ru_majflt;
        all.preempted = usage.ru_nivcsw;
        all.clock = time(CLOCK_MONOTONIC);
        all.work = time(CLOCK_THREAD_CPUTIME_ID);
        return all;
    }

    TurnCost m_start;
};

} // namespace kiln::bench
