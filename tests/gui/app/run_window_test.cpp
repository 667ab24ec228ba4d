// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place Run, as far as it concerns the project: its filters, its build folder, its bytes.
#include "window_driver.h"

#include "widgets/guest_view.h"
#include "widgets/log_filter_file.h"
#include "widgets/status_strip.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QMenuBar>

using namespace kiln;
using namespace kiln::test;

class TestRunWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { useScratchSettings(); }
    void filtersBelongToTheProject();
    void filtersOfAProjectThatCannotBeWritten();
    void filterFiles();
    void cleans();
    void consoleAndLogHaveTheSameBytes();
    void thinTimelineLeadsToTheOption();
};

static void clickChip(const WindowDriver &window, LogLevel level)
{
    window->actions()->placeRun->trigger();
    window->runPage()->showTab(RunPage::Tab::log);
    QTest::mouseClick(window->runPage()->logView()->chip(level), Qt::LeftButton);
}

static LogFilter filterOf(const WindowDriver &window)
{
    return window->runPage()->logView()->filterBar()->keptFilter();
}

void TestRunWindow::filtersBelongToTheProject()
{
    const Workspace space;
    const QString path = logFilterPath(space.project().directory);
    {
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        clickChip(window, LogLevel::debug);
        window->runPage()->logView()->filterBar()->keep(
            {QStringLiteral("virtio|9p"), {true, true}, true, true});
        QTRY_VERIFY(contents(path).contains("virtio"));
        const QJsonObject json = QJsonDocument::fromJson(contents(path)).object();
        QCOMPARE(json[QStringLiteral("version")].toInt(), 1);
        window->runPage()->logView()->filterBar()->keep(
            {QStringLiteral("Hello"), {false, true}, false, true, 2});
    }
    // All of it is on disk once the window is gone, and there again in the next.
    WindowDriver window(space.tree());
    QVERIFY(window.open(space.project().directory));
    const LogFilter filter = filterOf(window);
    QVERIFY(!filter.levels[std::size_t(LogLevel::debug)]);
    QVERIFY(filter.levels[std::size_t(LogLevel::info)]);
    QCOMPARE(filter.rules.size(), 2);
    QCOMPARE(filter.rules[0].text, QStringLiteral("virtio|9p"));
    QVERIFY(filter.rules[0].excludes && filter.rules[0].options.isRegex);
    QCOMPARE(filter.rules[1].highlight, 2);
    // What filters nothing leaves nothing behind.
    window->runPage()->logView()->filterBar()->setFilter({});
    window->runPage()->logView()->filterBar()->setLibraryFilter({}, false);
    QTRY_VERIFY(!QFileInfo::exists(path));
    QTRY_VERIFY(!QFileInfo::exists(QFileInfo(path).path()));
}

void TestRunWindow::filtersOfAProjectThatCannotBeWritten()
{
    const Workspace space;
    // As good as one that can't be written: a link may lead anywhere.
    const QString elsewhere = space.path(QStringLiteral("elsewhere"));
    QVERIFY(QDir().mkpath(elsewhere));
    QVERIFY(QFile::link(elsewhere, space.project().directory + QStringLiteral("/.kiln")));
    {
        WindowDriver window(space.tree());
        QVERIFY(window.openTrusted(space.project()));
        clickChip(window, LogLevel::warning);
        QVERIFY(!filterOf(window).levels[std::size_t(LogLevel::warning)]);
        const auto isKept = [] {
            QSettings settings;
            settings.beginGroup(QStringLiteral("logFilters"));
            return !settings.childKeys().isEmpty();
        };
        QTRY_VERIFY(isKept());
    }
    QVERIFY(QDir(elsewhere).isEmpty());
    WindowDriver window(space.tree());
    QVERIFY(window.open(space.project().directory));
    QVERIFY(!filterOf(window).levels[std::size_t(LogLevel::warning)]);
}

void TestRunWindow::filterFiles()
{
    const Workspace space;
    const QString path = logFilterPath(space.path(QStringLiteral("p")));
    QVERIFY(!*readLogFilter(path));
    LogFilter filter;
    filter.libraries = {QStringLiteral("libukboot"), QString()};
    filter.onlyLibraries = true;
    QVERIFY(writeLogFilter(path, filter));
    const auto read = readLogFilter(path);
    QVERIFY(read && *read);
    QCOMPARE(**read, filter);
    // Of a newer version, and damaged: neither read nor written over.
    for (const QByteArray text : {"{\"version\": 2}", "{\"version\": 1", "[]", ""}) {
        QVERIFY(writeFile(path, text));
        QVERIFY(!readLogFilter(path));
        QVERIFY(!writeLogFilter(path, filter));
        QCOMPARE(contents(path), text);
    }
    QVERIFY(writeFile(path, QByteArray(2 << 20, ' ')));
    QVERIFY(readLogFilter(path).error().text().contains(QStringLiteral("too large")));
}

