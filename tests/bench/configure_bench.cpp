// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How quick the whole window is with a large option tree. The program is the window of kiln-studio:
// it opens a folder, and the time from the start of the process until the options are painted is
// taken. Then, with everything on as allyesconfig makes it, every nth option that can be changed is
// shown, changed, painted and changed back, queries are typed letter by letter, and the shapes and
// filters are switched. Prints milliseconds of the GUI thread's processor time (median, 99th
// percentile, and the worst with what it took by the clock and of pages; what once took more than
// eight is measured again, forty times; what is since the process was started and COMMAND by the
// clock) and the peak of memory; judges nothing.
//
//   configure_bench [--start] [--every=N | --all | --only=OPTION] [--shells=FILE]
//                   [--beside=COMMAND] FOLDER
//
// FOLDER is an application, a Linux source tree (its ARCH from the environment) or any folder with
// Kconfig files; nothing is written there. FILE (`kconf --shells=record:FILE`) answers the tree's
// commands; without it they run. COMMAND, for example conf on the same tree, is run by a shell and
// timed for comparison. With --start nothing but the start is measured; with --only OPTION alone is
// changed, a hundred times in each shape.

#include "../gui/turn_meter.h"
#include "turn_cost.h"

#include "app/main_window.h"
#include "app/project_controller.h"
#include "widgets/configure_page.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"
#include "workbench/config_session.h"
#include "workbench/trust_store.h"

#include <kconfig/shell_recording.h>

#include <QAbstractEventDispatcher>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTreeView>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

#include <time.h>
#include <unistd.h>

using namespace kiln;
using bench::Stopwatch;
using bench::TurnCost;

namespace {

QTextStream out(stdout);

struct Options
{
    int every = 40;
    QString only;
    bool startOnly = false;
    QString recording;
    QString beside;
    QString folder;
};

void print(const QString &what, std::vector<TurnCost> turns)
{
    if (turns.empty())
        return;
    std::sort(turns.begin(), turns.end());
    out << QStringLiteral("%1 %2 times: median %3, 99% %4, worst %5\n")
               .arg(what, -44)
               .arg(turns.size(), 6)
               .arg(turns[turns.size() / 2].work, 0, 'f', 2)
               .arg(turns[turns.size() * 99 / 100].work, 0, 'f', 2)
               .arg(turns.back().text());
    out.flush();
}

/// Milliseconds since the process was started, which is before main(); to ten milliseconds, as the
/// kernel tells it.
double sinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 19; // field 22 of proc(5), the first after the name being the third
    const double started = fields.value(startTime).toDouble() / double(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started) * 1000;
}

/// Tells when something is painted for the first time.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(std::function<void()> painted)
        : m_painted(std::move(painted))
    {}
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted();
        return false;
    }

private:
    std::function<void()> m_painted;
};

/// The window with a folder open.
class Bench
{
public:
    Bench()
        : m_window(std::make_unique<MainWindow>())
        , m_session(m_window->projects()->session())
        , m_page(m_window->configurePage())
        , m_pane(m_page->optionPane())
        , m_tree(*m_page->treeModel())
        , m_actions(*m_page->viewActions())
    {
        m_window->resize(1240, 800);
    }

    /// Opens a folder and shows the window, as the program does that is started with one, and waits
    /// until its options are on the screen.
    bool open(const QString &folder)
    {
        bool isPainted = false;
        bool hasFailed = false;
        QObject context;
        PaintWatch watch([&] { isPainted = isPainted || m_session->isLoaded(); });
        m_pane->view()->viewport()->installEventFilter(&watch);
        QObject::connect(m_session, &ConfigSession::loadFailed, &context,
                         [&](const Problem &problem) {
                             out << problem.text() << '\n';
                             hasFailed = true;
                         });
        QObject::connect(m_window->projects(), &ProjectController::problem, &context,
                         [&](const Problem &problem) {
                             out << problem.text() << '\n';
                             hasFailed = true;
                         });
        if (const auto project = openProject(folder))
            (void)TrustStore().trust(*project);
        // Programs show their window first: what that takes is no turn of one that is in use.
        m_window->show();
        paint();
        m_meter.start();
        m_window->open(folder);
        paint();
        out << QStringLiteral("waiting window painted %1 ms after the process was started\n")
                   .arg(sinceStart(), 0, 'f', 0);
        while (!isPainted && !hasFailed)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_pane->view()->viewport()->removeEventFilter(&watch);
        return !hasFailed;
    }

