// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads a project's option tree and .config. Blocking: sessions call it on a worker thread, the
// command line directly.
#pragma once

#include "workbench/config_diagnostic.h"
#include "workbench/problem.h"
#include "workbench/project.h"

#include <kconfig/configuration.h>

#include <QByteArray>
#include <QVector>

#include <functional>
#include <optional>

namespace kiln {

struct LoadedConfig
{
    kconfig::Configuration configuration;
    QVector<ConfigDiagnostic> diagnostics; ///< of the tree, then of the .config
    bool treeHasErrors = false;
    int refusedShells = 0;
    std::optional<QByteArray> fileText; ///< of .config; nothing when there is none
    QString startedFrom;                ///< the defconfig, when there is no .config
    int shells = 0;                     ///< `$(shell,…)` calls of the tree
    int cachedShells = 0;               ///< of these, how many did not have to run again
};

/// Loads. With `trusted`, the tree's `$(shell,…)` calls run, or are answered from a cache
/// (kconfig::ShellCache) while nothing that they depend on has changed; without, the calls by which
/// upstream lists its folders are answered by submenuShell() and others are refused. `cancelled` is
/// polled; when it says true the result is a Problem that nobody should see.
[[nodiscard]] Result<LoadedConfig> loadConfig(const Project &project, bool trusted,
                                              const std::function<bool()> &cancelled = {});

} // namespace kiln
