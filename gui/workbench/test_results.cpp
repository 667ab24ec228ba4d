// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/test_results.h"

#include "workbench/crash_announcement.h"
#include "workbench/log_record.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace kiln {

namespace {

bool contains(std::string_view bytes, std::string_view word)
{
    return bytes.find(word) != std::string_view::npos;
}

QString difference(const char *what, const TestCount &said, const TestCount &counted)
{
    if (said == counted)
        return {};
    const auto words = [](const TestCount &count) {
        return count.failed > 0
                   ? QCoreApplication::translate("TestResults", "%1 of %2 failed")
                         .arg(count.failed)
                         .arg(count.total)
                   : QCoreApplication::translate("TestResults", "%1, none failed").arg(count.total);
    };
    return QCoreApplication::translate("TestResults", "%1: the guest says %2; the log has %3")
        .arg(QCoreApplication::translate("TestResults", what), words(said), words(counted));
}

} // namespace

std::optional<qint64> TestCase::microseconds() const
{
    if (!start || !end)
        return std::nullopt;
    return std::max<qint64>(0, *end - *start);
}

void TestResults::clear()
{
    const int revision = m_revision;
    *this = TestResults();
    m_revision = revision + 1;
}

void TestResults::take(qsizetype record, const LogPiece &piece)
{
    if (piece.header.level == LogLevel::plain)
        return;
    const std::string_view bytes = piece.bytes.substr(piece.header.messageStart);
    // Nearly all records of most logs end here.
    const bool mayBeResult = contains(bytes, "ED ]") || contains(bytes, "test:");
    const bool mayBePlace = m_wantsPlace && contains(bytes, "  in ");
    const bool mayBeCrash = m_currentSuite >= 0 && piece.header.level == LogLevel::critical;
    if (!mayBeResult && !mayBePlace && !mayBeCrash) {
        m_wantsPlace = false;
        return;
    }
    constexpr std::size_t longest = 4096;
    const QString message = logText(QByteArrayView(bytes.substr(0, longest)));
    if (mayBePlace) {
        place(message);
        return;
    }
    m_wantsPlace = false;
    ++m_revision;
    if (message.startsWith(QLatin1String("test:")))
        begin(record, piece.header, message);
    else if (message.startsWith(QLatin1String("uktest:init:")))
        refuse(record, message);
    else if (message.startsWith(QLatin1String("uktest:")))
        total(message);
    else if (!judge(record, piece.header, message) && mayBeCrash && isCrashAnnouncement(message))
        crash(message);
}

TestSuite &TestResults::suite(const QString &name, qsizetype record)
{
    for (TestSuite &each : m_suites) {
        if (each.name == name)
            return each;
    }
    ++m_totals.suites.total;
    TestSuite made;
    made.name = name;
    made.record = record;
    m_suites.append(made);
    return m_suites.last();
}

void TestResults::fail(TestSuite &suite)
{
    if (suite.hasPassed())
        ++m_totals.suites.failed;
}

void TestResults::begin(qsizetype record, const LogHeader &header, const QString &message)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^test:\s*([A-Za-z_]\w*)->([A-Za-z_]\w*)(?::\s*(.*))?$)"));
    const auto match = form.match(message);
    if (!match.hasMatch())
        return;
    endCase(header);
    TestSuite &in = suite(match.captured(1), record);
    m_currentSuite = &in - m_suites.constData();
    TestCase made;
    made.name = match.captured(2);
    made.description = match.captured(3).trimmed();
    made.library = logText(QByteArrayView(header.library));
    made.file = logText(QByteArrayView(header.file));
    made.line = header.line;
    made.record = record;
    made.start = made.end = header.timeMicroseconds;
    in.cases.append(made);
    ++m_totals.cases.total;
    m_afterReport += m_reported ? 1 : 0;
}

