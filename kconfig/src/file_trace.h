// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Running a command while noting every file that it and its children look at or change. What a
// command depends on can't be told from its words (a compiler reads half a system, a script lists
// folders); it can be told from its system calls.
#pragma once

#include "kconfig/shell.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace kconfig {

/// What happened to a path; several may be true.
struct PathUse
{
    bool isLookedAt = false; ///< stat, access, readlink; also: opened, but not there
    bool isRead = false;     ///< opened for reading
    bool isListed = false;   ///< a folder whose entries were read
    bool isRun = false;
    bool isWritten = false; ///< made, opened for writing, renamed to; a folder that was made
    bool isRemoved = false; ///< after all else
    /// It was written before anybody had read it, or was removed first: the command does not depend
    /// on what was there.
    bool isMadeAnew = false;
    bool existed = false; ///< when it was first written or removed
};

struct FileTrace
{
    ShellResult result;
    std::string errors;                             ///< what was written to standard error
    std::unordered_map<std::string, PathUse> paths; ///< absolute
    /// Why the paths are not all that the command depends on or changes; empty when they are.
    std::string incomplete;
};

enum class ErrorText : std::uint8_t
{
    passedOn, ///< standard error goes to this process's as it comes
    kept      ///< it is only in FileTrace::errors
};

/// Runs `/bin/sh -c command` like hostShell(). Children that the command leaves in the background
/// are ended a second after it. Several threads may run commands at a time.
[[nodiscard]] FileTrace traceCommand(const std::string &command, const HostShellOptions &options,
                                     ErrorText errors = ErrorText::passedOn);

/// Whether this system lets processes be traced; found out once.
[[nodiscard]] bool canTrace();

} // namespace kconfig
