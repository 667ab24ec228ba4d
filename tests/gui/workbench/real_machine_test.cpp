// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The emulator with the real QEMU and a guest that does what it is told, letter by letter.
#include "workbench/boot_command.h"
#include "workbench/guest.h"

#include "fixture.h"

#include <QProcess>
#include <QSignalSpy>

#include <arpa/inet.h>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

using namespace kiln;

namespace {

constexpr int patience = 20'000; // milliseconds

/// The processes whose parent is this one.
QList<pid_t> childrenOf(pid_t parent)
{
    QList<pid_t> children;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isProcess = false;
        const pid_t process = entry.toInt(&isProcess);
        if (!isProcess)
            continue;
        const QByteArray status = test::contents(QStringLiteral("/proc/%1/stat").arg(process));
        // PID (NAME) STATE PARENT …; a name may hold anything.
        const QList<QByteArray> fields = status.mid(status.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toInt() == parent)
            children.append(process);
    }
    return children;
}

/// A TCP port of the loopback address that nobody has; 0: none.
int freePort()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool bound =
        ::bind(listener, generic, size) == 0 && ::getsockname(listener, generic, &size) == 0;
    ::close(listener);
    return bound ? ntohs(address.sin_port) : 0;
}

bool isAlive(pid_t process)
{
    // A zombie that nobody has waited for yet runs no more.
    return ::kill(process, 0) == 0 &&
           !test::contents(QStringLiteral("/proc/%1/stat").arg(process)).contains(") Z ");
}

Machine smallMachine()
{
    Machine machine;
    machine.accelerator = QStringLiteral("tcg");
    machine.memoryMiB = 8;
    return machine;
}

struct Run
{
    Guest guest{QStringLiteral("guest")};
    QByteArray output;
    std::optional<EmulatorResult> result;

    Run()
    {
        QObject::connect(&guest, &Guest::output, &guest,
                         [this](const QByteArray &bytes) { output += bytes; });
        QObject::connect(&guest, &Guest::finished, &guest,
                         [this](const EmulatorResult &end) { result = end; });
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, patience);
    }
    bool waitForOutput(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return output.endsWith(text); }, patience);
    }
    bool waitForState(Guest::State state)
    {
        return QTest::qWaitFor([&] { return guest.state() == state; }, patience);
    }
};

} // namespace

class RealMachineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString image() const { return m_folder.filePath(QStringLiteral("guest")); }

    void boot(Run &run, const Machine &machine = smallMachine())
    {
        run.guest.boot(machine, image());
        QVERIFY2(run.waitForOutput("ready\r\n"), run.output.constData());
    }

