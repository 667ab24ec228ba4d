// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/boot_timeline_chart.h"
#include "widgets/boot_timeline_view.h"
#include "widgets/crash_view.h"
#include "widgets/guest_view.h"
#include "widgets/insight_views.h"
#include "widgets/log_table.h"
#include "widgets/log_view.h"
#include "widgets/test_results_model.h"
#include "widgets/test_results_view.h"
#include "workbench/boot_history.h"
#include "workbench/log_store.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

using namespace kiln;

namespace {

const QByteArray boot =
    "[    0.000000] Info: [libukboot] <boot.c @  285> Initialize memory allocator...\n"
    "[    0.100000] Info: [libukboot] <boot.c @  351> Initialize platform time...\n"
    "[    0.101000] Warn: [libukboot] <boot.c @  373> Init Table @ 0x149018\n"
    "[    0.110000] Info: [libukboot] <boot.c @  493> Calling main(1, ['x'])\n";
const QByteArray crash =
    "[    0.111000] CRIT: [libkvmplat] <t.c @ 84> Unhandled Trap 0 (divide error), error code=0x0\n"
    "[    0.111001] CRIT: [libkvmplat] <t.c @ 41> RIP: 0000000000127dfd CS: 0008\n"
    "[    0.111002] CRIT: [libkvmplat] <t.c @ 91> [  0] 0x127dfd <divide+0x3>\n"
    "[    0.111003] Info: [libkvmplat] <s.c @ 99> System crashed\n";

QByteArray tests()
{
    QFile file(QStringLiteral(KILN_TEST_DATA "/logs/uktest-mixed.log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The timeline of a boot, in a window.
class ShownTimeline
{
public:
    ShownTimeline()
        : m_views(&m_store)
    {
        m_store.append(boot);
        m_views.catchUp();
        view()->resize(900, 600);
        view()->show();
    }
    [[nodiscard]] BootTimelineView *view() const { return m_views.timelineView(); }

private:
    LogStore m_store;
    InsightViews m_views;
};

} // namespace

class InsightViewsTest : public QObject
{
    Q_OBJECT

private slots:
    void modelGrowsRowByRow();
    void treeShowsFailures();
    void treeOpensSource();
    void sentenceAndSlowestSteps();
    void chartByKeyboard();
    void chartZooms();
    void chartByMouse();
    void chartMirrored();
    void crashShowsPlaces();
    void crashCopiesText();
    void tabsTellAndJump();
    void savedLogsDoNotJump();
    void bootsAreCompared();
    void emptyViewsSayWhatIsMissing();
};

void InsightViewsTest::modelGrowsRowByRow()
{
    LogStore store;
    TestResults results;
    LogWalker walker(&store);
    walker.add(&results);
    TestResultsModel model(&results);
    QAbstractItemModelTester tester(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QList<QByteArray> lines = tests().split('\n');
    for (const QByteArray &line : lines) {
        store.append(line + '\n');
        walker.catchUp();
        model.refresh();
    }
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), 4);
    const QModelIndex alpha = model.index(0, 0);
    QCOMPARE(model.rowCount(alpha), 2);
    QCOMPARE(model.rowCount(model.index(0, 0, alpha)), 2);
    QCOMPARE(model.index(0, TestResultsModel::resultColumn).data().toString(),
             QStringLiteral("1 of 2 failed"));
    QVERIFY(!alpha.data(TestResultsModel::PassedRole).toBool());
    store.clear();
    walker.catchUp();
    model.refresh();
}

void InsightViewsTest::treeShowsFailures()
{
    LogStore store;
    InsightViews views(&store);
    store.append(tests());
    views.catchUp();
    TestResultsView *view = views.testView();
    QVERIFY2(view->summary().contains(QStringLiteral("3 of 4")), qPrintable(view->summary()));
    QVERIFY(view->findChild<QLabel *>(QStringLiteral("testDiscrepancy"))
                ->text()
                .contains(QStringLiteral("after the totals")));
    const QAbstractItemModel *model = view->tree()->model();
    QVERIFY(view->tree()->isExpanded(model->index(0, 0)));
    QCOMPARE(model->rowCount(model->index(0, 0)), 2);
    view->resize(900, 600);
    view->show();
    QTest::mouseClick(view->failedOnlyButton(), Qt::LeftButton);
    QCOMPARE(model->rowCount(model->index(0, 0)), 1);
    QCOMPARE(model->rowCount(model->index(0, 0, model->index(0, 0))), 1);
    QTest::mouseClick(view->failedOnlyButton(), Qt::LeftButton);
    QCOMPARE(model->rowCount(model->index(0, 0)), 2);
}

void InsightViewsTest::treeOpensSource()
{
    LogStore store;
    InsightViews views(&store);
    store.append(tests());
    views.catchUp();
    QTreeView *tree = views.testView()->tree();
    views.testView()->resize(900, 600);
    views.testView()->show();
    QSignalSpy sources(&views, &InsightViews::sourceRequested);
    const QAbstractItemModel *model = tree->model();
    const QModelIndex failed = model->index(1, 0, model->index(0, 0, model->index(0, 0)));
    tree->setCurrentIndex(failed);
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(sources.size(), 1);
    QCOMPARE(sources.first().at(0).toString(), QStringLiteral("alpha.c"));
    QCOMPARE(sources.first().at(1).toInt(), 12);
}

void InsightViewsTest::sentenceAndSlowestSteps()
{
    LogStore store;
    InsightViews views(&store);
    store.append(boot);
    views.catchUp();
    BootTimelineView *view = views.timelineView();
    QVERIFY2(view->sentence().contains(QStringLiteral("110 ms")), qPrintable(view->sentence()));
    QTreeWidget *slowest = view->slowest();
    QCOMPARE(slowest->topLevelItem(0)->text(4), QStringLiteral("Initialize memory allocator..."));
    view->resize(900, 600);
    view->show();
    QSignalSpy records(&views, &InsightViews::recordRequested);
    slowest->setCurrentItem(slowest->topLevelItem(1));
    QCOMPARE(view->chart()->currentStep(), 2);
    QTest::keyClick(slowest, Qt::Key_Return);
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().first().toLongLong(), 2);
}

void InsightViewsTest::chartByKeyboard()
{
    const ShownTimeline shown;
    BootTimelineChart *chart = shown.view()->chart();
    QSignalSpy records(chart, &BootTimelineChart::recordRequested);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->currentStep(), 1);
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Initialize platform time")));
    QTest::keyClick(chart, Qt::Key_End);
    QCOMPARE(chart->currentStep(), 3);
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().first().toLongLong(), 0);
}

