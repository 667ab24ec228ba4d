// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the unit tests in a guest (uktest) came to, read from its log.
#pragma once

#include "workbench/log_walker.h"

#include <QString>
#include <QVector>

#include <optional>

namespace kiln {

/// One expectation of a test case.
struct TestExpectation
{
    QString text; ///< "expected `2 + 2` to be 4 and was 4"
    bool passed = false;
    qsizetype record = 0;
    QString file; ///< as printed, without folders; empty: not printed
    int line = 0;
};

struct TestCase
{
    QString name;
    QString description;
    QString library; ///< empty: not printed
    QString file;    ///< of the case's first line, or of its first expectation with a place
    int line = 0;
    qsizetype record = 0;
    std::optional<qint64> start, end; ///< guest clock, µs
    QVector<TestExpectation> expectations;
    int passed = 0, failed = 0; ///< expectations
    /// What the guest said when it crashed in this case; empty: it did not.
    QString crash;

    [[nodiscard]] bool hasPassed() const { return failed == 0 && crash.isEmpty(); }
    [[nodiscard]] std::optional<qint64> microseconds() const;
};

struct TestSuite
{
    QString name;
    QVector<TestCase> cases;
    int failedCases = 0;
    /// Why none of its cases was run ("init function failed (error 19)"); empty: they were.
    QString refusal;
    qsizetype record = 0; ///< where it begins

    [[nodiscard]] bool hasPassed() const { return failedCases == 0 && refusal.isEmpty(); }
};

struct TestCount
{
    int total = 0;
    int failed = 0;
    friend bool operator==(const TestCount &, const TestCount &) = default;
};

struct TestTotals
{
    TestCount suites, cases, expectations;
    friend bool operator==(const TestTotals &, const TestTotals &) = default;
};

/// Reads the messages of uktest, upstream's and ours: the kernel's, with a level; an application
/// that prints the same words has no say.
class TestResults : public LogAnalyser
{
public:
    void clear() override;
    void take(qsizetype record, const LogPiece &piece) override;

    /// In order of their first case.
    [[nodiscard]] const QVector<TestSuite> &suites() const { return m_suites; }
    [[nodiscard]] bool isEmpty() const { return m_suites.isEmpty(); }
    /// Counted here, from the results themselves.
    [[nodiscard]] const TestTotals &totals() const { return m_totals; }
    /// What the guest said the totals are; nothing while it has not.
    [[nodiscard]] const std::optional<TestTotals> &reported() const { return m_reported; }
    /// Whether everything ran, was counted and passed.
    [[nodiscard]] bool hasPassed() const;
    /// How the guest's totals differ from the results in its log, in words; empty: they agree, or
    /// it gave none. Upstream prints its totals before the last suites have run.
    [[nodiscard]] QString discrepancy() const;
    /// Rises with each change.
    [[nodiscard]] int revision() const { return m_revision; }

private:
    void begin(qsizetype record, const LogHeader &header, const QString &message);
    bool judge(qsizetype record, const LogHeader &header, const QString &message);
    void place(const QString &message);
    void total(const QString &message);
    void refuse(qsizetype record, const QString &message);
    void crash(const QString &message);
    void endCase(const LogHeader &header);
    TestSuite &suite(const QString &name, qsizetype record);
    void fail(TestSuite &suite);

    QVector<TestSuite> m_suites;
    qsizetype m_currentSuite = -1; ///< -1: no case is running
    TestTotals m_totals;
    std::optional<TestTotals> m_reported;
    int m_afterReport = 0; ///< cases that ran after the totals
    bool m_wantsPlace = false;
    int m_revision = 0;
};

} // namespace kiln
