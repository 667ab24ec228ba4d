// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../turn_meter.h"

#include "widgets/level_chip.h"
#include "widgets/log_minimap.h"
#include "widgets/log_model.h"
#include "widgets/log_search_bar.h"
#include "widgets/log_table.h"
#include "widgets/log_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace kiln;

namespace {

const QByteArray sample = "[    0.000100] Info: [libukboot] <boot.c @   12> Calling main\r\n"
                          "[    0.000350] dbg:  [libukalloc] <alloc.c @  100> 64 pages\r\n"
                          "[    0.002350] ERR:  [libukboot] <boot.c @  385> Init failed\r\n"
                          "Hello world!\r\n";

/// `count` lines of all levels.
QByteArray lines(int count)
{
    static const char *const headers[] = {"dbg: ", "Info:", "Warn:", "ERR: ", "CRIT:"};
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "[" + QByteArray::number(i / 1000).rightJustified(5) + "." +
                QByteArray::number(i % 1000 * 1000).rightJustified(6, '0') + "] " + headers[i % 5] +
                " [lib" + QByteArray::number(i % 7) + "] <file.c @ " +
                QByteArray::number(i % 500).rightJustified(4) + "> message number " +
                QByteArray::number(i) + "\r\n";
    return text;
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void showsFields();
    void filtersByLevel();
    void filtersByTextAndLibrary();
    void followsTornLines();
    void clears();
    void viewFiltersLive();
    void viewPausesFollowing();
    void viewOpensSources();
    void rulesStack();
    void viewKeepsFilters();
    void viewChoosesLibraries();
    void viewSearches();
    void viewOpensSavedLogs();
    void tableIsATable();
    void staysResponsive();
    void copiesAll();
};

void TestLogModel::showsFields()
{
    LogStore store;
    LogModel model(&store);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.append(sample);
    QTRY_COMPARE(model.rowCount(), 4);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, LogModel::timeColumn), QStringLiteral("0.000100"));
    QCOMPARE(text(0, LogModel::levelColumn), QStringLiteral("Info"));
    QCOMPARE(text(0, LogModel::libraryColumn), QStringLiteral("libukboot"));
    QCOMPARE(text(0, LogModel::sourceColumn), QStringLiteral("boot.c:12"));
    QCOMPARE(text(0, LogModel::messageColumn), QStringLiteral("Calling main"));
    QCOMPARE(text(1, LogModel::deltaColumn), QStringLiteral("+250 µs"));
    QCOMPARE(text(2, LogModel::deltaColumn), QStringLiteral("+2.0 ms"));
    QCOMPARE(text(3, LogModel::messageColumn), QStringLiteral("Hello world!"));
    QCOMPARE(text(3, LogModel::levelColumn), QString());
    QVERIFY(
        !model.index(2, LogModel::levelColumn).data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(model.index(2, 0).data(LogModel::LineRole).toInt(), 385);
}

void TestLogModel::filtersByLevel()
{
    LogStore store;
    LogModel model(&store);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.append(sample);
    LogFilter filter;
    filter.levels.fill(false);
    filter.levels[std::size_t(LogLevel::error)] = true;
    model.setFilter(filter);
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 1);
    store.append(sample);
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, 0).data(LogModel::RecordRole).toInt(), 6);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 8);
}

void TestLogModel::filtersByTextAndLibrary()
{
    LogStore store;
    LogModel model(&store);
    store.append(sample);
    LogFilter filter;
    filter.rules = {{QStringLiteral("hello"), {}, false, true}};
    QVERIFY(model.setFilter(filter));
    QTRY_COMPARE(model.rowCount(), 1);
    filter.rules = {{QStringLiteral("ALLOC.C"), {}, false, true}};
    QVERIFY(model.setFilter(filter));
    QTRY_COMPARE(model.rowCount(), 1);
    filter.rules.clear();
    filter.libraries = {QStringLiteral("libukboot")};
    filter.onlyLibraries = true;
    QVERIFY(model.setFilter(filter));
    QTRY_COMPARE(model.rowCount(), 2);
}

void TestLogModel::followsTornLines()
{
    LogStore store;
    LogModel model(&store);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    LogFilter filter;
    filter.levels[std::size_t(LogLevel::plain)] = false;
    model.setFilter(filter);
    // Byte by byte, the line is plain output before its header is complete.
    for (const char byte : sample)
        store.append(QByteArrayView(&byte, 1));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, LogModel::messageColumn).data().toString(),
             QStringLiteral("Calling main"));
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 4);
    store.append("a question? ");
    QTRY_COMPARE(model.rowCount(), 5);
    store.append("an answer\n");
    QTRY_COMPARE(model.index(4, LogModel::messageColumn).data().toString(),
                 QStringLiteral("a question? an answer"));
}

