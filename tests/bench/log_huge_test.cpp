// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A saved log of four gigabytes: in a release build only, for all of it is read.
#include "../gui/widgets/log_lines.h"

#include "widgets/log_table.h"
#include "widgets/log_view.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace kiln;
using test::lines;

class TestLogHuge : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void opensMoreThanFourGigabytes();
};

/// More bytes than 32 bits count: what is behind them is found and shown. The file has a hole.
void TestLogHuge::opensMoreThanFourGigabytes()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("huge.log")));
    constexpr qint64 megabyte = 1 << 20;
    constexpr qint64 hole = 4100 * megabyte;
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(lines(3)) > 0);
    // A line end here and there lets all threads at it.
    for (qint64 at = megabyte; at < hole; at += megabyte)
        QVERIFY(file.seek(at) && file.write("\n") == 1);
    QVERIFY(file.seek(hole));
    QVERIFY(file.write("\n" + lines(2000)) > 0);
    file.close();
    LogStore store;
    LogView view(&store);
    view.resize(1000, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(store.open(file.fileName()));
    QTRY_VERIFY_WITH_TIMEOUT(!store.isLoading(), 120'000);
    QTRY_COMPARE(qsizetype(view.model()->rowCount()), store.count());
    QCOMPARE(store.size(), file.size());
    QCOMPARE(view.table()->topRow(), 0);
    QCOMPARE(view.model()->index(2, LogModel::messageColumn).data().toString(),
             QStringLiteral("number 2"));
    view.table()->setFocus();
    QTest::keyClick(view.table(), Qt::Key_End);
    const QModelIndex last = view.table()->currentIndex();
    QCOMPARE(last.row(), view.model()->rowCount() - 1);
    QCOMPARE(last.siblingAtColumn(LogModel::messageColumn).data().toString(),
             QStringLiteral("number 1999"));
    QVERIFY(view.table()->viewport()->rect().contains(view.table()->visualRect(last).center()));
    const qsizetype behind = view.model()->recordOf(last.row() - 1999);
    QCOMPARE(store.offset(behind), hole + 1);
    QCOMPARE(store.levelCount(LogLevel::warning), 1 + 667);
    // The hole is long lines, in pieces.
    QVERIFY(store.count() > 60'000);
}

QTEST_MAIN(TestLogHuge)
#include "log_huge_test.moc"
