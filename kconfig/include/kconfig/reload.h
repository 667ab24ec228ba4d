// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Loading a tree again after some of its files have changed, for little more than what changed.
#pragma once

#include "kconfig/load.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kconfig {

/// What the last load() or reload() had to do.
struct ReloadEffort
{
    std::size_t filesRead = 0;   ///< and taken apart; the others were used as they were
    std::size_t filesReused = 0; ///< one for every inclusion
    std::size_t shellsRun = 0; ///< commands that ran, or were asked of a Shell that does not cache
    bool isNewModel = false;   ///< false: nothing has changed, the model is the same object
    std::size_t filesLookedAt = 0; ///< to find out what has changed; none by a load
};

/// How a reload finds out which files have changed.
enum class ChangeDetection
{
    /// The system tells (inotify(7)): what has not changed costs nothing. Where it can't (its
    /// limits on watches, network file systems, very many folders), as `look`.
    watch,
    /// By size, time and inode of every file.
    look
};

/// A tree that stays loaded. Models are immutable as always: a reload makes a new one, and whoever
/// holds the old one may keep it. For one thread at a time.
///
/// A reload finds out which files have changed, reads those, and takes the others as they were read
/// before; so a file that an editor replaced by renaming is noticed, and one that was only touched
/// is not news. Files that `source` finds by a pattern, that were missing, or that a symbolic link
/// now names, are noticed as well. Everything gives the same model, diagnostics and messages as a
/// new load would.
class ReloadableTree
{
public:
    /// Makes the Shell for one load or reload; see cachingShell(). All commands of the tree are
    /// asked again then, and files whose commands say something new are read again. Without it
    /// `options.shell` is asked only by files that are read, and other answers are remembered.
    using ShellOfLoad = std::function<Shell()>;

    explicit ReloadableTree(LoadOptions options, ShellOfLoad shell = {},
                            ChangeDetection detection = ChangeDetection::watch);
    ReloadableTree(const ReloadableTree &) = delete;
    ReloadableTree &operator=(const ReloadableTree &) = delete;
    ~ReloadableTree();

    /// Reads everything.
    const LoadResult &load();
    /// Begins to watch, which may take as long as a load: for a moment when nobody waits, such as
    /// after a load. Otherwise the next reload() does it.
    void prepareReload();
    /// Brings the tree up to date; loads it if that has not been done.
    const LoadResult &reload();
    /// The same when it is known that nothing but these files can have changed, been made or been
    /// removed, such as by a watcher of the file system; absolute paths. Looks only at them unless
    /// one is not a file of the tree.
    const LoadResult &reload(const std::vector<std::string> &changed);

    /// Of the last load or reload. During an edit this may be a model with a hole in it, with the
    /// errors that say so.
    [[nodiscard]] const LoadResult &result() const;
    /// The model of the last load or reload that had no errors; null before there was one.
    [[nodiscard]] const std::shared_ptr<const Model> &lastGoodModel() const;
    [[nodiscard]] const ReloadEffort &effort() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace kconfig
