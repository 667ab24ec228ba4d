// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How quick the views of a large option tree are: the tree is loaded on a worker thread while the
// window stands, then every nth option that can be changed is shown, changed, painted and changed
// back, queries are typed letter by letter, and the shapes and filters are switched. Everything on
// is what it begins from, as allyesconfig makes it. Prints milliseconds of the GUI thread's
// processor time (median, 99th percentile, worst; what is since the process was started, loading
// and COMMAND by the clock) and the peak of memory; judges nothing.
//
//   configure_bench [--every=N | --all] [--shells=FILE] [--beside=COMMAND] ROOT
//
// ROOT is the root file, seen from the current folder; the environment is the process's. FILE
// (`kconf --shells=record:FILE`) answers the tree's commands; without it they are refused. COMMAND,
// for example conf on the same tree, is run by a shell and timed for comparison.

#include "widgets/details_pane.h"
#include "widgets/menu_delegate.h"
#include "widgets/option_filter_model.h"
#include "widgets/option_pane.h"
#include "widgets/option_search_model.h"
#include "widgets/option_tree_model.h"
#include "widgets/option_view.h"
#include "widgets/option_view_actions.h"

#include <kconfig/load.h>
#include <kconfig/shell_recording.h>

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSplitter>
#include <QTextStream>
#include <QThreadPool>
#include <QTreeView>

#include <algorithm>
#include <memory>
#include <vector>

#include <time.h>
#include <unistd.h>

using namespace kiln;

namespace {

QTextStream out(stdout);

struct Options
{
    int every = 40;
    QString recording;
    QString beside;
    QString root;
};

/// Processor time of this thread, so that what else the machine does is left out.
class Stopwatch
{
public:
    Stopwatch() { start(); }
    void start() { m_start = now(); }
    [[nodiscard]] double milliseconds() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    double m_start = 0;
};

void print(const QString &what, std::vector<double> times)
{
    if (times.empty())
        return;
    std::sort(times.begin(), times.end());
    out << QStringLiteral("%1 %2 times: median %3, 99% %4, worst %5 ms\n")
               .arg(what, -44)
               .arg(times.size(), 6)
               .arg(times[times.size() / 2], 0, 'f', 2)
               .arg(times[times.size() * 99 / 100], 0, 'f', 2)
               .arg(times.back(), 0, 'f', 2);
    out.flush();
}

/// Milliseconds since the process was started, which is before main().
double sinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 19; // field 22 of proc(5), the first after the name being the third
    const double started = fields.value(startTime).toDouble() / double(sysconf(_SC_CLK_TCK));
    return (uptime.readAll().split(' ').value(0).toDouble() - started) * 1000;
}

std::shared_ptr<kconfig::Configuration> loadTree(const Options &options)
{
    kconfig::LoadOptions load;
    load.rootFile = options.root.toStdString();
    load.environment = kconfig::processEnvironment();
    load.dialect = kconfig::guessDialect(load.rootFile, load.environment);
    if (!options.recording.isEmpty()) {
        const auto recording = kconfig::ShellRecording::read(options.recording.toStdString());
        if (!recording) {
            out << QString::fromStdString(recording.error()) << '\n';
            return nullptr;
        }
        load.shell = kconfig::replayShell(
            std::make_shared<const kconfig::ShellRecording>(*recording), {{}, load.environment});
    }
    const kconfig::LoadResult result = kconfig::load(load);
    auto configuration = std::make_shared<kconfig::Configuration>(result.model);
    const auto symbols = result.model->symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const bool isTruth = symbols[i].type == kconfig::SymbolType::boolean ||
                             symbols[i].type == kconfig::SymbolType::tristate;
        if (isTruth && symbols[i].isDefined() && !symbols[i].isChoice &&
            !symbols[i].choice.isValid())
            configuration->assume(kconfig::SymbolId{i}, "y");
    }
    static_cast<void>(configuration->takeChanges()); // evaluates everything here, not in the window
    return configuration;
}

