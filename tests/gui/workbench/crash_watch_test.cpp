// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/crash_watch.h"

#include "fixture.h"

using namespace kiln;

class CrashWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void trap()
    {
        CrashWatch watch;
        // Byte by byte, as a slow serial port gives it.
        const QByteArray log = test::contents(test::dataPath(QStringLiteral("logs/crash.log")));
        for (const char byte : log)
            watch.feed(QByteArrayView(&byte, 1));
        watch.finish();
        QVERIFY(watch.crashed());
        QCOMPARE(watch.reason(), QStringLiteral("Unhandled Trap 14 (page fault), error code=0x2"));
        // The line that announces a trap is the kernel's, not the culprit's.
        QCOMPARE(watch.where(), QString());
    }

    void trapWithCallTrace()
    {
        CrashWatch watch;
        watch.feed(
            "[    0.004000] CRIT: [libkvmplat] <d.cpp @   95> Unhandled Trap 14 (page fault), "
            "error code=0x2\r\n"
            "[    0.004691] CRIT: [libkvmplat] <d.cpp @   65> CR2: 0000000000000010, cannot write: "
            "null pointer\r\n"
            "[    0.005619] CRIT: [libkvmplat] <b.cpp @   93> [  0] 0x104386 <main+0x36>\r\n"
            "[    0.005911] CRIT: [libkvmplat] <b.cpp @   93> [  1] 0x110a53 <entry+0x253>\r\n");
        QCOMPARE(watch.reason(), QStringLiteral("Unhandled Trap 14 (page fault), error code=0x2: "
                                                "cannot write: null pointer"));
        QCOMPARE(watch.where(), QStringLiteral("main+0x36"));
    }

    void dumpWithoutAnAnnouncement()
    {
        CrashWatch watch;
        watch.feed("[    0.105892] CRIT: [libkvmplat] <trace.c @   41> RIP: 0000000000127dd4 CS: "
                   "0008\r\n"
                   "[    0.108152] CRIT: [libkvmplat] <traps.c @   90> Crashing\r\n");
        QCOMPARE(watch.reason(), QStringLiteral("Trap, RIP: 0000000000127dd4 CS: 0008"));
    }

    void startThatFailed()
    {
        CrashWatch watch;
        watch.feed("[    0.109945] ERR:  [libukrandom] <random.c @   65> Could not initialize the "
                   "HWRNG (-95)\r\n");
        QVERIFY(!watch.crashed());
        watch.feed("[    0.110741] ERR:  [libukboot] <boot.c @  427> Init function at 0x123870 "
                   "returned error -95\r\n");
        QCOMPARE(watch.reason(), QStringLiteral("Init function at 0x123870 returned error -95"));
        QCOMPARE(watch.where(),
                 QStringLiteral("random.c:65: Could not initialize the HWRNG (-95)"));
        // An application may print what it likes.
        CrashWatch other;
        other.feed("Init function at 0x123870 returned error -95\r\n");
        QVERIFY(!other.crashed());
    }

    void assertion()
    {
        CrashWatch watch;
        watch.feed("[    0.1");
        watch.feed("07143] \x1b[1mCRIT:\x1b[0m [applogic] <main.c @   23> \x1b[31mAssertion "
                   "failure: argc == 3\r\n");
        QVERIFY(watch.crashed());
        QCOMPARE(watch.reason(), QStringLiteral("Assertion failure: argc == 3"));
    }

    void applicationMaySayAnything()
    {
        CrashWatch watch;
        watch.feed("Unhandled Trap 6 (invalid opcode)\nCrashing\nAssertion failure: x\n");
        watch.feed("[    0.100000] Info: [appx] <main.c @    1> Crashing the party\r\n");
        QVERIFY(!watch.crashed());
        QVERIFY(watch.sawOutput());
    }

    void howMainEnded()
    {
        CrashWatch watch;
        QVERIFY(!watch.sawOutput());
        watch.feed("[    0.100000] Info: [libukboot] <boot.c @  503> main returned 3\r\n"
                   "[    0.100001] Info: [libkvmplat] <shutdown.c @   59> Unikraft halted\r\n");
        QCOMPARE(watch.mainStatus(), std::optional(3));
        QVERIFY(watch.halted());
        QVERIFY(!watch.crashed());
    }
};

QTEST_GUILESS_MAIN(CrashWatchTest)
#include "crash_watch_test.moc"
