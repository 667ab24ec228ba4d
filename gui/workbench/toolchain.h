// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The programs of the host that building and booting need.
#pragma once

#include "workbench/build_settings.h"
#include "workbench/problem.h"
#include "workbench/project.h"

#include <QString>
#include <QStringList>

namespace kiln {

/// Absolute path of a program on PATH. The Problem names the Debian package that has it:
/// "qemu-system-x86_64 was not found. Install it: sudo apt install qemu-system-x86".
[[nodiscard]] Result<QString> findTool(const QString &name);
/// What stands before the names of the build's tools: chosen, or what the architecture needs.
[[nodiscard]] QString crossPrefix(const Project &project, const BuildSettings &settings);
/// The names of all compilers a build may call, for C and C++, of the target and of this machine.
[[nodiscard]] QStringList buildCompilers(const Project &project, const BuildSettings &settings);
/// What a build of the project needs (make, compiler, linker, …), without paths.
[[nodiscard]] QStringList buildTools(const Project &project, const BuildSettings &settings = {});
/// Fails with the first of buildTools() that is missing; the remedy installs all that are.
[[nodiscard]] Result<void> checkBuildTools(const Project &project,
                                           const BuildSettings &settings = {});
/// Our own `kconf`: the environment variable KILN_KCONF, beside this program, or on PATH.
[[nodiscard]] Result<QString> findKconf();

} // namespace kiln
