// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What `kiln log` and `kiln test` draw from a guest's output: test results, boot timeline, crashes.
#pragma once

#include "cli/console.h"
#include "workbench/boot_timeline.h"
#include "workbench/crash_reader.h"
#include "workbench/test_results.h"

#include <QByteArrayView>
#include <QString>

namespace kiln::cli {

enum class Insight
{
    tests,
    timeline,
    crash
};

/// Takes a guest's output as it comes.
class InsightReader
{
public:
    void feed(QByteArrayView bytes);
    void finish();

    [[nodiscard]] const TestResults &tests() const { return m_tests; }
    [[nodiscard]] const BootTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] const CrashReader &crashes() const { return m_crashes; }
    /// The last messages of the levels error and critical, with their places; three at most.
    [[nodiscard]] const QStringList &lastErrors() const { return m_lastErrors; }
    /// The crashes, decoded by the image with symbols; an empty path leaves bare addresses.
    [[nodiscard]] QVector<CrashReport> decodedCrashes(const QString &image) const;

private:
    void take(const LogPiece &piece);
    void takeError(const LogPiece &piece);

    LogParser m_parser;
    qsizetype m_record = 0;
    TestResults m_tests;
    BootTimeline m_timeline;
    CrashReader m_crashes;
    QStringList m_lastErrors;
};

/// Prints one of them, as text or as one JSON object.
void printInsight(Insight what, const InsightReader &reader, const QString &image, bool json,
                  Console &console);
/// The failed cases with their places, what the guest counted otherwise, and a line of totals.
void printTestSummary(const TestResults &results, Console &console);

} // namespace kiln::cli
