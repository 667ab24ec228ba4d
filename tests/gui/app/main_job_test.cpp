// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_driver.h"

#include "widgets/primary_button.h"

using namespace kiln;
using kiln::test::WindowDriver;

/// The main job in the real window, with the kernel tree and the emulator that users have: toggle
/// an option, save, build and boot helloworld, read its log, filter to warnings and worse, stop.
class TestMainJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helloWorld();
    void compileErrorOpensSource();
    void consoleAndCrash();

private:
    /// A scratch copy of an example, without what a build may have left in the source tree.
    QString copyExample(const QString &name) const
    {
        const QString folder = m_folder.filePath(name);
        if (!kiln::test::copyFolder(QStringLiteral(KILN_TEST_KERNEL "/apps/") + name, folder))
            return {};
        QDir(folder + QStringLiteral("/build")).removeRecursively();
        QFile::remove(folder + QStringLiteral("/.config"));
        return folder;
    }

    QTemporaryDir m_folder;
    QString m_app;
};

void TestMainJob::initTestCase()
{
    kiln::test::useScratchSettings();
    qputenv("KILN_KCONF", KILN_TEST_KCONF);
    m_app = copyExample(QStringLiteral("helloworld"));
    QVERIFY(!m_app.isEmpty());
}

void TestMainJob::helloWorld()
{
    WindowDriver window(QStringLiteral(KILN_TEST_KERNEL));
    ProjectOptions options;
    options.tree = QStringLiteral(KILN_TEST_KERNEL);
    const auto project = openProject(m_app, options);
    QVERIFY2(project.has_value(), project ? "" : qPrintable(project.error().text()));
    QVERIFY(window.openTrusted(*project));
    QCOMPARE(window->issues()->errorCount(), 0);

    const QString before = window.value("LIBUKDEBUG_ANSI_COLOR");
    QVERIFY(window.toggle(QStringLiteral("LIBUKDEBUG_ANSI_COLOR")));
    QVERIFY(window.value("LIBUKDEBUG_ANSI_COLOR") != before);
    QVERIFY(window.save());
    QTRY_COMPARE(window->stateBar()->configuration(), QStringLiteral("Configuration saved"));

    auto *start = window->findChild<PrimaryButton *>();
    QVERIFY(start && start->isVisible() && start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY2(window.waitForRow(QStringLiteral("Hello world!"), 120'000),
             qPrintable(window->runPage()->status() + u'\n' + window.issuesText()));
    QVERIFY(window->stateBar()->build().startsWith(QStringLiteral("Built in")));
    LogView *log = window->runPage()->logView();
    const int all = log->model()->rowCount();
    QVERIFY(all > 1);
    for (const LogLevel level : {LogLevel::debug, LogLevel::info, LogLevel::plain})
        QTest::mouseClick(log->chip(level), Qt::LeftButton);
    QTRY_VERIFY(!log->model()->isFiltering());
    qint64 serious = 0;
    for (const LogLevel level : {LogLevel::warning, LogLevel::error, LogLevel::critical})
        serious += window->runs()->logStore()->levelCount(level);
    QCOMPARE(log->model()->rowCount(), int(serious));
    QVERIFY(log->model()->rowCount() < all);

    window->actions()->stop->trigger();
    QVERIFY(window.waitIdle(10'000));
    QCOMPARE(window->stateBar()->activity(), QStringLiteral("Nothing is running"));
}

void TestMainJob::compileErrorOpensSource()
{
    const QString file = m_app + QStringLiteral("/main.c");
    const QByteArray good = kiln::test::contents(file);
    QVERIFY(kiln::test::writeFile(file, good + "\nint broken(void)\n{\n\treturn oops;\n}\n"));
    const int line = int(good.count('\n')) + 4;
    WindowDriver window(QStringLiteral(KILN_TEST_KERNEL));
    QVERIFY(window.open(m_app));
    window->actions()->build->trigger();
    QVERIFY(window.waitIdle(120'000));
    QVERIFY(kiln::test::writeFile(file, good));
    QVERIFY(window->stateBar()->build().contains(QStringLiteral("Build failed")));
    QModelIndex found;
    for (int row = 0; row < window->issues()->rowCount(); ++row) {
        if (window->issues()->index(row, 0).data().toString().contains(QStringLiteral("oops")))
            found = window->issues()->index(row, 0);
    }
    QVERIFY2(found.isValid(), qPrintable(window.issuesText()));
    QCOMPARE(found.data(IssueModel::LineRole).toInt(), line);
    emit window->runPage()->issueView()->openRequested(
        {found.data(IssueModel::FileRole).toString(), line, 0});
    QCOMPARE(window->editPage()->line(), line);
    QVERIFY(window->editPage()->text().contains(QStringLiteral("Hello world!")));
}

void TestMainJob::consoleAndCrash()
{
    const QString folder = copyExample(QStringLiteral("logdemo"));
    WindowDriver window(QStringLiteral(KILN_TEST_KERNEL));
    QVERIFY(TrustStore().trust(folder));
    QVERIFY(window.open(folder));

    // Keys typed into the console reach the guest, and its answer comes back.
    Machine machine = window->runs()->machine();
    machine.kernelArguments = {QStringLiteral("echo")};
    window->runs()->setMachine(machine);
    window->actions()->buildAndBoot->trigger();
    QVERIFY2(QTest::qWaitFor(
                 [&window] { return window->runs()->state() == RunController::State::running; },
                 120'000),
             qPrintable(window->runPage()->status() + u'\n' + window.issuesText()));
    TerminalView *console = window->runPage()->console();
    window->runPage()->showTab(RunPage::Tab::console);
    QVERIFY(window.waitForRow(QStringLiteral("Calling main")));
    QTest::keyClicks(console, QStringLiteral("kiln speaks"));
    QTest::keyClick(console, Qt::Key_Return);
    QVERIFY2(QTest::qWaitFor(
                 [console] {
                     return console->screen().text().contains(QStringLiteral("read: kiln speaks"));
                 },
                 10'000),
             qPrintable(console->screen().text()));
    window->actions()->stop->trigger();
    QVERIFY(window.waitIdle(10'000));

    // A fault is told by name.
    machine.kernelArguments = {QStringLiteral("pagefault")};
    window->runs()->setMachine(machine);
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitIdle(120'000));
    QVERIFY2(window->runPage()->status().contains(QStringLiteral("crash"), Qt::CaseInsensitive),
             qPrintable(window->runPage()->status()));
    QVERIFY(window->issues()->errorCount() > 0);
    QVERIFY2(window.waitForRow(QStringLiteral("write_nowhere"), 5000),
             qPrintable(console->screen().text()));
}

QTEST_MAIN(TestMainJob)
#include "main_job_test.moc"
