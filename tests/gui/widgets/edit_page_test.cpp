// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Edit": files, tabs, references, renaming, issues, recovery.
#include "edit_page_fixture.h"

#include "widgets/edit_actions.h"
#include "widgets/editor_document.h"
#include "widgets/editor_tabs.h"
#include "widgets/file_tree_model.h"
#include "widgets/issue_model.h"
#include "widgets/notice_bar.h"
#include "widgets/rename_dialog.h"
#include "widgets/symbol_references_view.h"

#include <Qsci/qsciscintilla.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

using namespace kiln;
using kiln::test::contents;
using kiln::test::writeFile;

class TestEditPage : public QObject, private kiln::test::EditPageFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { renew(); }
    void cleanup() { close(); }
    void treeShowsFiles();
    void treeFollowsChanges();
    void tabsHoldFiles();
    void closingAsks();
    void goesToLines();
    void goesBack();
    void keysWinInTheEditor();
    void listsReferences();
    void referencesInUnsavedText();
    void opensFilesAgain();
    void otherProjectsHaveOtherFiles();
    void renamesAfterPreview();
    void marksIssues();
    void restoresEdits();
};

void TestEditPage::treeShowsFiles()
{
    FileTreeModel *files = m_page->fileModel();
    const QAbstractItemModelTester tester(files);
    QTRY_VERIFY(files->rowCount(files->index(0, 0)) > 0);
    QStringList names;
    for (int row = 0; row < files->rowCount(files->index(0, 0)); ++row)
        names << files->index(row, 0, files->index(0, 0)).data().toString();
    QCOMPARE(names, QDir(m_space->app())
                        .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                                   QDir::Name | QDir::DirsFirst | QDir::IgnoreCase));
    // The tree is there, folded.
    QCOMPARE(files->rowCount(), 2);
    QVERIFY(!m_page->fileView()->isExpanded(files->index(1, 0)));
    m_page->fileView()->expand(files->index(1, 0));
    QTRY_VERIFY(files->rowCount(files->index(1, 0)) > 2);
    // A click opens; the file that is edited is selected.
    const QModelIndex row = files->indexOf(appFile("main.c"));
    QTest::mouseClick(m_page->fileView()->viewport(), Qt::LeftButton, {},
                      m_page->fileView()->visualRect(row).center());
    QCOMPARE(m_page->file(), appFile("main.c"));
    QVERIFY(open(appFile("Makefile.uk")));
    QCOMPARE(m_page->fileView()->currentIndex().data().toString(), QStringLiteral("Makefile.uk"));
}

void TestEditPage::treeFollowsChanges()
{
    FileTreeModel *files = m_page->fileModel();
    const QAbstractItemModelTester tester(files);
    QTRY_VERIFY(files->rowCount(files->index(0, 0)) > 0);
    QVERIFY(writeFile(appFile("src/new.c"), "int a;\n"));
    QVERIFY(writeFile(appFile("aa.c"), "int a;\n"));
    QTRY_COMPARE(files->indexOf(appFile("aa.c")).data().toString(), QStringLiteral("aa.c"));
    const QModelIndex folder = files->index(0, 0, files->index(0, 0));
    QCOMPARE(folder.data().toString(), QStringLiteral("src"));
    m_page->fileView()->expand(folder);
    QTRY_COMPARE(files->rowCount(folder), 1);
    QVERIFY(QFile::remove(appFile("aa.c")));
    QTRY_VERIFY(files->indexOf(appFile("aa.c")).data().toString() != QLatin1String("aa.c"));
    QCOMPARE(files->rowCount(files->index(0, 0, files->index(0, 0))), 1); // still listed
}