void TestRunWindow::cleans()
{
    const Workspace space;
    QVERIFY(space.configure());
    WindowDriver window(space.tree());
    QVERIFY(!window->actions()->clean->isEnabled());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->build->trigger();
    QVERIFY(window.waitIdle());
    const QString image = space.project().imagePath();
    QVERIFY(QFileInfo::exists(image));
    const QByteArray config = contents(space.project().configFile);
    window->actions()->clean->trigger();
    QVERIFY(window->runs()->isCleaning());
    QVERIFY(!window->actions()->build->isEnabled());
    QVERIFY(window.waitIdle());
    QVERIFY(!QFileInfo::exists(image));
    QCOMPARE(contents(space.project().configFile), config);
    QCOMPARE(window->runPage()->buildStrip()->status(),
             QStringLiteral("What builds had made is removed."));
    QVERIFY(!window->runs()->lastBuild());
    // And it can be built again.
    window->actions()->build->trigger();
    QVERIFY(window.waitIdle());
    QVERIFY(QFileInfo::exists(image));
    // A tree that can't is said to be the problem.
    QVERIFY(writeFile(space.tree() + QStringLiteral("/Makefile"), "clean:\n\t@exit 3\n"));
    window->actions()->clean->trigger();
    QVERIFY(window.waitIdle());
    QVERIFY(window.issuesText().contains(QStringLiteral("make")));
}

void TestRunWindow::consoleAndLogHaveTheSameBytes()
{
    const Workspace space;
    QVERIFY(space.configure());
    QVERIFY(
        space.setGuest("printf 'plain\\r\\n\\033[31mred\\033[0m \\303\\274 \\377 spin\\rspun\\n'\n"
                       "i=0; while [ $i -lt 3000 ]; do echo \"row $i\"; i=$((i+1)); done\n"
                       "printf 'no end of line'\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitIdle());
    QByteArray expected("plain\r\n\033[31mred\033[0m \303\274 \377 spin\rspun\n");
    for (int i = 0; i < 3000; ++i)
        expected += "row " + QByteArray::number(i) + '\n';
    expected += "no end of line";
    const LogStore *store = window->runs()->logStore();
    QCOMPARE(store->rawBytes(0, store->size()), expected);
    // What the console shows is what a terminal of its size makes of the same bytes.
    const TerminalScreen &shown = window->runPage()->console()->screen();
    TerminalScreen terminal(shown.rows(), shown.columns());
    terminal.write(expected);
    QTRY_COMPARE(shown.text(), terminal.text());
    QVERIFY(shown.text().contains(QStringLiteral("row 2999\nno end of line")));
}

void TestRunWindow::thinTimelineLeadsToTheOption()
{
    const Workspace space;
    QVERIFY(writeFile(space.tree() + QStringLiteral("/Config.uk"),
                      contents(space.tree() + QStringLiteral("/Config.uk")) +
                          "\nconfig LIBUKDEBUG_PRINTK_INFO\n\tbool \"Information\"\n"));
    QVERIFY(space.configure());
    QVERIFY(space.setGuest("echo '[    0.001000] ERR:  [libukboot] <boot.c @   12> odd'\n"));
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    QCOMPARE(window.value("LIBUKDEBUG_PRINTK_INFO"), QStringLiteral("n"));
    window->actions()->buildAndBoot->trigger();
    QVERIFY(window.waitIdle());
    GuestView *guest = window->runPage()->currentGuest();
    auto *button = guest->findChild<QPushButton *>(QStringLiteral("bootSwitchOn"));
    QVERIFY(button != nullptr);
    guest->showView(button->parentWidget()->parentWidget());
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(window.value("LIBUKDEBUG_PRINTK_INFO"), QStringLiteral("y"));
    QVERIFY(window->actions()->undo->isEnabled());
    QVERIFY(window.notice().contains(QStringLiteral("LIBUKDEBUG_PRINTK_INFO")));
}

QTEST_MAIN(TestRunWindow)

#include "run_window_test.moc"