void InsightViewsTest::chartZooms()
{
    const ShownTimeline shown;
    BootTimelineChart *chart = shown.view()->chart();
    QVERIFY(QTest::qWaitForWindowExposed(shown.view()));
    QTest::keyClick(chart, Qt::Key_End);
    QTest::keyClick(chart, Qt::Key_Left);
    const QRect before = chart->stepRect(2);
    QTest::keyClick(chart, Qt::Key_Plus);
    QTest::keyClick(chart, Qt::Key_Plus);
    QVERIFY(chart->zoom() > 2);
    QVERIFY(chart->stepRect(2).width() > 2 * before.width() - 4);
    // What was looked at stays about where it was.
    QVERIFY(std::abs(chart->stepRect(2).center().x() - before.center().x()) < 40);
    QTest::keyClick(chart, Qt::Key_0);
    QCOMPARE(chart->zoom(), 1.0);
    QCOMPARE(chart->stepRect(2), before);
}

void InsightViewsTest::chartByMouse()
{
    const ShownTimeline shown;
    BootTimelineChart *chart = shown.view()->chart();
    QVERIFY(QTest::qWaitForWindowExposed(shown.view()));
    QSignalSpy records(chart, &BootTimelineChart::recordRequested);
    const QPoint on = chart->stepRect(0).center();
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, on);
    QCOMPARE(chart->currentStep(), 0);
    QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, on);
    QCOMPARE(records.size(), 1);
    // A step that lasted 100 of 110 ms takes that much of the width.
    const double share = double(chart->stepRect(0).width()) / (chart->viewport()->width() - 32);
    QVERIFY2(std::abs(share - 100.0 / 110.0) < 0.02, qPrintable(QString::number(share)));
}

void InsightViewsTest::chartMirrored()
{
    const ShownTimeline shown;
    BootTimelineChart *chart = shown.view()->chart();
    QVERIFY(chart->stepRect(0).center().x() < chart->stepRect(2).center().x());
    shown.view()->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(chart->stepRect(0).center().x() > chart->stepRect(2).center().x());
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(chart->currentStep(), 0);
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(chart->currentStep(), 1);
}

