// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_driver.h"

#include "app/project_page.h"
#include "widgets/log_table.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QToolButton>

#include <csignal>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

/// What the window does, on a small tree with a fake emulator.
class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void startsEmpty();
    void opensAndConfigures();
    void undoesAndSaves();
    void searchFindsOptions();
    void buildsAndBoots();
    void recallsTheLastBuild();
    void consoleTakesInput();
    void stopsTheGuest();
    void stopsTheBuild();
    void leavesNoGuestBehind();
    void asksForTrust();
    void warnsOnUnsavedChanges();
    void opensDroppedFolder();
    void remembersProjects();
    void everythingHasAName();
};

void TestWindow::startsEmpty()
{
    const WindowDriver window;
    QVERIFY(window->projectPage()->isVisible());
    QVERIFY(!window->actions()->buildAndBoot->isEnabled());
    QVERIFY(!window->actions()->save->isEnabled());
    QCOMPARE(window->stateBar()->configuration(), QStringLiteral("No project"));
    QCOMPARE(window->stateBar()->activity(), QStringLiteral("Nothing is running"));
}

void TestWindow::opensAndConfigures()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(window->configurePage()->isVisible());
    QVERIFY(!window->trustBar()->isVisible());
    QCOMPARE(window.value("LIBSECOND"), QStringLiteral("n"));
    QVERIFY(window.toggle(QStringLiteral("LIBSECOND")));
    QCOMPARE(window.value("LIBSECOND"), QStringLiteral("y"));
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    const QString told = window->configurePage()->consequences();
    QVERIFY2(told.contains(QStringLiteral("also turned on: LIBFIRST (selected)")),
             qPrintable(told));
    QVERIFY(window->configurePage()->detailsText().contains(QStringLiteral("Second library")));
    QCOMPARE(window->stateBar()->configuration(),
             QStringLiteral("%1 unsaved changes").arg(window.session()->changeCount()));
    // What LIBSECOND selects is locked, and says why.
    QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    QVERIFY(window->configurePage()->consequences().contains(QStringLiteral("LIBSECOND")));
    window.session()->undo();
}

void TestWindow::undoesAndSaves()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    window->actions()->undo->trigger();
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("n"));
    window->actions()->redo->trigger();
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    QVERIFY(window.save());
    QTRY_COMPARE(window->stateBar()->configuration(), QStringLiteral("Configuration saved"));
    QVERIFY(!window->isWindowModified());
    const QByteArray saved = kiln::test::contents(space.app() + QStringLiteral("/.config"));
    QVERIFY(saved.contains("CONFIG_LIBFIRST=y\n"));
    QVERIFY(saved.contains("CONFIG_LIBFIRST_SIZE=8\n"));
}

void TestWindow::searchFindsOptions()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->find->trigger();
    QTest::keyClicks(window->searchEdit(), QStringLiteral("second"));
    OptionView *view = window->configurePage()->optionView();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QTest::keyClick(window->searchEdit(), Qt::Key_Return);
    QTest::keyClick(view, Qt::Key_Space);
    QCOMPARE(window.value("LIBSECOND"), QStringLiteral("y"));
    QTest::keyClick(window->searchEdit(), Qt::Key_Escape);
    QVERIFY(window->searchEdit()->text().isEmpty());
    QTRY_VERIFY(view->model()->rowCount() == 1 && view->rootIndex().isValid());
    window.session()->undo();
}

