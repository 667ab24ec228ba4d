// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_driver.h"

#include <QTreeView>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace kiln;
using kiln::test::WindowDriver;
using kiln::test::Workspace;

/// Each fault is told with its place and a way out, and the window goes on.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kiln::test::useScratchSettings(); }
    void folderThatIsNoApplication();
    void syntaxErrorInOptions();
    void oddConfiguration();
    void compileError();
    void missingCompiler();
    void missingEmulator();
    void silentGuest();
    void crashingGuest();
    void readOnlyFolder();
    void fullDisk();
};

void TestBadInput::folderThatIsNoApplication()
{
    const QTemporaryDir empty;
    WindowDriver window;
    window->open(empty.path());
    QVERIFY2(window.notice().contains(QStringLiteral("Makefile.uk")), qPrintable(window.notice()));
    QVERIFY(window.notice().contains(empty.path()));
    QVERIFY(!window->projects()->project());
    window->open(QStringLiteral("/no/such/folder"));
    QVERIFY(window.notice().contains(QStringLiteral("/no/such/folder")));
}

void TestBadInput::syntaxErrorInOptions()
{
    const Workspace space;
    QVERIFY(kiln::test::writeFile(space.app() + QStringLiteral("/Config.uk"),
                                  "config GOOD\n\tbool \"Good\"\n\nconfig BAD\n\tbolo \"Bad\"\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    // It opens anyway, with what could be read.
    QVERIFY(window.session()->model().find("GOOD").isValid());
    QVERIFY(window->issues()->errorCount() > 0);
    QVERIFY(window.notice().contains(QStringLiteral("error")));
    const QModelIndex issue = window->issues()->index(0, 0);
    QVERIFY(issue.data(IssueModel::FileRole).toString().endsWith(QStringLiteral("app/Config.uk")));
    QCOMPARE(issue.data(IssueModel::LineRole).toInt(), 5);
    // A click opens the place.
    window->actions()->placeRun->trigger();
    window->runPage()->showTab(RunPage::Tab::issues);
    QTreeView *list = window->runPage()->issueView()->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(issue.row(), 0)).center());
    QVERIFY(window->editPage()->isVisible());
    QCOMPARE(window->editPage()->line(), 5);
    QVERIFY(window->editPage()->text().contains(QStringLiteral("bolo")));
}

