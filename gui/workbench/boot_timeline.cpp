// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/boot_timeline.h"

#include "workbench/log_record.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kiln {

namespace {

/// The message that begins a phase, in the words of upstream and of the bundled tree.
struct PhaseMark
{
    std::string_view beginning;
    BootPhase phase;
};

constexpr PhaseMark marks[] = {
    {"Unikraft constructor table", BootPhase::constructors},
    {"Running constructors of the kernel", BootPhase::constructors},
    {"Initialize memory allocator", BootPhase::heap},
    {"Building the heap", BootPhase::heap},
    {"Initialize the IRQ subsystem", BootPhase::interrupts},
    {"Setting up interrupts", BootPhase::interrupts},
    {"Initialize platform time", BootPhase::clock},
    {"Starting the clock", BootPhase::clock},
    {"Initialize scheduling", BootPhase::scheduler},
    {"Init Table @", BootPhase::initTable},
    {"Running init functions", BootPhase::initTable},
    {"Pre-init table", BootPhase::libraries},
    {"Running preinit functions", BootPhase::libraries},
    {"Constructor table", BootPhase::libraries},
    {"Running constructors", BootPhase::libraries},
    {"Calling main(", BootPhase::main},
    {"main returned", BootPhase::shutdown},
    {"Switching off", BootPhase::shutdown},
    {"Halting system", BootPhase::shutdown},
};

std::optional<BootPhase> phaseOf(std::string_view message)
{
    for (const PhaseMark &mark : marks) {
        if (message.starts_with(mark.beginning))
            return mark.phase;
    }
    return std::nullopt;
}

bool isLastWord(std::string_view message)
{
    return message.starts_with("System halted") || message.starts_with("System crashed") ||
           message.starts_with("System restarting") || message.starts_with("Unikraft halted") ||
           message.starts_with("Unikraft crashed");
}

QString withSource(const BootStep &step)
{
    const QString quoted = QCoreApplication::translate("BootTimeline", "“%1”").arg(step.text);
    return step.library.isEmpty()
               ? quoted
               : QCoreApplication::translate("BootTimeline", "%1 (%2)").arg(quoted, step.library);
}

} // namespace

QString bootPhaseName(BootPhase phase)
{
    static constexpr const char *names[bootPhaseCount] = {
        QT_TRANSLATE_NOOP("BootTimeline", "Platform"),
        QT_TRANSLATE_NOOP("BootTimeline", "Kernel constructors"),
        QT_TRANSLATE_NOOP("BootTimeline", "Heap"),
        QT_TRANSLATE_NOOP("BootTimeline", "Interrupts"),
        QT_TRANSLATE_NOOP("BootTimeline", "Clock"),
        QT_TRANSLATE_NOOP("BootTimeline", "Scheduler"),
        QT_TRANSLATE_NOOP("BootTimeline", "Init functions"),
        QT_TRANSLATE_NOOP("BootTimeline", "Constructors"),
        QT_TRANSLATE_NOOP("BootTimeline", "Application"),
        QT_TRANSLATE_NOOP("BootTimeline", "Shutdown"),
    };
    return QCoreApplication::translate("BootTimeline", names[int(phase)]);
}

QString bootPhaseKey(BootPhase phase)
{
    static constexpr const char *keys[bootPhaseCount] = {
        "platform",  "kernel-constructors", "heap",         "interrupts",  "clock",
        "scheduler", "init-functions",      "constructors", "application", "shutdown",
    };
    return QLatin1String(keys[int(phase)]);
}

void BootTimeline::clear()
{
    const int revision = m_revision;
    *this = BootTimeline();
    m_revision = revision + 1;
}

void BootTimeline::startOver()
{
    BootSummary before = summary();
    clear();
    m_previous = std::move(before);
}

void BootTimeline::enter(BootPhase phase, qint64 time, qsizetype record)
{
    // Two messages may begin the same phase, and a phase never begins again.
    if (!m_spans.isEmpty()) {
        if (m_spans.last().phase >= phase)
            return;
        time = std::max(time, m_spans.last().start); // another processor's message came late
        m_spans.last().end = time;
    }
    m_spans.append({phase, time, time, record});
}

