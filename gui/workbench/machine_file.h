// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Machines in files: `.kiln/machine.yaml` of a project. gui/workbench/machine_file.md has the
// format.
#pragma once

#include "workbench/machine.h"

#include <QString>

namespace kiln {

/// `.kiln/machine.yaml` in the project's folder; need not exist.
[[nodiscard]] QString machineFilePath(const Project &project);

/// Reads a description. What it does not say is left as in a new Machine. Complaints name line and
/// column; whether other files that it names exist is not looked at. No file can name a program to
/// run: arguments for QEMU that could are refused.
[[nodiscard]] Result<Machine> readMachineFile(const QString &path);

/// Writes what differs from a new Machine. Fails for arguments that readMachineFile() would refuse.
Result<void> writeMachineFile(const QString &path, const Machine &machine);

/// The first of these arguments for QEMU that may not be in a project's file, because by it QEMU
/// could run a program, or write to a file of the host; empty: none. They belong to the user.
[[nodiscard]] QString privateArgument(const QStringList &arguments);

} // namespace kiln
