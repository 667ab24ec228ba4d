// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// `kconf menuconfig`, and what there is to say where it was left out of the build.

#include "command.h"
#include "commands.h"

#ifdef KCONF_HAS_TERMINAL
#include "menuconfig.h"
#include "progress_line.h"

#include <csignal>
#include <cstdio>
#endif

namespace kconf {

#ifdef KCONF_HAS_TERMINAL

namespace {

using kconfig::terminal::MenuconfigResult;
using kconfig::terminal::Outcome;

/// Shows what reading the tree brought up; it stands on the terminal again afterwards. False when
/// there are errors and the user does not want to go on with them.
bool showComplaints(const kconfig::LoadResult &loaded)
{
    for (const std::string &message : loaded.messages)
        std::printf("%s\n", message.c_str());
    for (const kconfig::Diagnostic &diagnostic : loaded.diagnostics)
        if (diagnostic.severity != kconfig::Severity::note)
            std::fputs(kconfig::format(diagnostic, loaded.model->sources()).c_str(), stderr);
    if (loaded.refusedShells > 1)
        std::fprintf(stderr, "kconf: %d shell commands were not run (--shells=refuse)\n",
                     loaded.refusedShells);
    if (!loaded.hasErrors())
        return true;
    std::fprintf(stderr, "kconf: the tree has errors. Edit with what could be read of it? [y/N] ");
    const int answer = std::getchar();
    return answer == 'y' || answer == 'Y';
}

/// Writes what builds read where there is none of it yet, from the file that was saved, as conf
/// does.
bool writeBuildFiles(Session &session)
{
    session.configuration().clear();
    session.beConf();
    session.readUserConfig();
    return session.writeBuildFiles(false);
}

int report(Session &session, const MenuconfigResult &result)
{
    if (result.hasSaved && !writeBuildFiles(session))
        return statusTrouble;
    switch (result.outcome) {
    case Outcome::saved:
        session.say("configuration written to " + session.configPath());
        return statusFine;
    case Outcome::unchanged:
        session.say(result.hasSaved ? "configuration written to " + session.configPath()
                                    : "No change to " + session.configPath());
        return statusFine;
    case Outcome::discarded:
        session.say("changes to " + session.configPath() + " were not saved");
        return statusFine;
    case Outcome::hungUp:
        break;
    }
    if (!result.recoveryPath.empty())
        std::fprintf(stderr,
                     "kconf: interrupted; work that was not saved is in %s and is offered when "
                     "menuconfig starts next\n",
                     result.recoveryPath.c_str());
    if (result.endSignal != 0) {
        // Whoever waits for the program learns what ended it.
        std::fflush(nullptr);
        ::raise(result.endSignal);
    }
    return statusTrouble;
}

} // namespace

int runMenuconfig(CommandLine &line)
{
    if (const auto terminal = kconfig::terminal::checkTerminal(); !terminal)
        return complain(terminal.error());
    if (!findTree(line, true))
        return statusTrouble;
    if (!line.operands.empty())
        return complain("menuconfig takes one Kconfig file, and '" + line.operands.front() +
                        "' is none");
    Session session(line.options, line.environment);
    {
        const kconfig::terminal::ProgressLine progress("Reading " + line.options.rootFile);
        session.read();
    }
    if (!showComplaints(session.loaded()))
        return statusTrouble;
    session.readUserConfig();
    if (session.configPath().empty())
        return complain("KCONFIG_CONFIG is empty; name a file or unset it");
    kconfig::terminal::StorageOptions storage;
    storage.path = session.configPath();
    storage.prefix = session.prefix();
    storage.overwritesInPlace = !session.variable("KCONFIG_OVERWRITECONFIG").empty();
    return report(session, kconfig::terminal::runMenuconfig(session.configuration(), storage,
                                                            line.environment));
}

#else

int runMenuconfig(CommandLine &)
{
    return complain(
        "this kconf was built without its terminal view. Install ncurses' headers (Debian: "
        "libncurses-dev) and build kconf with CMake, or give the compiler terminal/*.cpp, "
        "-Iterminal, -DKCONF_HAS_TERMINAL, -pthread and -lncursesw as well; until then "
        "'kconf --oldconfig' asks line by line and 'kconf set' sets single options");
}

#endif

} // namespace kconf
