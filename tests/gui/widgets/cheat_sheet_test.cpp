// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cheat_sheet.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QtTest>

using namespace kiln;

class TestCheatSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void listsShortcutsOnce();
    void showsThem();
    void actionsHaveShortcuts();
};

void TestCheatSheet::listsShortcutsOnce()
{
    QMenuBar bar;
    QMenu *file = bar.addMenu(QStringLiteral("&File"));
    QAction *save = file->addAction(QStringLiteral("&Save && More"));
    save->setShortcuts(
        {QKeySequence(QStringLiteral("Ctrl+S")), QKeySequence(QStringLiteral("F9"))});
    QMenu *recent = file->addMenu(QStringLiteral("Recent"));
    QAction *open = recent->addAction(QStringLiteral("Open"));
    open->setShortcut(QKeySequence(QStringLiteral("Ctrl+O")));
    open->setToolTip(QStringLiteral("Open a folder (Ctrl+O)"));
    file->addAction(open);
    file->addAction(QStringLiteral("No key"));
    bar.addMenu(QStringLiteral("&Empty"));
    const QVector<KeySection> sections = keySections(&bar);
    QCOMPARE(sections.size(), 1);
    QCOMPARE(sections[0].title, QStringLiteral("File"));
    QCOMPARE(sections[0].keys.size(), 2);
    QCOMPARE(sections[0].keys[0].keys, QStringLiteral("Ctrl+S, F9"));
    QCOMPARE(sections[0].keys[0].meaning, QStringLiteral("Save & More"));
    QCOMPARE(sections[0].keys[1].meaning, QStringLiteral("Open a folder"));
}

void TestCheatSheet::showsThem()
{
    QPointer<CheatSheet> sheet =
        new CheatSheet({{QStringLiteral("In the options"), OptionView::keyHelp()}});
    sheet->show();
    for (const KeyHelp &key : OptionView::keyHelp()) {
        QVERIFY(sheet->plainText().contains(key.keys));
        QVERIFY(sheet->plainText().contains(key.meaning));
    }
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(sheet.isNull());
}

void TestCheatSheet::actionsHaveShortcuts()
{
    const OptionViewActions actions;
    QSet<QString> shortcuts;
    for (const QAction *action : actions.all()) {
        if (!action)
            continue;
        QVERIFY(!action->shortcut().isEmpty());
        QVERIFY(!action->icon().isNull());
        QVERIFY(!shortcuts.contains(action->shortcut().toString()));
        shortcuts.insert(action->shortcut().toString());
    }
}

QTEST_MAIN(TestCheatSheet)
#include "cheat_sheet_test.moc"
