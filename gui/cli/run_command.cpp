// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/run_command.h"

#include "cli/build_command.h"
#include "cli/command_line.h"
#include "cli/config_command.h"
#include "cli/exit_status.h"
#include "cli/expectation.h"
#include "cli/guest_deadline.h"
#include "cli/guest_input.h"
#include "cli/machine_options.h"
#include "cli/record_writer.h"
#include "cli/signal_watch.h"
#include "workbench/boot_command.h"
#include "workbench/emulator.h"
#include "workbench/log_record.h"
#include "workbench/toolchain.h"

#include <QEventLoop>
#include <QFileInfo>

#include <optional>

namespace kiln::cli {

namespace {

struct RunOptions
{
    Machine machine;
    QString image;
    QString debugImage; ///< with symbols
    std::optional<Expectation> expectation;
    int timeoutSeconds = 0; ///< 0: none
    RecordFilter filter;
    bool isFiltered = false; ///< by `filter`, or as JSON
    bool json = false;
    bool verbose = false;
};

enum class Ending
{
    byItself,
    expectationMet,
    timedOut,
    interrupted
};

constexpr char exitStatusHelp[] = R"(
The machine is that of the project: .kiln/machine.yaml, which the window writes, else the Kraftfile, else
what suits the configuration. Options change it for this run.

Exit status:
    0  the guest ended with success, or --expect was met, or --export was written
    1  the configuration was refused, the build failed, or the script was not written
    2  wrong command line or description of the machine
    3  make, a compiler or QEMU is not installed
    4  DIR can't be opened, or is nothing that can be built
    5  the guest ended without printing what --expect waits for
    7  the guest crashed: trap, failed assertion, triple fault
    8  QEMU refused the image or died
    9  the application ended with a status other than 0
  124  --timeout passed
  130  interrupted (Ctrl-C)
)";

void addOptions(CommandLine &line)
{
    addMachineOptions(line);
    line.add({QStringLiteral("expect"),
              QStringLiteral("Stop with success once a line of output matches; without a match the "
                             "run has failed."),
              QStringLiteral("REGEX")});
    line.add({QStringLiteral("timeout"), QStringLiteral("Give up after so many seconds."),
              QStringLiteral("S")});
    line.add(
        {QStringLiteral("filter"),
         QStringLiteral(
             "Show only lines that pass: level=LEVEL (that and worse; with commas, "
             "just these), library=LIB, exclude=REGEX, or a regular expression. Several times: "
             "all expressions must match. --expect sees everything."),
         QStringLiteral("FILTER")});
    line.add({QStringLiteral("json"),
              QStringLiteral("Show what is printed as one JSON object a line, like kiln log.")});
    line.add({QStringLiteral("export"),
              QStringLiteral("Write the command to boot as a shell script, in place of booting."),
              QStringLiteral("SCRIPT")});
    line.add({QStringLiteral("no-build"), QStringLiteral("Boot the image as it is.")});
    line.add({{QStringLiteral("j"), QStringLiteral("jobs")},
              QStringLiteral("Parallel jobs of the build."),
              QStringLiteral("N")});
    line.add(
        {QStringLiteral("verbose"), QStringLiteral("Show every command, that of QEMU included.")});
}

std::optional<RunOptions> readOptions(const CommandLine &line, const Project &project,
                                      Console &console)
{
    RunOptions options;
    const auto machine = readMachineOptions(line, project, console);
    const auto timeout = line.number(QStringLiteral("timeout"), 0, console);
    if (!machine || !timeout)
        return std::nullopt;
    options.machine = *machine;
    options.timeoutSeconds = *timeout;
    options.json = line.isSet(QStringLiteral("json"));
    const QStringList filters = line.values(QStringLiteral("filter"));
    options.isFiltered = options.json || !filters.isEmpty();
    for (const QString &filter : filters) {
        if (!options.filter.add(filter, console))
            return std::nullopt;
    }
    options.verbose = line.isSet(QStringLiteral("verbose"));
    if (line.isSet(QStringLiteral("expect"))) {
        const QRegularExpression pattern(line.value(QStringLiteral("expect")));
        if (!pattern.isValid()) {
            console.note(QStringLiteral("--expect: %1 at character %2 of “%3”.")
                             .arg(pattern.errorString())
                             .arg(pattern.patternErrorOffset() + 1)
                             .arg(pattern.pattern()));
            return std::nullopt;
        }
        options.expectation.emplace(pattern);
    }
    return options;
}

QString timeoutExplanation(const RunOptions &options, bool sawOutput)
{
    QString text = QStringLiteral("no end after %1 s").arg(options.timeoutSeconds);
    if (options.expectation)
        text = QStringLiteral("the expected text did not come within %1 s")
                   .arg(options.timeoutSeconds);
    if (!sawOutput)
        text +=
            QStringLiteral("; the guest printed nothing at all. Check that the image fits the "
                           "machine (--machine), that it has enough memory (--memory), and that "
                           "its console is the serial port");
    return text;
}

int statusOf(const EmulatorResult &result, bool expected)
{
    if (result.problem || (result.exitStatus == -1 && !result.stoppedByUser))
        return noGuest;
    if (result.crashed)
        return guestCrashed;
    if (expected)
        return notSeen;
    return result.succeeded() ? success : guestFailed;
}

int boot(RunOptions options, Console &console)
{
    Emulator emulator;
    SignalWatch watch;
    GuestInput input;
    GuestDeadline deadline(&emulator, options.timeoutSeconds);
    QEventLoop loop;
    Ending ending = Ending::byItself;
    bool sawOutput = false;
    EmulatorResult result;
    LogParser parser;
    RecordWriter writer(options.filter, options.json, console);
    const auto sink = [&writer](const LogPiece &piece) { writer.take(piece); };
    const auto show = [&](const QByteArray &bytes) {
        if (!options.isFiltered)
            return console.write(bytes);
        parser.feed(logBytes(bytes), sink);
        writer.flush();
        return writer.isRead();
    };
    const auto stop = [&](Ending why) {
        if (ending == Ending::byItself)
            ending = why;
        emulator.stop();
    };
    QObject::connect(&emulator, &Emulator::started, &loop, [&](const QStringList &command) {
        if (options.verbose)
            console.note(shellQuoted(command));
        if (options.machine.hasGdbStub)
            console.note(QStringLiteral("debug it with: ") +
                         shellQuoted(gdbCommand(options.machine, options.debugImage)));
    });
    QObject::connect(&emulator, &Emulator::output, &loop, [&](const QByteArray &bytes) {
        sawOutput = true;
        if (!show(bytes))
            stop(Ending::interrupted);
        if (options.expectation) {
            options.expectation->feed(bytes);
            if (options.expectation->isMet())
                stop(Ending::expectationMet);
        }
    });
    QObject::connect(&emulator, &Emulator::diagnostics, &loop,
                     [&](const QString &text) { console.note(text.trimmed()); });
    QObject::connect(&input, &GuestInput::typed, &emulator, &Emulator::write);
    QObject::connect(&watch, &SignalWatch::requested, &loop, [&] { stop(Ending::interrupted); });
    QObject::connect(&deadline, &GuestDeadline::passed, &loop, [&] { stop(Ending::timedOut); });
    QObject::connect(&emulator, &Emulator::finished, &loop, [&](const EmulatorResult &end) {
        result = end;
        loop.quit();
    });
    emulator.start(options.machine, options.image);
    loop.exec();
    if (options.isFiltered) {
        parser.finish(sink);
        writer.flush();
    }

    switch (ending) {
    case Ending::expectationMet:
        return success;
    case Ending::timedOut:
        console.complain({timeoutExplanation(options, sawOutput), {}, {}});
        return timedOut;
    case Ending::interrupted:
        console.note(QStringLiteral("stopped"));
        return interrupted;
    case Ending::byItself:
        break;
    }
    const int status = statusOf(result, options.expectation.has_value());
    if (status == notSeen)
        console.complain(
            {QStringLiteral("the guest ended before the expected text came. ") + result.explanation,
             {},
             {}});
    else if (status == success)
        console.note(result.explanation);
    else
        console.note(QStringLiteral("error: ") + result.explanation);
    return status;
}

int exportScript(const RunOptions &options, const QFileInfo &script, Console &console)
{
    const auto command = bootCommand(options.machine, options.image);
    if (!command) {
        console.complain(command.error());
        return noGuest;
    }
    if (const auto written = exportBootScript(*command, script.absoluteFilePath()); !written) {
        console.complain(written.error());
        return failure;
    }
    console.note(QStringLiteral("wrote ") + script.absoluteFilePath());
    return success;
}

} // namespace

int runRun(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("run"),
                     QStringLiteral("Builds the application if needed, boots it in QEMU, and shows "
                                    "its serial port; what you type goes to it."));
    addOptions(line);
    line.setEnding(QString::fromUtf8(exitStatusHelp));
    if (!line.parse(arguments, console))
        return usage;
    const auto jobs = line.number(QStringLiteral("jobs"), 0, console);
    if (!jobs)
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
    if (!line.isSet(QStringLiteral("no-build"))) {
        if (!ensureConfig(*project, console))
            return failure;
        BuildRequest request;
        request.project = *project;
        request.settings = loadBuildSettings(project->directory);
        request.jobs = *jobs;
        request.verbose = options->verbose;
        const int status = buildAndReport(
            request, options->verbose ? BuildOutput::raw : BuildOutput::quiet, console);
        if (status != success)
            return status;
    }
    // By the configuration, which may have been made just now.
    options->machine = options->machine.settled(&*project);
    options->image = project->imagePath();
    options->debugImage = project->debugImagePath();
    if (line.isSet(QStringLiteral("export")))
        return exportScript(*options, QFileInfo(line.value(QStringLiteral("export"))), console);
    return boot(std::move(*options), console);
}

} // namespace kiln::cli