void TestLogModel::clears()
{
    LogStore store;
    LogModel model(&store);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.append(lines(1000));
    QTRY_COMPARE(model.rowCount(), 1000);
    store.clear();
    QTRY_COMPARE(model.rowCount(), 0);
    store.append(sample);
    QTRY_COMPARE(model.rowCount(), 4);
}

void TestLogModel::viewFiltersLive()
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 600);
    view.show();
    store.append(sample);
    QTRY_COMPARE(view.chip(LogLevel::error)->text(), QStringLiteral("Error 1"));
    QTRY_COMPARE(view.model()->rowCount(), 4);
    for (const LogLevel level :
         {LogLevel::debug, LogLevel::info, LogLevel::warning, LogLevel::critical, LogLevel::plain})
        QTest::mouseClick(view.chip(level), Qt::LeftButton);
    QTRY_COMPARE(view.model()->rowCount(), 1);
    store.append(sample);
    QTRY_COMPARE(view.model()->rowCount(), 2);
    QTRY_COMPARE(view.chip(LogLevel::error)->text(), QStringLiteral("Error 2"));
    QTest::keyClick(view.chip(LogLevel::plain), Qt::Key_Space);
    QTRY_COMPARE(view.model()->rowCount(), 4);
    view.filterEdit()->setText(QStringLiteral("hello"));
    QTRY_COMPARE(view.model()->rowCount(), 2);
}

void TestLogModel::viewPausesFollowing()
{
    LogStore store;
    LogView view(&store);
    view.resize(1000, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    store.append(lines(500));
    QScrollBar *bar = view.table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    QVERIFY(view.isFollowing());
    QTest::qWait(60);
    bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(!view.isFollowing());
    const int paused = bar->value();
    store.append(lines(100));
    QTRY_COMPARE(view.model()->rowCount(), 600);
    QTest::qWait(60);
    QCOMPARE(bar->value(), paused);
    bar->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(view.isFollowing());
}

void TestLogModel::viewOpensSources()
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 400);
    view.show();
    store.append(sample);
    QTRY_COMPARE(view.model()->rowCount(), 4);
    QSignalSpy asked(&view, &LogView::sourceRequested);
    const QModelIndex source = view.model()->index(2, LogModel::sourceColumn);
    QTest::mouseClick(view.table()->viewport(), Qt::LeftButton, {},
                      view.table()->visualRect(source).center());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).toString(), QStringLiteral("boot.c"));
    QCOMPARE(asked.first().at(1).toInt(), 385);
    QCOMPARE(asked.first().at(2).toString(), QStringLiteral("libukboot"));
}

void TestLogModel::rulesStack()
{
    LogStore store;
    LogModel model(&store);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.append(lines(3000));
    LogFilter filter;
    filter.rules = {{QStringLiteral("[lib3]"), {}, false, true},
                    {QStringLiteral("number [0-9]*5\r?$"), {true, true}, true, true},
                    {QStringLiteral("ERR|CRIT"), {true, true}, false, true}};
    QVERIFY(model.setFilter(filter));
    QTRY_VERIFY(!model.isFiltering());
    const auto wanted = [](int count, bool all) {
        int rows = 0;
        for (int i = 0; i < count; ++i)
            rows += i % 7 == 3 && (i % 5 >= 3) && (!all || i % 10 != 5) ? 1 : 0;
        return rows;
    };
    QCOMPARE(model.rowCount(), wanted(3000, true));
    store.append(lines(3000));
    QTRY_COMPARE(model.rowCount(), 2 * wanted(3000, true));
    // Off and on again costs no search.
    filter.rules[0].isEnabled = false;
    QVERIFY(model.setFilter(filter));
    QVERIFY(!model.isFiltering());
    QVERIFY(model.rowCount() > 2 * wanted(3000, true));
    filter.rules[0].isEnabled = true;
    QVERIFY(model.setFilter(filter));
    QVERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 2 * wanted(3000, true));
    // A wrong one changes nothing.
    LogFilter wrong = filter;
    wrong.rules.append({QStringLiteral("("), {true, true}, false, true});
    QVERIFY(!model.setFilter(wrong));
    QVERIFY(model.filter() == filter);
    QVERIFY(LogFilter::fromJson(filter.toJson()) == filter);
}