void InsightViewsTest::crashShowsPlaces()
{
    LogStore store;
    InsightViews views(&store);
    store.append(boot + crash);
    views.catchUp();
    CrashView *view = views.crashView();
    QCOMPARE(view->reports().size(), 1);
    QVERIFY(view->headline().contains(QStringLiteral("divide error")));
    QCOMPARE(view->trace()->topLevelItem(0)->text(0), QStringLiteral("divide+0x3"));
    QCOMPARE(view->registers()->topLevelItem(0)->text(0), QStringLiteral("RIP"));
    // An image that is no image is said to be none.
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("app.dbg")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no image") > 0);
    file.close();
    QSignalSpy decoded(view, &CrashView::decoded);
    view->setImage(file.fileName());
    QTRY_COMPARE(decoded.size(), 1);
    QVERIFY(!view->reports().first().trouble.isEmpty());
}

void InsightViewsTest::crashCopiesText()
{
    LogStore store;
    InsightViews views(&store);
    store.append(boot + crash);
    views.catchUp();
    views.crashView()->resize(900, 600);
    views.crashView()->show();
    QTest::mouseClick(views.crashView()->copyButton(), Qt::LeftButton);
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("Unhandled Trap 0 (divide error)")));
    QVERIFY(text.contains(QStringLiteral("0x0000000000127dfd divide+0x3")));
}

void InsightViewsTest::tabsTellAndJump()
{
    LogStore store;
    GuestView guest(&store);
    auto *views = new InsightViews(&store, &guest);
    views->addTo(&guest);
    guest.resize(900, 600);
    guest.show();
    store.append(boot);
    QTRY_VERIFY(!views->timeline().isEmpty());
    QCOMPARE(guest.currentView(), guest.logView());
    store.append(crash);
    store.finish();
    QTRY_COMPARE(guest.currentView(), views->crashView());
    emit views->crashView()->recordRequested(5);
    QCOMPARE(guest.currentView(), guest.logView());
    QCOMPARE(guest.logView()->model()->recordOf(guest.logView()->table()->currentIndex().row()), 5);
    // Who has gone back to the log is not led away again.
    store.append("[    0.2] x\n" + crash);
    QTRY_COMPARE(views->crashes().reports().size(), 2);
    QTest::qWait(150);
    QCOMPARE(guest.currentView(), guest.logView());
}

void InsightViewsTest::savedLogsDoNotJump()
{
    LogStore store;
    GuestView guest(&store, GuestView::Kind::savedLog);
    auto *views = new InsightViews(&store, &guest);
    views->addTo(&guest);
    views->setJumping(false);
    store.append(boot + crash);
    views->catchUp();
    QCOMPARE(views->crashes().reports().size(), 1);
    QCOMPARE(guest.currentView(), guest.logView());
}

void InsightViewsTest::bootsAreCompared()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("boot.json"));
    LogStore store;
    InsightViews views(&store);
    views.begin({}, file);
    store.append(boot);
    store.finish();
    views.catchUp();
    QVERIFY(!QFile::exists(file));
    views.end();
    QTRY_VERIFY(QFile::exists(file));
    QCOMPARE(loadBoot(file).bootTime, 110000);
    store.clear();
    views.begin({}, file);
    store.append(QByteArray(boot).replace("0.110000", "0.150000"));
    store.finish();
    views.catchUp();
    QVERIFY2(views.timelineView()->sentence().contains(QStringLiteral("40.0 ms longer")),
             qPrintable(views.timelineView()->sentence()));
    views.timelineView()->resize(900, 600);
    QVERIFY(!views.timelineView()->grab().isNull());
}

void InsightViewsTest::emptyViewsSayWhatIsMissing()
{
    LogStore store;
    InsightViews views(&store);
    store.append("Info: no time\n");
    views.catchUp();
    QVERIFY(views.timelineView()
                ->findChild<QLabel *>(QStringLiteral("bootEmpty"))
                ->text()
                .contains(QStringLiteral("LIBUKDEBUG_PRINT_TIME")));
    QVERIFY(views.timelineView()->sentence().isEmpty());
    QVERIFY(views.testView()->tree()->isHidden());
}

QTEST_MAIN(InsightViewsTest)
#include "insight_views_test.moc"
