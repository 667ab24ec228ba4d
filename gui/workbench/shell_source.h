// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who answers the commands of a tree in place of the machine.
#pragma once

#include <kconfig/shell.h>

#include <functional>

namespace kiln {

/// Makes the Shell of one load, for commands in this folder with this environment, such as a
/// kconfig::replayShell(). Called on the thread that loads.
using ShellSource = std::function<kconfig::Shell(const kconfig::HostShellOptions &host)>;

} // namespace kiln