void TestWindow::buildsAndBoots()
{
    const Workspace space;
    QVERIFY(space.setGuest("printf '[    0.000100] Info: [libukboot] <boot.c @   12> Calling\\n'\n"
                           "printf '[    0.000200] ERR:  [appfixture] <main.c @    3> Oh no\\n'\n"
                           "printf 'Hello world!\\n'\nexit 0\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
    auto *button = window->findChild<QAbstractButton *>(QStringLiteral("buildAndBootButton"));
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("Build & Boot"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Stop"));
    QVERIFY(window->runPage()->isVisible());
    QVERIFY(window.waitForRow(QStringLiteral("Hello world!")));
    QVERIFY(window.waitIdle());
    QCOMPARE(button->text(), QStringLiteral("Build & Boot"));
    // The build saw what the window showed.
    QVERIFY(kiln::test::contents(space.app() + QStringLiteral("/.config"))
                .contains("CONFIG_LIBFIRST=y\n"));
    QVERIFY(window->stateBar()->build().startsWith(QStringLiteral("Built in")));
    QTRY_VERIFY(window->runPage()->buildView()->isComplete());
    QVERIFY(window->runPage()->buildView()->toPlainText().contains(QStringLiteral("  CC ")));
    QTRY_COMPARE(window->runPage()->console()->screen().lineText(2),
                 QStringLiteral("Hello world!"));

    LogView *log = window->runPage()->logView();
    for (const LogLevel level :
         {LogLevel::debug, LogLevel::info, LogLevel::warning, LogLevel::critical, LogLevel::plain})
        QTest::mouseClick(log->chip(level), Qt::LeftButton);
    QTRY_COMPARE(log->model()->rowCount(), 1);
    QCOMPARE(log->model()->index(0, LogModel::messageColumn).data().toString(),
             QStringLiteral("Oh no"));
    // Its source opens at the line.
    const QModelIndex source = log->model()->index(0, LogModel::sourceColumn);
    QTest::mouseClick(log->table()->viewport(), Qt::LeftButton, {},
                      log->table()->visualRect(source).center());
    QTRY_VERIFY(window->editPage()->isVisible());
    QCOMPARE(window->editPage()->file(), space.project().directory + QStringLiteral("/main.c"));
    QCOMPARE(window->editPage()->line(), 3);
}

void TestWindow::recallsTheLastBuild()
{
    const Workspace space;
    {
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QCOMPARE(window->stateBar()->build(), QStringLiteral("Not built yet"));
        window->actions()->build->trigger();
        QVERIFY(window.waitIdle());
        QVERIFY(window->stateBar()->build().startsWith(QStringLiteral("Built in")));
    }
    {
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QTRY_VERIFY2(window->stateBar()->build().startsWith(QStringLiteral("Built at")),
                     qPrintable(window->stateBar()->build()));
    }
    QVERIFY(QFile::remove(space.project().imagePath()));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QTest::qWait(200);
    QCOMPARE(window->stateBar()->build(), QStringLiteral("Not built yet"));
}

void TestWindow::consoleTakesInput()
{
    const Workspace space;
    QVERIFY(space.setGuest("echo 'What is your name?'\nread name\necho \"Hello $name.\"\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(!window->runPage()->console()->isInputEnabled());
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitForRow(QStringLiteral("What is your name?")));
    TerminalView *console = window->runPage()->console();
    window->runPage()->showTab(RunPage::Tab::console);
    QVERIFY(console->isInputEnabled());
    QTest::keyClicks(console, QStringLiteral("Kiln"));
    // The fake guest reads lines; a real one gets the carriage return of the key.
    window->runs()->sendInput("\n");
    QVERIFY(window.waitForRow(QStringLiteral("Hello Kiln.")));
    QVERIFY(window.waitIdle());
    QVERIFY(!console->isInputEnabled());
}

void TestWindow::stopsTheGuest()
{
    const Workspace space;
    QVERIFY(space.setGuest("echo 'I stay'\nwhile :; do sleep 1; done\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitForRow(QStringLiteral("I stay")));
    QCOMPARE(window->stateBar()->activity(), QStringLiteral("Guest is running"));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitIdle(3000));
    QCOMPARE(window->runPage()->status(), QStringLiteral("Stopped."));
    QCOMPARE(window->stateBar()->activity(), QStringLiteral("Nothing is running"));
    QCOMPARE(window->issues()->errorCount(), 0);
}

void TestWindow::stopsTheBuild()
{
    const Workspace space;
    qputenv("SLOW", "30");
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->build->trigger();
    QTRY_VERIFY(window->runPage()->buildView()->toPlainText().contains(QStringLiteral("  CC ")));
    QVERIFY(!window->actions()->build->isEnabled());
    window->actions()->stop->trigger();
    QVERIFY(window.waitIdle(3000));
    qunsetenv("SLOW");
    QVERIFY(window->stateBar()->build().contains(QStringLiteral("stopped")));
    QVERIFY(window->actions()->build->isEnabled());
}

void TestWindow::leavesNoGuestBehind()
{
    const Workspace space;
    const QString pidFile = space.path(QStringLiteral("pid"));
    QVERIFY(space.setGuest("echo $$ > '" + pidFile.toLocal8Bit() +
                           "'\necho 'I stay'\nwhile :; do sleep 1; done\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitForRow(QStringLiteral("I stay")));
    const int pid = kiln::test::contents(pidFile).trimmed().toInt();
    QVERIFY(pid > 0 && ::kill(pid, 0) == 0);
    window->close();
    window.destroy();
    QTRY_VERIFY_WITH_TIMEOUT(::kill(pid, 0) != 0, 3000);
}

void TestWindow::asksForTrust()
{
    const Workspace space;
    QVERIFY(space.setGuest("echo 'Hello fixture!'\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.open(space.app()));
    QVERIFY(window->trustBar()->isVisible());
    QVERIFY(window->trustBar()->text().contains(QStringLiteral("nothing of it has been run")));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(!window->runs()->isBusy());
    QMessageBox *question = window.question(QStringLiteral("askTrust"));
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(space.project().directory));
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(!window->runs()->isBusy());
    QVERIFY(!QFileInfo::exists(space.app() + QStringLiteral("/build/main.o")));
    QTRY_VERIFY(!window.question(QStringLiteral("askTrust")));

    window->actions()->buildAndBoot->trigger();
    question = window.question(QStringLiteral("askTrust"));
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QVERIFY(window.waitForRow(QStringLiteral("Hello fixture!")));
    QVERIFY(window.waitIdle());
    QVERIFY(!window->trustBar()->isVisible());
    QVERIFY(TrustStore().isTrusted(space.project()));
}

void TestWindow::warnsOnUnsavedChanges()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
    window->close();
    QVERIFY(window->isVisible());
    QMessageBox *question = window.question(QStringLiteral("askUnsaved"));
    QVERIFY(question);
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(window->isVisible());
    QTRY_VERIFY(!window.question(QStringLiteral("askUnsaved")));
    window->close();
    question = window.question(QStringLiteral("askUnsaved"));
    QVERIFY(question);
    question->button(QMessageBox::Save)->click();
    QTRY_VERIFY(!window->isVisible());
    QVERIFY(kiln::test::contents(space.app() + QStringLiteral("/.config"))
                .contains("CONFIG_LIBFIRST=y\n"));
}

void TestWindow::opensDroppedFolder()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(space.app() + QStringLiteral("/main.c"))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.window(), &drop);
    QTRY_VERIFY(window.session()->isLoaded());
    QCOMPARE(window->projects()->project()->directory, space.project().directory);
}

void TestWindow::remembersProjects()
{
    const Workspace space;
    {
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->close();
    }
    WindowDriver window(space.tree());
    QListWidget *recent = window->projectPage()->recentList();
    QVERIFY(recent->count() > 0);
    QCOMPARE(recent->item(0)->data(Qt::UserRole).toString(), space.project().directory);
    recent->setCurrentRow(0);
    QTest::keyClick(recent, Qt::Key_Return);
    QTRY_VERIFY(window.session()->isLoaded());
}

void TestWindow::everythingHasAName()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->objectName().startsWith(QStringLiteral("qt_")) ||
            button->metaObject()->className() == QByteArray("QTableCornerButton") ||
            qobject_cast<const QToolButton *>(button->parent()) != nullptr ||
            button->parent()->inherits("QLineEdit") || button->parent()->inherits("QTabBar"))
            continue; // parts of Qt's own controls
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() ||
                     !button->toolTip().isEmpty(),
                 qPrintable(button->parent()->objectName() + u' ' +
                            QString::fromLatin1(button->parent()->metaObject()->className())));
    }
    for (const QAction *action : window->findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
    }
}

QTEST_MAIN(TestWindow)
#include "window_test.moc"