void TestEditPage::tabsHoldFiles()
{
    QVERIFY(open(appFile("main.c"), 3));
    QCOMPARE(m_page->line(), 3);
    QVERIFY(open(appFile("Config.uk")));
    QVERIFY(open(appFile("main.c"), 5));
    QCOMPARE(m_page->tabs()->count(), 2);
    QCOMPARE(m_page->line(), 5);
    QCOMPARE(m_page->editor()->cursorPlace().line, 5);
    QTest::keyClick(editor(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(m_page->file(), appFile("Config.uk"));
    QVERIFY(m_page->status().contains(QStringLiteral("Config.uk")));
    // By another name it is the same file.
    QVERIFY(QFile::link(appFile("main.c"), appFile("link.c")));
    QVERIFY(open(appFile("link.c")));
    QCOMPARE(m_page->tabs()->count(), 2);
    // What can't be read says so in its tab.
    QVERIFY(!m_page->open({appFile("gone.c"), 1, 0}));
    QVERIFY(m_page->text().contains(QStringLiteral("gone.c")));
}

void TestEditPage::closingAsks()
{
    QVERIFY(open(appFile("main.c")));
    QTest::keyClicks(editor(), QStringLiteral("x"));
    QVERIFY(!m_page->tabs()->tabIcon(0).isNull());
    QTest::keyClick(editor(), Qt::Key_W, Qt::ControlModifier);
    auto *question = m_page->findChild<QMessageBox *>(QStringLiteral("askUnsavedFile"));
    QVERIFY(question);
    QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
    QCOMPARE(m_page->tabs()->count(), 1);
    QTRY_VERIFY(!m_page->findChild<QMessageBox *>(QStringLiteral("askUnsavedFile")));
    QTest::keyClick(editor(), Qt::Key_W, Qt::ControlModifier);
    question = m_page->findChild<QMessageBox *>(QStringLiteral("askUnsavedFile"));
    QVERIFY(question);
    QTest::mouseClick(question->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_COMPARE(m_page->tabs()->count(), 0);
    QVERIFY(contents(appFile("main.c")).startsWith('x'));
    // Discarded edits leave nothing to recover.
    QVERIFY(open(appFile("main.c")));
    QTest::keyClicks(editor(), QStringLiteral("y"));
    m_page->tabs()->close(0);
    question = m_page->findChild<QMessageBox *>(QStringLiteral("askUnsavedFile"));
    QVERIFY(question);
    QTest::mouseClick(question->button(QMessageBox::Discard), Qt::LeftButton);
    QTRY_COMPARE(m_page->tabs()->count(), 0);
    QVERIFY(contents(appFile("main.c")).startsWith("x/"));
    QTRY_VERIFY(QDir(m_space->path(QStringLiteral("journals"))).entryList(QDir::Files).isEmpty());
}

void TestEditPage::goesToLines()
{
    QVERIFY(writeFile(appFile("a.txt"), QByteArray("line\n").repeated(300)));
    QVERIFY(open(appFile("a.txt")));
    QTest::keyClick(editor(), Qt::Key_G, Qt::ControlModifier);
    auto *dialog = m_page->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setIntValue(250);
    dialog->accept();
    QCOMPARE(m_page->editor()->cursorPlace().line, 250);
    QTRY_VERIFY(editor()->firstVisibleLine() > 200);
}

void TestEditPage::goesBack()
{
    QVERIFY(open(appFile("main.c"), 2));
    QVERIFY(open(appFile("Config.uk"), 4));
    QTest::keyClick(editor(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_page->file(), appFile("main.c"));
    QCOMPARE(m_page->editor()->cursorPlace().line, 2);
    QTest::keyClick(editor(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_page->file(), appFile("Config.uk"));
    QCOMPARE(m_page->editor()->cursorPlace().line, 4);
}

/// The window has the same keys for its configuration.
void TestEditPage::keysWinInTheEditor()
{
    QAction other;
    other.setShortcut(QKeySequence(QStringLiteral("Ctrl+S")));
    QSignalSpy wrong(&other, &QAction::triggered);
    QWidget window;
    window.addAction(&other);
    m_page->setParent(&window);
    const auto takeBack = qScopeGuard([this] { m_page->setParent(nullptr); });
    window.resize(800, 600);
    window.show();
    m_page->show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(open(appFile("main.c")));
    editor()->setFocus();
    QTest::keyClicks(editor(), QStringLiteral("x"));
    QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_page->editor()->isModified());
    QTRY_VERIFY(contents(appFile("main.c")).startsWith('x'));
    QCOMPARE(wrong.count(), 0);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_page->text().startsWith(u'/'));
}

void TestEditPage::listsReferences()
{
    const QString config =
        m_space->project().tree.directory + QStringLiteral("/lib/first/Config.uk");
    QVERIFY(writeFile(appFile("main.c"), "#ifdef CONFIG_LIBFIRST\nint a;\n#endif\n"));
    QVERIFY(open(config));
    const QStringList lines = m_page->text().split(u'\n');
    const int line = int(lines.indexOf(QStringLiteral("config LIBFIRST")));
    editor()->setCursorPosition(line, 10);
    QTest::keyClick(editor(), Qt::Key_F12, Qt::ShiftModifier);
    SymbolReferencesView *list = m_page->references();
    QVERIFY(list->isVisible());
    QTRY_VERIFY(!list->isSearching());
    QTreeWidget *tree = list->tree();
    QStringList kinds;
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        kinds << tree->topLevelItem(i)->text(0);
    QCOMPARE(kinds, (QStringList{QStringLiteral("Definitions (1)"),
                                 QStringLiteral("Options that depend on it (3)"),
                                 QStringLiteral("Sources (1)")}));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                      tree->visualItemRect(tree->topLevelItem(2)->child(0)).center());
    QCOMPARE(m_page->file(), appFile("main.c"));
    QCOMPARE(m_page->line(), 1);
    // Where there is no option that is said.
    QSignalSpy problem(m_page.get(), &EditPage::problem);
    editor()->setCursorPosition(1, 1);
    QTest::keyClick(editor(), Qt::Key_F12, Qt::ShiftModifier);
    QCOMPARE(problem.count(), 1);
}

/// What is typed counts before it is saved, and what is deleted does no more.
void TestEditPage::referencesInUnsavedText()
{
    QVERIFY(writeFile(appFile("main.c"), "#ifdef CONFIG_LIBFIRST\n#endif\n"));
    QVERIFY(writeFile(appFile("other.c"), "int a;\n"));
    QVERIFY(open(appFile("other.c")));
    QTest::keyClicks(editor(), QStringLiteral("// CONFIG_LIBFIRST"));
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(open(appFile("main.c")));
    editor()->setCursorPosition(0, 0);
    QTest::keyClick(editor(), Qt::Key_Return);
    editor()->setCursorPosition(1, 12);
    QTest::keyClick(editor(), Qt::Key_F12, Qt::ShiftModifier);
    const auto sources = [this] {
        QStringList places;
        QTreeWidget *tree = m_page->references()->tree();
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            if (!tree->topLevelItem(i)->text(0).startsWith(QLatin1String("Sources")))
                continue;
            for (int j = 0; j < tree->topLevelItem(i)->childCount(); ++j)
                places << tree->topLevelItem(i)->child(j)->text(0);
        }
        return places;
    };
    QTRY_COMPARE(sources(), (QStringList{QStringLiteral("main.c:2"), QStringLiteral("other.c:1")}));
    QVERIFY(m_page->editor()->isModified()); // nothing was saved for that
    QCOMPARE(contents(appFile("other.c")), QByteArray("int a;\n"));
    // The editor can be typed in afterwards.
    editor()->setFocus();
    editor()->selectAll();
    QTest::keyClicks(editor(), QStringLiteral("CONFIG_LIBFIRST"));
    QCOMPARE(m_page->text(), QStringLiteral("CONFIG_LIBFIRST"));
    QTest::keyClick(editor(), Qt::Key_F12, Qt::ShiftModifier);
    QTRY_COMPARE(sources(), (QStringList{QStringLiteral("main.c:1"), QStringLiteral("other.c:1")}));
}

void TestEditPage::opensFilesAgain()
{
    QByteArray lines;
    for (int i = 1; i <= 500; ++i)
        lines += "line " + QByteArray::number(i) + " ä\n";
    QVERIFY(writeFile(appFile("long.txt"), lines));
    QVERIFY(writeFile(appFile("gone.txt"), "x\n"));
    QVERIFY(open(appFile("main.c")));
    QVERIFY(open(appFile("gone.txt")));
    QVERIFY(open(appFile("long.txt")));
    editor()->setCursorPosition(399, 4);
    editor()->setFirstVisibleLine(390);
    QVERIFY(open(appFile("Config.uk")));
    m_page->tabs()->setCurrentIndex(2);
    const QList<OpenFile> before = m_page->tabs()->openFiles();
    QCOMPARE(before.size(), 4);
    QCOMPARE(before[2], (OpenFile{appFile("long.txt"), 400, 5, 391, true}));
    QCOMPARE(openFiles(toVariant(before)), before);
    QCOMPARE(openFiles(QVariant(7)), QList<OpenFile>());
    // Another page, as after another start; one file has gone meanwhile.
    QVERIFY(QFile::remove(appFile("gone.txt")));
    m_page = std::make_unique<EditPage>(m_space->path(QStringLiteral("journals")));
    m_page->resize(1000, 600);
    m_page->show();
    m_page->setProject(m_space->project());
    QSignalSpy problems(m_page.get(), &EditPage::problem);
    m_page->tabs()->reopen(before);
    QCOMPARE(m_page->tabs()->openFiles(), before); // all that is still to come, too
    QTRY_COMPARE(m_page->tabs()->count(), 3);
    QTest::qWait(50);
    QCOMPARE(m_page->tabs()->count(), 3);
    QCOMPARE(problems.count(), 0);
    QCOMPARE(m_page->file(), appFile("long.txt"));
    QCOMPARE(m_page->editor()->cursorPlace().line, 400);
    QCOMPARE(m_page->editor()->cursorPlace().column, 5);
    QCOMPARE(editor()->firstVisibleLine(), 390);
    QCOMPARE(m_page->line(), 0); // no line is marked
    QCOMPARE(m_page->tabs()->at(0)->file(), appFile("main.c"));
    QCOMPARE(m_page->tabs()->at(2)->file(), appFile("Config.uk"));
    QVERIFY(!m_page->editor()->isModified());
    // What is chosen while they come stays the current one.
    m_page->tabs()->closeUnmodified();
    QCOMPARE(m_page->tabs()->count(), 0);
    m_page->tabs()->reopen(before);
    QVERIFY(m_page->open({appFile("Makefile.uk"), 0, 0}));
    QTRY_COMPARE(m_page->tabs()->count(), 4);
    QCOMPARE(m_page->file(), appFile("Makefile.uk"));
}

/// The same project read anew keeps its tabs; another one closes those with nothing unsaved.
void TestEditPage::otherProjectsHaveOtherFiles()
{
    QVERIFY(open(appFile("main.c")));
    QTest::keyClicks(editor(), QStringLiteral("x"));
    QVERIFY(open(appFile("Config.uk")));
    m_page->setProject(m_space->project());
    QCOMPARE(m_page->tabs()->count(), 2);
    Project other = m_space->project();
    other.path += QStringLiteral("/other");
    m_page->setProject(other);
    QCOMPARE(m_page->tabs()->count(), 1);
    QCOMPARE(m_page->file(), appFile("main.c"));
    QVERIFY(m_page->editor()->isModified());
    m_page->tabs()->discardAll();
}

void TestEditPage::renamesAfterPreview()
{
    const QString config =
        m_space->project().tree.directory + QStringLiteral("/lib/first/Config.uk");
    QVERIFY(writeFile(appFile("main.c"), "#ifdef CONFIG_LIBFIRST_SIZE\r\nint a;  \n#endif"));
    QVERIFY(open(appFile("main.c")));
    editor()->setCursorPosition(0, 20);
    QTest::keyClick(editor(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_page->findChild<RenameDialog *>());
    auto *dialog = m_page->findChild<RenameDialog *>();
    QVERIFY(!dialog->applyButton()->isEnabled());
    // What is no name, or is taken, is told before anything is written.
    dialog->nameEdit()->clear();
    QTest::keyClicks(dialog->nameEdit(), QStringLiteral("LIBFIRST"));
    QTRY_VERIFY(dialog->message().contains(QStringLiteral("taken")));
    dialog->nameEdit()->clear();
    QTest::keyClicks(dialog->nameEdit(), QStringLiteral("LIBFIRST_BYTES"));
    QTRY_COMPARE(dialog->tree()->topLevelItemCount(), 2);
    QCOMPARE(contents(appFile("main.c")),
             QByteArray("#ifdef CONFIG_LIBFIRST_SIZE\r\nint a;  \n#endif"));
    QString preview;
    for (int i = 0; i < 2; ++i)
        preview += dialog->tree()->topLevelItem(i)->child(0)->text(1) + u'\n';
    QVERIFY(preview.contains(QStringLiteral("config LIBFIRST_BYTES")));
    QVERIFY(preview.contains(QStringLiteral("CONFIG_LIBFIRST_BYTES")));
    // With nothing checked there is nothing to do.
    for (int i = 0; i < 2; ++i)
        dialog->tree()->topLevelItem(i)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!dialog->applyButton()->isEnabled());
    for (int i = 0; i < 2; ++i)
        dialog->tree()->topLevelItem(i)->setCheckState(0, Qt::Checked);
    QSignalSpy saved(m_page.get(), &EditPage::saved);
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    QTRY_COMPARE(saved.count(), 2);
    QCOMPARE(contents(appFile("main.c")),
             QByteArray("#ifdef CONFIG_LIBFIRST_BYTES\r\nint a;  \n#endif"));
    QVERIFY(contents(config).contains("config LIBFIRST_BYTES\n"));
    QVERIFY(!contents(config).contains("LIBFIRST_SIZE"));
    // The open file follows.
    QTRY_VERIFY(m_page->text().contains(QStringLiteral("LIBFIRST_BYTES")));
    QVERIFY(!m_page->editor()->isModified());
}

void TestEditPage::marksIssues()
{
    IssueModel issues;
    m_page->setIssues(&issues);
    QVERIFY(open(appFile("main.c")));
    Issue issue;
    issue.file = appFile("main.c");
    issue.line = 4;
    issue.column = 5;
    issue.message = QStringLiteral("something is wrong here");
    issues.add(issue);
    QTRY_COMPARE(m_page->editor()->issues()->messageAt(3), issue.message);
    QTest::keyClick(editor(), Qt::Key_F8);
    QCOMPARE(m_page->editor()->cursorPlace().line, 4);
    QTRY_VERIFY(m_page->status().contains(issue.message));
    issues.clear(Issue::Source::build);
    QTRY_COMPARE(m_page->editor()->issues()->count(), 0);
}

void TestEditPage::restoresEdits()
{
    QVERIFY(open(appFile("main.c")));
    const QString before = m_page->text();
    QTest::keyClicks(editor(), QStringLiteral("kept"));
    // As after a crash: the page goes without a word.
    m_page = std::make_unique<EditPage>(m_space->path(QStringLiteral("journals")));
    m_page->resize(1000, 600);
    m_page->show();
    m_page->setProject(m_space->project());
    QTRY_VERIFY(m_page->notice()->isVisible());
    QVERIFY(m_page->notice()->text().contains(QStringLiteral("main.c")));
    // A button that comes into a visible bar is shown in the next turn.
    QPushButton *restore = nullptr;
    QTRY_VERIFY((restore = buttonOf(m_page->notice(), QStringLiteral("Restore Edits"))) != nullptr);
    QTest::mouseClick(restore, Qt::LeftButton);
    QTRY_COMPARE(m_page->text(), QStringLiteral("kept") + before);
    QVERIFY(m_page->editor()->isModified());
    QVERIFY(!contents(appFile("main.c")).startsWith("kept"));
    QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(contents(appFile("main.c")).startsWith("kept"));
    QTRY_VERIFY(QDir(m_space->path(QStringLiteral("journals"))).entryList(QDir::Files).isEmpty());
}

QTEST_MAIN(TestEditPage)
#include "edit_page_test.moc"
