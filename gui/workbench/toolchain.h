// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The programs of the host that building and booting need.
#pragma once

#include "workbench/problem.h"
#include "workbench/project.h"

#include <QString>
#include <QStringList>

namespace kiln {

/// Absolute path of a program on PATH. The Problem names the Debian package that has it:
/// "qemu-system-x86_64 was not found. Install it: sudo apt install qemu-system-x86".
[[nodiscard]] Result<QString> findTool(const QString &name);
/// What a build of the project needs (make, compiler, linker, …), without paths.
[[nodiscard]] QStringList buildTools(const Project &project);
/// Fails with the first of buildTools() that is missing; the remedy installs all that are.
[[nodiscard]] Result<void> checkBuildTools(const Project &project);
/// Our own `kconf`: the environment variable KILN_KCONF, beside this program, or on PATH.
[[nodiscard]] Result<QString> findKconf();

} // namespace kiln
