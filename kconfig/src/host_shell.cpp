// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Running the commands of a trusted tree.

#include "child_process.h"
#include "phrases.h"

#include <cstring>
#include <unistd.h>

extern char **environ; // NOLINT: POSIX gives it this way

namespace kconfig {

Shell hostShell(HostShellOptions options)
{
    return [options = std::move(options)](const std::string &command) {
        return runChild({"/bin/sh", {"sh", "-c", command}}, options);
    };
}

Shell hostShell(std::string directory, std::map<std::string, std::string> environment)
{
    HostShellOptions options;
    options.directory = std::move(directory);
    options.environment = std::move(environment);
    return hostShell(std::move(options));
}

Shell refusingShell()
{
    return [](const std::string &) {
        ShellResult result;
        result.wasRefused = true;
        return result;
    };
}

Shell failingShell()
{
    return [](const std::string &) {
        return ShellResult{{}, 127, say(Phrase::commandNotRunnable)};
    };
}

std::map<std::string, std::string> processEnvironment()
{
    std::map<std::string, std::string> result;
    for (char **entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const char *const begin = *entry;
        const char *const sign = std::strchr(begin, '=');
        if (sign != nullptr)
            result.emplace(std::string(begin, sign), sign + 1);
    }
    return result;
}

} // namespace kconfig
