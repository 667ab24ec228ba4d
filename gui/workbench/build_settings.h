// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a project is built: compiler, what stands before it, parallel jobs.
#pragma once

#include "workbench/problem.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace kiln {

/// What runs the compiler in its place, to remember results or to share the work.
enum class CompilerLauncher
{
    none,
    ccache,
    distcc,
    icecream
};

struct BuildSettings
{
    QString compiler;    ///< `gcc` or `clang`; empty: as the tree has it
    QString crossPrefix; ///< such as `aarch64-linux-gnu-`; empty: what the architecture needs
    CompilerLauncher launcher = CompilerLauncher::none;
    int jobs = 0; ///< parallel jobs; 0: one for each processor

    friend bool operator==(const BuildSettings &, const BuildSettings &) = default;
};

/// The word for it: "none", "ccache", "distcc", "icecream".
[[nodiscard]] QString compilerLauncherName(CompilerLauncher launcher);
[[nodiscard]] std::optional<CompilerLauncher> compilerLauncherFromName(const QString &name);
/// The program: `ccache`, `distcc`, `icecc`; empty for none.
[[nodiscard]] QString compilerLauncherProgram(CompilerLauncher launcher);
/// Compilers that can be chosen.
[[nodiscard]] QStringList compilerChoices();
/// Says what is wrong with settings: an unknown compiler, a prefix that make would take apart.
[[nodiscard]] Result<void> checkBuildSettings(const BuildSettings &settings);

/// What was remembered of the project in `directory`; what is wrong in it is as if not set. Reads a
/// small file.
[[nodiscard]] BuildSettings loadBuildSettings(const QString &directory);
[[nodiscard]] Result<void> saveBuildSettings(const QString &directory,
                                             const BuildSettings &settings);

/// Makes `BUILD/.kiln-launcher`, in which the compilers' names are the launcher: the way all three
/// of them document as masquerading. Returns the folder, which has to come first on PATH; empty
/// when there is no launcher. The Problem names the package of a launcher that is missing.
[[nodiscard]] Result<QString> prepareLauncher(const BuildSettings &settings,
                                              const QStringList &compilers,
                                              const QString &buildDirectory);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::BuildSettings)