void TestLogModel::viewKeepsFilters()
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 600);
    view.show();
    store.append(sample);
    const QSignalSpy saved(&view, &LogView::filterChanged);
    QTest::keyClicks(view.filterEdit(), QStringLiteral("libuk"));
    QTRY_COMPARE(view.model()->rowCount(), 3);
    QTest::keyClick(view.filterEdit(), Qt::Key_Return);
    QVERIFY(view.filterEdit()->text().isEmpty());
    QTest::keyClicks(view.filterEdit(), QStringLiteral("init"));
    QTRY_COMPARE(view.model()->rowCount(), 1);
    QTest::keyClick(view.filterEdit(), Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(view.model()->rowCount(), 2);
    QCOMPARE(view.filterBar()->keptFilter().rules.size(), 2);
    QVERIFY(saved.count() > 0);
    auto *first = view.findChild<QToolButton *>(QStringLiteral("logRule0"));
    QVERIFY(first != nullptr);
    first->setChecked(false);
    QTRY_COMPARE(view.model()->rowCount(), 3);
    first->menu()->actions().last()->trigger();
    QCOMPARE(view.filterBar()->keptFilter().rules.size(), 1);
    const LogFilter kept = view.filterBar()->keptFilter();
    view.filterBar()->setFilter({});
    QTRY_COMPARE(view.model()->rowCount(), 4);
    view.filterBar()->setFilter(LogFilter::fromJson(kept.toJson()));
    QTRY_COMPARE(view.model()->rowCount(), 3);
}

void TestLogModel::viewChoosesLibraries()
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 600);
    view.show();
    store.append(sample);
    QTRY_COMPARE(view.model()->rowCount(), 4);
    QMenu *menu = view.filterBar()->libraryButton()->menu();
    const auto choose = [menu](const QString &name) {
        emit menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text().section(u'\t', 0, 0) == name)
                return action->trigger(), true;
        }
        return false;
    };
    QVERIFY(choose(QStringLiteral("libukboot")));
    QTRY_COMPARE(view.model()->rowCount(), 2);
    QVERIFY(choose(QStringLiteral("No library")));
    QTRY_COMPARE(view.model()->rowCount(), 1);
    QVERIFY(choose(QStringLiteral("Hide all")));
    QTRY_COMPARE(view.model()->rowCount(), 0);
    QVERIFY(choose(QStringLiteral("libukboot")));
    QTRY_COMPARE(view.model()->rowCount(), 2);
    QCOMPARE(view.filterBar()->libraryButton()->text(), QStringLiteral("libukboot"));
    QVERIFY(choose(QStringLiteral("Show all")));
    QTRY_COMPARE(view.model()->rowCount(), 4);
}

