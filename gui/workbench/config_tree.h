// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A project's option tree and .config, read and brought up to date. Blocking: sessions do it on a
// worker thread.
#pragma once

#include "workbench/config_diagnostic.h"
#include "workbench/problem.h"
#include "workbench/project.h"
#include "workbench/shell_source.h"

#include <kconfig/configuration.h>
#include <kconfig/load.h>
#include <kconfig/reload.h>
#include <kconfig/shell_cache.h>

#include <QByteArray>
#include <QMutex>
#include <QTemporaryDir>
#include <QVector>

#include <atomic>
#include <functional>
#include <memory>
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
    kconfig::ReloadEffort effort = {};  ///< what had to be done
};

/// The tree of one project. Any thread; one at a time reads, others wait for it.
class ConfigTree
{
public:
    /// With `trusted`, the tree's `$(shell,…)` calls run, or are answered from a cache
    /// (kconfig::ShellCache) while nothing that they depend on has changed; without, the calls by
    /// which upstream lists its folders are answered by submenuShell(), those of Linux by
    /// untrustedLinuxShell(), and others are refused.
    /// With `shells`, that one answers in place of the machine, whether trusted or not: a recording
    /// (kconfig::replayShell()) for tests and benchmarks.
    ConfigTree(Project project, bool trusted, ShellSource shells = {});

    [[nodiscard]] const Project &project() const { return m_project; }
    [[nodiscard]] bool isTrusted() const { return m_trusted; }

    /// Reads the tree, later only what has changed in it since, and .config. `cancelled` is polled;
    /// when it says true the result is a Problem that nobody should see.
    [[nodiscard]] Result<LoadedConfig> read(const std::function<bool()> &cancelled = {});
    /// How many commands of the tree the read() under way, or the last one, has had answers of so
    /// far. Any thread.
    [[nodiscard]] int commandsAnswered() const { return m_answered; }
    /// Makes the next read() faster (kconfig::ReloadableTree::prepareReload()): for when nobody
    /// waits.
    void prepare();

private:
    Result<void> writeLists();
    [[nodiscard]] kconfig::LoadOptions loadOptions() const;
    [[nodiscard]] bool runsShells() const { return m_trusted || m_shells; }
    [[nodiscard]] kconfig::Shell counting(kconfig::Shell shell);
    [[nodiscard]] kconfig::Shell trustedShell(const kconfig::LoadOptions &options) const;
    [[nodiscard]] kconfig::Shell untrustedShell();
    void askVersions(kconfig::LoadOptions &options) const;
    bool open();

    const Project m_project;
    const bool m_trusted;
    const ShellSource m_shells;
    QMutex m_mutex;
    /// For what is generated while the tree is read: a project that can't be written, or isn't
    /// trusted, opens all the same.
    QTemporaryDir m_folder;
    std::function<bool()> m_cancelled; ///< of the read() under way
    kconfig::LoadOptions m_options;    ///< of m_tree
    std::shared_ptr<kconfig::ShellCache> m_cache;
    int m_refused = 0; ///< commands that untrustedShell() has no answer to
    std::atomic<int> m_answered = 0;
    std::unique_ptr<kconfig::ReloadableTree> m_tree;
};

} // namespace kiln