bool TestResults::judge(qsizetype record, const LogHeader &header, const QString &message)
{
    // Dots lead from the text to the result, when there is room for them.
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*(\S.*?)\s*(?:\s\.+)?\s*\[\s*(PASSED|FAILED)\s*\]\s*$)"));
    if (m_currentSuite < 0)
        return false;
    const auto match = form.match(message);
    if (!match.hasMatch())
        return false;
    TestSuite &in = m_suites[m_currentSuite];
    TestCase &of = in.cases.last();
    TestExpectation made;
    made.text = match.captured(1);
    made.passed = match.capturedView(2) == QLatin1String("PASSED");
    made.record = record;
    made.file = logText(QByteArrayView(header.file));
    made.line = header.line;
    if (of.file.isEmpty()) {
        of.file = made.file;
        of.line = made.line;
    }
    ++m_totals.expectations.total;
    if (made.passed) {
        ++of.passed;
    } else {
        ++m_totals.expectations.failed;
        if (of.hasPassed()) {
            fail(in);
            ++in.failedCases;
            ++m_totals.cases.failed;
        }
        ++of.failed;
        m_wantsPlace = true;
    }
    if (header.timeMicroseconds)
        of.end = header.timeMicroseconds;
    of.expectations.append(made);
    return true;
}

void TestResults::place(const QString &message)
{
    // Upstream without colours prints closing brackets only.
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*in\s+\[?([^\s\]:]+)\]?:\[?(\d+)\]?\s*$)"));
    m_wantsPlace = false;
    const auto match = form.match(message);
    if (!match.hasMatch() || m_currentSuite < 0)
        return;
    ++m_revision;
    TestCase &of = m_suites[m_currentSuite].cases.last();
    TestExpectation &failed = of.expectations.last();
    failed.file = match.captured(1);
    failed.line = match.captured(2).toInt();
    if (of.file.isEmpty()) {
        of.file = failed.file;
        of.line = failed.line;
    }
}

void TestResults::total(const QString &message)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^uktest:(suites|cases|assertions):\s+(?:(\d+) failed, )?(\d+) total\s*$)"));
    const auto match = form.match(message);
    if (!match.hasMatch())
        return;
    if (!m_reported)
        m_reported.emplace();
    const TestCount count{match.captured(3).toInt(), match.captured(2).toInt()};
    if (match.capturedView(1) == QLatin1String("suites"))
        m_reported->suites = count;
    else if (match.capturedView(1) == QLatin1String("cases"))
        m_reported->cases = count;
    else
        m_reported->expectations = count;
    m_currentSuite = -1;
}

void TestResults::refuse(qsizetype record, const QString &message)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^uktest:init:\s*(\w+) failed(?: \(error (\d+)\))?)"));
    const auto match = form.match(message);
    if (!match.hasMatch())
        return;
    TestSuite &refused = suite(match.captured(1), record);
    fail(refused);
    refused.refusal =
        match.captured(2).isEmpty()
            ? QCoreApplication::translate("TestResults", "its init function failed")
            : QCoreApplication::translate("TestResults", "its init function failed (error %1)")
                  .arg(match.captured(2));
    m_currentSuite = -1;
}

void TestResults::crash(const QString &message)
{
    TestSuite &in = m_suites[m_currentSuite];
    TestCase &of = in.cases.last();
    if (of.hasPassed()) {
        fail(in);
        ++in.failedCases;
        ++m_totals.cases.failed;
    }
    of.crash = message;
    m_currentSuite = -1;
}

void TestResults::endCase(const LogHeader &header)
{
    // A case ends where the next begins: what it did after its last expectation counts, too.
    if (m_currentSuite >= 0 && header.timeMicroseconds)
        m_suites[m_currentSuite].cases.last().end = header.timeMicroseconds;
}

bool TestResults::hasPassed() const
{
    return !isEmpty() && m_totals.suites.failed == 0 && m_reported &&
           m_reported->suites.failed == 0;
}

QString TestResults::discrepancy() const
{
    if (!m_reported || *m_reported == m_totals)
        return {};
    QStringList parts{
        difference(QT_TRANSLATE_NOOP("TestResults", "Suites"), m_reported->suites, m_totals.suites),
        difference(QT_TRANSLATE_NOOP("TestResults", "Cases"), m_reported->cases, m_totals.cases),
        difference(QT_TRANSLATE_NOOP("TestResults", "Expectations"), m_reported->expectations,
                   m_totals.expectations)};
    parts.removeAll(QString());
    QString text = parts.join(QStringLiteral(". "));
    if (m_afterReport > 0)
        text += QCoreApplication::translate("TestResults", ". %n case(s) ran after the totals",
                                            nullptr, m_afterReport);
    return text + u'.';
}

} // namespace kiln
