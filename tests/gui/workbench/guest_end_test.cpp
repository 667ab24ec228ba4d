// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/guest_end.h"

#include "fixture.h"

#include <csignal>

using namespace kiln;

namespace {

EmulatorResult explain(int exitCode, const QString &reason, const QByteArray &output,
                       const QString &messages = {})
{
    CrashWatch watch;
    watch.feed(output);
    watch.finish();
    GuestEnd end;
    end.process.exitCode = exitCode;
    end.shutdownReason = reason;
    end.messages = messages;
    end.watch = &watch;
    return explainEnd(end);
}

const QByteArray trap = "[    0.1] x\n[    0.106026] CRIT: [libkvmplat] <traps.c @   84> "
                        "Unhandled Trap 0 (divide error), error code=0x0\r\n";

} // namespace

class GuestEndTest : public QObject
{
    Q_OBJECT

private slots:
    void success()
    {
        const auto off = explain(0, QStringLiteral("guest-shutdown"), "Hello\n");
        QVERIFY(off.succeeded());
        QCOMPARE(off.guestStatus, std::optional(0));
    }

    void linuxProcess()
    {
        GuestEnd end;
        end.isLinuxProcess = true;
        end.process.exitCode = 5; // for QEMU that would be status 2
        QCOMPARE(explainEnd(end).guestStatus, std::optional(5));
        end.process.exitCode = 0;
        QVERIFY(explainEnd(end).succeeded());
        end.process.signal = SIGSEGV;
        const auto fault = explainEnd(end);
        QVERIFY(fault.crashed && fault.exitStatus == 128 + SIGSEGV);
        QVERIFY(fault.explanation.contains(QStringLiteral("crashed")));
        end.process.signal = SIGKILL;
        const auto killed = explainEnd(end);
        QCOMPARE(killed.exitStatus, -1);
        QVERIFY(killed.explanation.contains(QStringLiteral("from outside")));
    }

    void statusOfTheApplication()
    {
        const auto three = explain((3 << 1) | 1, {}, "Hello\n");
        QVERIFY(!three.succeeded());
        QVERIFY(!three.crashed);
        QCOMPARE(three.guestStatus, std::optional(3));
        QVERIFY(three.explanation.contains(QStringLiteral("status 3")));
        const auto upstream =
            explain(0, QStringLiteral("guest-shutdown"),
                    "[    0.108371] Info: [libukboot] <boot.c @  503> main returned 4\r\n");
        QVERIFY(!upstream.succeeded());
        QCOMPARE(upstream.guestStatus, std::optional(4));
    }

    void crashWithAStatus()
    {
        const auto words = explain((guestCrashStatus << 1) | 1, {},
                                   "[ 0.1] CRIT: [app] <main.c @ 6> Out of cheese\r\n");
        QVERIFY(words.crashed);
        QCOMPARE(words.explanation, QStringLiteral("The guest crashed: Out of cheese (main.c:6)."));
        const auto crash = explain((guestCrashStatus << 1) | 1, {}, trap);
        QVERIFY(crash.crashed);
        QVERIFY(crash.explanation.contains(QStringLiteral("divide error")));
    }

    void crashThatQemuCallsSuccess()
    {
        const auto crash = explain(0, QStringLiteral("guest-shutdown"), trap);
        QVERIFY(crash.crashed);
        QVERIFY(!crash.succeeded());
    }

    void tripleFault()
    {
        const auto silent = explain(0, QStringLiteral("guest-reset"), {});
        QVERIFY(silent.crashed);
        QVERIFY(silent.explanation.contains(QStringLiteral("triple fault")));
        const auto late = explain(0, QStringLiteral("guest-reset"), "Hello\n");
        QVERIFY(late.crashed);
        QVERIFY(late.explanation.contains(QStringLiteral("last lines")));
    }

    void qemuRefuses()
    {
        const auto refused =
            explain(1, {}, {},
                    QStringLiteral("qemu-system-x86_64: Error loading uncompressed kernel without "
                                   "PVH ELF Note\n"));
        QVERIFY(refused.problem);
        QVERIFY(refused.problem->remedy.contains(QStringLiteral("q35")));
        QVERIFY(!refused.succeeded());
    }

    void killedFromOutside()
    {
        GuestEnd end;
        end.process.signal = SIGKILL;
        const auto killed = explainEnd(end);
        QCOMPARE(killed.exitStatus, -1);
        QVERIFY(killed.explanation.contains(QStringLiteral("killed from outside")));
    }

    void haltedButStillOn()
    {
        CrashWatch watch;
        watch.feed("[    0.000001] Info: [libkvmplat] <shutdown.c @   59> Unikraft halted\r\n");
        QVERIFY(watch.halted());
        GuestEnd end;
        end.process.cancelled = true;
        end.haltedInPlace = true;
        end.watch = &watch;
        const auto halted = explainEnd(end);
        QVERIFY(halted.succeeded());
        QVERIFY(halted.explanation.contains(QStringLiteral("could not be switched off")));
    }

    void qemuFailsAfterTheGuestSpoke()
    {
        const auto failed = explain(1, {}, "Hello\n", QStringLiteral("qemu: terminated\n"));
        QVERIFY(failed.problem);
    }

    void stopped()
    {
        GuestEnd end;
        end.process.cancelled = true;
        end.process.signal = SIGTERM;
        const auto stopped = explainEnd(end);
        QVERIFY(stopped.stoppedByUser);
        QVERIFY(!stopped.crashed);
        QVERIFY(!stopped.succeeded());
        QCOMPARE(stopped.explanation, QStringLiteral("Stopped."));
    }
};

QTEST_GUILESS_MAIN(GuestEndTest)
#include "guest_end_test.moc"
