// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/insight_json.h"

#include "workbench/boot_timeline.h"
#include "workbench/crash_report.h"
#include "workbench/log_record.h"
#include "workbench/test_results.h"

#include <QJsonArray>

namespace kiln {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(int number)
{
    return number == 0 ? QJsonValue() : QJsonValue(number);
}

double seconds(qint64 microseconds)
{
    return double(microseconds) / 1e6;
}

QString hex(quint64 address)
{
    return QStringLiteral("0x") + QString::number(address, 16);
}

QJsonObject toJson(const TestCase &testCase)
{
    QJsonArray expectations;
    for (const TestExpectation &each : testCase.expectations)
        expectations.append(QJsonObject{{QStringLiteral("text"), each.text},
                                        {QStringLiteral("passed"), each.passed},
                                        {QStringLiteral("file"), orNull(each.file)},
                                        {QStringLiteral("line"), orNull(each.line)},
                                        {QStringLiteral("record"), each.record}});
    const auto time = testCase.microseconds();
    return {{QStringLiteral("name"), testCase.name},
            {QStringLiteral("description"), orNull(testCase.description)},
            {QStringLiteral("library"), orNull(testCase.library)},
            {QStringLiteral("file"), orNull(testCase.file)},
            {QStringLiteral("line"), orNull(testCase.line)},
            {QStringLiteral("passed"), testCase.hasPassed()},
            {QStringLiteral("crash"), orNull(testCase.crash)},
            {QStringLiteral("time"), time ? QJsonValue(seconds(*time)) : QJsonValue()},
            {QStringLiteral("expectations"), expectations}};
}

QJsonObject toJson(const BootStep &step)
{
    return {{QStringLiteral("start"), seconds(step.start)},
            {QStringLiteral("duration"), seconds(step.duration())},
            {QStringLiteral("phase"), bootPhaseKey(step.phase)},
            {QStringLiteral("level"), logLevelName(step.level)},
            {QStringLiteral("library"), orNull(step.library)},
            {QStringLiteral("message"), step.text},
            {QStringLiteral("record"), step.record}};
}

QJsonArray toJson(const QVector<CodePlace> &places)
{
    QJsonArray array;
    for (const CodePlace &place : places)
        array.append(QJsonObject{{QStringLiteral("function"), orNull(place.function)},
                                 {QStringLiteral("offset"), qint64(place.offset)},
                                 {QStringLiteral("file"), orNull(place.file)},
                                 {QStringLiteral("line"), orNull(place.line)},
                                 {QStringLiteral("inlined"), place.isInlined}});
    return array;
}

QString key(CrashAddressSource source)
{
    switch (source) {
    case CrashAddressSource::instruction:
        return QStringLiteral("instruction");
    case CrashAddressSource::linkRegister:
        return QStringLiteral("link-register");
    case CrashAddressSource::callTrace:
        return QStringLiteral("call-trace");
    case CrashAddressSource::frame:
        return QStringLiteral("frame");
    case CrashAddressSource::stack:
        return QStringLiteral("stack");
    }
    return {};
}

QString key(CrashKind kind)
{
    switch (kind) {
    case CrashKind::trap:
        return QStringLiteral("trap");
    case CrashKind::assertion:
        return QStringLiteral("assertion");
    case CrashKind::panic:
        return QStringLiteral("panic");
    }
    return {};
}

} // namespace

QJsonObject toJson(const TestResults &results)
{
    QJsonArray suites;
    for (const TestSuite &suite : results.suites()) {
        QJsonArray cases;
        for (const TestCase &each : suite.cases)
            cases.append(toJson(each));
        suites.append(QJsonObject{{QStringLiteral("name"), suite.name},
                                  {QStringLiteral("passed"), suite.hasPassed()},
                                  {QStringLiteral("refusal"), orNull(suite.refusal)},
                                  {QStringLiteral("cases"), cases}});
    }
    const TestTotals &totals = results.totals();
    return {{QStringLiteral("passed"), results.hasPassed()},
            {QStringLiteral("suites"), totals.suites.total},
            {QStringLiteral("failed_suites"), totals.suites.failed},
            {QStringLiteral("cases"), totals.cases.total},
            {QStringLiteral("failed_cases"), totals.cases.failed},
            {QStringLiteral("assertions"), totals.expectations.total},
            {QStringLiteral("failed_assertions"), totals.expectations.failed},
            {QStringLiteral("discrepancy"), orNull(results.discrepancy())},
            {QStringLiteral("results"), suites}};
}

QJsonObject toJson(const BootTimeline &timeline)
{
    const BootSummary summary = timeline.summary();
    QJsonArray phases, steps, slowest;
    for (const BootSpan &span : timeline.spans())
        phases.append(QJsonObject{{QStringLiteral("phase"), bootPhaseKey(span.phase)},
                                  {QStringLiteral("start"), seconds(span.start)},
                                  {QStringLiteral("duration"), seconds(span.duration())},
                                  {QStringLiteral("record"), span.record}});
    for (const BootStep &step : timeline.steps())
        steps.append(toJson(step));
    for (const BootStep &step : summary.slowest)
        slowest.append(toJson(step));
    return {{QStringLiteral("boot"),
             summary.isEmpty() ? QJsonValue() : QJsonValue(seconds(summary.bootTime))},
            {QStringLiteral("reached_main"), summary.reachedMain},
            {QStringLiteral("phases"), phases},
            {QStringLiteral("slowest"), slowest},
            {QStringLiteral("steps"), steps}};
}

QJsonObject toJson(const CrashReport &report)
{
    QJsonArray registers, addresses;
    for (const CrashRegister &each : report.registers)
        registers.append(QJsonObject{{QStringLiteral("name"), each.name},
                                     {QStringLiteral("value"), hex(each.value)},
                                     {QStringLiteral("places"), toJson(each.places)}});
    for (const CrashAddress &each : report.addresses)
        addresses.append(QJsonObject{{QStringLiteral("source"), key(each.source)},
                                     {QStringLiteral("address"), hex(each.address)},
                                     {QStringLiteral("name"), orNull(each.guestName)},
                                     {QStringLiteral("record"), each.record},
                                     {QStringLiteral("places"), toJson(each.places)}});
    return {{QStringLiteral("kind"), key(report.kind)},
            {QStringLiteral("headline"), report.headline},
            {QStringLiteral("explanation"), orNull(report.explanation)},
            {QStringLiteral("file"), orNull(report.file)},
            {QStringLiteral("line"), orNull(report.line)},
            {QStringLiteral("thread"), orNull(report.thread)},
            {QStringLiteral("fault_address"),
             report.faultAddress ? QJsonValue(hex(*report.faultAddress)) : QJsonValue()},
            {QStringLiteral("first_record"), report.firstRecord},
            {QStringLiteral("last_record"), report.lastRecord},
            {QStringLiteral("image"), orNull(report.image)},
            {QStringLiteral("trouble"), orNull(report.trouble)},
            {QStringLiteral("registers"), registers},
            {QStringLiteral("addresses"), addresses}};
}

} // namespace kiln
