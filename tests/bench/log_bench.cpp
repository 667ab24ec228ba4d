// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The log on half a gigabyte. By hand, in a release build; compare-log-viewers does all of it:
//   log_bench generate FILE [MB]    writes a log of 500 MB, 5.5 million lines
//   log_bench open FILE [REGEX]     opens it, filters it by level and by an expression
//   log_bench live [SECONDS] [MB/S] takes 100 MB/s from a process for 10 s, views open
// Prints one "name value unit" a line. The file should be in the page cache: run it twice.

#include "../gui/turn_meter.h"
#include "turn_witness.h"

#include "widgets/log_minimap.h"
#include "widgets/log_model.h"
#include "widgets/log_view.h"
#include "widgets/terminal_view.h"
#include "workbench/process_group.h"

#include <QApplication>
#include <QCryptographicHash>

#include <cstdio>
#include <random>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

using namespace kiln;

namespace {

/// Lines like a debug build's, the same ones each time.
class Generator
{
public:
    /// Appends one line.
    void line(std::string &to)
    {
        static constexpr const char *libraries[] = {
            "libukboot",      "libukalloc", "libukallocbbuddy", "libuksched",    "libukschedcoop",
            "libvfscore",     "libukbus",   "libukbus_pci",     "libvirtio_bus", "libvirtio_net",
            "libvirtio_ring", "liblwip",    "libuknetdev",      "libkvmplat",    "appredis"};
        static constexpr const char *files[] = {"boot.c",       "alloc.c", "bbuddy.c", "sched.c",
                                                "virtio_net.c", "netif.c", "main.c"};
        static constexpr const char *words[] = {"allocated pages at", "queue notified, descriptor",
                                                "switch to thread",   "received packet of bytes",
                                                "freed region",       "timer fires at",
                                                "lookup of inode"};
        m_time += m_random() % 80;
        const unsigned kind = m_random() % 1000;
        const char *const header = kind < 620   ? "dbg:  "
                                   : kind < 960 ? "Info: "
                                   : kind < 985 ? "Warn: "
                                   : kind < 997 ? "ERR:  "
                                                : "CRIT: ";
        char text[256];
        int length = 0;
        if (m_random() % 50 == 0)
            length = std::snprintf(text, sizeof text, "GET /index-%u.html HTTP/1.1 200 %u\r\n",
                                   unsigned(m_random() % 10000), unsigned(m_random() % 100000));
        else
            length = std::snprintf(
                text, sizeof text, "[%5llu.%06llu] %s[%s] <%s @ %4u> %s 0x%lx (%u)\r\n",
                static_cast<unsigned long long>(m_time / 1'000'000),
                static_cast<unsigned long long>(m_time % 1'000'000), header,
                libraries[m_random() % std::size(libraries)], files[m_random() % std::size(files)],
                unsigned(m_random() % 2000), words[m_random() % std::size(words)],
                static_cast<unsigned long>(m_random()), unsigned(m_random() % 5000));
        to.append(text, std::size_t(length));
    }

private:
    std::mt19937 m_random{500};
    std::uint64_t m_time = 0;
};

void say(const char *name, double value, const char *unit)
{
    std::printf("%-28s %10.1f %s\n", name, value, unit);
    std::fflush(stdout);
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

int generate(const char *path, std::int64_t megabytes)
{
    std::FILE *file = std::fopen(path, "wb");
    if (file == nullptr) {
        std::perror(path);
        return 1;
    }
    Generator generator;
    std::string block;
    std::int64_t lines = 0;
    for (std::int64_t size = 0; size < megabytes * 1'000'000; ++lines) {
        const std::size_t before = block.size();
        generator.line(block);
        size += std::int64_t(block.size() - before);
        if (block.size() > 1 << 20) {
            std::fwrite(block.data(), 1, block.size(), file);
            block.clear();
        }
    }
    std::fwrite(block.data(), 1, block.size(), file);
    if (std::fclose(file) != 0) {
        std::perror(path);
        return 1;
    }
    say("lines", double(lines), "");
    return 0;
}

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

int open(const QString &path, const QString &expression)
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 700);
    view.show();
    kiln::test::TurnMeter meter;
    meter.run(200);
    say("RSS before", peakMegabytes(), "MB");
    QElapsedTimer clock;
    clock.start();
    meter.start();
    double firstRow = 0;
    if (const auto opened = store.open(path); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text()));
        return 1;
    }
    (void)kiln::test::waitInTurns([&] {
        if (firstRow == 0 && view.model()->rowCount() > 0)
            firstRow = milliseconds(clock);
        return !store.isLoading() && view.model()->rowCount() == store.count();
    });
    say("open, first row", firstRow, "ms");
    say("open and index", milliseconds(clock), "ms");
    meter.stop();
    say("  longest turn", meter.work(), "ms");
    say("records", double(store.count()), "");
    meter.run(300);

    clock.start();
    LogFilter filter = view.model()->filter();
    for (const LogLevel level : {LogLevel::debug, LogLevel::info, LogLevel::plain})
        filter.levels[std::size_t(level)] = false;
    view.model()->setFilter(filter);
    say("level filter", milliseconds(clock), "ms");
    say("  rows", view.model()->rowCount(), "");
    meter.run(300);

    filter = {};
    view.model()->setFilter(filter);
    meter.run(300);
    clock.start();
    meter.start();
    filter.rules.append({expression, {true, true}, false, true});
    view.model()->setFilter(filter);
    firstRow = 0;
    (void)kiln::test::waitInTurns([&] {
        if (firstRow == 0 && view.model()->rowCount() > 0)
            firstRow = milliseconds(clock);
        return !view.model()->isFiltering();
    });
    say("expression, first row", firstRow, "ms");
    say("expression, all", milliseconds(clock), "ms");
    meter.stop();
    say("  longest turn", meter.work(), "ms");
    say("  rows", view.model()->rowCount(), "");
    meter.run(300);
    say("peak RSS", peakMegabytes(), "MB");
    return 0;
}

