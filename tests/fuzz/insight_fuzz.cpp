// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a guest prints, what is read out of it holds together.

#include "workbench/boot_timeline.h"
#include "workbench/crash_reader.h"
#include "workbench/test_results.h"

#include <cstdlib>

using namespace kiln;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const TestResults &results)
{
    TestTotals counted;
    for (const TestSuite &suite : results.suites()) {
        ++counted.suites.total;
        counted.suites.failed += !suite.hasPassed();
        int failedCases = 0;
        for (const TestCase &each : suite.cases) {
            ++counted.cases.total;
            failedCases += !each.hasPassed();
            counted.expectations.total += each.passed + each.failed;
            counted.expectations.failed += each.failed;
            require(each.passed + each.failed == each.expectations.size());
        }
        require(failedCases == suite.failedCases);
        counted.cases.failed += failedCases;
    }
    require(counted == results.totals());
    (void)results.discrepancy();
}

void check(const BootTimeline &timeline)
{
    qint64 at = timeline.spans().isEmpty() ? 0 : timeline.spans().first().start;
    for (const BootSpan &span : timeline.spans()) {
        require(span.start >= at && span.end >= span.start);
        at = span.start;
    }
    for (const BootStep &step : timeline.steps())
        require(step.end >= step.start);
    (void)bootSentence(timeline.summary(), timeline.previous());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::vector<char> copy(data, data + size);
    TestResults results;
    BootTimeline timeline;
    CrashReader crashes;
    qsizetype record = 0;
    const auto sink = [&](const LogPiece &piece) {
        LogPiece whole = piece;
        whole.header = parseLogHeader(piece.bytes);
        for (LogAnalyser *each :
             std::initializer_list<LogAnalyser *>{&results, &timeline, &crashes})
            each->take(record, whole);
        ++record;
    };
    LogParser parser;
    parser.feed(std::string_view(copy.data(), copy.size()), sink);
    parser.finish(sink);
    check(results);
    check(timeline);
    for (const CrashReport &report : crashes.reports()) {
        require(report.firstRecord <= report.lastRecord && report.lastRecord < record);
        (void)report.text();
    }
    return 0;
}
