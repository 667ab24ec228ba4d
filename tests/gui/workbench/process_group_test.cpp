// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/process_group.h"

#include "fixture.h"

#include <QSignalSpy>
#include <QThread>
#include <QTimer>

#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiln;

Q_DECLARE_METATYPE(kiln::ProcessEnd)

namespace {

ProcessCommand shell(const QString &script)
{
    ProcessCommand command;
    command.program = QStringLiteral("/bin/sh");
    command.arguments = {QStringLiteral("-c"), script};
    return command;
}

bool isAlive(pid_t process)
{
    if (::kill(process, 0) != 0)
        return false;
    // A zombie is dead; nobody has asked for its status yet.
    return !test::contents(QStringLiteral("/proc/%1/stat").arg(process)).contains(") Z ");
}

pid_t readPid(const QString &path)
{
    if (!QTest::qWaitFor([&] { return test::contents(path).endsWith('\n'); }, 5000))
        return 0;
    return test::contents(path).trimmed().toInt();
}

struct Run
{
    QByteArray output;
    QByteArray errors;
    ProcessEnd end;
    bool finished = false;
};

void follow(ProcessGroup &group, Run &run)
{
    QObject::connect(&group, &ProcessGroup::output, &group,
                     [&run](const QByteArray &bytes) { run.output += bytes; });
    QObject::connect(&group, &ProcessGroup::errorOutput, &group,
                     [&run](const QByteArray &bytes) { run.errors += bytes; });
    QObject::connect(&group, &ProcessGroup::finished, &group, [&run](const ProcessEnd &end) {
        run.end = end;
        run.finished = true;
    });
}

} // namespace

class ProcessGroupTest : public QObject
{
    Q_OBJECT

private slots:
    void outputAndStatus()
    {
        ProcessGroup group;
        Run run;
        follow(group, run);
        group.start(shell(QStringLiteral("echo out; echo err >&2; exit 7")));
        QTRY_VERIFY(run.finished);
        QCOMPARE(run.output, QByteArray("out\n"));
        QCOMPARE(run.errors, QByteArray("err\n"));
        QCOMPARE(run.end.exitCode, 7);
        QCOMPARE(run.end.signal, 0);
        QVERIFY(!run.end.cancelled);
    }

    void bytesAreExact()
    {
        QByteArray bytes;
        for (int i = 0; i < 300000; ++i)
            bytes.append(char(i * 7));
        ProcessGroup group;
        Run run;
        follow(group, run);
        group.start(shell(QStringLiteral("cat")));
        group.write(bytes);
        group.closeInput();
        QTRY_VERIFY(run.finished);
        QCOMPARE(run.output, bytes);
    }

    void mergedChannels()
    {
        ProcessGroup group;
        Run run;
        follow(group, run);
        ProcessCommand command = shell(QStringLiteral("echo 1; echo 2 >&2; echo 3"));
        command.mergeChannels = true;
        group.start(command);
        QTRY_VERIFY(run.finished);
        QCOMPARE(run.output, QByteArray("1\n2\n3\n"));
    }