private slots:
    void initTestCase()
    {
        const QString object = image() + QStringLiteral(".o");
        const auto make = [](const QString &program, const QStringList &arguments) {
            return QProcess::execute(program, arguments) == 0;
        };
        QVERIFY(make(QStringLiteral("gcc"),
                     {QStringLiteral("-c"), test::dataPath(QStringLiteral("machine/guest.S")),
                      QStringLiteral("-o"), object}));
        QVERIFY(make(QStringLiteral("ld"),
                     {QStringLiteral("-Ttext"), QStringLiteral("0x100000"), QStringLiteral("-e"),
                      QStringLiteral("start"), QStringLiteral("-o"), image(), object}));
    }

    void pausesAndResumes()
    {
        Run run;
        boot(run);
        run.guest.write("ea");
        QVERIFY(run.waitForOutput("a"));
        run.guest.pause();
        QVERIFY(run.waitForState(Guest::State::paused));
        QCOMPARE(run.guest.pauseReason(), QStringLiteral("paused"));
        run.guest.write("eb");
        QTest::qWait(200);
        QVERIFY(run.output.endsWith("a"));
        run.guest.resume();
        QVERIFY(run.waitForState(Guest::State::running));
        QVERIFY(run.waitForOutput("ab"));
        QElapsedTimer clock;
        clock.start();
        run.guest.stop();
        QVERIFY(run.waitForEnd());
        qInfo("stopped in %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(run.result->stoppedByUser);
        QCOMPARE(run.result->exitStatus, 0); // QEMU ended by itself, as it was asked to
        QCOMPARE(run.guest.state(), Guest::State::idle);
    }

    void resetsAndStillEndsAtATripleFault()
    {
        Run run;
        boot(run);
        run.guest.write("ea");
        QVERIFY(run.waitForOutput("a"));
        run.guest.reset();
        QVERIFY(run.waitForOutput("aready\r\n"));
        QVERIFY(run.guest.isRunning());
        // Also out of a pause.
        run.guest.pause();
        QVERIFY(run.waitForState(Guest::State::paused));
        run.guest.reset();
        QVERIFY(run.waitForOutput("aready\r\nready\r\n"));
        run.guest.write("t");
        QVERIFY2(run.waitForEnd(), run.output.constData());
        QVERIFY(run.result->crashed);
        QVERIFY2(run.result->explanation.contains(QStringLiteral("triple fault")),
                 qPrintable(run.result->explanation));
        QCOMPARE(run.output.count("ready"), 3);
    }

    void waitsBeforeTheFirstInstruction()
    {
        Run run;
        Machine machine = smallMachine();
        machine.startsPaused = true;
        run.guest.boot(machine, image());
        QVERIFY(run.waitForState(Guest::State::paused));
        QCOMPARE(run.guest.pauseReason(), QStringLiteral("prelaunch"));
        QVERIFY(run.output.isEmpty());
        run.guest.resume();
        QVERIFY(run.waitForOutput("ready\r\n"));
        QVERIFY(run.waitForState(Guest::State::running));
        run.guest.write("q");
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.result->guestStatus, std::optional(7));
        QVERIFY(run.result->explanation.contains(QStringLiteral("status 7")));
    }

    /// GDB is the oracle: the command that is shown attaches to the guest.
    void debuggerAttaches()
    {
        Run run;
        Machine machine = smallMachine();
        machine.hasGdbStub = true;
        machine.startsPaused = true;
        machine.gdbPort = freePort();
        QVERIFY(machine.gdbPort > 0);
        run.guest.boot(machine, image());
        QVERIFY(run.waitForState(Guest::State::paused));
        QStringList command = gdbCommand(machine.settled(), image());
        command += {QStringLiteral("-batch"), QStringLiteral("-nx"),
                    QStringLiteral("-ex"),    QStringLiteral("break quit"),
                    QStringLiteral("-ex"),    QStringLiteral("continue"),
                    QStringLiteral("-ex"),    QStringLiteral("info symbol $pc"),
                    QStringLiteral("-ex"),    QStringLiteral("detach")};
        QProcess gdb;
        gdb.setProcessChannelMode(QProcess::MergedChannels);
        gdb.start(command.first(), command.mid(1));
        QVERIFY(gdb.waitForStarted());
        // GDB lets it go, and stops it at the breakpoint.
        QVERIFY(run.waitForOutput("ready\r\n"));
        run.guest.write("q");
        QTRY_COMPARE_WITH_TIMEOUT(gdb.state(), QProcess::NotRunning, patience);
        const QByteArray said = gdb.readAll();
        QVERIFY2(said.contains("quit in section .text"), said.constData());
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.result->guestStatus, std::optional(7));
    }

    void hangIsStopped()
    {
        Run run;
        boot(run);
        run.guest.write("h");
        run.guest.stop();
        QVERIFY(run.waitForEnd());
        QVERIFY(run.result->stoppedByUser);
        QCOMPARE(run.result->explanation, QStringLiteral("Stopped."));
    }

    void killedFromOutside()
    {
        Run run;
        const QList<pid_t> before = childrenOf(getpid());
        boot(run);
        QList<pid_t> qemu = childrenOf(getpid());
        for (const pid_t process : before)
            qemu.removeAll(process);
        QCOMPARE(qemu.size(), 1);
        QCOMPARE(::kill(qemu.first(), SIGKILL), 0);
        QVERIFY(run.waitForEnd());
        QVERIFY(run.result->explanation.contains(QStringLiteral("killed from outside")));
        QCOMPARE(run.result->exitStatus, -1);
        // Asked to end from outside is another thing.
        boot(run);
        run.result.reset();
        for (const pid_t process : childrenOf(getpid())) {
            if (!before.contains(process))
                ::kill(process, SIGTERM);
        }
        QVERIFY(run.waitForEnd());
        QVERIFY2(run.result->explanation.contains(QStringLiteral("from outside")),
                 qPrintable(run.result->explanation));
    }

    void diesWithTheProgram()
    {
        // This program again, as one that boots a guest and is killed.
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--boot"), image()});
        QVERIFY(victim.waitForReadyRead(patience));
        QCOMPARE(victim.readAllStandardOutput(), QByteArray("up\n"));
        const QList<pid_t> qemu = childrenOf(pid_t(victim.processId()));
        QCOMPARE(qemu.size(), 1);
        QVERIFY(isAlive(qemu.first()));
        victim.kill();
        QVERIFY(victim.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(qemu.first()), 5000);
    }

    void linuxProcess()
    {
        const auto program = [this](const QByteArray &text) {
            const QString path = m_folder.filePath(QStringLiteral("process"));
            QFile::remove(path);
            return test::writeFile(path, "#!/bin/sh\n" + text) &&
                           QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner |
                                                           QFile::WriteOwner)
                       ? path
                       : QString();
        };
        Machine machine;
        machine.platform = QStringLiteral("linuxu");
        machine.kernelArguments = {QStringLiteral("two words")};
        Run run;
        run.guest.boot(machine,
                       program("echo \"got $1\"\nread word\necho \"$word\" >&2\nexit 3\n"));
        QVERIFY(run.waitForOutput("got two words\n"));
        run.guest.pause();
        QVERIFY(run.waitForState(Guest::State::paused));
        run.guest.write("hello\n");
        QTest::qWait(100);
        QVERIFY(!run.output.contains("hello"));
        run.guest.resume();
        QVERIFY(run.waitForEnd());
        QVERIFY(run.output.endsWith("hello\n"));
        QCOMPARE(run.result->guestStatus, std::optional(3));
        QVERIFY(!run.result->crashed);

        run.result.reset();
        run.guest.boot(machine, program("kill -SEGV $$\n"));
        QVERIFY(run.waitForEnd());
        QVERIFY(run.result->crashed);
        QVERIFY2(run.result->explanation.contains(QStringLiteral("signal 11")),
                 qPrintable(run.result->explanation));

        run.result.reset();
        run.guest.boot(machine, program("echo on\nsleep 100\n"));
        QVERIFY(run.waitForOutput("on\n"));
        run.guest.stop();
        QVERIFY(run.waitForEnd());
        QVERIFY(run.result->stoppedByUser);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--boot") {
        Guest guest(QStringLiteral("victim"));
        QObject::connect(&guest, &Guest::output, &guest, [] {
            static constexpr char up[] = "up\n";
            (void)!::write(STDOUT_FILENO, up, sizeof up - 1);
        });
        guest.boot(smallMachine(), QString::fromLocal8Bit(argv[2]));
        return QCoreApplication::exec();
    }
    RealMachineTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "real_machine_test.moc"
