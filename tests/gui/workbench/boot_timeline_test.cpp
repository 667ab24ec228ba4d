// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include "workbench/boot_history.h"
#include "workbench/boot_timeline.h"
#include "workbench/log_store.h"

using namespace kiln;
using namespace kiln::test;

namespace {

const QByteArray upstream =
    "SeaBIOS (version 1.16)\r\n"
    "[    0.000000] Info: [libukconsole] <console.c @  176> Registered con0\r\n"
    "[    0.000000] Info: [libukboot] <boot.c @  276> Unikraft constructor table at 0x1\r\n"
    "[    0.000000] Info: [libukboot] <boot.c @  285> Initialize memory allocator...\r\n"
    "[    0.000000] Info: [libukboot] <boot.c @  351> Initialize platform time...\r\n"
    "\x1b[0m\x1b[32m[    0.000000] \x1b[1m\x1b[32mInfo:\x1b[0m \x1b[0m\x1b[33m[libkvmplat] \x1b[0m"
    "\x1b[36m<tscclock.c @  255> \x1b[0mCalibrating TSC clock\r\n"
    "[    0.100024] Info: [libkvmplat] <tscclock.c @  276> Clock source: TSC\r\n"
    "[    0.101785] Info: [libukboot] <boot.c @  373> Init Table @ 0x149018\r\n"
    "[    0.102016] Warn: [libukbus] <bus.c @  133> Initialize bus handlers...\r\n"
    "[    0.110000] Info: [libukboot] <boot.c @  493> Calling main(1, ['x'])\r\n"
    "Hello\r\n"
    "[    0.510000] Info: [libukboot] <boot.c @  503> main returned 0\r\n"
    "[    0.510100] Info: [libkvmplat] <shutdown.c @   59> Unikraft halted\r\n";

BootTimeline read(const QByteArray &bytes)
{
    LogStore store;
    BootTimeline timeline;
    LogWalker walker(&store);
    walker.add(&timeline);
    store.append(bytes);
    store.finish();
    walker.catchUp();
    return timeline;
}

} // namespace

class BootTimelineTest : public QObject
{
    Q_OBJECT

private slots:
    void findsPhases();
    void findsSlowestStep();
    void comparesWithPrevious();
    void keepsPreviousBootOfOneLog();
    void readsBundledKernel();
    void saysWhatIsMissing();
    void keepsHistory();
    void refusesBrokenHistory();
};

void BootTimelineTest::findsPhases()
{
    const BootTimeline timeline = read(upstream);
    QCOMPARE(timeline.linesBefore(), 1);
    QVERIFY(timeline.isOver());
    QVector<BootPhase> phases;
    qint64 at = 0;
    for (const BootSpan &span : timeline.spans()) {
        phases.append(span.phase);
        QCOMPARE(span.start, at); // one after the other, without a hole
        at = span.end;
    }
    QCOMPARE(phases,
             (QList{BootPhase::platform, BootPhase::constructors, BootPhase::heap, BootPhase::clock,
                    BootPhase::initTable, BootPhase::main, BootPhase::shutdown}));
    QCOMPARE(at, 510100);
    QCOMPARE(timeline.spans().at(3).duration(), 101785);
    QCOMPARE(timeline.spans().at(3).record, 4);
}

void BootTimelineTest::findsSlowestStep()
{
    const BootSummary boot = read(upstream).summary();
    QVERIFY(boot.reachedMain);
    QCOMPARE(boot.bootTime, 110000);
    // What the application does is no step of the boot, however long it takes.
    QCOMPARE(boot.slowest.first().text, QStringLiteral("Calibrating TSC clock"));
    QCOMPARE(boot.slowest.first().library, QStringLiteral("libkvmplat"));
    QCOMPARE(boot.slowest.first().duration(), 100024);
    QCOMPARE(boot.slowest.at(1).text, QStringLiteral("Initialize bus handlers..."));
    const QString sentence = bootSentence(boot);
    QVERIFY2(sentence.contains(QStringLiteral("110 ms")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("Calibrating TSC clock")), qPrintable(sentence));
}