/// The three panes of the page that configures.
class Bench
{
public:
    Bench()
        : m_pane(new OptionPane(&m_tree, &m_actions))
        , m_menuFilter(OptionFilterModel::Show::menusOnly)
    {
        m_menuFilter.setSourceModel(&m_tree);
        m_menus = new QTreeView;
        m_menus->setModel(&m_menuFilter);
        m_menus->setUniformRowHeights(true);
        m_menus->setItemDelegate(new MenuDelegate(m_menus));
        m_details = new DetailsPane;
        m_window.addWidget(m_menus);
        m_window.addWidget(m_pane);
        m_window.addWidget(m_details);
        m_window.resize(1240, 800);
        QObject::connect(
            m_pane, &OptionPane::currentChanged, m_details,
            [this](kconfig::NodeId node) { m_details->setNode(m_configuration.get(), node, {}); });
        m_window.show();
        paint();
    }

    void take(std::shared_ptr<kconfig::Configuration> configuration)
    {
        Stopwatch timer;
        m_configuration = std::move(configuration);
        m_tree.setConfiguration(m_configuration.get(), [this](const kconfig::Edit &edit) {
            const auto applied = m_configuration->apply(edit);
            if (!applied)
                return QString::fromStdString(applied.error().message);
            const auto changed = m_configuration->takeChanges();
            m_tree.symbolsChanged({changed.begin(), changed.end()});
            m_details->refresh();
            return QString();
        });
        const double models = timer.milliseconds();
        m_menus->expand(m_menuFilter.index(0, 0));
        m_pane->setMenu(m_configuration->model().root());
        paint();
        out << QStringLiteral("models %1 ms, models and first painting %2 ms on the GUI thread\n")
                   .arg(models, 0, 'f', 1)
                   .arg(timer.milliseconds(), 0, 'f', 1);
    }

    void toggles(const char *shape, int every)
    {
        std::vector<double> times;
        std::vector<double> idle;
        const kconfig::Model &model = m_configuration->model();
        std::uint32_t worst = 0;
        int seen = 0;
        for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
            const kconfig::SymbolId id{i};
            const QModelIndex at = m_tree.indexOf(id);
            if (!at.isValid() || !m_configuration->isChangeable(id) || !m_tree.nextToggle(at) ||
                seen++ % every != 0)
                continue;
            if (m_pane->showsOneMenu())
                m_pane->setMenu(menuOf(m_tree.nodeAt(at)));
            m_pane->showNode(m_tree.nodeAt(at));
            paint();
            for (int back = 0; back < 2; ++back) {
                const QModelIndex index = m_pane->fromTree(m_tree.indexOf(id));
                if (!index.isValid())
                    break; // has hidden itself
                Stopwatch timer;
                m_pane->view()->model()->setData(index, {}, Qt::CheckStateRole);
                m_pane->view()->viewport()->repaint();
                times.push_back(timer.milliseconds());
                if (times.back() >= *std::max_element(times.begin(), times.end()))
                    worst = i;
                timer.start();
                paint();
                idle.push_back(timer.milliseconds());
            }
        }
        print(QStringLiteral("toggle to repaint, %1").arg(QLatin1String(shape)), times);
        print(QStringLiteral("  all else that follows (details, menus)"), idle);
        if (!times.empty())
            out << "  worst: "
                << QString::fromStdString(std::string(model.symbol(kconfig::SymbolId{worst}).name))
                << '\n';
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
        std::vector<double> times;
        std::vector<double> painted;
        QString worst;
        for (const QString &query : queries) {
            for (qsizetype letters = 1; letters <= query.size(); ++letters) {
                timer.start();
                m_pane->setSearchText(query.left(letters));
                times.push_back(timer.milliseconds());
                paint();
                painted.push_back(timer.milliseconds());
                if (painted.back() >= *std::max_element(painted.begin(), painted.end()))
                    worst = query.left(letters);
            }
            m_pane->setSearchText({});
            paint();
        }
        print(m_actions.resultsTree->isChecked()
                  ? QStringLiteral("keystroke to results, as a tree")
                  : QStringLiteral("keystroke to results, as a list"),
              times);
        print(QStringLiteral("  and painted"), painted);
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

