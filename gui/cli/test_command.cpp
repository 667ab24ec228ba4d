// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/test_command.h"

#include "cli/build_command.h"
#include "cli/command_line.h"
#include "cli/config_command.h"
#include "cli/exit_status.h"
#include "cli/insight_report.h"
#include "cli/signal_watch.h"
#include "workbench/boot_command.h"
#include "workbench/emulator.h"
#include "workbench/insight_json.h"
#include "workbench/junit_report.h"
#include "workbench/project_machine.h"
#include "workbench/test_build.h"
#include "workbench/toolchain.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

#include <optional>

namespace kiln::cli {

namespace {

struct TestOptions
{
    Machine machine;
    QStringList suites;
    QString junit;
    int timeoutSeconds = 60;
    int jobs = 0;
    bool json = false;
    bool verbose = false;
};

/// How the guest ended.
struct TestRun
{
    EmulatorResult result;
    bool timedOut = false;
    bool interrupted = false;
};

void addOptions(CommandLine &line)
{
    line.add({QStringLiteral("suite"),
              QStringLiteral("Only this suite; may be given several times."),
              QStringLiteral("SUITE")});
    line.add({QStringLiteral("junit"), QStringLiteral("Write the results as JUnit's XML."),
              QStringLiteral("FILE")});
    line.add({QStringLiteral("json"),
              QStringLiteral("Print the results as one JSON object, and nothing else.")});
    line.add({QStringLiteral("machine"), QStringLiteral("Machine type: microvm, pc or q35."),
              QStringLiteral("TYPE")});
    line.add({QStringLiteral("memory"), QStringLiteral("Memory in MiB (default: 64)."),
              QStringLiteral("MIB")});
    line.add({QStringLiteral("accel"),
              QStringLiteral("auto, kvm or tcg (default: auto; KILN_ACCEL overrides that)."),
              QStringLiteral("ACCEL")});
    line.add({QStringLiteral("timeout"),
              QStringLiteral("Give up on the guest after so many seconds (default: 60)."),
              QStringLiteral("S")});
    line.add({{QStringLiteral("j"), QStringLiteral("jobs")},
              QStringLiteral("Parallel jobs of the build."),
              QStringLiteral("N")});
    line.add({QStringLiteral("verbose"),
              QStringLiteral("Show every command, and what the guest prints.")});
}

std::optional<TestOptions> readOptions(const CommandLine &line, const Project &project,
                                       Console &console)
{
    TestOptions options;
    options.machine = machineOfProject(project).machine;
    // Nobody is here to let it go on.
    options.machine.startsPaused = false;
    if (line.isSet(QStringLiteral("machine")))
        options.machine.type = line.value(QStringLiteral("machine"));
    if (line.isSet(QStringLiteral("accel")))
        options.machine.accelerator = line.value(QStringLiteral("accel"));
    const auto memory = line.number(QStringLiteral("memory"), options.machine.memoryMiB, console);
    const auto timeout = line.number(QStringLiteral("timeout"), options.timeoutSeconds, console);
    const auto jobs = line.number(QStringLiteral("jobs"), 0, console);
    if (!memory || !timeout || !jobs)
        return std::nullopt;
    options.machine.memoryMiB = *memory;
    options.timeoutSeconds = *timeout;
    options.jobs = *jobs;
    options.suites = line.values(QStringLiteral("suite"));
    options.junit = line.value(QStringLiteral("junit"));
    options.json = line.isSet(QStringLiteral("json"));
    options.verbose = line.isSet(QStringLiteral("verbose"));
    return options;
}

bool configure(const Project &project, const Project &tests, const TestOptions &options,
               Console &console)
{
    const auto fail = [&console](const Problem &problem) {
        console.complain(problem);
        return false;
    };
    if (const auto prepared = prepareTestConfig(project, tests); !prepared)
        return fail(prepared.error());
    ConfigSession session;
    if (!loadSession(session, tests, true, console))
        return false;
    const bool isBare = project.tree.kind == KernelTree::Kind::bundled && options.suites.isEmpty();
    if (const auto enabled = enableTests(session, options.suites, isBare); !enabled)
        return fail(enabled.error());
    if (const auto saved = session.save(); !saved)
        return fail(saved.error());
    return true;
}

TestRun boot(const TestOptions &options, const QString &image, InsightReader &reader,
             Console &console)
{
    Emulator emulator;
    SignalWatch watch;
    QTimer timer;
    QEventLoop loop;
    TestRun run;
    QObject::connect(&emulator, &Emulator::started, &loop, [&](const QStringList &command) {
        if (options.verbose)
            console.note(shellQuoted(command));
    });
    QObject::connect(&emulator, &Emulator::output, &loop, [&](const QByteArray &bytes) {
        reader.feed(bytes);
        if (options.verbose && !options.json)
            console.write(bytes);
    });
    QObject::connect(&emulator, &Emulator::diagnostics, &loop,
                     [&](const QString &text) { console.note(text.trimmed()); });
    QObject::connect(&watch, &SignalWatch::requested, &loop, [&] {
        run.interrupted = true;
        emulator.stop();
    });
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        run.timedOut = true;
        emulator.stop();
    });
    QObject::connect(&emulator, &Emulator::finished, &loop, [&](const EmulatorResult &end) {
        run.result = end;
        loop.quit();
    });
    timer.setSingleShot(true);
    timer.start(options.timeoutSeconds * 1000);
    emulator.start(options.machine, image);
    loop.exec();
    reader.finish();
    return run;
}

