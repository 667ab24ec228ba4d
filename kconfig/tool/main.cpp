// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf: reads a tree of Kconfig files, makes a configuration of it and writes that.

#include "command.h"
#include "dialog.h"
#include "heap.h"
#include "new_values.h"
#include "options.h"
#include "session.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <unistd.h>

namespace kconf {

namespace {

using kconfig::Tristate;

bool readDefconfig(Session &session)
{
    std::string path = session.options().file;
    if (!session.options().hasFile) // 5.2 only
        path = "arch/" + session.variable("ARCH") + "/defconfig";
    if (session.readFile(path))
        return true;
    session.complain("***\n*** Can't find default configuration \"" + path + "\"!\n***\n",
                     "can't read the default configuration '" + path +
                         "'; name another one with --defconfig=FILE");
    return false;
}

/// The configuration to start from; false on an error, which has been shown.
bool readStart(Session &session)
{
    switch (session.options().mode) {
    case Mode::defconfig:
        return readDefconfig(session);
    case Mode::allNo:
        return session.readAllConfig("allno.config");
    case Mode::allYes:
        return session.readAllConfig("allyes.config");
    case Mode::allMod:
        return session.readAllConfig("allmod.config");
    case Mode::allDef:
        return session.readAllConfig("alldef.config");
    case Mode::random:
        return session.readAllConfig("allrandom.config");
    default:
        session.readUserConfig();
        return true;
    }
}

/// Answers what is open; false on an error, which has been shown.
bool answer(Session &session)
{
    switch (session.options().mode) {
    case Mode::allNo:
        setAllNew(session, Tristate::no);
        return true;
    case Mode::allYes:
        setAllNew(session, Tristate::yes);
        return true;
    case Mode::allMod:
        setAllNew(session, Tristate::mod);
        return true;
    case Mode::allDef:
    case Mode::defconfig:
        setAllNew(session, std::nullopt);
        return true;
    case Mode::random:
        return setAllRandom(session);
    case Mode::yesToMod:
        replaceTristates(session, Tristate::yes, Tristate::mod);
        return true;
    case Mode::modToYes:
        replaceTristates(session, Tristate::mod, Tristate::yes);
        return true;
    case Mode::modToNo:
        replaceTristates(session, Tristate::mod, Tristate::no);
        return true;
    case Mode::oldask:
        return Dialog(session).askAll();
    case Mode::old:
    case Mode::sync:
        return Dialog(session).askNew();
    case Mode::listNew:
        Dialog(session).listNew();
        return true;
    case Mode::helpNew:
        Dialog(session).helpNew();
        return true;
    default:
        return true;
    }
}

bool write(Session &session, bool writesConfig)
{
    const Options &options = session.options();
    if (options.mode == Mode::listNew || options.mode == Mode::helpNew)
        return true;
    if (options.mode == Mode::saveDefconfig) {
        if (session.writeMinimalConfig(options.file))
            return true;
        session.complain("n*** Error while saving defconfig to: " + options.file + "\n\n", {});
        return false;
    }
    if (writesConfig && !session.writeConfig()) {
        session.complain("\n*** Error during writing of the configuration.\n\n", {});
        return false;
    }
    if (session.writeBuildFiles(options.sync) || !options.sync)
        return true;
    session.complain("\n*** Error during sync of the configuration.\n\n", {});
    return false;
}

bool run(Session &session)
{
    const Options &options = session.options();
    if (options.wantsSeed)
        startDice(session);
    if (!session.loadAsConf())
        return false;
    if (!readStart(session) || session.failsForReading())
        return false;
    bool writesConfig = true;
    if (options.sync && !session.variable("KCONFIG_NOSILENTUPDATE").empty()) {
        if (session.hasChanged()) {
            session.complain("\n*** The configuration requires explicit update.\n\n",
                             session.configPath() +
                                 " has to be brought up to date, which KCONFIG_NOSILENTUPDATE "
                                 "forbids here; run oldconfig or olddefconfig");
            return false;
        }
        writesConfig = false;
    }
    return answer(session) && !session.failsForDependencies() && write(session, writesConfig);
}

/// Leaves without taking everything apart that the system takes back anyway.
[[noreturn]] void leave(int status)
{
    if (std::fflush(stdout) != 0) {
        std::perror("kconf: can't write to the standard output");
        status = 1;
    }
    std::fflush(stderr);
    std::_Exit(status);
}

/// Does what conf does. Returns only if there was nothing to do.
int start(const std::string &program, std::vector<std::string> arguments)
{
    auto environment = kconfig::processEnvironment();
    Options options;
    if (auto taken = takeOwnOptions(options, arguments, environment, ::isatty(STDERR_FILENO) != 0);
        !taken) {
        std::fprintf(stderr, "kconf: %s\nTry 'kconf --help'.\n", taken.error().c_str());
        return 1;
    }
    parseConfOptions(options, program, arguments, environment);
    if (options.mode == Mode::help) {
        std::fputs(usage(program, options).c_str(), stdout);
        return 0;
    }
    if (options.mode == Mode::version) {
        std::printf("kconf of Kiln, dialect %s (%s)\n",
                    std::string(kconfig::dialectName(*options.dialect)).c_str(),
                    options.dialectReason.c_str());
        return 0;
    }
    if (options.isRejected || options.rootFile.empty()) {
        if (!options.isRejected)
            std::fprintf(stderr, "%s: Kconfig file missing\n", program.c_str());
        std::fputs(usage(program, options).c_str(), stdout);
        return 1;
    }
    Session session(options, std::move(environment));
    leave(run(session) ? 0 : 1); // while the session is there
}

} // namespace

} // namespace kconf

int main(int count, char **arguments)
{
    try {
        if (count > 1) {
            if (const kconf::Command *command = kconf::findCommand(arguments[1]))
                return kconf::runCommand(
                    *command, std::vector<std::string>(arguments + 2, arguments + count));
        }
        kconf::prepareHeap();
        kconf::leave(
            kconf::start(arguments[0], std::vector<std::string>(arguments + 1, arguments + count)));
    } catch (const std::exception &error) { // only memory can run out
        std::fprintf(stderr, "kconf: %s\n", error.what());
        return 2;
    }
}
