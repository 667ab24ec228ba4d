// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_runner.h"

#include "fixture.h"

#include "../turn_meter.h"

#include <QSignalSpy>

using namespace kiln;

namespace {

/// Starts a build and waits for its end.
BuildResult build(BuildRunner &runner, const BuildRequest &request)
{
    std::optional<BuildResult> result;
    const auto connection = QObject::connect(&runner, &BuildRunner::finished, &runner,
                                             [&](const BuildResult &end) { result = end; });
    runner.start(request);
    const bool ended = QTest::qWaitFor([&] { return result.has_value(); }, 20000);
    QObject::disconnect(connection);
    return ended ? *result : BuildResult();
}

BuildRequest request(const test::Workspace &workspace)
{
    BuildRequest wanted;
    wanted.project = workspace.project();
    wanted.jobs = 1;
    return wanted;
}

} // namespace

class BuildRunnerTest : public QObject
{
    Q_OBJECT

private slots:
    void builds()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRunner runner;
        QByteArray output;
        connect(&runner, &BuildRunner::output, this,
                [&](const QByteArray &bytes) { output += bytes; });
        QSignalSpy progress(&runner, &BuildRunner::progress);
        const BuildResult result = build(runner, request(workspace));
        QVERIFY2(result.ok, output.constData());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.steps, 3);
        QVERIFY(!result.problem);
        QCOMPARE(result.imagePath, workspace.project().imagePath());
        QCOMPARE(result.imageSize, QFileInfo(result.imagePath).size());
        QVERIFY(result.imageSize > 0);
        QVERIFY(output.contains("  CC      appfixture: main.o\n"));
        // The bundled kind of tree tells how many steps there are.
        QCOMPARE(progress.first(), QList<QVariant>({0, 3}));
        QCOMPARE(progress.last(), QList<QVariant>({3, 3}));
        // How many a partial build takes, nobody knows.
        progress.clear();
        QVERIFY(build(runner, request(workspace)).ok);
        QCOMPARE(progress.first(), QList<QVariant>({0, 0}));
    }

    void otherTreesAreAskedForADryRun()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRunner runner;
        QSignalSpy progress(&runner, &BuildRunner::progress);
        BuildRequest wanted = request(workspace);
        wanted.project.tree.kind = KernelTree::Kind::upstream;
        const BuildResult result = build(runner, wanted);
        QVERIFY(result.ok);
        QCOMPARE(progress.first(), QList<QVariant>({0, 3}));
        QCOMPARE(progress.last(), QList<QVariant>({3, 3}));
    }

    void treeThatCannotCount()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRunner runner;
        QSignalSpy progress(&runner, &BuildRunner::progress);
        BuildRequest wanted = request(workspace);
        wanted.variables = {QStringLiteral("COUNTLESS=1")};
        const BuildResult result = build(runner, wanted);
        QVERIFY(result.ok);
        QCOMPARE(progress.last().at(1).toInt(), 0);
        // What the first build took is known to the next one.
        QVERIFY(QFile::remove(result.imagePath));
        progress.clear();
        QVERIFY(build(runner, wanted).ok);
        QCOMPARE(progress.first(), QList<QVariant>({0, 3}));
        QCOMPARE(progress.last(), QList<QVariant>({3, 3}));
    }

    void compileErrorInMain()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        QVERIFY(test::writeFile(workspace.app() + QStringLiteral("/main.c"),
                                "int main(void)\n{\n    return missing;\n}\n"));
        BuildRunner runner;
        QVector<BuildIssue> issues;
        connect(&runner, &BuildRunner::issueFound, this,
                [&](const BuildIssue &issue) { issues.append(issue); });
        const BuildResult result = build(runner, request(workspace));
        QVERIFY(!result.ok);
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.errors, 1);
        QVERIFY(!issues.isEmpty());
        QCOMPARE(issues[0].file, workspace.project().directory + QStringLiteral("/main.c"));
        QCOMPARE(issues[0].line, 3);
        QCOMPARE(issues[0].column, 12);
        QVERIFY(issues[0].excerpt.contains(QStringLiteral("return missing;")));
        QVERIFY(result.problem);
        QCOMPARE(result.problem->where, issues[0].file + QStringLiteral(":3:12"));
        QVERIFY(result.problem->what.contains(QStringLiteral("missing")));
        QVERIFY(!result.problem->remedy.isEmpty());
    }

    void missingCompiler()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        const BuildRequest wanted = request(workspace);
        const QTemporaryDir tools;
        QVERIFY(
            QFile::link(QStringLiteral("/usr/bin/make"), tools.filePath(QStringLiteral("make"))));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", tools.path().toLocal8Bit());
        BuildRunner runner;
        const BuildResult result = build(runner, wanted);
        qputenv("PATH", path);
        QVERIFY(!result.ok);
        QVERIFY(result.problem);
        QVERIFY(result.problem->what.startsWith(QStringLiteral("gcc, ")));
        QVERIFY(result.problem->remedy.contains(QStringLiteral("sudo apt install gcc")));
    }

    void notConfigured()
    {
        const test::Workspace workspace;
        BuildRunner runner;
        const BuildResult result = build(runner, request(workspace));
        QVERIFY(result.problem);
        QCOMPARE(result.problem->where, workspace.project().configFile);
        QVERIFY(result.problem->remedy.contains(QStringLiteral("kiln config")));
    }

    void buildFolderThatCannotBeMade()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRequest wanted = request(workspace);
        wanted.project.buildDirectory = QStringLiteral("/proc/kiln-build");
        BuildRunner runner;
        const BuildResult result = build(runner, wanted);
        QVERIFY(result.problem);
        QVERIFY(result.problem->where.startsWith(QStringLiteral("/proc/kiln-build")));
    }

    void blanksInThePath()
    {
        const test::Workspace workspace;
        const QString spaced = workspace.path(QStringLiteral("my app"));
        QVERIFY(test::copyFolder(workspace.app(), spaced));
        QVERIFY(test::writeFile(spaced + QStringLiteral("/.config"), "CONFIG_UK_NAME=\"a\"\n"));
        ProjectOptions options;
        options.tree = workspace.tree();
        BuildRequest wanted;
        wanted.project = *openProject(spaced, options);
        BuildRunner runner;
        const BuildResult result = build(runner, wanted);
        QVERIFY(result.problem);
        QVERIFY(result.problem->what.contains(QStringLiteral("blanks")));
    }

    void cancelLeavesTheTreeBuildable()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRequest slow = request(workspace);
        slow.variables = {QStringLiteral("SLOW=30")};
        BuildRunner runner;
        std::optional<BuildResult> result;
        connect(&runner, &BuildRunner::finished, this,
                [&](const BuildResult &end) { result = end; });
        QSignalSpy output(&runner, &BuildRunner::output);
        runner.start(slow);
        QTRY_VERIFY(!output.isEmpty());
        QElapsedTimer clock;
        clock.start();
        runner.cancel();
        QTRY_VERIFY(result.has_value());
        qInfo("cancelled in %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(clock.elapsed() < 1000);
        QVERIFY(result->cancelled);
        QVERIFY(!result->ok);
        QVERIFY(!result->problem);
        QVERIFY(!runner.isRunning());
        QVERIFY(build(runner, request(workspace)).ok);
    }

    void floodOfOutputDoesNotBlock()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        QVERIFY(test::writeFile(workspace.tree() + QStringLiteral("/Makefile"),
                                "all:\n\t@yes 'lib/a.c:12: text with: colons' | head -n 200000\n"
                                "\t@seq -f 'main.c:%g:1: warning: number' 1 30000\n"
                                "\t@echo 'main.c:7:1: error: the last' >&2; exit 1\n"
                                "print-steps:\n\t@echo 1\n"));
        BuildRunner runner;
        std::optional<BuildResult> result;
        connect(&runner, &BuildRunner::finished, this,
                [&](const BuildResult &end) { result = end; });
        qint64 bytes = 0;
        connect(&runner, &BuildRunner::output, this,
                [&](const QByteArray &more) { bytes += more.size(); });
        test::TurnMeter meter;
        meter.start();
        runner.start(request(workspace));
        QVERIFY(test::waitInTurns([&] { return result.has_value(); }));
        meter.stop();
        qInfo("230000 lines, %lld bytes in %.1f s: %s", static_cast<long long>(bytes),
              result->seconds, qPrintable(meter.text()));
        QVERIFY2(meter.isGood(), qPrintable(meter.text()));
        QVERIFY(bytes > 6'500'000);
        // More warnings than anybody reads are not all told; an error always is.
        QCOMPARE(result->errors, 1);
        QCOMPARE(result->problem->what, QStringLiteral("the last"));
        QVERIFY(result->warnings >= 9000);
    }

    void command()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRequest wanted = request(workspace);
        wanted.jobs = 3;
        wanted.target = QStringLiteral("clean");
        wanted.verbose = true;
        wanted.project.libraries = {QStringLiteral("/a"), QStringLiteral("/b")};
        const auto command = makeCommand(wanted);
        QVERIFY(command);
        QVERIFY(command->contains(QStringLiteral("-j3")));
        QVERIFY(command->contains(QStringLiteral("A=") + wanted.project.directory));
        QVERIFY(command->contains(QStringLiteral("O=") + wanted.project.buildDirectory));
        QVERIFY(command->contains(QStringLiteral("L=/a:/b")));
        QVERIFY(command->contains(QStringLiteral("V=1")));
        QVERIFY(command->contains(QStringLiteral("KCONF=/bin/true")));
        QCOMPARE(command->last(), QStringLiteral("clean"));
    }
};

QTEST_GUILESS_MAIN(BuildRunnerTest)
#include "build_runner_test.moc"
