// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Who answers `$(shell,…)`. A Kconfig file may hold any command, so a load runs none by itself: its
// caller hands it a Shell. None at all refuses every command; hostShell() runs them as the user,
// sandboxShell() where they can't do harm; recordingShell() and replayShell()
// (kconfig/shell_recording.h) keep answers and give them again.
#pragma once

#include "kconfig/clause.h"
#include "kconfig/expected.h"

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace kconfig {

/// A file that a command wrote.
struct WrittenFile
{
    std::string path; ///< as in the file system; relative to the working directory, or absolute
    std::string content;
    unsigned mode = 0644; ///< permission bits

    friend bool operator==(const WrittenFile &, const WrittenFile &) = default;
};

/// What a `$(shell,command)` gave: its standard output (the engine trims it) and exit status.
struct ShellResult
{
    std::string output;
    int exitStatus = 0; ///< 128 + signal when a signal ended it, 127 when it could not be started
    /// Why there is no proper answer (a time-out, no such recording): what the command did, "was
    /// cancelled"; empty when there is one. The load makes it an error at the place of the call.
    Clause problem{};
    bool wasRefused = false; ///< not run, on purpose: a warning at the place of the call
    bool wasCached = false;  ///< answered from a ShellCache
    bool ranAhead = false;   ///< run beside others before it was asked for; see cachingShell()
};

/// Answers one command. Called on the thread that loads; a copy shares its state with the original.
using Shell = std::function<ShellResult(const std::string &command)>;

struct HostShellOptions
{
    std::string directory; ///< working directory; empty: the process's own
    /// Exactly what commands see; nothing of the process's own environment is added.
    std::map<std::string, std::string> environment;
    /// After this long a command and its children are killed; zero: never, as conf has it.
    std::chrono::milliseconds timeOut{0};
    /// Polled some twenty times a second while a command runs; true kills it and its children.
    std::function<bool()> cancelled{};
    /// Whether commands read the process's standard input, as conf's do; else they find it empty.
    bool inheritsInput = false;
};

/// A Shell that runs `/bin/sh -c command`. At most a megabyte of output is kept; the command's pipe
/// is closed then. A command is over when it has ended and nobody holds its output open; with a
/// time-out or a cancellation, children left in the background are waited for only a second.
[[nodiscard]] Shell hostShell(HostShellOptions options);
[[nodiscard]] Shell hostShell(std::string directory,
                              std::map<std::string, std::string> environment);

struct SandboxOptions
{
    HostShellOptions host;
    std::vector<std::string>
        readable; ///< folders a command may read besides the system's: the tree
    /// Folders it may write, for commands that write the lists that a tree sources. Nothing it
    /// writes elsewhere stays.
    std::vector<std::string> writable;
    std::string program = "bwrap"; ///< bubblewrap; looked up along the PATH of host.environment
};

/// A Shell that runs commands in bubblewrap (bwrap(1)): the system and `readable` read-only, an
/// empty home and /tmp, no network, no other processes, ended with this one. The error says why
/// there can be no sandbox on this machine and what to do about it.
[[nodiscard]] Expected<Shell, std::string> sandboxShell(SandboxOptions options);

/// A Shell that refuses every command but counts and reports it like no Shell at all.
[[nodiscard]] Shell refusingShell();

/// A Shell for who has none that works: each command is an error at the place of its call.
[[nodiscard]] Shell failingShell();

/// The environment of this process, as a map.
[[nodiscard]] std::map<std::string, std::string> processEnvironment();

} // namespace kconfig
