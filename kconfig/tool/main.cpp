// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf: reads a tree of Kconfig files, makes a configuration of it and writes that.

#include "command.h"
#include "dialog.h"
#include "new_values.h"
#include "options.h"
#include "session.h"

#include <cstdio>
#include <exception>

namespace kconf {

namespace {

/// The configuration to start from; false on an error, which has been shown.
bool readStart(Session &session)
{
    switch (session.options().mode) {
    case Mode::defconfig: {
        std::string path = session.options().file;
        if (path.empty())
            path = "arch/" + session.variable("ARCH") + "/defconfig";
        if (session.readFile(path))
            return true;
        std::fprintf(stderr,
                     "kconf: can't read the default configuration '%s'; name another one with "
                     "--defconfig=FILE\n",
                     path.c_str());
        return false;
    }
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
        setAllNew(session, kconfig::Tristate::no);
        return true;
    case Mode::allYes:
        setAllNew(session, kconfig::Tristate::yes);
        return true;
    case Mode::allMod:
        setAllNew(session, kconfig::Tristate::mod);
        return true;
    case Mode::random:
        return setAllRandom(session);
    case Mode::oldask:
        return Dialog(session).askAll();
    case Mode::old:
    case Mode::sync:
        return Dialog(session).askNew();
    default:
        return true;
    }
}

int run(const Options &options)
{
    Session session(options, kconfig::processEnvironment());
    if (!session.load() || !readStart(session))
        return 1;
    bool writesConfig = true;
    if (options.mode == Mode::sync && !session.variable("KCONFIG_NOSILENTUPDATE").empty()) {
        if (session.hasChanged()) {
            std::fprintf(stderr,
                         "kconf: %s has to be brought up to date, which KCONFIG_NOSILENTUPDATE "
                         "forbids here; run oldconfig or olddefconfig\n",
                         session.configPath().c_str());
            return 1;
        }
        writesConfig = false;
    }
    if (options.mode == Mode::listNew) {
        Dialog(session).listNew();
        return 0;
    }
    if (!answer(session))
        return 1;
    if (options.mode == Mode::saveDefconfig)
        return session.writeMinimalConfig(options.file) ? 0 : 1;
    session.warnUnmetDependencies();
    if (writesConfig && !session.writeConfig())
        return 1;
    const bool sync = options.mode == Mode::sync;
    return session.writeBuildFiles(sync) || !sync ? 0 : 1;
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
        const auto options =
            kconf::parseOptions(std::vector<std::string>(arguments + 1, arguments + count));
        if (!options) {
            std::fprintf(stderr, "kconf: %s\nTry 'kconf --help'.\n", options.error().c_str());
            return 1;
        }
        if (options->mode == kconf::Mode::help) {
            std::fputs(kconf::usage().c_str(), stdout);
            return 0;
        }
        const int status = kconf::run(*options);
        if (std::fflush(stdout) != 0) {
            std::perror("kconf: can't write to the standard output");
            return 1;
        }
        return status;
    } catch (const std::exception &error) { // only memory can run out
        std::fprintf(stderr, "kconf: %s\n", error.what());
        return 2;
    }
}
