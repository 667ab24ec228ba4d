// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The machine on a command line: everything a description can say, as options.
#pragma once

#include "cli/command_line.h"
#include "workbench/machine.h"

#include <optional>

namespace kiln::cli {

void addMachineOptions(CommandLine &line);

/// The project's machine, or that of --machine FILE, changed by the other options; to be settled
/// once the project is configured. Paths given here are relative to the working directory. Nothing,
/// after a complaint, when something is wrong with an option or a file.
[[nodiscard]] std::optional<Machine> readMachineOptions(const CommandLine &line,
                                                        const Project &project, Console &console);

} // namespace kiln::cli
