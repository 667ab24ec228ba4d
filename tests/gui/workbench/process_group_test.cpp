// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/process_group.h"

#include "fixture.h"

#include <QSignalSpy>

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
