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
        QCOMPARE(watch.where(), QStringLiteral("traps.c:51"));
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