    void useRecording(const std::shared_ptr<const kconfig::ShellRecording> &recording)
    {
        m_session->setShellSource([recording](const kconfig::HostShellOptions &host) {
            return kconfig::replayShell(recording, {host.directory, host.environment});
        });
    }

    /// The longest turn of the event loop since the folder was opened, until all has settled.
    [[nodiscard]] double longestTurn()
    {
        m_meter.run(300);
        m_meter.stop();
        return m_meter.work();
    }
    [[nodiscard]] std::size_t entries() const { return m_session->model().nodeCount(); }

    /// Everything on, as allyesconfig has it.
    void switchAllOn()
    {
        const kconfig::Model &model = m_session->model();
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("allyes")));
        if (!file.open(QIODevice::WriteOnly))
            return;
        for (const kconfig::Symbol &symbol : model.symbols()) {
            const bool isTruth = symbol.type == kconfig::SymbolType::boolean ||
                                 symbol.type == kconfig::SymbolType::tristate;
            if (isTruth && symbol.isDefined() && !symbol.isChoice && !symbol.choice.isValid())
                file.write("CONFIG_" + QByteArray::fromStdString(std::string(symbol.name)) +
                           "=y\n");
        }
        file.close();
        bool done = false;
        Stopwatch timer;
        double longest = 0;
        m_session->startImport(file.fileName(), [&](const auto &) { done = true; });
        while (!done) {
            timer.start();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            longest = std::max(longest, timer.milliseconds());
        }
        timer.start();
        paint();
        longest = std::max(longest, timer.milliseconds());
        out << QStringLiteral("everything switched on: %1 options changed, longest turn %2 ms\n")
                   .arg(m_session->changeCount())
                   .arg(longest, 0, 'f', 1);
    }

    void toggles(const char *shape, const Options &options)
    {
        const int every = options.every;
        const kconfig::SymbolId only = m_session->model().find(options.only.toStdString());
        const int repeats = options.only.isEmpty() ? 2 : 100;
        std::vector<TurnCost> times;
        std::vector<TurnCost> idle;
        std::vector<kconfig::SymbolId> slow;
        const kconfig::Configuration &now = m_session->configuration();
        const kconfig::Model &model = now.model();
        int seen = 0;
        for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
            const kconfig::SymbolId id{i};
            const QModelIndex at = m_tree.indexOf(id);
            if (!at.isValid() || !now.isChangeable(id) || !m_tree.nextToggle(at) ||
                (only.isValid() ? id != only : seen++ % every != 0))
                continue;
            if (toggle(id, repeats, times, idle) > lookedAtAgain)
                slow.push_back(id);
        }
        print(QStringLiteral("toggle to repaint, %1").arg(QLatin1String(shape)), times);
        print(QStringLiteral("  longest turn of what follows (details, state)"), idle);
        // What the machine did at that moment is not seen again; what the option does is.
        for (const kconfig::SymbolId id : slow) {
            times.clear();
            idle.clear();
            toggle(id, repeatsOfSlow, times, idle);
            const QString name = QString::fromStdString(std::string(model.symbol(id).name));
            print(QStringLiteral("  slow once, again: ") + name, times);
            print(QStringLiteral("    what follows"), idle);
        }
    }

    void type(const QStringList &queries)
    {
        QElapsedTimer clock;
        clock.start();
        m_pane->search()->prepare();
        while (!m_pane->search()->isReady())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        out << QStringLiteral("index ready after %1 ms by the clock (worker)\n")
                   .arg(double(clock.nsecsElapsed()) / 1e6, 0, 'f', 1);
        Stopwatch timer;
        std::vector<TurnCost> times;
        std::vector<TurnCost> painted;
        std::vector<TurnCost> rest;
        QString worst;
        for (const QString &query : queries) {
            for (qsizetype letters = 1; letters <= query.size(); ++letters) {
                timer.start();
                m_page->setSearchText(query.left(letters));
                times.push_back(timer.cost());
                m_pane->view()->viewport()->repaint();
                painted.push_back(timer.cost());
                rest.push_back(longestOfRest());
                if (!(painted.back() < *std::max_element(painted.begin(), painted.end())))
                    worst = query.left(letters);
            }
            m_page->setSearchText({});
            paint();
        }
        print(m_actions.resultsTree->isChecked()
                  ? QStringLiteral("keystroke to results, as a tree")
                  : QStringLiteral("keystroke to results, as a list"),
              times);
        print(QStringLiteral("  and painted"), painted);
        print(QStringLiteral("  longest turn of what follows (details)"), rest);
        out << "  worst: " << worst << '\n';
    }

    void switchTo(QAction *action, bool on)
    {
        Stopwatch timer;
        action->setChecked(on);
        const double switched = timer.milliseconds();
        paint();
        out << QStringLiteral("%1 %2 %3 ms, painted after %4 ms, %5 rows\n")
                   .arg(action->text().remove(u'&'), -34)
                   .arg(on ? QStringLiteral("on ") : QStringLiteral("off"))
                   .arg(switched, 0, 'f', 1)
                   .arg(timer.milliseconds(), 0, 'f', 1)
                   .arg(m_pane->filter()->shownCount());
    }

    void expandAll()
    {
        m_pane->view()->setCurrentIndex(m_pane->view()->model()->index(0, 0));
        paint();
        Stopwatch timer;
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Asterisk, Qt::NoModifier, QStringLiteral("*"));
        QCoreApplication::sendEvent(m_pane->view(), &press);
        const double expanded = timer.milliseconds();
        out << QStringLiteral("everything expanded in %1 ms, then the longest turn %2 ms\n")
                   .arg(expanded, 0, 'f', 1)
                   .arg(longestOfRest().work, 0, 'f', 1);
    }

    OptionViewActions &actions() { return m_actions; }