void TestBadInput::oddConfiguration()
{
    const Workspace space;
    QVERIFY(kiln::test::writeFile(space.app() + QStringLiteral("/.config"),
                                  "CONFIG_LIBFIRST=y\nCONFIG_NOT_THERE=y\n"
                                  "CONFIG_LIBFIRST_SIZE=many\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    QCOMPARE(window.value("LIBFIRST_SIZE"), QStringLiteral("8"));
    const QString told = window.issuesText();
    QVERIFY2(told.contains(QStringLiteral("LIBFIRST_SIZE")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral(".config")), qPrintable(told));
}

void TestBadInput::compileError()
{
    const Workspace space;
    QVERIFY(kiln::test::writeFile(space.app() + QStringLiteral("/main.c"),
                                  "int main(void)\n{\n\treturn oops;\n}\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitIdle());
    QVERIFY(window->stateBar()->build().contains(QStringLiteral("Build failed")));
    QCOMPARE(window->runPage()->currentTab(), RunPage::Tab::issues);
    QModelIndex found;
    for (int row = 0; row < window->issues()->rowCount(); ++row) {
        if (window->issues()->index(row, 0).data().toString().contains(QStringLiteral("oops")))
            found = window->issues()->index(row, 0);
    }
    QVERIFY(found.isValid());
    QTreeView *list = window->runPage()->issueView()->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(found.row(), 0)).center());
    QVERIFY(window->editPage()->isVisible());
    QCOMPARE(window->editPage()->file(), space.project().directory + QStringLiteral("/main.c"));
    QCOMPARE(window->editPage()->line(), 3);
}

void TestBadInput::missingCompiler()
{
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    const QByteArray path = qgetenv("PATH");
    const QTemporaryDir few; // make is there, a compiler is not
    QVERIFY(QFile::link(QStandardPaths::findExecutable(QStringLiteral("make")),
                        few.filePath(QStringLiteral("make"))));
    qputenv("PATH", few.path().toLocal8Bit());
    window->actions()->build->trigger();
    const bool idle = window.waitIdle();
    qputenv("PATH", path);
    QVERIFY(idle);
    QVERIFY2(window.issuesText().contains(QStringLiteral("gcc")), qPrintable(window.issuesText()));
    QVERIFY2(window.issuesText().contains(QStringLiteral("apt install")),
             qPrintable(window.issuesText()));
}

void TestBadInput::missingEmulator()
{
    const Workspace space;
    const QTemporaryDir tools; // all the tools of a build, no emulator
    for (const char *name :
         {"make",    "gcc",     "g++",   "ld",   "ar",  "objcopy", "objdump", "nm",
          "strip",   "sed",     "mkdir", "cp",   "rm",  "sh",      "as",      "cc",
          "python3", "readelf", "awk",   "grep", "cat", "bash",    "env"}) {
        const QString tool = QStandardPaths::findExecutable(QLatin1String(name));
        if (!tool.isEmpty())
            QVERIFY(QFile::link(tool, tools.filePath(QLatin1String(name))));
    }
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", tools.path().toLocal8Bit());
    window->actions()->buildAndBoot->trigger();
    const bool idle = window.waitIdle();
    qputenv("PATH", path);
    QVERIFY(idle);
    const QString told = window.issuesText() + window->runPage()->status();
    QVERIFY2(told.contains(QStringLiteral("qemu-system-x86_64")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("apt install")), qPrintable(told));
}

void TestBadInput::silentGuest()
{
    const Workspace space;
    QVERIFY(space.setGuest("while :; do sleep 1; done\n"));
    WindowDriver window(space.tree());
    window->runs()->setSilenceLimit(300);
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->buildAndBoot->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(
        window->runPage()->status().contains(QStringLiteral("has printed nothing")), 20'000);
    QVERIFY(window->runs()->isBusy());
    window->actions()->stop->trigger();
    QVERIFY(window.waitIdle(3000));
}

void TestBadInput::crashingGuest()
{
    const Workspace space;
    const QString log = kiln::test::dataPath(QStringLiteral("logs/crash.log"));
    QVERIFY(space.setGuest("cat '" + log.toLocal8Bit() + "'\nexit 0\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitIdle());
    QVERIFY2(window->runPage()->status().contains(QStringLiteral("crash"), Qt::CaseInsensitive),
             qPrintable(window->runPage()->status()));
    QVERIFY(window->issues()->errorCount() > 0);
    QTRY_VERIFY(window->runPage()->logView()->model()->rowCount() > 3);
    QTRY_VERIFY(window->runPage()->logView()->chip(LogLevel::critical)->text() !=
                QStringLiteral("Critical 0"));
}

void TestBadInput::readOnlyFolder()
{
    if (::geteuid() == 0) {
        // Root may write anywhere; a folder in the file's place can't be written by anybody.
        const Workspace space;
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        QVERIFY(QDir(space.app()).mkpath(QStringLiteral(".config")));
        QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
        window->actions()->save->trigger();
        QTRY_VERIFY(window.fileNotice().contains(QStringLiteral(".config")));
        QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
        QVERIFY(window->isWindowModified());
        window.session()->undo();
        return;
    }
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QFile::setPermissions(space.app(), QFile::ReadOwner | QFile::ExeOwner);
    QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
    window->actions()->save->trigger();
    QTRY_VERIFY(window.fileNotice().contains(QStringLiteral(".config")));
    QFile::setPermissions(space.app(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    QVERIFY(window->isWindowModified());
    window.session()->undo();
}

void TestBadInput::fullDisk()
{
    // A limit on the size of files makes the write fail as on a full disk, without one.
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QVERIFY(window.save());
    const QString file = space.app() + QStringLiteral("/.config");
    const QByteArray before = kiln::test::contents(file);
    QVERIFY(!before.isEmpty());
    QVERIFY(window.toggle(QStringLiteral("LIBFIRST")));
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    rlimit little = old;
    little.rlim_cur = 16;
    ::setrlimit(RLIMIT_FSIZE, &little);
    window->actions()->save->trigger();
    const bool isTold =
        QTest::qWaitFor([&] { return window.fileNotice().contains(QStringLiteral(".config")); });
    ::setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY2(isTold, qPrintable(window.fileNotice()));
    QCOMPARE(kiln::test::contents(file), before);
    QVERIFY(window->isWindowModified());
    QCOMPARE(window.value("LIBFIRST"), QStringLiteral("y"));
    QVERIFY(window.save());
    QVERIFY(kiln::test::contents(file).contains("CONFIG_LIBFIRST=y\n"));
    QVERIFY(window.fileNotice().isEmpty());
}

QTEST_MAIN(TestBadInput)
#include "bad_input_test.moc"
