// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menuconfig.h"

#include "ncurses_screen.h"

namespace kconfig::terminal {

MenuconfigResult runMenuconfig(Configuration &configuration, const StorageOptions &storageOptions,
                               const std::map<std::string, std::string> &environment)
{
    const auto variable = [&](const char *name) {
        const auto found = environment.find(name);
        return found == environment.end() ? std::string() : found->second;
    };
    ScreenOptions options;
    options.hasColours = variable("NO_COLOR").empty() && variable("MENUCONFIG_COLOR") != "mono";

    MenuconfigResult result;
    ConfigStorage storage(storageOptions);
    MenuSession session(configuration);
    {
        NcursesScreen screen(options);
        Application application(screen, session, storage);
        result.outcome = application.run();
        result.endSignal = screen.endSignal();
    }
    if (result.outcome == Outcome::hungUp)
        result.recoveryPath = storage.kept().value_or(std::string());
    result.hasSaved = storage.hasSaved();
    configuration = session.saved();
    return result;
}

} // namespace kconfig::terminal
