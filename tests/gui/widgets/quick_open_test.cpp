// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list below the search field: what is typed before the files are known is found all the same.

#include "widgets/quick_open.h"

#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace kiln;

class QuickOpenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWhatWasTypedTooEarly();
    void leavesTheFieldAlone();

private:
    QTemporaryDir m_folder;
};

void QuickOpenTest::initTestCase()
{
    for (const char *name : {"/main.c", "/main.h", "/other.c"}) {
        QFile file(m_folder.path() + QLatin1String(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

void QuickOpenTest::findsWhatWasTypedTooEarly()
{
    QLineEdit field;
    QuickOpen quickOpen(&field);
    field.show();
    field.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    QVERIFY(field.hasFocus());
    // The list of files comes through the event loop, which nothing here has entered yet.
    quickOpen.setFolders({m_folder.path()}, {});
    QTest::keyClicks(&field, QStringLiteral("/main"));
    QTRY_VERIFY(quickOpen.isVisible());
    QTRY_COMPARE(quickOpen.list()->topLevelItemCount(), 2);
    for (int row = 0; row < 2; ++row)
        QVERIFY(quickOpen.list()->topLevelItem(row)->text(0).startsWith(QStringLiteral("main.")));
}

void QuickOpenTest::leavesTheFieldAlone()
{
    QLineEdit field;
    QuickOpen quickOpen(&field);
    field.show();
    field.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    // Nothing was typed: nothing pops up when the files are known.
    quickOpen.setFolders({m_folder.path()}, {});
    QTest::qWait(200);
    QVERIFY(!quickOpen.isVisible());
    QTest::keyClicks(&field, QStringLiteral("/other"));
    QTRY_VERIFY(quickOpen.isVisible());
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(!quickOpen.isVisible());
}

QTEST_MAIN(QuickOpenTest)
#include "quick_open_test.moc"
