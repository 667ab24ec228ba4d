// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln`: configure, build and boot applications without a display.

#include "cli/build_command.h"
#include "cli/clone_command.h"
#include "cli/config_command.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/history_command.h"
#include "cli/lib_command.h"
#include "cli/libraries_command.h"
#include "cli/log_command.h"
#include "cli/new_command.h"
#include "cli/port_command.h"
#include "cli/run_command.h"
#include "cli/size_command.h"
#include "cli/symbol_command.h"
#include "cli/target_command.h"
#include "cli/test_command.h"
#include "cli/tools_command.h"

#include <QCoreApplication>

#include <csignal>

namespace {

constexpr char help[] = R"(usage: kiln COMMAND DIR [OPTION...]
       kiln log FILE [OPTION...]
       kiln size IMAGE|DIR [OPTION...]
       kiln port SOURCE DIR [OPTION...]
       kiln clone ADDRESS [DIR] [OPTION...]
       kiln tools

Works on the application in folder DIR. `config` works on Linux trees and other folders with Kconfig
files, too; `log` on what a guest has printed.

commands
  config     make, show or change its configuration (.config)
  build      build it with the kernel tree's make
  run        build it and boot it in QEMU
  test       build it with unit tests, boot it and report what passed
  clean      remove what builds have made
  log        show a guest's output by level, library or text, or as JSON
  size       show which library, object or symbol the bytes of an image come from
  libraries  show which library of the image needs which, and why one is in it
  history    show the builds so far, and what they took
  symbol     find what names an option, in all files, or give it another name
  new        make a new application or library from a template
  port       make a library port of a C program that builds with make
  clone      copy an application, a library or a kernel tree from a git repository
  lib        the external libraries of an application: list, add, remove, status, update, new
  target     the machines an application is built for: list, add, change, select, remove
  tools      the programs that all this needs, found and missing

`kiln COMMAND --help` lists the command's options.

environment
  KILN_KERNEL_DIR  the bundled kernel tree
  KILN_KCONF       the kconf program
  KILN_ACCEL       kvm or tcg, for --accel auto

exit status
    0  success; for run: the guest ended with success, or --expect was met
    1  the configuration was refused, the build failed, a file was not written or not read;
       test: a test failed
    2  wrong command line
    3  make, a compiler or QEMU is not installed
    4  DIR can't be opened, or is nothing that can be built
    5  run: the guest ended without printing what --expect waits for
    6  test: no test ran
    7  run, test: the guest crashed
    8  run, test: QEMU refused the image or died
    9  run: the application ended with a status other than 0; test: the guest ended too early
  124  run, test: --timeout passed
  130  interrupted
)";

} // namespace

int main(int argc, char *argv[])
{
    using namespace kiln::cli;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kiln"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KILN_VERSION));
    // A reader that goes away is an error of write(), not the end.
    std::signal(SIGPIPE, SIG_IGN);

    Console console;
    const QStringList arguments = QCoreApplication::arguments();
    const QString command = arguments.value(1);
    if (command == QLatin1String("config"))
        return runConfig(arguments, console);
    if (command == QLatin1String("build"))
        return runBuild(arguments, console);
    if (command == QLatin1String("run"))
        return runRun(arguments, console);
    if (command == QLatin1String("test"))
        return runTest(arguments, console);
    if (command == QLatin1String("clean"))
        return runClean(arguments, console);
    if (command == QLatin1String("log"))
        return runLog(arguments, console);
    if (command == QLatin1String("libraries"))
        return runLibraries(arguments, console);
    if (command == QLatin1String("history"))
        return runHistory(arguments, console);
    if (command == QLatin1String("size"))
        return runSize(arguments, console);
    if (command == QLatin1String("symbol"))
        return runSymbol(arguments, console);
    if (command == QLatin1String("new"))
        return runNew(arguments, console);
    if (command == QLatin1String("port"))
        return runPort(arguments, console);
    if (command == QLatin1String("clone"))
        return runClone(arguments, console);
    if (command == QLatin1String("lib"))
        return runLib(arguments, console);
    if (command == QLatin1String("tools"))
        return runTools(arguments, console);
    if (command == QLatin1String("target"))
        return runTarget(arguments, console);
    if (command == QLatin1String("--version")) {
        console.say(QStringLiteral("kiln " KILN_VERSION));
        return success;
    }
    if (command == QLatin1String("--help") || command == QLatin1String("-h") ||
        command == QLatin1String("help")) {
        console.write(help);
        return success;
    }
    console.note(
        command.isEmpty()
            ? QStringLiteral(
                  "say what to do: kiln config|build|run|test|clean|size|libraries|"
                  "history|symbol|new|lib|target DIR, kiln log FILE, kiln port SOURCE DIR, "
                  "kiln clone ADDRESS (kiln --help)")
            : QStringLiteral(
                  "there is no command “%1”. Commands: config, build, run, test, clean, log, "
                  "size, libraries, history, symbol, new, port, clone, lib, target")
                  .arg(command));
    return usage;
}
