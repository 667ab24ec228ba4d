// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Running a program to its end while reading what it says.
#pragma once

#include "kconfig/shell.h"

#include <string>
#include <vector>

namespace kconfig {

struct ChildCommand
{
    std::string program;                ///< path
    std::vector<std::string> arguments; ///< argv, the program's name included
    bool capturesErrors = false;        ///< standard error goes with the output
};

/// Runs it as hostShell() describes; `problem` of the result speaks of "the command".
[[nodiscard]] ShellResult runChild(const ChildCommand &command, const HostShellOptions &options);

/// Reads what a child writes to `descriptor` until nobody can write any more, keeping a megabyte,
/// and reaps it. Kills the process group `child` on a time-out or cancellation, if `ownsGroup`.
[[nodiscard]] ShellResult collect(int descriptor, int child, bool ownsGroup,
                                  const HostShellOptions &options);

/// `problem` of a command that did not end in time.
[[nodiscard]] Clause timeOutProblem(const HostShellOptions &options);

} // namespace kconfig