    void muchOutputLeavesRoomForOthers()
    {
        constexpr qsizetype much = 16 << 20;
        ProcessGroup group;
        int blocks = 0;
        qsizetype bytes = 0;
        qsizetype largest = 0;
        bool finished = false;
        connect(&group, &ProcessGroup::output, &group, [&](const QByteArray &block) {
            ++blocks;
            bytes += block.size();
            largest = std::max(largest, block.size());
            QThread::msleep(1); // who listens has work with it
        });
        connect(&group, &ProcessGroup::finished, &group, [&] { finished = true; });
        int turns = 0;
        QTimer others;
        connect(&others, &QTimer::timeout, &others, [&] { ++turns; });
        others.start(0);
        group.start(shell(QStringLiteral("head -c %1 /dev/zero").arg(much)));
        QTRY_VERIFY_WITH_TIMEOUT(finished, 60'000);
        QCOMPARE(bytes, much);
        QVERIFY(largest <= 1 << 16);
        // A turn takes a few milliseconds' worth, not a pipe's.
        QVERIFY2(turns >= blocks / 4, qPrintable(QStringLiteral("%1 turns").arg(turns)));
    }

    void whoLeftTheGroupIsNotWaitedFor()
    {
        const test::Workspace workspace;
        const QString pidFile = workspace.path(QStringLiteral("pid"));
        ProcessGroup group;
        Run run;
        follow(group, run);
        // It keeps the output open.
        group.start(
            shell(QStringLiteral("setsid sh -c 'echo $$ > %1; exec sleep 60' & while ! [ -s %1 ]; "
                                 "do sleep 0.1; done; echo done")
                      .arg(pidFile)));
        QTRY_VERIFY_WITH_TIMEOUT(run.finished, 20'000);
        QCOMPARE(run.output, QByteArray("done\n"));
        const pid_t left = readPid(pidFile);
        QVERIFY(isAlive(left));
        ::kill(left, SIGKILL);
    }

    void cannotStart()
    {
        ProcessGroup group;
        Run run;
        follow(group, run);
        ProcessCommand command;
        command.program = QStringLiteral("/nonexistent/program");
        group.start(command);
        QTRY_VERIFY(run.finished);
        QVERIFY(!run.end.started);
        QVERIFY(!run.end.failure.isEmpty());
        QVERIFY(!group.isRunning());
    }

    void cancelEndsGrandchildren()
    {
        const test::Workspace workspace;
        const QString pidFile = workspace.path(QStringLiteral("pid"));
        ProcessGroup group;
        Run run;
        follow(group, run);
        // The grandchild closes nothing and ignores the polite request, as a hung compiler would.
        group.start(
            shell(QStringLiteral("sh -c 'trap \"\" TERM; echo $$ > %1; while :; do sleep 1; "
                                 "done' & wait")
                      .arg(pidFile)));
        const pid_t grandchild = readPid(pidFile);
        QVERIFY(grandchild > 0);
        QVERIFY(isAlive(grandchild));
        QElapsedTimer clock;
        clock.start();
        group.cancel();
        QTRY_VERIFY(run.finished);
        QTRY_VERIFY(!isAlive(grandchild));
        qInfo("cancelled in %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(clock.elapsed() < 1000);
        QVERIFY(run.end.cancelled);
    }

    void stubbornChildIsKilled()
    {
        ProcessGroup group;
        Run run;
        follow(group, run);
        group.start(shell(QStringLiteral("trap '' TERM; echo ready; while :; do sleep 1; done")));
        QTRY_VERIFY(run.output.contains("ready"));
        QElapsedTimer clock;
        clock.start();
        group.cancel();
        QTRY_VERIFY(run.finished);
        QVERIFY(clock.elapsed() >= ProcessGroup::graceMilliseconds - 50);
        QVERIFY(clock.elapsed() < 1000);
        QCOMPARE(run.end.signal, SIGKILL);
    }

    void cancelRightAfterStart()
    {
        ProcessGroup group;
        Run run;
        follow(group, run);
        group.start(shell(QStringLiteral("sleep 30")));
        group.cancel();
        QTRY_VERIFY(run.finished);
        QVERIFY(run.end.cancelled);
    }

    void destroyedWhileRunning()
    {
        const test::Workspace workspace;
        const QString pidFile = workspace.path(QStringLiteral("pid"));
        auto group = std::make_unique<ProcessGroup>();
        group->start(shell(QStringLiteral("echo $$ > %1; sleep 30").arg(pidFile)));
        const pid_t child = readPid(pidFile);
        QVERIFY(child > 0);
        group.reset();
        QTRY_VERIFY(!isAlive(child));
    }

    void nothingSurvivesAKilledParent()
    {
        // A copy of this program starts the child and is killed the hard way.
        const test::Workspace workspace;
        const QString pidFile = workspace.path(QStringLiteral("pid"));
        QProcess parent;
        parent.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--parent"), pidFile});
        const pid_t child = readPid(pidFile);
        QVERIFY(child > 0);
        QVERIFY(isAlive(child));
        parent.kill();
        QVERIFY(parent.waitForFinished());
        QTRY_VERIFY(!isAlive(child));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--parent")) {
        ProcessGroup group;
        group.start(shell(QStringLiteral("echo $$ > %1; trap '' TERM; while :; do sleep 1; done")
                              .arg(arguments.value(2))));
        return QCoreApplication::exec();
    }
    ProcessGroupTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "process_group_test.moc"
