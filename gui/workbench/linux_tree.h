// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A Linux source tree, as far as configuring it goes: which version, for which architectures, and
// what its Makefile tells conf. Everything here is learnt by reading files; nothing of the tree is
// run. Documentation/kbuild/ in the tree describes the variables.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kiln {

struct Project;

struct LinuxTree
{
    QString directory;         ///< canonical path
    QString version;           ///< KERNELVERSION: `6.1.192`, `6.12.0-rc3`
    QStringList architectures; ///< values for ARCH, sorted: `arm64`, `i386`, `x86`, `x86_64`, …

    friend bool operator==(const LinuxTree &, const LinuxTree &) = default;
};

/// Recognizes a tree by its Makefile (VERSION and PATCHLEVEL), scripts/kconfig, and Kconfig files
/// that read those of an architecture below arch/. Reads only. Any thread.
[[nodiscard]] Result<LinuxTree> openLinuxTree(const QString &directory);

/// The tree that `directory` is a build folder (O=) of, by its link `source` or the Makefile that
/// the tree's make writes there; empty when it is none.
[[nodiscard]] QString linuxTreeOfBuildFolder(const QString &directory);

/// The folder below arch/ for an ARCH: `x86` for `i386` and `x86_64`, `sparc` for `sparc32` and
/// `sparc64`, and so on; else the same name.
[[nodiscard]] QString linuxSourceArchitecture(const QString &architecture);

/// The ARCH that make chooses on this machine: `x86` on x86_64 and i686, `arm64` on aarch64, …
[[nodiscard]] QString hostLinuxArchitecture();

/// The ARCH that the first lines of a .config name (`# Linux/arm64 6.1.0 Kernel Configuration`);
/// empty when they name none or there is no such file.
[[nodiscard]] QString linuxArchitectureOfConfig(const QString &configFile);

/// The files that conf takes the values of a new .config from, the likeliest first; they need not
/// exist. On the machine's own architecture its running kernel's configuration, then the
/// architecture's default (KBUILD_DEFCONFIG).
[[nodiscard]] QStringList linuxDefaultConfigs(const Project &project);

/// The variables that the tree's make sets for conf and for the commands of Kconfig files, as far
/// as either reads them. CROSS_COMPILE and LLVM are those of the project's variables, else of this
/// process's environment, and decide the names of the tools.
[[nodiscard]] std::map<std::string, std::string> linuxEnvironment(const Project &project);

/// Commands whose first line of output, less `#`, make puts into these variables: CC_VERSION_TEXT
/// and, from Linux 6.12 on, RUSTC_VERSION_TEXT. They run a compiler: only for trusted projects.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
linuxVersionCommands(const Project &project);

} // namespace kiln