private:
    static constexpr double lookedAtAgain = 8; ///< milliseconds
    static constexpr int repeatsOfSlow = 40;

    /// Shows an option and toggles it some times; the longest of what that took.
    double toggle(kconfig::SymbolId id, int repeats, std::vector<TurnCost> &times,
                  std::vector<TurnCost> &idle)
    {
        double longest = 0;
        m_page->showOption(m_tree.nodeAt(m_tree.indexOf(id)));
        paint();
        for (int back = 0; back < repeats; ++back) {
            const QModelIndex index = m_pane->fromTree(m_tree.indexOf(id));
            if (!index.isValid())
                break; // has hidden itself
            Stopwatch timer;
            m_pane->view()->model()->setData(index, {}, Qt::CheckStateRole);
            m_pane->view()->viewport()->repaint();
            times.push_back(timer.cost());
            idle.push_back(longestOfRest());
            longest = std::max({longest, times.back().work, idle.back().work});
        }
        return longest;
    }

    /// The longest turn of the event loop until it has nothing more to do.
    static TurnCost longestOfRest()
    {
        TurnCost longest;
        for (int idle = 0; idle < 3;) {
            Stopwatch timer;
            const bool isBusy =
                QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents);
            longest = std::max(longest, timer.cost());
            idle = isBusy ? 0 : idle + 1;
        }
        return longest;
    }
    static void paint()
    {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<MainWindow> m_window;
    ConfigSession *m_session;
    ConfigurePage *m_page;
    OptionPane *m_pane;
    OptionTreeModel &m_tree;
    OptionViewActions &m_actions;
    test::TurnMeter m_meter;
};

