// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../turn_meter.h"

#include "widgets/build_view.h"
#include "widgets/issue_model.h"
#include "widgets/issue_view.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTreeView>
#include <QtTest>

using namespace kiln;

class TestBuildView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void showsLinesAndColours();
    void opensPlaces();
    void staysResponsive();
    void listsIssues();
    void issuesAreLaidOutOnceAndForSomebody();
    void clickOpensIssue();
};

void TestBuildView::showsLinesAndColours()
{
    BuildView view;
    view.begin(QStringLiteral("/app"), QStringLiteral("make all"));
    view.append("  CC      appx: main.o\nmain.c:3:5: err");
    view.append("or: expected ';' before 'return'\n");
    view.end(QStringLiteral("Build failed: 1 error"), false);
    QTRY_VERIFY(view.isComplete());
    QCOMPARE(view.document()->blockCount(), 4);
    QCOMPARE(view.document()->findBlockByNumber(0).text(), QStringLiteral("make all"));
    const QTextBlock error = view.document()->findBlockByNumber(2);
    QCOMPARE(error.text(), QStringLiteral("main.c:3:5: error: expected ';' before 'return'"));
    QCOMPARE(error.textFormats().first().format.fontWeight(), int(QFont::Bold));
    QVERIFY(view.document()->findBlockByNumber(1).textFormats().first().format.fontWeight() !=
            int(QFont::Bold));
}

void TestBuildView::opensPlaces()
{
    BuildView view;
    view.resize(600, 300);
    view.show();
    view.begin(QStringLiteral("/app"), QStringLiteral("make all"));
    view.append("main.c:3:5: error: no\nplain line\n");
    QTRY_VERIFY(view.isComplete());
    QSignalSpy open(&view, &BuildView::openRequested);
    QTextCursor cursor(view.document()->findBlockByNumber(1));
    view.setTextCursor(cursor);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().value<SourcePlace>(),
             (SourcePlace{QStringLiteral("/app/main.c"), 3, 5}));
    const QRect line = view.cursorRect(QTextCursor(view.document()->findBlockByNumber(1)));
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, line.center() + QPoint(20, 0));
    QCOMPARE(open.count(), 2);
    view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(2)));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(open.count(), 2);
}

void TestBuildView::staysResponsive()
{
    BuildView view;
    view.resize(800, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text +=
            "  CC      libexample: a/rather/long/name/of/file_" + QByteArray::number(i) + ".o\n";
    kiln::test::TurnMeter meter;
    meter.start();
    view.begin({}, QStringLiteral("make"));
    for (qsizetype at = 0; at < text.size(); at += 65536) {
        view.append(text.mid(at, 65536));
        QCoreApplication::processEvents();
    }
    QVERIFY(kiln::test::waitInTurns([&view] { return view.isComplete(); }));
    meter.run(50);
    meter.stop();
    qInfo("20000 lines of build output come: %s", qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));
}

void TestBuildView::listsIssues()
{
    IssueModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    BuildIssue error;
    error.file = QStringLiteral("main.c");
    error.line = 7;
    error.message = QStringLiteral("expected ';'");
    model.add(toIssue(error, QStringLiteral("/app")));
    ConfigDiagnostic warning;
    warning.severity = kconfig::Severity::warning;
    warning.message = QStringLiteral("unknown symbol");
    model.add(toIssue(warning));
    model.add(toIssue(
        Problem{QStringLiteral("gone"), QStringLiteral("/a/b.c:4:2"), QStringLiteral("Fetch it.")},
        Issue::Source::build));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.errorCount(), 2);
    QCOMPARE(model.warningCount(), 1);
    QCOMPARE(model.index(0, 0).data(IssueModel::FileRole).toString(),
             QStringLiteral("/app/main.c"));
    QCOMPARE(model.index(0, IssueModel::placeColumn).data().toString(), QStringLiteral("main.c:7"));
    QCOMPARE(model.index(2, 0).data(IssueModel::FileRole).toString(), QStringLiteral("/a/b.c"));
    QCOMPARE(model.index(2, 0).data(IssueModel::LineRole).toInt(), 4);
    QCOMPARE(model.index(2, 0).data(IssueModel::DetailRole).toString(),
             QStringLiteral("Fetch it."));
    model.clear(Issue::Source::build);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.errorCount(), 0);
}

void TestBuildView::issuesAreLaidOutOnceAndForSomebody()
{
    IssueModel model;
    IssueView view(&model);
    view.resize(600, 400);
    auto *detail = view.findChild<QPlainTextEdit *>(QStringLiteral("issueDetail"));
    QVERIFY(detail);
    QSignalSpy written(detail->document(), &QTextDocument::contentsChanged);
    QSignalSpy counted(&model, &IssueModel::countsChanged);
    QVector<Issue> issues(500);
    for (Issue &issue : issues)
        issue.message = QStringLiteral("value is out of range");
    issues.first().message = QStringLiteral("the first");
    model.addAll(issues);
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.errorCount(), 500);
    QCOMPARE(counted.count(), 1);
    QCOMPARE(written.count(), 0); // nobody sees it
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(detail->isVisible());
    QCOMPARE(detail->toPlainText(), QStringLiteral("the first"));
    const auto once = written.count();
    QVERIFY(once > 0);
    for (const Issue &issue : std::as_const(issues))
        model.add(issue);
    QCOMPARE(written.count(), once); // it is the first still
    model.clear(Issue::Source::build);
    QVERIFY(!detail->isVisible());
    model.add(issues.last());
    QVERIFY(detail->isVisible());
    QCOMPARE(detail->toPlainText(), QStringLiteral("value is out of range"));
}

void TestBuildView::clickOpensIssue()
{
    IssueModel model;
    IssueView view(&model);
    view.resize(600, 400);
    view.show();
    BuildIssue error;
    error.file = QStringLiteral("/app/main.c");
    error.line = 7;
    error.column = 2;
    error.message = QStringLiteral("expected ';'");
    model.add(toIssue(error, {}));
    QSignalSpy open(&view, &IssueView::openRequested);
    QTest::mouseClick(view.list()->viewport(), Qt::LeftButton, {},
                      view.list()->visualRect(view.list()->model()->index(0, 0)).center());
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().value<SourcePlace>(),
             (SourcePlace{QStringLiteral("/app/main.c"), 7, 2}));
}

QTEST_MAIN(TestBuildView)
#include "build_view_test.moc"
