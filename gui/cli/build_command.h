// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln build` and `kiln clean`: the kernel tree's own make, watched.
#pragma once

#include "cli/console.h"
#include "workbench/build_runner.h"

#include <QStringList>

namespace kiln::cli {

enum class BuildOutput
{
    quiet, ///< nothing but errors, at the end
    steps, ///< steps, too: one line on a terminal, all of them elsewhere
    raw    ///< everything make prints
};

/// Builds and waits; reports errors and the result. Returns the exit status.
int buildAndReport(const BuildRequest &request, BuildOutput output, Console &console);

int runBuild(const QStringList &arguments, Console &console);
int runClean(const QStringList &arguments, Console &console);

} // namespace kiln::cli
