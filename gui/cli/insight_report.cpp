// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/insight_report.h"

#include "workbench/crash_decoder.h"
#include "workbench/insight_json.h"
#include "workbench/log_record.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kiln::cli {

namespace {

void printTests(const TestResults &results, Console &console)
{
    for (const TestSuite &suite : results.suites()) {
        console.say(QStringLiteral("%1 %2").arg(
            suite.hasPassed() ? QStringLiteral("pass") : QStringLiteral("FAIL"), suite.name));
        for (const TestCase &each : suite.cases) {
            const auto time = each.microseconds();
            console.say(QStringLiteral("  %1 %2 (%3 of %4%5)")
                            .arg(each.hasPassed() ? QStringLiteral("pass") : QStringLiteral("FAIL"),
                                 each.name)
                            .arg(each.passed)
                            .arg(each.expectations.size())
                            .arg(time ? QStringLiteral(", ") + shortTime(*time) : QString()));
        }
    }
    printTestSummary(results, console);
}

void printTimeline(const BootTimeline &timeline, Console &console)
{
    if (timeline.isEmpty()) {
        console.say(timeline.isUntimed()
                        ? QStringLiteral("The kernel's messages have no time. Switch on "
                                         "LIBUKDEBUG_PRINT_TIME.")
                        : QStringLiteral("No message of a kernel. Information messages tell most: "
                                         "LIBUKDEBUG_PRINTK_INFO."));
        return;
    }
    for (const BootSpan &span : timeline.spans())
        console.say(QStringLiteral("%1  %2  %3")
                        .arg(shortTime(span.start), 10)
                        .arg(shortTime(span.duration()), 10)
                        .arg(bootPhaseName(span.phase)));
    const BootSummary summary = timeline.summary();
    if (!summary.slowest.isEmpty()) {
        console.say(QStringLiteral("\nslowest steps"));
        for (const BootStep &step : summary.slowest)
            console.say(QStringLiteral("%1  %2  %3")
                            .arg(shortTime(step.start), 10)
                            .arg(shortTime(step.duration()), 10)
                            .arg(step.library.isEmpty()
                                     ? step.text
                                     : QStringLiteral("[%1] %2").arg(step.library, step.text)));
    }
    console.say(u'\n' + bootSentence(summary, timeline.previous()));
}

void printCrashes(const QVector<CrashReport> &reports, Console &console)
{
    if (reports.isEmpty())
        console.say(QStringLiteral("No crash."));
    for (const CrashReport &report : reports) {
        console.write(report.text().toUtf8());
        if (!report.trouble.isEmpty())
            console.note(report.trouble);
    }
}

} // namespace

void InsightReader::feed(QByteArrayView bytes)
{
    m_parser.feed(logBytes(bytes), [this](const LogPiece &piece) { take(piece); });
}

void InsightReader::finish()
{
    m_parser.finish([this](const LogPiece &piece) { take(piece); });
    m_crashes.finish();
}

void InsightReader::take(const LogPiece &piece)
{
    LogPiece whole = piece;
    whole.header = parseLogHeader(piece.bytes);
    m_tests.take(m_record, whole);
    m_timeline.take(m_record, whole);
    m_crashes.take(m_record, whole);
    if (whole.header.level == LogLevel::error || whole.header.level == LogLevel::critical)
        takeError(whole);
    ++m_record;
}

void InsightReader::takeError(const LogPiece &piece)
{
    constexpr qsizetype most = 3;
    constexpr std::size_t longest = 512;
    const auto text = [](std::string_view bytes) { return logText(QByteArrayView(bytes)); };
    QString error = text(piece.bytes.substr(piece.header.messageStart, longest)).trimmed();
    if (piece.header.line > 0)
        error += QStringLiteral(" (%1:%2)").arg(text(piece.header.file)).arg(piece.header.line);
    m_lastErrors.append(error);
    if (m_lastErrors.size() > most)
        m_lastErrors.removeFirst();
}

QVector<CrashReport> InsightReader::decodedCrashes(const QString &image) const
{
    QVector<CrashReport> reports = m_crashes.reports();
    for (CrashReport &report : reports) {
        if (!image.isEmpty())
            report = decodeCrash(report, {image, m_crashes.constructorTable()});
    }
    return reports;
}

void printTestSummary(const TestResults &results, Console &console)
{
    for (const TestSuite &suite : results.suites()) {
        if (!suite.refusal.isEmpty())
            console.say(QStringLiteral("FAIL %1: %2").arg(suite.name, suite.refusal));
        for (const TestCase &each : suite.cases) {
            if (each.hasPassed())
                continue;
            if (!each.crash.isEmpty())
                console.say(QStringLiteral("FAIL %1->%2 crashed: %3")
                                .arg(suite.name, each.name, each.crash));
            for (const TestExpectation &failed : each.expectations) {
                if (!failed.passed)
                    console.say(
                        QStringLiteral("FAIL %1->%2: %3%4")
                            .arg(suite.name, each.name,
                                 failed.file.isEmpty()
                                     ? QString()
                                     : QStringLiteral("%1:%2: ").arg(failed.file).arg(failed.line),
                                 failed.text));
            }
        }
    }
    if (const QString difference = results.discrepancy(); !difference.isEmpty())
        console.note(difference);
    const TestTotals &totals = results.totals();
    console.say(QStringLiteral("%1 suites, %2 cases, %3 expectations; %4 cases failed")
                    .arg(totals.suites.total)
                    .arg(totals.cases.total)
                    .arg(totals.expectations.total)
                    .arg(totals.cases.failed));
}

void printInsight(Insight what, const InsightReader &reader, const QString &image, bool json,
                  Console &console)
{
    if (!json) {
        switch (what) {
        case Insight::tests:
            printTests(reader.tests(), console);
            return;
        case Insight::timeline:
            printTimeline(reader.timeline(), console);
            return;
        case Insight::crash:
            printCrashes(reader.decodedCrashes(image), console);
            return;
        }
    }
    QJsonDocument document;
    if (what == Insight::tests) {
        document.setObject(toJson(reader.tests()));
    } else if (what == Insight::timeline) {
        document.setObject(toJson(reader.timeline()));
    } else {
        QJsonArray reports;
        for (const CrashReport &report : reader.decodedCrashes(image))
            reports.append(toJson(report));
        document.setArray(reports);
    }
    console.write(document.toJson(QJsonDocument::Compact) + '\n');
}

} // namespace kiln::cli