void BootTimelineTest::comparesWithPrevious()
{
    const BootSummary boot = read(upstream).summary();
    BootSummary before = boot;
    before.bootTime = 90000;
    QVERIFY(bootSentence(boot, before).contains(QStringLiteral("20.0 ms longer")));
    before.bootTime = 150000;
    QVERIFY(bootSentence(boot, before).contains(QStringLiteral("40.0 ms shorter")));
    before.bootTime = 110010;
    QVERIFY(bootSentence(boot, before).contains(QStringLiteral("as long as")));
}

void BootTimelineTest::keepsPreviousBootOfOneLog()
{
    const BootTimeline timeline =
        read(upstream + QByteArray(upstream).replace("0.110000", "0.120000"));
    QCOMPARE(timeline.summary().bootTime, 120000);
    QCOMPARE(timeline.previous().bootTime, 110000);
    // A little back is another processor, no other boot.
    const BootTimeline one = read("[    1.000000] Info: a\n[    0.999990] Info: b\n"
                                  "[    1.000100] Info: c\n");
    QCOMPARE(one.steps().size(), 3);
    QVERIFY(one.previous().isEmpty());
    // Also where it begins a phase.
    const BootTimeline late =
        read("[    0.010000] Info: [libukboot] <boot.c @  373> Init Table @ 0x1 - 0x2\n"
             "[    0.000000] Info: [libukboot] <boot.c @    9> Running preinit functions\n");
    for (const BootSpan &span : late.spans())
        QVERIFY(span.end >= span.start);
}

void BootTimelineTest::readsBundledKernel()
{
    const BootTimeline timeline =
        read("[    0.001000] Info: [libukboot] <boot.cpp @   30> Running constructors of the "
             "kernel: 2\n"
             "[    0.002000] Info: [libukboot] <boot.cpp @   41> Building the heap\n"
             "[    0.003000] Info: [libukboot] <boot.cpp @   66> Setting up interrupts\n"
             "[    0.004000] Info: [libukboot] <boot.cpp @  152> Starting the clock\n"
             "[    0.006000] Info: [libukboot] <boot.cpp @   77> Running init functions: 3\n"
             "[    0.009000] Info: [libukboot] <boot.cpp @   30> Running constructors: 1\n"
             "[    0.010000] Info: [libukboot] <boot.cpp @  130> Calling main(1, ['app'])\n");
    QCOMPARE(timeline.spans().size(), 8);
    QCOMPARE(timeline.spans().at(0).duration(), 1000);
    QCOMPARE(timeline.spans().at(5).phase, BootPhase::initTable);
    QCOMPARE(timeline.spans().at(5).duration(), 3000);
    QCOMPARE(timeline.summary().bootTime, 10000);
}

void BootTimelineTest::saysWhatIsMissing()
{
    QVERIFY(read("Info: no time\nHello\n").isUntimed());
    QVERIFY(!read("Hello\n").isUntimed());
    QVERIFY(read("Hello\n").isEmpty());
    QVERIFY(bootSentence({}).isEmpty());
}

void BootTimelineTest::keepsHistory()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("below/boot.json"));
    const BootSummary boot = read(upstream).summary();
    const auto saved = saveBoot(file, boot);
    QVERIFY(saved);
    const BootSummary again = loadBoot(file);
    QCOMPARE(again.bootTime, boot.bootTime);
    QCOMPARE(again.reachedMain, boot.reachedMain);
    QCOMPARE(again.spans.size(), boot.spans.size());
    QCOMPARE(again.spans.last().end, boot.spans.last().end);
    QCOMPARE(again.slowest.first().text, boot.slowest.first().text);
    QVERIFY(bootHistoryFile(QStringLiteral("/a"), QStringLiteral("/a/x")) !=
            bootHistoryFile(QStringLiteral("/a"), QStringLiteral("/a/y")));
}

void BootTimelineTest::refusesBrokenHistory()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("boot.json"));
    QVERIFY(loadBoot(file).isEmpty());
    QVERIFY(writeFile(file, "{\"spans\": [{\"phase\": \"no such\", \"start\": 1, \"end\": 2},"
                            " {\"phase\": \"heap\", \"start\": 9, \"end\": 2}, 7]}"));
    QVERIFY(loadBoot(file).isEmpty());
    QVERIFY(writeFile(file, "\xff{"));
    QVERIFY(loadBoot(file).isEmpty());
}

QTEST_GUILESS_MAIN(BootTimelineTest)
#include "boot_timeline_test.moc"
