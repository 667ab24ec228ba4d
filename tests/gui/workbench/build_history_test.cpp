// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_history.h"
#include "workbench/build_settings.h"
#include "workbench/build_times.h"
#include "workbench/project_state.h"

#include "fixture.h"

#include <QSignalSpy>

using namespace kiln;

namespace {

BuildResult build(const BuildRequest &request)
{
    BuildRunner runner;
    std::optional<BuildResult> result;
    QObject::connect(&runner, &BuildRunner::finished, &runner,
                     [&](const BuildResult &end) { result = end; });
    runner.start(request);
    return QTest::qWaitFor([&] { return result.has_value(); }, 20000) ? *result : BuildResult();
}

BuildRecord record(int number)
{
    BuildRecord record;
    record.id = QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'));
    record.time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number);
    record.seconds = number;
    record.times = {{QStringLiteral("libone"), 2, 1.5, 0.5}};
    return record;
}

/// A program that stands for another, and leaves a line in a file each time it runs.
bool writeLauncher(const QString &path, const QString &trace)
{
    // Called by the compiler's name; the real one is the next of that name on PATH.
    const QByteArray script = "#!/bin/sh\nname=${0##*/}\necho \"$name\" >> '" + trace.toUtf8() +
                              "'\nPATH=${PATH#*:}\nexport PATH\nexec \"$name\" \"$@\"\n";
    return test::writeFile(path, script) &&
           QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

class BuildHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void recordsABuild()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRequest request;
        request.project = workspace.project();
        request.settings.jobs = 1;
        const BuildResult result = build(request);
        QVERIFY(result.ok);
        const auto recorded = recordBuild(request, result);
        QVERIFY(recorded);
        QVERIFY(recorded->has_value());
        const BuildHistory history(request.project.directory);
        const QVector<BuildRecord> records = history.records();
        QCOMPARE(records.size(), 1);
        QCOMPARE(records[0].outcome, BuildRecord::Outcome::built);
        QCOMPARE(records[0].steps, 3);
        QCOMPARE(records[0].jobs, 1);
        QCOMPARE(records[0].imageSize, result.imageSize);
        double share = 0;
        int steps = 0;
        for (const LibraryBuildTime &time : records[0].times) {
            share += time.share;
            steps += time.steps;
        }
        QCOMPARE(steps, 3);
        QVERIFY(std::abs(share - result.seconds) < 0.001);
        // Nothing to do is no build.
        BuildResult again = result;
        again.steps = 0;
        QVERIFY(!recordBuild(request, again).value().has_value());
        QCOMPARE(history.records().size(), 1);
        // Nor is one that never began.
        BuildResult none;
        none.problem = Problem{};
        QVERIFY(!recordBuild(request, none).value().has_value());
    }

    void failedBuildsHaveNoSizes()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        QVERIFY(test::writeFile(workspace.app() + QStringLiteral("/main.c"), "int main = ;\n"));
        BuildRequest request;
        request.project = workspace.project();
        const auto recorded = recordBuild(request, build(request));
        QVERIFY(recorded && recorded->has_value());
        QCOMPARE((*recorded)->outcome, BuildRecord::Outcome::failed);
        QVERIFY(!(*recorded)->hasSizes);
        QVERIFY((*recorded)->errors > 0);
    }

    void keepsOnlySoMany()
    {
        const QTemporaryDir folder;
        BuildHistory history(folder.path());
        QDir().mkpath(projectStateDirectory(folder.path()));
        SizeReport sizes;
        sizes.items = {{SizePart::symbol, QStringLiteral("libone"), QStringLiteral("a.o"), "f",
                        QStringLiteral(".text"), 10, 10}};
        sizes.fileSize = sizes.memorySize = 10;
        for (int i = 0; i < BuildHistory::mostSizes + 3; ++i)
            QVERIFY(history.add(record(i), &sizes));
        const QVector<BuildRecord> records = history.records();
        QCOMPARE(records.size(), BuildHistory::mostSizes + 3);
        QVERIFY(!records[2].hasSizes);
        QVERIFY(!history.sizes(records[2].id));
        QVERIFY(records[3].hasSizes);
        QCOMPARE(history.sizes(records[3].id).value().items, sizes.items);
        BuildRecord last = record(BuildHistory::mostSizes + 2);
        last.hasSizes = true;
        QCOMPARE(records.last(), last);
    }

    void damagedLinesAreLeftOut()
    {
        const QTemporaryDir folder;
        BuildHistory history(folder.path());
        QVERIFY(history.add(record(1), nullptr));
        const QString file = projectStateDirectory(folder.path()) + QStringLiteral("/builds.jsonl");
        QVERIFY(test::writeFile(file, "{\"id\":\"../../x\",\"outcome\":\"built\"}\n\xff\xfe\n" +
                                          test::contents(file) + "{\"id\":"));
        QCOMPARE(history.records().size(), 1);
        QCOMPARE(history.records()[0], record(1));
    }

    void sharesTimeAmongStepsThatOverlap()
    {
        QVector<BuildStep> steps;
        const auto add = [&](const char *library, double start, double end) {
            BuildStep step;
            step.library = QString::fromLatin1(library);
            step.start = start;
            step.end = end;
            steps.append(step);
        };
        add("a", 1, 3);
        add("b", 2, 4);
        add("a", 5, 6);
        const QVector<LibraryBuildTime> times = libraryBuildTimes(steps, 8);
        QCOMPARE(times.size(), 3);
        // make alone: 0 to 1, 4 to 5, 6 to 8.
        QCOMPARE(times[0], (LibraryBuildTime{QString(), 0, 0, 4}));
        QCOMPARE(times[1], (LibraryBuildTime{QStringLiteral("a"), 2, 3, 2.5}));
        QCOMPARE(times[2], (LibraryBuildTime{QStringLiteral("b"), 1, 2, 1.5}));
    }

    void readsStepLines()
    {
        const auto step = buildStep(QStringLiteral("  CC      libfoo: main.isr.o"), 1.5);
        QVERIFY(step);
        QCOMPARE(step->tool, QStringLiteral("CC"));
        QCOMPARE(step->library, QStringLiteral("libfoo"));
        QCOMPARE(step->file, QStringLiteral("main.isr.o"));
        const auto link = buildStep(QStringLiteral("  LD      libfoo.ld.o"), 2);
        QVERIFY(link && link->library.isEmpty());
        QCOMPARE(link->file, QStringLiteral("libfoo.ld.o"));
        QVERIFY(!buildStep(QStringLiteral("make: Nothing to be done"), 0));
    }

    void measuresByTheFilesDates()
    {
        const QTemporaryDir folder;
        const qint64 start = 1'700'000'000'000;
        const auto make = [&](const QString &name, qint64 after) {
            const QString path = folder.filePath(name);
            QFile file;
            QVERIFY(test::writeFile(path, "x"));
            file.setFileName(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(start + after),
                                     QFileDevice::FileModificationTime));
        };
        make(QStringLiteral("libfoo/a.o"), 2500);
        make(QStringLiteral("libfoo.ld.o"), 4000);
        make(QStringLiteral("libfoo/old.o"), -60000);
        QVector<BuildStep> steps{*buildStep(QStringLiteral("  CC      libfoo: a.o"), 1.0),
                                 *buildStep(QStringLiteral("  CC      libfoo: old.o"), 1.5),
                                 *buildStep(QStringLiteral("  LD      libfoo.ld.o"), 3.0)};
        measureSteps(steps, folder.path(), start, 5.0, 0);
        QCOMPARE(steps[0].end, 2.5);
        QCOMPARE(steps[1].end, 3.0); // its file tells nothing: until the next began
        QCOMPARE(steps[2].end, 4.0);
        QCOMPARE(steps[2].library, QStringLiteral("libfoo"));
        // One job: the first had ended when the second began, whoever wrote its file later.
        measureSteps(steps, folder.path(), start, 5.0, 1);
        QCOMPARE(steps[0].end, 1.5);
        double work = 0;
        for (const LibraryBuildTime &time : libraryBuildTimes(steps, 5.0))
            work += time.work;
        QVERIFY(work <= 5.0);
    }

    void settingsAreRemembered()
    {
        const QTemporaryDir folder;
        QCOMPARE(loadBuildSettings(folder.path()), BuildSettings());
        const BuildSettings wanted{QStringLiteral("clang"), QStringLiteral("x-"),
                                   CompilerLauncher::ccache, 3};
        QVERIFY(saveBuildSettings(folder.path(), wanted));
        QCOMPARE(loadBuildSettings(folder.path()), wanted);
        QVERIFY(!saveBuildSettings(folder.path(), {QStringLiteral("rm"), {}, {}, 0}));
        QVERIFY(!saveBuildSettings(folder.path(), {{}, QStringLiteral("a b; rm"), {}, 0}));
        QVERIFY(!saveBuildSettings(folder.path(), {{}, {}, {}, -1}));
        // Somebody has written nonsense into the file.
        QVERIFY(test::writeFile(projectStateDirectory(folder.path()) +
                                    QStringLiteral("/build-settings.json"),
                                "{\"compiler\":\"rm\",\"jobs\":3}"));
        QCOMPARE(loadBuildSettings(folder.path()), BuildSettings());
    }

    void settingsReachMake()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        BuildRequest request;
        request.project = workspace.project();
        request.settings = {QStringLiteral("gcc"), {}, CompilerLauncher::none, 5};
        const auto command = makeCommand(request);
        QVERIFY(command);
        QVERIFY(command->contains(QStringLiteral("COMPILER=gcc")));
        QVERIFY(command->contains(QStringLiteral("-j5")));
        request.jobs = 2;
        QVERIFY(makeCommand(request)->contains(QStringLiteral("-j2")));
        request.settings.crossPrefix = QStringLiteral("no-such-machine-");
        const auto missing = makeCommand(request);
        QVERIFY(!missing);
        QVERIFY(missing.error().what.contains(QStringLiteral("no-such-machine-gcc")));
    }

    void launchersRunTheCompiler_data()
    {
        QTest::addColumn<CompilerLauncher>("launcher");
        QTest::addColumn<QString>("program");
        QTest::newRow("ccache") << CompilerLauncher::ccache << QStringLiteral("ccache");
        QTest::newRow("distcc") << CompilerLauncher::distcc << QStringLiteral("distcc");
        QTest::newRow("icecream") << CompilerLauncher::icecream << QStringLiteral("icecc");
    }

    void launchersRunTheCompiler()
    {
        QFETCH(CompilerLauncher, launcher);
        QFETCH(QString, program);
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        const QString trace = workspace.path(QStringLiteral("trace"));
        QVERIFY(writeLauncher(workspace.path(QStringLiteral("tools/") + program), trace));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(workspace.path(QStringLiteral("tools"))) + ':' + path);
        BuildRequest request;
        request.project = workspace.project();
        request.settings.launcher = launcher;
        const BuildResult result = build(request);
        qputenv("PATH", path);
        QVERIFY2(result.ok, result.problem ? qPrintable(result.problem->text()) : "");
        QVERIFY(test::contents(trace).contains("gcc\n"));
    }

    void missingLauncherIsNamed()
    {
        const test::Workspace workspace;
        QVERIFY(workspace.configure());
        const QTemporaryDir tools;
        for (const char *name : {"make", "gcc", "g++", "ld", "objcopy"}) {
            const QString tool = QStandardPaths::findExecutable(QLatin1String(name));
            QVERIFY(QFile::link(tool, tools.filePath(QLatin1String(name))));
        }
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(tools.path()));
        BuildRequest request;
        request.project = workspace.project();
        request.settings.launcher = CompilerLauncher::icecream;
        const BuildResult result = build(request);
        qputenv("PATH", path);
        QVERIFY(result.problem);
        QCOMPARE(result.problem->what, QStringLiteral("icecc was not found"));
        QVERIFY(result.problem->remedy.contains(QStringLiteral("apt install icecc")));
    }
};

QTEST_GUILESS_MAIN(BuildHistoryTest)
#include "build_history_test.moc"
