// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include "workbench/junit_report.h"
#include "workbench/log_store.h"
#include "workbench/test_results.h"

#include <QXmlStreamReader>

using namespace kiln;
using namespace kiln::test;

class TestResultsTest : public QObject
{
    Q_OBJECT

private slots:
    void readsSuites();
    void knowsPlaces();
    void recountsTotals();
    void takesLinesAsTheyCome();
    void believesNoApplication();
    void needsTheTotalsToPass();
    void writesJunit();
    void startsOver();

private:
    static QByteArray log() { return contents(dataPath(QStringLiteral("logs/uktest-mixed.log"))); }
    static TestResults read(const QByteArray &bytes)
    {
        LogStore store;
        TestResults results;
        LogWalker walker(&store);
        walker.add(&results);
        store.append(bytes);
        store.finish();
        walker.catchUp();
        return results;
    }
};

void TestResultsTest::readsSuites()
{
    const TestResults results = read(log());
    QStringList names;
    for (const TestSuite &suite : results.suites())
        names.append(suite.name);
    QCOMPARE(names, (QStringList{QStringLiteral("alpha"), QStringLiteral("beta"),
                                 QStringLiteral("gamma"), QStringLiteral("late")}));
    const TestSuite &alpha = results.suites().at(0);
    QCOMPARE(alpha.cases.size(), 2);
    QCOMPARE(alpha.cases.at(0).description, QStringLiteral("two and two"));
    QCOMPARE(alpha.cases.at(0).passed, 1);
    QCOMPARE(alpha.cases.at(0).failed, 1);
    QCOMPARE(alpha.cases.at(0).expectations.at(1).text,
             QStringLiteral("expected `2 + 2` to be 5 but was 4"));
    QVERIFY(alpha.cases.at(1).hasPassed());
    // Until the next case begins: a case that waits does so within an expectation.
    QCOMPARE(*alpha.cases.at(1).microseconds(), 1105000 - 103186);
    QCOMPARE(results.suites().at(2).refusal, QStringLiteral("its init function failed (error 19)"));
    const TestCase &late = results.suites().at(3).cases.at(0);
    QVERIFY(late.crash.startsWith(QStringLiteral("Unhandled Trap 0")));
    QVERIFY(!late.hasPassed());
    QVERIFY(!results.hasPassed());
}

void TestResultsTest::knowsPlaces()
{
    const TestResults results = read(log());
    const TestExpectation &upstream = results.suites().at(0).cases.at(0).expectations.at(1);
    QCOMPARE(upstream.file, QStringLiteral("alpha.c"));
    QCOMPARE(upstream.line, 12);
    const TestCase &ours = results.suites().at(1).cases.at(0);
    QCOMPARE(ours.library, QStringLiteral("libbeta"));
    QCOMPARE(ours.line, 30);
    QCOMPARE(ours.expectations.at(0).line, 31);
    QCOMPARE(ours.expectations.at(0).record, 9);
}

void TestResultsTest::recountsTotals()
{
    const TestResults results = read(log());
    QCOMPARE(results.totals().suites, (TestCount{4, 4}));
    QCOMPARE(results.totals().cases, (TestCount{4, 3}));
    QCOMPARE(results.totals().expectations, (TestCount{4, 2}));
    QCOMPARE(results.reported()->cases, (TestCount{3, 2}));
    const QString said = results.discrepancy();
    QVERIFY2(said.contains(QStringLiteral("2 of 3 failed")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("3 of 4 failed")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("after the totals")), qPrintable(said));
}

void TestResultsTest::takesLinesAsTheyCome()
{
    LogStore store;
    TestResults results;
    LogWalker walker(&store);
    walker.add(&results);
    const QByteArray all = log();
    const qsizetype half = all.indexOf("5 but was 4");
    store.append(QByteArrayView(all).first(half));
    QTRY_COMPARE(results.totals().expectations.total, 1);
    store.append(QByteArrayView(all).sliced(half));
    store.finish();
    QTRY_VERIFY(walker.isCaughtUp());
    QCOMPARE(results.totals().expectations.total, 4);
    QCOMPARE(results.totals().cases.failed, 3);
}

void TestResultsTest::believesNoApplication()
{
    const TestResults results = read("test: forged->case\n\texpected all [ PASSED ]\n"
                                     "uktest:suites:     1 total\n");
    QVERIFY(results.isEmpty());
    QVERIFY(!results.reported());
}

void TestResultsTest::needsTheTotalsToPass()
{
    const QByteArray body = "Info: test: a->b\nInfo: \tfine .... [ PASSED ]\n";
    QVERIFY(!read(body).hasPassed());
    QVERIFY(read(body + "Info: uktest:suites:     1 total\nInfo: uktest:cases:      1 total\n"
                        "Info: uktest:assertions: 1 total\n")
                .hasPassed());
    QVERIFY(!read(body + "Info: uktest:suites:     1 failed, 1 total\n").hasPassed());
}

void TestResultsTest::writesJunit()
{
    const QByteArray text = junitReport(read(log()), QStringLiteral("run <1>"));
    QXmlStreamReader xml(text);
    int suites = 0, cases = 0, failures = 0, errors = 0;
    QString first;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        suites += xml.name() == u"testsuite";
        cases += xml.name() == u"testcase";
        errors += xml.name() == u"error";
        if (xml.name() == u"failure" && ++failures == 1)
            first = xml.attributes().value(QStringLiteral("message")).toString();
        if (xml.name() == u"testsuites") {
            QCOMPARE(xml.attributes().value(QStringLiteral("name")), QStringLiteral("run <1>"));
            QCOMPARE(xml.attributes().value(QStringLiteral("tests")).toInt(), 5);
            QCOMPARE(xml.attributes().value(QStringLiteral("failures")).toInt(), 2);
            QCOMPARE(xml.attributes().value(QStringLiteral("errors")).toInt(), 2);
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(suites, 4);
    QCOMPARE(cases, 5);
    QCOMPARE(failures, 2);
    QCOMPARE(errors, 2);
    QCOMPARE(first, QStringLiteral("alpha.c:12: expected `2 + 2` to be 5 but was 4"));
}

void TestResultsTest::startsOver()
{
    LogStore store;
    TestResults results;
    LogWalker walker(&store);
    walker.add(&results);
    store.append(log());
    walker.catchUp();
    QVERIFY(!results.isEmpty());
    store.clear();
    QVERIFY(results.isEmpty());
    QCOMPARE(results.totals(), TestTotals());
}

QTEST_GUILESS_MAIN(TestResultsTest)
#include "test_results_test.moc"