/// Whether the file could be written.
bool writeJunit(const QString &path, const TestResults &results, const Project &project,
                Console &console)
{
    QSaveFile file(path);
    const QByteArray text = junitReport(results, project.name);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    console.complain({QStringLiteral("The results could not be written: ") + file.errorString(),
                      path, QStringLiteral("Choose a folder that can be written.")});
    return false;
}

void printCrash(const InsightReader &reader, const QString &image, Console &console)
{
    for (const CrashReport &report : reader.decodedCrashes(image)) {
        QString text = report.headline;
        if (const CodePlace *place = report.culprit())
            text += QStringLiteral(" in ") + codePlaceText(*place);
        console.note(text);
    }
}

int judge(const TestRun &run, const InsightReader &reader, const TestOptions &options,
          Console &console)
{
    const TestResults &results = reader.tests();
    if (run.interrupted) {
        console.note(QStringLiteral("stopped"));
        return interrupted;
    }
    if (run.timedOut) {
        console.complain(
            {QStringLiteral("the tests did not end within %1 s").arg(options.timeoutSeconds),
             {},
             QStringLiteral("--timeout gives them longer; --verbose shows how far "
                            "they come.")});
        return kiln::cli::timedOut;
    }
    if (run.result.problem || run.result.exitStatus == -1) {
        console.complain(run.result.problem.value_or(Problem{run.result.explanation, {}, {}}));
        return noGuest;
    }
    if (run.result.crashed) {
        console.note(QStringLiteral("error: ") + run.result.explanation);
        return guestCrashed;
    }
    if (results.isEmpty()) {
        console.complain({options.suites.isEmpty()
                              ? QStringLiteral("no test ran: no library in the image has a suite")
                              : QStringLiteral("no test ran: no suite of the image is called %1")
                                    .arg(options.suites.join(QStringLiteral(", "))),
                          {},
                          QStringLiteral("Switch libraries with tests on, or write a suite with "
                                         "UK_TESTCASE (<uk/test.h>).")});
        return noTest;
    }
    if (results.totals().suites.failed > 0)
        return failure;
    if (!results.reported()) {
        for (const QString &error : reader.lastErrors())
            console.note(QStringLiteral("the guest said: ") + error);
        console.complain(
            {QStringLiteral("the guest ended before all tests had run. ") + run.result.explanation,
             {},
             QStringLiteral("--verbose shows how far they came.")});
        return guestFailed;
    }
    return success;
}

} // namespace

int runTest(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("test"),
                     QStringLiteral("Builds the application with unit tests (uktest) in a build of "
                                    "its own, boots it in QEMU and\nreports what passed and "
                                    "failed. The project's .config stays as it is. Like make, this "
                                    "runs what\nthe folders contain."));
    addOptions(line);
    if (!line.parse(arguments, console))
        return usage;
    const auto project = line.openApplication(console);
    if (!project)
        return project.error();
    auto options = readOptions(line, *project, console);
    if (!options)
        return usage;
    // Before the build, which may be long.
    if (const Machine machine = options->machine.settled(&*project); !machine.isLinuxProcess()) {
        if (const auto qemu = findTool(qemuProgram(machine.architecture)); !qemu) {
            console.complain(qemu.error());
            return missingTool;
        }
    }
    const Project tests = testProject(*project);
    if (!configure(*project, tests, *options, console))
        return failure;
    BuildRequest request;
    request.project = tests;
    request.jobs = options->jobs;
    request.verbose = options->verbose;
    const bool isRaw = options->verbose && !options->json;
    if (const int status =
            buildAndReport(request, isRaw ? BuildOutput::raw : BuildOutput::quiet, console);
        status != success)
        return status;

    options->machine = options->machine.settled(&tests);
    InsightReader reader;
    const TestRun run = boot(*options, tests.imagePath(), reader, console);
    const TestResults &results = reader.tests();
    if (options->json)
        console.write(QJsonDocument(toJson(results)).toJson(QJsonDocument::Compact) + '\n');
    else if (!results.isEmpty())
        printTestSummary(results, console);
    printCrash(reader, tests.debugImagePath(), console);
    const bool isWritten =
        options->junit.isEmpty() || writeJunit(options->junit, results, *project, console);
    const int status = judge(run, reader, *options, console);
    return status == success && !isWritten ? int(failure) : status;
}

} // namespace kiln::cli
