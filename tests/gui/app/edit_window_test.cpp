// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The editor in the window: its place, what saving does to the options, finding files and actions,
// closing.
#include "window_driver.h"

#include "widgets/code_editor.h"
#include "widgets/editor_document.h"
#include "widgets/editor_tabs.h"
#include "widgets/quick_open.h"

#include <Qsci/qsciscintilla.h>

#include <QLineEdit>
#include <QTreeWidget>
#include <QtTest>

using namespace kiln;
using kiln::test::contents;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

class TestEditWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void placeIsTheSecond();
    void savedOptionsAreRead();
    void findsFilesAndActions();
    void closingAsks();
    void buildDoesNotAskForEver();

private:
    static QsciScintilla *editor(const WindowDriver &window)
    {
        return window->editPage()->editor()->editor();
    }
    static bool open(const WindowDriver &window, const QString &file)
    {
        window->actions()->placeEdit->trigger();
        return window->editPage()->open({file, 0, 0}) &&
               QTest::qWaitFor([&] { return window->editPage()->editor()->isFinished(); });
    }
};

void TestEditWindow::placeIsTheSecond()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.window()));
    QTest::keyClick(&window.window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(window->editPage()->isVisible());
    QVERIFY(open(window, space.app() + QStringLiteral("/main.c")));
    // Ctrl+Z is the text's here.
    QTest::keyClicks(editor(window), QStringLiteral("x"));
    QTest::keyClick(editor(window), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window->editPage()->text().startsWith(u'/'));
    QTest::keyClick(&window.window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!window->editPage()->isVisible());
}

void TestEditWindow::savedOptionsAreRead()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(!window.session()->model().find("APPFIXTURE_NEW").isValid());
    QVERIFY(open(window, space.app() + QStringLiteral("/Config.uk")));
    editor(window)->SendScintilla(QsciScintilla::SCI_DOCUMENTEND);
    QTest::keyClicks(editor(window), QStringLiteral("config APPFIXTURE_NEW"));
    QTest::keyClick(editor(window), Qt::Key_Return);
    editor(window)->insert(QStringLiteral("\tbool \"New\"\n"));
    QTest::keyClick(editor(window), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(window.session()->isLoaded() &&
                window.session()->model().find("APPFIXTURE_NEW").isValid());
}

void TestEditWindow::findsFilesAndActions()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.window()));
    QLineEdit *field = window->searchEdit();
    const QTreeWidget *list = window->quickOpen()->list();
    const auto type = [&](const QString &text) {
        window->actions()->find->trigger();
        QTest::keyClicks(field, text);
    };
    // A file.
    type(QStringLiteral("/main"));
    QTRY_VERIFY(window->quickOpen()->isVisible());
    const auto best = [list] {
        return list->topLevelItemCount() > 0 ? list->topLevelItem(0)->text(0) : QString();
    };
    QTRY_COMPARE(best(), QStringLiteral("main.c"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(window->editPage()->isVisible());
    QCOMPARE(QFileInfo(window->editPage()->file()).fileName(), QStringLiteral("main.c"));
    QVERIFY(field->text().isEmpty());
    // An action.
    type(QStringLiteral(">"));
    QTRY_VERIFY(list->topLevelItemCount() > 3);
    QTest::keyClicks(field, QStringLiteral("Analy"));
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    // It is as high as what it shows, however much that was.
    QVERIFY(window->quickOpen()->height() < 4 * list->height());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!window->editPage()->isVisible());
    QVERIFY(window->actions()->placeAnalyse->isChecked());
    // Options still come first: Return is theirs.
    type(QStringLiteral("LIBFIRST"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(window->configurePage()->isVisible());
    // The list has what fits as well, by Ctrl+Down.
    type(QStringLiteral("guest.sh"));
    QTRY_COMPARE(best(), QStringLiteral("guest.sh"));
    QVERIFY(window->quickOpen()->isVisible());
    QTest::keyClick(field, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(QFileInfo(window->editPage()->file()).fileName(), QStringLiteral("guest.sh"));
}

void TestEditWindow::closingAsks()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(open(window, space.app() + QStringLiteral("/main.c")));
    QTest::keyClicks(editor(window), QStringLiteral("x"));
    QVERIFY(window->isWindowModified());
    QVERIFY(!window->close());
    QMessageBox *question = window.question(QStringLiteral("askUnsaved"));
    QVERIFY(question);
    QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(window->isVisible());
    QTRY_VERIFY(!window.question(QStringLiteral("askUnsaved")));
    QVERIFY(!window->close());
    question = window.question(QStringLiteral("askUnsaved"));
    QVERIFY(question);
    QTest::mouseClick(question->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(!window->isVisible());
    QVERIFY(contents(space.app() + QStringLiteral("/main.c")).startsWith('x'));
}

/// A file that nobody can edit is unsaved when another program has removed it.
void TestEditWindow::buildDoesNotAskForEver()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    const QString file = space.app() + QStringLiteral("/logo.bin");
    const QByteArray bytes("\x89PNG\0\0\1\n", 8);
    QVERIFY(kiln::test::writeFile(file, bytes));
    QVERIFY(open(window, file));
    QVERIFY(window->editPage()->editor()->document()->isReadOnly());
    QVERIFY(QFile::remove(file));
    QTRY_VERIFY(window->editPage()->editor()->isModified());
    window->actions()->build->trigger();
    QVERIFY(!QFileInfo::exists(file)); // nothing is written without a word
    QVERIFY(window->editPage()->editor()->isModified());
    window->editPage()->editor()->document()->save([](const Result<void> &) {}, true);
    QTRY_COMPARE(contents(file), bytes);
    QTRY_VERIFY(!window->editPage()->editor()->isModified());
}

QTEST_MAIN(TestEditWindow)
#include "edit_window_test.moc"
