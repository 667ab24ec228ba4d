// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Running commands where they can do no harm.

#include "child_process.h"

#include <climits>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace kconfig {

namespace {

/// Where the system keeps programs, libraries and what they read. Homes are not among them.
constexpr const char *systemFolders[] = {"/usr",    "/bin", "/sbin", "/lib", "/lib32", "/lib64",
                                         "/libx32", "/etc", "/opt",  "/nix", "/gnu"};

std::string findProgram(const std::string &name,
                        const std::map<std::string, std::string> &variables)
{
    if (name.find('/') != std::string::npos)
        return ::access(name.c_str(), X_OK) == 0 ? name : std::string();
    const auto found = variables.find("PATH");
    const std::string path = found == variables.end() ? "/usr/bin:/bin" : found->second;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find(':', begin), path.size());
        const std::string candidate = path.substr(begin, end - begin) + '/' + name;
        if (end > begin && ::access(candidate.c_str(), X_OK) == 0)
            return candidate;
        begin = end + 1;
    }
    return {};
}

std::string absolute(const std::string &path)
{
    char real[PATH_MAX];
    return ::realpath(path.c_str(), real) != nullptr ? std::string(real) : std::string();
}

std::vector<std::string> sandboxArguments(const SandboxOptions &options)
{
    std::vector<std::string> arguments{
        "bwrap", "--die-with-parent", "--new-session", "--unshare-all", "--dev", "/dev", "--proc",
        "/proc", "--tmpfs",           "/tmp"};
    const auto bind = [&](const char *how, const std::string &folder) {
        arguments.insert(arguments.end(), {how, folder, folder});
    };
    for (const char *folder : systemFolders) {
        struct stat status = {};
        if (::stat(folder, &status) == 0)
            bind("--ro-bind", folder);
    }
    // A name that is a link must be there as written, too, for the tree may use it.
    const auto bindBoth = [&](const char *how, const std::string &folder) {
        const std::string real = absolute(folder);
        if (real.empty() || real == "/")
            return;
        bind(how, real);
        if (folder[0] == '/' && folder != real)
            arguments.insert(arguments.end(), {how, real, folder});
    };
    for (const std::string &folder : options.readable)
        if (!folder.empty())
            bindBoth("--ro-bind", folder);
    for (const std::string &folder : options.writable)
        if (!folder.empty())
            bindBoth("--bind", folder);
    const std::string directory =
        absolute(options.host.directory.empty() ? "." : options.host.directory);
    arguments.insert(arguments.end(), {"--chdir", directory});
    return arguments;
}

} // namespace

Expected<Shell, std::string> sandboxShell(SandboxOptions options)
{
    const std::string program = findProgram(options.program, options.host.environment);
    if (program.empty())
        return Unexpected(std::string("there is no sandbox: '") + options.program +
                          "' was not found; install bubblewrap, or refuse shells");
    std::vector<std::string> arguments = sandboxArguments(options);
    HostShellOptions host = options.host;
    host.directory.clear();
    std::vector<std::string> trial = arguments;
    trial.insert(trial.end(), {"/bin/sh", "-c", "exit 0"});
    HostShellOptions trialOptions = host;
    trialOptions.timeOut = std::chrono::seconds(10);
    const ShellResult tried = runChild({program, trial, true}, trialOptions);
    if (tried.exitStatus != 0 || !tried.problem.isEmpty()) {
        std::string why = tried.problem.isEmpty() ? tried.output : tried.problem.text();
        while (!why.empty() && why.back() == '\n')
            why.pop_back();
        return Unexpected("there is no sandbox: bubblewrap does not work here (" + why +
                          "); allow unprivileged user namespaces, or refuse shells");
    }
    return Shell([program, arguments = std::move(arguments),
                  host = std::move(host)](const std::string &command) {
        std::vector<std::string> all = arguments;
        all.insert(all.end(), {"/bin/sh", "-c", command});
        return runChild({program, std::move(all)}, host);
    });
}

} // namespace kconfig
