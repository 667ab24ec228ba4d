// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the time of a boot went, read from the timestamps of its log.
#pragma once

#include "workbench/log_walker.h"

#include <QString>
#include <QVector>

#include <optional>

namespace kiln {

/// What a system does one after the other, in the order in which it usually does.
enum class BootPhase
{
    platform,     ///< from the start of the clock: memory, traps, console
    constructors, ///< of the kernel
    heap,
    interrupts,
    clock,
    scheduler,
    initTable, ///< init functions: drivers, file systems, test suites
    libraries, ///< constructors of C and C++
    main,      ///< the application
    shutdown
};
inline constexpr int bootPhaseCount = 10;

/// For people: "Platform", "Init functions", …
[[nodiscard]] QString bootPhaseName(BootPhase phase);
/// For programs: "platform", "init-functions", …
[[nodiscard]] QString bootPhaseKey(BootPhase phase);

/// A message with a time, and what came to pass until the next one.
struct BootStep
{
    qsizetype record = 0;
    qint64 start = 0, end = 0; ///< guest clock, µs; `end` is the next message's start
    LogLevel level = LogLevel::info;
    BootPhase phase = BootPhase::platform;
    QString library;
    QString text; ///< the message's beginning

    [[nodiscard]] qint64 duration() const { return end - start; }
};

/// A stretch of time with the records in it.
struct BootSpan
{
    BootPhase phase = BootPhase::platform;
    qint64 start = 0, end = 0; ///< guest clock, µs
    qsizetype record = 0;      ///< the first

    [[nodiscard]] qint64 duration() const { return end - start; }
};

/// What is kept of a boot to compare the next one with.
struct BootSummary
{
    QVector<BootSpan> spans;
    QVector<BootStep> slowest; ///< of the boot proper, longest first, a handful
    qint64 bootTime = 0;       ///< until main() is called, or all there is, µs
    bool reachedMain = false;

    [[nodiscard]] bool isEmpty() const { return spans.isEmpty(); }
};

/// Follows the last boot in a log; when the guest's clock starts over, that is the next boot, and
/// the one before is the previous one.
class BootTimeline : public LogAnalyser
{
public:
    void clear() override;
    void take(qsizetype record, const LogPiece &piece) override;

    /// Messages with a time, at most mostSteps of them: what an application prints for hours is no
    /// boot.
    [[nodiscard]] const QVector<BootStep> &steps() const { return m_steps; }
    [[nodiscard]] const QVector<BootSpan> &spans() const { return m_spans; }
    [[nodiscard]] bool isEmpty() const { return m_steps.isEmpty(); }
    /// Lines before the first message: the firmware's and the boot loader's, which have no time.
    [[nodiscard]] qsizetype linesBefore() const { return m_linesBefore; }
    /// Whether kernel messages came, but without a time.
    [[nodiscard]] bool isUntimed() const { return m_steps.isEmpty() && m_untimed > 0; }
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// The time of the last message, µs.
    [[nodiscard]] qint64 end() const { return m_steps.isEmpty() ? 0 : m_end; }
    [[nodiscard]] BootSummary summary() const;
    /// The boot before in the same log; empty when there was none.
    [[nodiscard]] const BootSummary &previous() const { return m_previous; }
    /// Rises with each change.
    [[nodiscard]] int revision() const { return m_revision; }

    static constexpr qsizetype mostSteps = 20'000;

private:
    void startOver();
    void enter(BootPhase phase, qint64 time, qsizetype record);

    QVector<BootStep> m_steps;
    QVector<BootSpan> m_spans;
    BootSummary m_previous;
    qsizetype m_linesBefore = 0;
    qsizetype m_untimed = 0;
    qint64 m_end = 0;
    bool m_isOver = false;
    int m_revision = 0;
};

/// "Boot took 103 ms; slowest step: “Calibrating…” (libkvmplat), 100 ms", and how that compares
/// with `previous`, if that is not empty. Empty for an empty summary.
[[nodiscard]] QString bootSentence(const BootSummary &boot, const BootSummary &previous = {});
/// "1.23 s", "15.4 ms", "120 µs": three digits that count.
[[nodiscard]] QString shortTime(qint64 microseconds);

} // namespace kiln
