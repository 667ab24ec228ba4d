// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_driver.h"

#include "widgets/guest_view.h"
#include "widgets/machine_editor.h"
#include "widgets/status_strip.h"
#include "workbench/machine_file.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <csignal>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

namespace {

/// Stays until it is told something.
constexpr char stayingGuest[] = "echo \"I am number $$\"\nread word\necho \"Got $word\"\n";

QTabWidget *tabs(const WindowDriver &window)
{
    return window->runPage()->findChild<QTabWidget *>(QStringLiteral("runTabs"));
}

/// The close button of a tab, when it shows.
QWidget *closeButton(const WindowDriver &window, int tab)
{
    const QTabBar *bar = tabs(window)->tabBar();
    for (const auto side : {QTabBar::RightSide, QTabBar::LeftSide}) {
        QWidget *button = bar->tabButton(tab, side);
        if (button != nullptr && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

/// Several machines and saved logs in tabs.
class TestMachines : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void init() { qputenv("KILN_ACCEL", "tcg"); }

    void twoGuestsAtOnce()
    {
        const Workspace space;
        QVERIFY(space.setGuest(stayingGuest));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        RunPage *page = window->runPage();
        QCOMPARE(page->guestViews().size(), 1);
        QVERIFY(!closeButton(window, tabs(window)->indexOf(page->guestViews().at(0))));

        QTest::keyClick(&window.window(), Qt::Key_F5);
        QVERIFY(window.waitForRow(QStringLiteral("I am number")));
        GuestView *first = page->currentGuest();
        QTest::keyClick(&window.window(), Qt::Key_F5, Qt::ControlModifier);
        QTRY_COMPARE(page->guestViews().size(), 2);
        QTRY_VERIFY(page->currentGuest() != first);
        GuestView *second = page->currentGuest();
        QVERIFY(window.waitForRow(QStringLiteral("I am number")));
        QCOMPARE(window->runs()->runningGuests(), 2);
        QVERIFY(window->stateBar()->activity().startsWith(QStringLiteral("2 guest")));
        QVERIFY(first->console()->isInputEnabled() && second->console()->isInputEnabled());

        // Keys go to the guest whose console it is.
        page->showGuest(first);
        page->showTab(RunPage::Tab::console);
        QTest::keyClicks(first->console(), QStringLiteral("one"));
        window->runs()->sendInput("\n");
        QVERIFY(window.waitForRow(QStringLiteral("Got one")));
        QTRY_VERIFY(!first->console()->isInputEnabled());
        QVERIFY(second->console()->isInputEnabled());
        QCOMPARE(window->stateBar()->activity(), QStringLiteral("Guest is running"));

        // F5 is about the tab that is shown: this one can boot again, the other can be stopped.
        QCOMPARE(window->actions()->buildAndBoot->text(), QStringLiteral("Build && Boot"));
        page->showGuest(second);
        QCOMPARE(window->actions()->buildAndBoot->text(), QStringLiteral("Stop"));
        QTest::keyClick(&window.window(), Qt::Key_F5);
        QVERIFY(window.waitIdle(3000));
        QCOMPARE(second->strip()->status(), QStringLiteral("Stopped."));
        // What the first one printed is still there.
        page->showGuest(first);
        QVERIFY(window.row(QStringLiteral("Got one")) >= 0);
    }

    void closingEndsTheGuest()
    {
        const Workspace space;
        const QString pidFile = space.path(QStringLiteral("pid"));
        QVERIFY(space.setGuest("echo $$ >> '" + pidFile.toLocal8Bit() +
                               "'\necho 'I stay'\nwhile :; do sleep 1; done\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        RunPage *page = window->runPage();
        window->actions()->buildAndBoot->trigger();
        QVERIFY(window.waitForRow(QStringLiteral("I stay")));
        window->actions()->bootAnother->trigger();
        QTRY_COMPARE(window->runs()->runningGuests(), 2);
        QVERIFY(window.waitForRow(QStringLiteral("I stay")));
        const QList<QByteArray> pids = kiln::test::contents(pidFile).trimmed().split('\n');
        QCOMPARE(pids.size(), 2);

        QWidget *close = closeButton(window, tabs(window)->currentIndex());
        QVERIFY(close);
        QTest::mouseClick(close, Qt::LeftButton);
        QCOMPARE(page->guestViews().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(::kill(pids.at(1).toInt(), 0) != 0, 3000);
        QVERIFY(::kill(pids.at(0).toInt(), 0) == 0);
        QCOMPARE(window->runs()->runningGuests(), 1);
        // The last one stays.
        QVERIFY(!closeButton(window, tabs(window)->indexOf(page->guestViews().at(0))));
        window->close();
        window.destroy();
        QTRY_VERIFY_WITH_TIMEOUT(::kill(pids.at(0).toInt(), 0) != 0, 3000);
    }

    void errorsMarkTheTab()
    {
        const Workspace space;
        QVERIFY(space.setGuest("echo up\nread word\n"
                               "printf '[    0.000200] ERR:  [app] <main.c @    3> Oh no\\n'\n"
                               "printf '[    0.000300] CRIT: [app] <main.c @    4> Worse\\n'\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        RunPage *page = window->runPage();
        window->actions()->buildAndBoot->trigger();
        QVERIFY(window.waitForRow(QStringLiteral("up")));
        GuestView *guest = page->currentGuest();
        const int tab = tabs(window)->indexOf(guest);
        const QString before = tabs(window)->tabText(tab);
        const qint64 plain = tabs(window)->tabIcon(tab).cacheKey();
        // It happens while another tab is looked at.
        page->showTab(RunPage::Tab::build);
        window->runs()->sendInput("go\n");
        QTRY_COMPARE(tabs(window)->tabText(tab), before + QStringLiteral(" · 2"));
        QCOMPARE(guest->mark(), std::optional(LogLevel::critical));
        QVERIFY(tabs(window)->tabIcon(tab).cacheKey() != plain);
        QVERIFY(tabs(window)->tabToolTip(tab).contains(QStringLiteral("2 error")));
        QVERIFY(window.waitIdle());
    }

    void savedLogsHaveTheirOwnTabs()
    {
        const Workspace space;
        QVERIFY(space.setGuest("echo 'from the guest'\n"));
        const QString saved = space.path(QStringLiteral("old.log"));
        QVERIFY(kiln::test::writeFile(
            saved, "[    0.000200] ERR:  [app] <main.c @    3> from the file\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        RunPage *page = window->runPage();
        window->actions()->buildAndBoot->trigger();
        QVERIFY(window.waitForRow(QStringLiteral("from the guest")));
        QVERIFY(window.waitIdle());
        GuestView *guest = page->currentGuest();

        emit page->logView()->openRequested(saved);
        QVERIFY(window.waitForRow(QStringLiteral("from the file")));
        GuestView *log = page->currentGuest();
        QVERIFY(log != guest && log->console() == nullptr);
        QCOMPARE(log->kind(), GuestView::Kind::savedLog);
        const int tab = tabs(window)->currentIndex();
        QTRY_COMPARE(tabs(window)->tabText(tab), QStringLiteral("old.log · 1"));
        QVERIFY(page->status().contains(saved));
        // The same log is not opened twice.
        page->showGuest(guest);
        QCOMPARE(page->openLog(saved), log);
        QCOMPARE(page->guestViews().size(), 2);
        QCOMPARE(guest->store()->fileName(), QString());

        QWidget *close = closeButton(window, tab);
        QVERIFY(close);
        QTest::mouseClick(close, Qt::LeftButton);
        QCOMPARE(page->guestViews(), QList<GuestView *>{guest});
        QVERIFY(window.row(QStringLiteral("from the guest")) >= 0);

        QVERIFY(!page->openLog(space.path(QStringLiteral("none.log"))));
        QVERIFY(window.notice().contains(QStringLiteral("none.log")));
        QCOMPARE(page->guestViews().size(), 1);
    }

    void settingsOfTheMachine()
    {
        const Workspace space;
        QVERIFY(space.setGuest("echo \"args $GUEST_ARGUMENTS\"\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QTest::keyClick(&window.window(), Qt::Key_M, Qt::ControlModifier);
        auto *dialog = window->findChild<QDialog *>(QStringLiteral("machineDialog"));
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        auto *editor = dialog->findChild<MachineEditor *>();
        auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        const auto field = [editor](const char *name) {
            return editor->findChild<QLineEdit *>(QLatin1String(name));
        };
        auto *memory = editor->findChild<QSpinBox *>(QStringLiteral("memory"));
        memory->selectAll();
        QTest::keyClicks(memory, QStringLiteral("96"));
        QTest::keyClicks(field("arguments"), QStringLiteral("one \"two words\""));
        QVERIFY2(editor->commandText().contains(QStringLiteral("-m 96 ")),
                 qPrintable(editor->commandText()));
        QVERIFY(editor->commandText().contains(QStringLiteral("'one \"two words\"'")));

        // What makes no sense is said, and can't be saved.
        auto *network = editor->findChild<QComboBox *>(QStringLiteral("network"));
        QTest::keyClicks(network, QStringLiteral("user"));
        QTest::keyClicks(field("forwards"), QStringLiteral("8080"));
        QVERIFY(editor->commandText().contains(QStringLiteral("no port forward")));
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(field("forwards"), QStringLiteral(":80"));
        QVERIFY(editor->commandText().contains(QStringLiteral("hostfwd=tcp:127.0.0.1:8080-:80")));
        QVERIFY(save->isEnabled());
        auto *gdb = editor->findChild<QCheckBox *>(QStringLiteral("gdb"));
        QTest::keyClick(gdb, Qt::Key_Space);
        QVERIFY(editor->findChild<QLabel *>(QStringLiteral("gdbCommand"))
                    ->text()
                    .contains(QStringLiteral("target remote :1234")));
        QTest::keyClick(gdb, Qt::Key_Space);

        // What could run a program stays out of the project's file.
        QTest::keyClicks(field("extra"), QStringLiteral("-pidfile /tmp/x"));
        QTest::mouseClick(editor->findChild<QPushButton *>(QStringLiteral("copyCommand")),
                          Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("-pidfile /tmp/x")));
        QTest::mouseClick(save, Qt::LeftButton);
        const auto saved = readMachineFile(machineFilePath(space.project()));
        QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().text()));
        QCOMPARE(saved->memoryMiB, 96);
        QCOMPARE(saved->forwards.size(), 1);
        QVERIFY(saved->extraArguments.isEmpty());
        QCOMPARE(window->runs()->machine().extraArguments.size(), 2);
        auto *button = window->findChild<QToolButton *>(QStringLiteral("machine"));
        QVERIFY(button->text().endsWith(QStringLiteral("96 MiB")));

        // The guest gets it, and so does the next window.
        window->actions()->buildAndBoot->trigger();
        QVERIFY(window.waitForRow(QStringLiteral("args one \"two words\"")));
        QVERIFY(window.waitIdle());
        window.destroy();
        WindowDriver next(space.tree());
        QVERIFY(next.openTrusted(space.project()));
        QCOMPARE(next->runs()->machine().memoryMiB, 96);
        QCOMPARE(next->runs()->machine().extraArguments.size(), 2);
    }

    void exportsTheCommand()
    {
        const Workspace space;
        QVERIFY(space.setGuest("echo 'booted by a script'\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->actions()->build->trigger();
        QVERIFY(window.waitIdle());
        window->actions()->machine->trigger();
        auto *editor = window->findChild<MachineEditor *>();
        QVERIFY(editor);
        QTest::mouseClick(editor->findChild<QPushButton *>(QStringLiteral("exportScript")),
                          Qt::LeftButton);
        auto *dialog = editor->findChild<QFileDialog *>(QStringLiteral("exportScriptDialog"));
        QVERIFY(dialog);
        const QString script = space.path(QStringLiteral("boot.sh"));
        emit dialog->fileSelected(script);
        dialog->close();
        QProcess shell;
        shell.start(script);
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("booted by a script\n"));
    }

    void brokenDescriptionIsTold()
    {
        const Workspace space;
        QVERIFY(kiln::test::writeFile(machineFilePath(space.project()), "memory: 64\ncpus: x\n"));
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QTRY_VERIFY(window.notice().contains(QStringLiteral("machine.yaml:2:7")));
        QCOMPARE(window->runs()->machine().cpus, 1);
    }

    void anotherProjectHasItsOwn()
    {
        const Workspace space;
        const QString pidFile = space.path(QStringLiteral("pid"));
        QVERIFY(space.setGuest("echo $$ > '" + pidFile.toLocal8Bit() +
                               "'\necho 'I stay'\nwhile :; do sleep 1; done\n"));
        const Workspace other;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        window->actions()->buildAndBoot->trigger();
        QVERIFY(window.waitForRow(QStringLiteral("I stay")));
        const int pid = kiln::test::contents(pidFile).trimmed().toInt();
        QVERIFY(window.openTrusted(other.project()));
        QTRY_VERIFY_WITH_TIMEOUT(::kill(pid, 0) != 0, 3000);
        QCOMPARE(window->runPage()->guestViews().size(), 1);
        QCOMPARE(window.row(QStringLiteral("I stay")), -1);
        QVERIFY(!window->runs()->isBusy());
    }
};

QTEST_MAIN(TestMachines)
#include "machines_test.moc"