/// How long a command takes, and how many times as long the window took.
void compare(const QString &command, double usable)
{
    std::vector<TurnCost> times;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
        process.waitForFinished(-1);
        const double elapsed = double(timer.nsecsElapsed()) / 1e6;
        times.push_back({elapsed, elapsed});
    }
    print(QStringLiteral("beside, by the clock"), times);
    std::sort(times.begin(), times.end());
    out << QStringLiteral("usable window: %1 times that\n")
               .arg(usable / times[times.size() / 2].work, 0, 'f', 2);
}

void printPeak()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM"))
            out << QStringLiteral("peak of memory %1 MiB\n")
                       .arg(line.mid(6).simplified().split(' ').first().toDouble() / 1024, 0, 'f',
                            1);
    }
}

int run(const Options &options)
{
    Bench bench;
    if (!options.recording.isEmpty()) {
        const auto recording = kconfig::ShellRecording::read(options.recording.toStdString());
        if (!recording) {
            out << QString::fromStdString(recording.error()) << '\n';
            return 1;
        }
        bench.useRecording(std::make_shared<const kconfig::ShellRecording>(*recording));
    }
    if (!bench.open(options.folder))
        return 1;
    const double usable = sinceStart();
    timespec computed{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &computed);
    out << QStringLiteral("usable window painted %1 ms after the process was started (%2 ms of "
                          "processor time, %3 of them here), %4 entries\n")
               .arg(usable, 0, 'f', 0)
               .arg(double(computed.tv_sec) * 1e3 + double(computed.tv_nsec) / 1e6, 0, 'f', 0)
               .arg(Stopwatch::worked(), 0, 'f', 0)
               .arg(bench.entries());
    out << QStringLiteral("longest turn from opening to the last painting %1 ms\n")
               .arg(bench.longestTurn(), 0, 'f', 1);
    printPeak();
    if (!options.beside.isEmpty())
        compare(options.beside, usable);
    if (options.startOnly)
        return 0;
    bench.switchAllOn();
    OptionViewActions &actions = bench.actions();
    const QStringList queries{QStringLiteral("usb storage"), QStringLiteral("CONFIG_NET"),
                              QStringLiteral("e"),           QStringLiteral("virtio block"),
                              QStringLiteral("zzzzqq"),      QStringLiteral("netfliter")};
    bench.type(queries);
    actions.resultsTree->setChecked(true);
    bench.type(queries);
    actions.resultsTree->setChecked(false);
    bench.toggles("one menu", options);
    bench.switchTo(actions.tree, true);
    bench.toggles("whole tree", options);
    bench.expandAll();
    bench.switchTo(actions.flat, true);
    bench.toggles("list", options);
    for (QAction *action :
         {actions.showAll, actions.namesFirst, actions.onlyNonDefault, actions.onlyChanged}) {
        for (const bool on : {true, false})
            bench.switchTo(action, on);
    }
    for (QAction *action : {actions.tree, actions.onlyNonDefault, actions.showAll, actions.menus})
        bench.switchTo(action, true);
    printPeak();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    // Neither the user's settings nor their journals and trusted folders.
    const QTemporaryDir scratch;
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("kiln-bench"));
    QCoreApplication::setApplicationName(QStringLiteral("configure-bench"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, scratch.path());
    qputenv("XDG_STATE_HOME", QFile::encodeName(scratch.path()));
    Options options;
    for (const QString &argument : QCoreApplication::arguments().mid(1)) {
        if (argument == QLatin1String("--all"))
            options.every = 1;
        else if (argument == QLatin1String("--start"))
            options.startOnly = true;
        else if (argument.startsWith(QLatin1String("--only=")))
            options.only = argument.mid(7);
        else if (argument.startsWith(QLatin1String("--every=")))
            options.every = std::max(1, argument.mid(8).toInt());
        else if (argument.startsWith(QLatin1String("--shells=")))
            options.recording = argument.mid(9);
        else if (argument.startsWith(QLatin1String("--beside=")))
            options.beside = argument.mid(9);
        else
            options.folder = argument;
    }
    if (options.folder.isEmpty()) {
        out << "usage: configure_bench [--start] [--every=N | --all | --only=OPTION] "
               "[--shells=FILE] [--beside=COMMAND] FOLDER\n";
        return 2;
    }
    return run(options);
}