/// The guest of live(): prints that fast; then, as its error output, how many bytes and their hash.
int pour(int seconds, int megabytesPerSecond)
{
    QCryptographicHash sent(QCryptographicHash::Sha1);
    std::int64_t sentBytes = 0;
    std::string block;
    Generator generator;
    while (block.size() < 8 << 20)
        generator.line(block);
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t at = 0;;) {
        const auto now = std::chrono::steady_clock::now();
        const double elapsed = std::chrono::duration<double>(now - start).count();
        if (elapsed >= seconds)
            break;
        if (double(sentBytes) > elapsed * megabytesPerSecond * 1e6) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            continue;
        }
        const std::size_t length = std::min<std::size_t>(60'000, block.size() - at);
        const ssize_t wrote = ::write(STDOUT_FILENO, block.data() + at, length);
        if (wrote <= 0)
            return 1;
        sent.addData(QByteArrayView(block.data() + at, wrote));
        sentBytes += wrote;
        at = (at + std::size_t(wrote)) % block.size();
    }
    std::fprintf(stderr, "%lld %s", static_cast<long long>(sentBytes),
                 sent.result().toHex().constData());
    return 0;
}

/// The way a guest's output goes in the program: a process, the log, the console.
int live(kiln::test::WitnessedApplication &application, int seconds, int megabytesPerSecond)
{
    LogStore store;
    LogView view(&store);
    view.resize(1200, 700);
    view.show();
    TerminalView console;
    console.resize(1200, 700);
    console.show();
    kiln::test::TurnMeter meter;
    meter.run(200);
    ProcessGroup guest;
    bool ended = false;
    QByteArray told;
    QObject::connect(&guest, &ProcessGroup::output, &store,
                     [&store](const QByteArray &bytes) { store.append(bytes); });
    QObject::connect(&guest, &ProcessGroup::output, &console, &TerminalView::write);
    QObject::connect(&guest, &ProcessGroup::errorOutput, &store,
                     [&told](const QByteArray &bytes) { told += bytes; });
    QElapsedTimer clock;
    double took = 0;
    QObject::connect(&guest, &ProcessGroup::finished, &store, [&] {
        took = milliseconds(clock) / 1000;
        store.finish();
        ended = true;
    });
    application.name(&view, "LogView");
    application.name(view.model(), "LogModel");
    application.name(view.findChild<LogMinimap *>(), "LogMinimap");
    application.name(&console, "TerminalView");
    clock.start();
    meter.start();
    application.start();
    ProcessCommand command;
    command.program = QCoreApplication::applicationFilePath();
    command.arguments = {QStringLiteral("pour"), QString::number(seconds),
                         QString::number(megabytesPerSecond)};
    guest.start(command);
    (void)kiln::test::waitInTurns(
        [&] { return ended && view.model()->rowCount() == store.count(); }, (seconds + 60) * 1000);
    meter.run(100);
    application.stop();
    meter.stop();
    QCryptographicHash kept(QCryptographicHash::Sha1);
    for (qint64 at = 0; at < store.size(); at += 1 << 20)
        kept.addData(store.rawBytes(at, 1 << 20));
    const QByteArray have = QByteArray::number(store.size()) + ' ' + kept.result().toHex();
    say("live, kept", double(store.size()) / 1e6, "MB");
    say("live, rate", double(store.size()) / 1e6 / took, "MB/s");
    say("live, rows", view.model()->rowCount(), "");
    say("live, longest turn", meter.work(), "ms");
    say("live, longest wait", meter.wait(), "ms");
    application.print();
    say("live, peak RSS", peakMegabytes(), "MB");
    std::printf("live, bytes %s\n", told == have ? "all there" : "LOST");
    return told == have ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (command == "generate" && argc > 2)
        return generate(argv[2], argc > 3 ? std::atoi(argv[3]) : 500);
    if (command == "pour" && argc > 3)
        return pour(std::atoi(argv[2]), std::atoi(argv[3]));
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    kiln::test::WitnessedApplication application(argc, argv);
    if (command == "open" && argc > 2)
        return open(QString::fromLocal8Bit(argv[2]),
                    argc > 3 ? QString::fromLocal8Bit(argv[3])
                             : QStringLiteral(R"((ERR|CRIT): +\[lib(uk|vi))"));
    if (command == "live")
        return live(application, argc > 2 ? std::atoi(argv[2]) : 10,
                    argc > 3 ? std::atoi(argv[3]) : 100);
    std::fprintf(stderr, "usage: log_bench generate FILE [MB] | open FILE [REGEX] | live [SECONDS]"
                         " [MB/S]\n");
    return 2;
}
