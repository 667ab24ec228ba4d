// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/run_command.h"

#include "cli/build_command.h"
#include "cli/command_line.h"
#include "cli/config_command.h"
#include "cli/exit_status.h"
#include "cli/expectation.h"
#include "cli/guest_input.h"
#include "cli/signal_watch.h"
#include "workbench/boot_command.h"
#include "workbench/emulator.h"
#include "workbench/toolchain.h"

#include <QEventLoop>
#include <QTimer>

#include <optional>

namespace kiln::cli {

namespace {

struct RunOptions
{
    Machine machine;
    QString image;
    std::optional<Expectation> expectation;
    int timeoutSeconds = 0; ///< 0: none
    bool verbose = false;
};

enum class Ending
{
    byItself,
    expectationMet,
    timedOut,
    interrupted
};

void addOptions(CommandLine &line)
{
    line.add({QStringLiteral("machine"), QStringLiteral("Machine type: microvm, pc or q35."),
              QStringLiteral("TYPE")});
    line.add({QStringLiteral("memory"), QStringLiteral("Memory in MiB (default: 64)."),
              QStringLiteral("MIB")});
    line.add({QStringLiteral("accel"),
              QStringLiteral("auto, kvm or tcg (default: auto; KILN_ACCEL overrides that)."),
              QStringLiteral("ACCEL")});
    line.add({QStringLiteral("arg"),
              QStringLiteral("Argument for the application; several times, or all after “--”."),
              QStringLiteral("ARG")});
    line.add({QStringLiteral("qemu-arg"),
              QStringLiteral("Argument for QEMU, such as -s for a debugger; may be given several "
                             "times."),
              QStringLiteral("ARG")});
    line.add({QStringLiteral("expect"),
              QStringLiteral("Stop with success once a line of output matches; without a match the "
                             "run has failed."),
              QStringLiteral("REGEX")});
    line.add({QStringLiteral("timeout"), QStringLiteral("Give up after so many seconds."),
              QStringLiteral("S")});
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
    options.machine = Machine::forProject(project);
    if (line.isSet(QStringLiteral("machine")))
        options.machine.type = line.value(QStringLiteral("machine"));
    if (line.isSet(QStringLiteral("accel")))
        options.machine.accelerator = line.value(QStringLiteral("accel"));
    const auto memory = line.number(QStringLiteral("memory"), options.machine.memoryMiB, console);
    const auto timeout = line.number(QStringLiteral("timeout"), 0, console);
    if (!memory || !timeout)
        return std::nullopt;
    options.machine.memoryMiB = *memory;
    options.timeoutSeconds = *timeout;
    options.machine.kernelArguments = line.values(QStringLiteral("arg")) + line.afterDashes();
    options.machine.extraArguments = line.values(QStringLiteral("qemu-arg"));
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
    QTimer timer;
    QEventLoop loop;
    Ending ending = Ending::byItself;
    bool sawOutput = false;
    EmulatorResult result;
    const auto stop = [&](Ending why) {
        if (ending == Ending::byItself)
            ending = why;
        emulator.stop();
    };
    QObject::connect(&emulator, &Emulator::started, &loop, [&](const QStringList &command) {
        if (options.verbose)
            console.note(shellQuoted(command));
    });
    QObject::connect(&emulator, &Emulator::output, &loop, [&](const QByteArray &bytes) {
        sawOutput = true;
        if (!console.write(bytes))
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
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] { stop(Ending::timedOut); });
    QObject::connect(&emulator, &Emulator::finished, &loop, [&](const EmulatorResult &end) {
        result = end;
        loop.quit();
    });
    timer.setSingleShot(true);
    if (options.timeoutSeconds > 0)
        timer.start(options.timeoutSeconds * 1000);
    emulator.start(options.machine, options.image);
    loop.exec();

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

} // namespace

int runRun(const QStringList &arguments, Console &console)
{
    CommandLine line(QStringLiteral("run"),
                     QStringLiteral("Builds the application if needed, boots it in QEMU, and shows "
                                    "its serial port; what you type goes to it."));
    addOptions(line);
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
    if (const auto qemu = findTool(qemuProgram(options->machine.architecture));
        !qemu) {
        console.complain(qemu.error());
        return missingTool;
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
    options->image = project->imagePath();
    return boot(std::move(*options), console);
}

} // namespace kiln::cli
