// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "shells.h"

#include "kconfig/config_file.h"

#include <climits>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

using Environment = std::map<std::string, std::string>;

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

/// The folders that some variables name.
std::vector<std::string> foldersIn(const Environment &environment,
                                   std::initializer_list<const char *> names)
{
    std::vector<std::string> folders;
    for (const char *name : names)
        if (const auto found = environment.find(name);
            found != environment.end() && !found->second.empty())
            folders.push_back(found->second);
    return folders;
}

/// Where Unikraft's commands leave the lists that the tree then sources.
std::vector<std::string> listFolders(const Environment &environment)
{
    return foldersIn(environment, {"BUILD_DIR", "KCONFIG_DIR"});
}

HostShellOptions hostOptions(const Environment &environment)
{
    HostShellOptions options;
    options.environment = environment;
    options.inheritsInput = true; // as conf's popen() has it
    return options;
}

SandboxOptions sandboxOptions(const std::string &rootFile, const Environment &environment)
{
    SandboxOptions options;
    options.host.environment = environment;
    options.readable = foldersIn(environment, {"srctree", "UK_BASE", "UK_APP"});
    options.readable.push_back(folderOf(rootFile));
    options.readable.emplace_back(".");
    options.writable = listFolders(environment);
    return options;
}

/// Root file and working directory.
std::string treeName(const std::string &rootFile)
{
    std::string name = rootFile;
    char here[PATH_MAX];
    if (::getcwd(here, sizeof here) != nullptr)
        name.append(1, '\0').append(here);
    return name;
}

} // namespace

Expected<ShellChoice, std::string> parseShells(const std::string &value)
{
    if (value == "run")
        return ShellChoice{ShellPolicy::run, {}};
    if (value == "cached")
        return ShellChoice{ShellPolicy::cached, {}};
    if (value == "refuse")
        return ShellChoice{ShellPolicy::refuse, {}};
    if (value == "sandbox")
        return ShellChoice{ShellPolicy::sandbox, {}};
    if (value.compare(0, 7, "record:") == 0 && value.size() > 7)
        return ShellChoice{ShellPolicy::record, value.substr(7)};
    if (value.compare(0, 7, "replay:") == 0 && value.size() > 7)
        return ShellChoice{ShellPolicy::replay, value.substr(7)};
    return Unexpected(
        std::string("--shells takes run, cached, refuse, sandbox, record:FILE or replay:FILE"));
}

Expected<ShellSession, std::string> ShellSession::open(const ShellChoice &choice,
                                                       const std::string &rootFile,
                                                       const Environment &environment)
{
    ShellSession session;
    switch (choice.policy) {
    case ShellPolicy::refuse:
        break;
    case ShellPolicy::run:
        session.m_shell = hostShell(hostOptions(environment));
        break;
    case ShellPolicy::cached: {
        session.m_cache =
            std::make_shared<ShellCache>(ShellCache::fileOf(treeName(rootFile), environment));
        session.m_shell = cachingShell(hostOptions(environment), {session.m_cache});
        break;
    }
    case ShellPolicy::sandbox: {
        auto sandbox = sandboxShell(sandboxOptions(rootFile, environment));
        if (!sandbox)
            return Unexpected(sandbox.error());
        session.m_shell = std::move(*sandbox);
        break;
    }
    case ShellPolicy::record: {
        RecordingOptions options;
        options.environment = environment;
        options.watched = listFolders(environment);
        session.m_file = choice.file;
        session.m_recording = std::make_shared<ShellRecording>();
        session.m_shell = recordingShell(hostShell(hostOptions(environment)), std::move(options),
                                         session.m_recording);
        break;
    }
    case ShellPolicy::replay: {
        auto recording = ShellRecording::read(choice.file);
        if (!recording)
            return Unexpected(recording.error());
        session.m_shell =
            replayShell(std::make_shared<ShellRecording>(std::move(*recording)), {{}, environment});
        break;
    }
    }
    return session;
}

Expected<void, std::string> ShellSession::finish()
{
    // A cache that can't be written, on a full disk or in a read-only home, costs only time.
    if (m_cache)
        static_cast<void>(m_cache->save());
    if (!m_recording)
        return {};
    auto saved = saveFile(m_file, m_recording->serialize());
    if (!saved)
        return Unexpected(saved.error().message);
    return {};
}

} // namespace kconf