    OptionViewActions &actions() { return m_actions; }

private:
    static void paint()
    {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] kconfig::NodeId menuOf(kconfig::NodeId node) const
    {
        const kconfig::Model &model = m_configuration->model();
        kconfig::NodeId at = model.node(node).parent;
        while (at.isValid() && !m_tree.isMenu(at))
            at = model.node(at).parent;
        return at.isValid() ? at : model.root();
    }

    std::shared_ptr<kconfig::Configuration> m_configuration;
    OptionTreeModel m_tree;
    OptionViewActions m_actions;
    QSplitter m_window;
    OptionPane *m_pane;
    OptionFilterModel m_menuFilter;
    QTreeView *m_menus = nullptr;
    DetailsPane *m_details = nullptr;
};

void compare(const QString &command)
{
    std::vector<double> times;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
        process.waitForFinished(-1);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    print(QStringLiteral("beside"), times);
}

int run(const Options &options)
{
    Bench bench;
    out << QStringLiteral("empty window painted %1 ms after the process was started\n")
               .arg(sinceStart(), 0, 'f', 0);
    std::shared_ptr<kconfig::Configuration> configuration;
    QElapsedTimer timer;
    timer.start();
    QThreadPool::globalInstance()->start([&] { configuration = loadTree(options); });
    QThreadPool::globalInstance()->waitForDone();
    if (!configuration)
        return 1;
    out << QStringLiteral("loaded and evaluated in %1 ms: %2 entries\n")
               .arg(double(timer.nsecsElapsed()) / 1e6, 0, 'f', 1)
               .arg(configuration->model().nodeCount());
    bench.take(configuration);
    out << QStringLiteral("usable window painted %1 ms after the process was started\n")
               .arg(sinceStart(), 0, 'f', 0);
    if (!options.beside.isEmpty())
        compare(options.beside);
    OptionViewActions &actions = bench.actions();
    const QStringList queries{QStringLiteral("usb storage"), QStringLiteral("CONFIG_NET"),
                              QStringLiteral("e"),           QStringLiteral("virtio block"),
                              QStringLiteral("zzzzqq"),      QStringLiteral("netfliter")};
    bench.type(queries);
    actions.resultsTree->setChecked(true);
    bench.type(queries);
    actions.resultsTree->setChecked(false);
    bench.toggles("one menu", options.every);
    bench.switchTo(actions.tree, true);
    bench.toggles("whole tree", options.every);
    bench.switchTo(actions.flat, true);
    bench.toggles("list", options.every);
    for (QAction *action :
         {actions.showAll, actions.namesFirst, actions.onlyNonDefault, actions.onlyChanged}) {
        for (const bool on : {true, false})
            bench.switchTo(action, on);
    }
    for (QAction *action : {actions.tree, actions.onlyNonDefault, actions.showAll, actions.menus})
        bench.switchTo(action, true);
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM"))
                out << QString::fromLatin1(line) << '\n';
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Options options;
    for (const QString &argument : QCoreApplication::arguments().mid(1)) {
        if (argument == QLatin1String("--all"))
            options.every = 1;
        else if (argument.startsWith(QLatin1String("--every=")))
            options.every = std::max(1, argument.mid(8).toInt());
        else if (argument.startsWith(QLatin1String("--shells=")))
            options.recording = argument.mid(9);
        else if (argument.startsWith(QLatin1String("--beside=")))
            options.beside = argument.mid(9);
        else
            options.root = argument;
    }
    if (options.root.isEmpty()) {
        out << "usage: configure_bench [--every=N | --all] [--shells=FILE] [--beside=COMMAND] "
               "ROOT\n";
        return 2;
    }
    return run(options);
}