void BootTimeline::take(qsizetype record, const LogPiece &piece)
{
    if (!piece.header.timeMicroseconds) {
        if (piece.header.level != LogLevel::plain)
            m_revision += ++m_untimed == 1 ? 1 : 0;
        else if (m_steps.isEmpty() && !isInvisible(piece.bytes))
            ++m_linesBefore;
        return;
    }
    const qint64 time = *piece.header.timeMicroseconds;
    // Messages of several processors can be out of order by a little; a clock that starts over
    // falls far.
    constexpr qint64 little = 10'000;
    if (!m_steps.isEmpty() && time < m_end / 2 && time + little < m_end)
        startOver();
    ++m_revision;
    std::string_view message = piece.bytes.substr(piece.header.messageStart);
    // Colours may stand before the words.
    while (message.starts_with('\x1b') && message.find('m') != std::string_view::npos)
        message.remove_prefix(message.find('m') + 1);
    const auto phase = phaseOf(message);
    if (m_spans.isEmpty() && !phase)
        enter(BootPhase::platform, std::min<qint64>(time, 0), record);
    else if (m_spans.isEmpty() && *phase != BootPhase::platform)
        enter(BootPhase::platform, 0, record);
    if (phase)
        enter(*phase, time, record);
    m_end = std::max(m_end, time);
    m_spans.last().end = m_end;
    m_isOver = m_isOver || isLastWord(message);
    if (!m_steps.isEmpty())
        m_steps.last().end = std::max(m_steps.last().start, time);
    if (m_steps.size() >= mostSteps)
        return;
    constexpr std::size_t longest = 160;
    BootStep step;
    step.record = record;
    step.start = step.end = time;
    step.level = piece.header.level;
    step.phase = m_spans.last().phase;
    step.library = logText(QByteArrayView(piece.header.library));
    step.text = logText(QByteArrayView(message.substr(0, longest))).simplified();
    m_steps.append(step);
}

BootSummary BootTimeline::summary() const
{
    BootSummary result;
    result.spans = m_spans;
    result.bootTime = m_end;
    for (const BootSpan &span : m_spans) {
        if (span.phase < BootPhase::main)
            continue;
        result.reachedMain = span.phase == BootPhase::main;
        result.bootTime = span.start;
        break;
    }
    for (const BootStep &step : m_steps) {
        if (step.phase < BootPhase::main && step.duration() > 0)
            result.slowest.append(step);
    }
    constexpr qsizetype handful = 10;
    const auto middle =
        result.slowest.begin() + std::min<qsizetype>(handful, result.slowest.size());
    std::partial_sort(
        result.slowest.begin(), middle, result.slowest.end(),
        [](const BootStep &a, const BootStep &b) { return a.duration() > b.duration(); });
    result.slowest.erase(middle, result.slowest.end());
    return result;
}

QString shortTime(qint64 microseconds)
{
    const QLocale locale;
    const auto digits = [](double value) { return value >= 100 ? 0 : value >= 10 ? 1 : 2; };
    if (microseconds < 1000)
        return QStringLiteral("%1 µs").arg(locale.toString(microseconds));
    const double milliseconds = double(microseconds) / 1e3;
    if (milliseconds < 999.5)
        return QStringLiteral("%1 ms").arg(
            locale.toString(milliseconds, 'f', digits(milliseconds)));
    const double seconds = milliseconds / 1e3;
    return QStringLiteral("%1 s").arg(locale.toString(seconds, 'f', digits(seconds)));
}

QString bootSentence(const BootSummary &boot, const BootSummary &previous)
{
    if (boot.isEmpty())
        return {};
    const auto translate = [](const char *text) {
        return QCoreApplication::translate("BootTimeline", text);
    };
    QString text = boot.reachedMain
                       ? translate(QT_TRANSLATE_NOOP("BootTimeline", "Boot took %1 until main()"))
                       : translate(QT_TRANSLATE_NOOP("BootTimeline", "Boot took %1"));
    text = text.arg(shortTime(boot.bootTime));
    // A difference of a few microseconds is the machine's mood.
    constexpr qint64 noticeable = 50;
    if (!previous.isEmpty() && previous.reachedMain == boot.reachedMain) {
        const qint64 difference = boot.bootTime - previous.bootTime;
        if (std::abs(difference) < std::max<qint64>(noticeable, previous.bootTime / 100))
            text += translate(QT_TRANSLATE_NOOP("BootTimeline", ", as long as the boot before"));
        else
            text += (difference > 0 ? translate(QT_TRANSLATE_NOOP(
                                          "BootTimeline", ", %1 longer than the boot before"))
                                    : translate(QT_TRANSLATE_NOOP(
                                          "BootTimeline", ", %1 shorter than the boot before")))
                        .arg(shortTime(std::abs(difference)));
    }
    if (!boot.slowest.isEmpty())
        text +=
            translate(QT_TRANSLATE_NOOP("BootTimeline", "; slowest step: %1, %2"))
                .arg(withSource(boot.slowest.first()), shortTime(boot.slowest.first().duration()));
    return text + u'.';
}

} // namespace kiln
