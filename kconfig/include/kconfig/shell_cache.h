// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Not running a `$(shell,…)` command again while it can only say the same.
//
// A command that runs for the first time is watched (ptrace(2)): every file that it or its children
// read, ran, looked for or listed, found or not, is noted with its size, times and inode, and every
// file that it wrote with its content. It is answered from the cache, and its files are written
// again, while all that is unchanged: command, working directory, environment, user and kernel. So
// a new compiler behind the same name, an upgraded library, a new folder among those a script
// lists, or a tool that appears earlier on PATH make it run again.
//
// Never kept: commands that use the network, the clock or chance, read devices or most of /proc and
// /sys, change files in place or remove them, or take in what changed only a moment before they
// began. Where processes can't be traced nothing is kept, and all commands run.
#pragma once

#include "kconfig/expected.h"
#include "kconfig/shell.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kconfig {

/// Answers of commands, in memory and in one file. For one thread at a time; several processes may
/// use one file, of which each sees a whole state, the last one saved.
class ShellCache
{
public:
    /// Reads the file; a missing or damaged one, or one of another version, is an empty cache.
    explicit ShellCache(std::string file);
    /// One that is not saved.
    ShellCache();
    ShellCache(const ShellCache &) = delete;
    ShellCache &operator=(const ShellCache &) = delete;
    ~ShellCache();

    /// Ends what cachingShell() has run ahead and nobody asked for. Writes the file if there is
    /// something new, atomically, and drops answers not used for a month, the oldest beyond 4096,
    /// and the folder's files that are older than two months or, the oldest first, beyond 64 MiB.
    Expected<void, std::string> save();

    [[nodiscard]] std::size_t size() const; ///< answers
    /// Where a tree's cache belongs: below $XDG_CACHE_HOME/kiln/shells, or ~/.cache/kiln/shells.
    /// `tree` is any text that tells trees apart, such as the path of the root file. Empty when
    /// the environment names neither folder.
    [[nodiscard]] static std::string fileOf(const std::string &tree,
                                            const std::map<std::string, std::string> &environment);

private:
    friend class CachingShell;
    struct Data;
    std::unique_ptr<Data> m_data;
};

struct CachingOptions
{
    std::shared_ptr<ShellCache> cache;
    /// Folders whose paths differ from load to load, such as a temporary build folder, each with a
    /// name that stays: answers are kept as if the folder were always the same.
    std::vector<std::pair<std::string, std::string>> movingFolders{};
    /// Told why a command that ran was not kept.
    std::function<void(const std::string &command, const std::string &why)> notKept{};
};

/// A Shell that answers from the cache and else runs commands as hostShell() does. Each call makes
/// a Shell for one load: within it every file is looked at once, until a command runs.
///
/// When an answer is out of date, so may be others, such as after an update of a compiler. All that
/// the last load of the same tree in the same environment asked for and that need to run again are
/// run side by side then, as many as there are processors, ahead of being asked for: the load waits
/// for the slowest of them, not for their sum. Only commands that wrote nothing, and read nothing
/// that another of them wrote, are run so. Their standard input is empty; what they say on standard
/// error comes when they are asked for. One that changed files all the same, or whose inputs have
/// changed since, is run again in its turn; one that is not asked for is thrown away.
[[nodiscard]] Shell cachingShell(HostShellOptions host, CachingOptions options);

} // namespace kconfig