void TestLogModel::viewSearches()
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    store.append(lines(30000));
    QTRY_COMPARE(view.model()->rowCount(), 30000);
    QTRY_COMPARE(view.table()->topRow(), view.table()->verticalScrollBar()->maximum());
    view.table()->setCurrentIndex(view.model()->index(0, 0));
    view.table()->setFocus();
    QTest::keyClick(view.table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(view.searchBar()->isVisible());
    QTest::keyClicks(view.searchBar()->edit(), QStringLiteral("number 123"));
    QTRY_COMPARE(view.table()->currentIndex().row(), 123);
    QTRY_COMPARE(view.searchBar()->state(), QStringLiteral("Matches: 111"));
    QVERIFY(!view.isFollowing());
    QTest::keyClick(view.searchBar()->edit(), Qt::Key_Return);
    QCOMPARE(view.table()->currentIndex().row(), 1230);
    QTest::keyClick(view.searchBar()->edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(view.searchBar()->edit(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(view.table()->currentIndex().row(), 12399);
    QVERIFY(view.table()->viewport()->rect().contains(
        view.table()->visualRect(view.table()->currentIndex()).center()));
    // Only among what is shown.
    view.filterEdit()->setText(QStringLiteral("[lib1]"));
    QTRY_VERIFY(!view.model()->isFiltering() && view.model()->rowCount() < 30000);
    QTest::keyClick(view.searchBar()->edit(), Qt::Key_Return);
    const QString found = view.table()->currentIndex().data().toString();
    QVERIFY2(found.contains(QStringLiteral("number 123")), qPrintable(found));
    QTest::keyClick(view.searchBar()->edit(), Qt::Key_Escape);
    QVERIFY(!view.searchBar()->isVisible());
    QVERIFY(view.model()->search() == nullptr);
}

void TestLogModel::viewOpensSavedLogs()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("saved.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(lines(20000)) > 0);
    file.close();
    LogStore store;
    LogView view(&store);
    view.resize(1200, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(store.open(path));
    QTRY_COMPARE(view.model()->rowCount(), 20000);
    QTRY_COMPARE(view.chip(LogLevel::error)->text(), QStringLiteral("Error 4,000"));
    QCOMPARE(view.table()->topRow(), 0);
    // The map leads to the middle.
    QTest::mouseClick(view.minimap(), Qt::LeftButton, {}, QPoint(5, view.minimap()->height() / 2));
    QVERIFY(std::abs(view.table()->topRow() - 10000) < 200);
    QVERIFY(!store.open(directory.filePath(QStringLiteral("none.log"))));
    QCOMPARE(view.model()->rowCount(), 20000);
}

void TestLogModel::tableIsATable()
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    store.append(lines(1000));
    LogTable *table = view.table();
    QTRY_COMPARE(table->topRow(), table->verticalScrollBar()->maximum());
    // What is under the mouse is what is drawn there.
    const QModelIndex cell = view.model()->index(table->topRow() + 3, LogModel::libraryColumn);
    QCOMPARE(table->indexAt(table->visualRect(cell).center()), cell);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
    QCOMPARE(table->currentIndex(), cell);
    QTest::keyClick(table, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
    QTest::keyClick(table, Qt::Key_Home);
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(table->topRow(), 0);
    QTest::keyClick(table, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1000);
    QTest::keyClick(table, Qt::Key_PageUp);
    QVERIFY(table->currentIndex().row() < 999 && table->currentIndex().row() > 900);
    // Selected rows stay so when others come.
    const int row = table->currentIndex().row();
    store.append(lines(1000));
    QTRY_COMPARE(view.model()->rowCount(), 2000);
    QCOMPARE(table->currentIndex().row(), row);
    QVERIFY(table->selectionModel()->isSelected(view.model()->index(row, 0)));
}

void TestLogModel::staysResponsive()
{
    constexpr int total = 50'000;
    LogStore store;
    LogView view(&store);
    view.resize(1200, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    kiln::test::TurnMeter meter;
    const QByteArray text = lines(total);
    QTest::qWait(50);
    meter.start();
    // As a pipe delivers it, 64 KiB at a time.
    constexpr qsizetype chunk = 65536;
    for (qsizetype at = 0; at < text.size(); at += chunk) {
        store.append(QByteArrayView(text).sliced(at, std::min(chunk, text.size() - at)));
        QCoreApplication::processEvents();
    }
    QVERIFY(kiln::test::waitInTurns([&view] { return view.model()->rowCount() == total; }));
    meter.run(50);
    meter.stop();
    qInfo("%d lines stream in: %s", total, qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));

    meter.start();
    view.filterEdit()->setText(QStringLiteral("number 4999"));
    QVERIFY(kiln::test::waitInTurns([&view] { return !view.model()->isFiltering(); }));
    meter.run(50);
    meter.stop();
    QCOMPARE(view.model()->rowCount(), 11);
    qInfo("they are filtered by text: %s", qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));

    meter.start();
    view.filterEdit()->clear();
    QVERIFY(kiln::test::waitInTurns([&view] { return !view.model()->isFiltering(); }));
    meter.run(50);
    meter.stop();
    QCOMPARE(view.model()->rowCount(), total);
    qInfo("the filter is taken away: %s", qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));
}

void TestLogModel::copiesAll()
{
    constexpr int total = 50'000;
    LogStore store;
    LogView view(&store);
    view.resize(1200, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QByteArray text = lines(total);
    store.append(text);
    QTRY_COMPARE(view.model()->rowCount(), total);
    QTest::qWait(50);
    QApplication::clipboard()->clear();
    const QSignalSpy copied(QApplication::clipboard(), &QClipboard::dataChanged);
    kiln::test::TurnMeter meter;
    meter.start();
    QTest::keyClick(view.table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(kiln::test::waitInTurns([&copied] { return copied.count() > 0; }));
    meter.stop();
    QString wanted = QString::fromUtf8(text);
    wanted.remove(QLatin1Char('\r'));
    QCOMPARE(QApplication::clipboard()->text(), wanted);
    qInfo("%d lines are copied: %s", total, qPrintable(meter.text()));
    QVERIFY2(meter.isGood(), qPrintable(meter.text()));
}

QTEST_MAIN(TestLogModel)
#include "log_model_test.moc"
