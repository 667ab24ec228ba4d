// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/level_chip.h"
#include "widgets/log_model.h"
#include "widgets/log_view.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
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

/// Asks for a call every millisecond and keeps the longest time between two.
class LatencyProbe : public QObject
{
public:
    LatencyProbe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_longest = std::max(m_longest, m_clock.restart()); });
    }
    void start()
    {
        m_longest = 0;
        m_clock.start();
        m_timer.start();
    }
    [[nodiscard]] qint64 longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

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
    void staysResponsive();
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
    filter.text = QStringLiteral("hello");
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 1);
    filter.text = QStringLiteral("ALLOC.C");
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 1);
    filter.text.clear();
    filter.library = int(store.libraries().indexOf(QStringLiteral("libukboot")));
    model.setFilter(filter);
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

void TestLogModel::staysResponsive()
{
    constexpr int total = 50'000;
    constexpr qint64 limit = 100; // milliseconds; generous, as test machines are shared
    LogStore store;
    LogView view(&store);
    view.resize(1200, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    LatencyProbe probe;
    const QByteArray text = lines(total);
    QTest::qWait(50);
    probe.start();
    // As a pipe delivers it, 64 KiB at a time.
    constexpr qsizetype chunk = 65536;
    for (qsizetype at = 0; at < text.size(); at += chunk) {
        store.append(QByteArrayView(text).sliced(at, std::min(chunk, text.size() - at)));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(view.model()->rowCount(), total);
    const qint64 streaming = probe.longest();
    probe.start();
    view.filterEdit()->setText(QStringLiteral("number 4999"));
    QTRY_VERIFY(!view.model()->isFiltering());
    QCOMPARE(view.model()->rowCount(), 11);
    const qint64 filtering = probe.longest();
    qInfo("event loop, longest wait: %lld ms while %d lines stream in, %lld ms while they are "
          "filtered by text",
          streaming, total, filtering);
    QVERIFY2(streaming < limit, qPrintable(QString::number(streaming)));
    QVERIFY2(filtering < limit, qPrintable(QString::number(filtering)));
}

QTEST_MAIN(TestLogModel)
#include "log_model_test.moc"
