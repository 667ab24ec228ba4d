// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/emulator.h"

#include "fixture.h"

#include <QScopeGuard>
#include <QSignalSpy>

#include <csignal>

using namespace kiln;

namespace {

/// An emulator on the fixture's fake QEMU, with what it said.
struct Machinery
{
    Emulator emulator;
    QByteArray output;
    QStringList messages;
    std::optional<EmulatorResult> result;

    Machinery()
    {
        QObject::connect(&emulator, &Emulator::output, &emulator,
                         [this](const QByteArray &bytes) { output += bytes; });
        QObject::connect(&emulator, &Emulator::diagnostics, &emulator,
                         [this](const QString &line) { messages.append(line); });
        QObject::connect(&emulator, &Emulator::finished, &emulator,
                         [this](const EmulatorResult &end) { result = end; });
    }

    void boot(const test::Workspace &workspace, const QByteArray &guest,
              const QStringList &arguments = {}, const QString &accelerator = QStringLiteral("tcg"))
    {
        QVERIFY(workspace.setGuest(guest));
        result.reset();
        output.clear();
        Machine machine;
        machine.accelerator = accelerator;
        machine.kernelArguments = arguments;
        emulator.start(machine, workspace.app() + QStringLiteral("/guest.sh"));
    }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, 5000);
    }
};

} // namespace

class EmulatorTest : public QObject
{
    Q_OBJECT

private slots:
    void guestSucceeds()
    {
        const test::Workspace workspace;
        Machinery machinery;
        QSignalSpy started(&machinery.emulator, &Emulator::started);
        machinery.boot(workspace, "printf 'Hello \\000\\377 %s' \"$GUEST_ARGUMENTS\"\n",
                       {QStringLiteral("one"), QStringLiteral("two words")});
        QVERIFY(machinery.waitForEnd());
        QCOMPARE(machinery.output, QByteArray("Hello \0\377 one \"two words\"", 24));
        QVERIFY(machinery.result->succeeded());
        QCOMPARE(machinery.result->guestStatus, std::optional(0));
        QCOMPARE(started.size(), 1);
        QVERIFY(!machinery.emulator.isRunning());
    }

    void inputReachesTheGuest()
    {
        const test::Workspace workspace;
        Machinery machinery;
        machinery.boot(workspace, "printf 'name? '; read name; echo \"hello $name\"\n");
        QTRY_COMPARE(machinery.output, QByteArray("name? "));
        machinery.emulator.write("Kiln\n");
        QVERIFY(machinery.waitForEnd());
        QCOMPARE(machinery.output, QByteArray("name? hello Kiln\n"));
    }

    void statusAndCrash()
    {
        const test::Workspace workspace;
        Machinery machinery;
        machinery.boot(workspace, "exit 7\n");
        QVERIFY(machinery.waitForEnd());
        QCOMPARE(machinery.result->guestStatus, std::optional(3));
        QVERIFY(!machinery.result->crashed);
        machinery.boot(workspace, "printf '[    0.000001] CRIT: [libx] <x.c @    9> Assertion "
                                  "failure: 1 > 2\\r\\n'; exit 255\n");
        QVERIFY(machinery.waitForEnd());
        QVERIFY(machinery.result->crashed);
        QVERIFY(machinery.result->explanation.contains(QStringLiteral("Assertion failure: 1 > 2")));
        // Nothing of the former run is left.
        machinery.boot(workspace, "exit 0\n");
        QVERIFY(machinery.waitForEnd());
        QVERIFY(machinery.result->succeeded());
    }

    void qemuRefusesTheImage()
    {
        const test::Workspace workspace;
        Machinery machinery;
        machinery.boot(workspace,
                       "echo 'qemu: could not load kernel: no such format' >&2; exit 1\n");
        QVERIFY(machinery.waitForEnd());
        QVERIFY(machinery.result->problem);
        QVERIFY(machinery.result->problem->what.contains(QStringLiteral("no such format")));
        QVERIFY(machinery.result->problem->remedy.contains(QStringLiteral("Build")));
        QCOMPARE(machinery.messages,
                 QStringList({QStringLiteral("qemu: could not load kernel: no such format")}));
    }

    void stopEndsAHangingGuest()
    {
        const test::Workspace workspace;
        Machinery machinery;
        machinery.boot(workspace, "trap '' TERM; echo up; while :; do sleep 1; done\n");
        QTRY_COMPARE(machinery.output, QByteArray("up\n"));
        QElapsedTimer clock;
        clock.start();
        machinery.emulator.stop();
        QVERIFY(machinery.waitForEnd());
        qInfo("stopped in %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(clock.elapsed() < 1000);
        QVERIFY(machinery.result->stoppedByUser);
        QVERIFY(!machinery.result->succeeded());
    }

    void kvmThatDoesNotWorkGivesWay()
    {
        const QByteArray guest = "if [ \"$ACCELERATOR\" = kvm ]; then\n"
                                 "  echo 'failed to set MSR' >&2\n"
                                 "  kill -ABRT $$\n"
                                 "fi\n"
                                 "echo hello\n";
        const test::Workspace workspace;
        Machinery machinery;
        QSignalSpy started(&machinery.emulator, &Emulator::started);
        qputenv("KILN_ACCEL", "kvm");
        const auto restore = qScopeGuard([] { qputenv("KILN_ACCEL", "tcg"); });
        machinery.boot(workspace, guest, {}, QStringLiteral("auto"));
        QVERIFY(machinery.waitForEnd());
        QCOMPARE(machinery.output, QByteArray("hello\n"));
        QVERIFY(machinery.result->succeeded());
        QCOMPARE(started.size(), 2);
        QVERIFY(machinery.messages.last().contains(QStringLiteral("TCG")));

        // Who asks for KVM gets its failure.
        machinery.boot(workspace, guest, {}, QStringLiteral("kvm"));
        QVERIFY(machinery.waitForEnd());
        QVERIFY(!machinery.result->succeeded());
        QCOMPARE(started.size(), 3);
    }

    void killedFromOutside()
    {
        const test::Workspace workspace;
        Machinery machinery;
        machinery.boot(workspace, "echo up; kill -9 $$\n");
        QVERIFY(machinery.waitForEnd());
        QVERIFY(machinery.result->crashed);
        QCOMPARE(machinery.result->exitStatus, -1);
        QVERIFY(machinery.result->explanation.contains(QStringLiteral("signal 9")));
    }

    void haltedGuestIsEnded()
    {
        const test::Workspace workspace;
        Machinery machinery;
        machinery.boot(workspace, "printf '[    0.000001] Info: [libkvmplat] <shutdown.c @    9> "
                                  "Unikraft halted\\r\\n'; sleep 60\n");
        QVERIFY(machinery.waitForEnd());
        QVERIFY(machinery.result->succeeded());
        QVERIFY(machinery.result->explanation.contains(QStringLiteral("halted")));
    }

    void problemsCostNoProcess()
    {
        Machinery machinery;
        machinery.emulator.start(Machine(), QStringLiteral("/nonexistent/image"));
        QVERIFY(machinery.emulator.isRunning());
        QVERIFY(machinery.waitForEnd());
        QVERIFY(machinery.result->problem);
        QVERIFY(!machinery.emulator.isRunning());
    }
};

QTEST_GUILESS_MAIN(EmulatorTest)
#include "emulator_test.moc"
