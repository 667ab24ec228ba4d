// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From a tree of files to a model.
#pragma once

#include "kconfig/diagnostic.h"
#include "kconfig/dialect.h"
#include "kconfig/model.h"
#include "kconfig/shell.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kconfig {

struct LoadOptions
{
    /// The root file as the user named it; relative paths are looked up from `directory`.
    std::string rootFile;
    /// Working directory: for relative paths and for shells. Empty: the process's own.
    std::string directory;
    /// The environment that `$(NAME)`, `option env=` and shells see; nothing else is looked up.
    /// `srctree` is honoured as conf does.
    std::map<std::string, std::string> environment;
    Dialect dialect = Dialect::unikraft;
    /// Who answers `$(shell,…)`. Empty: nothing is run; each is the empty string and a warning,
    /// and LoadResult::refusedShells counts them. See kconfig/shell.h.
    Shell shell;
    /// Polled now and then; true ends the load early with what was read so far.
    std::function<bool()> cancelled;
    /// Whether a second thread may read files of a large tree where there is a processor for it.
    /// What is loaded is the same. The functions above are always called on the caller's thread.
    bool usesThreads = true;
    /// Called by load(), once, when the model is whole and only the proof is left that no symbol
    /// depends on itself; that goes on beside it. For what its caller would do next anyway, as long
    /// as nobody sees anything of it before load() has returned without errors.
    std::function<void(const std::shared_ptr<const Model> &)> headStart;
};

struct LoadResult
{
    /// Never null: with errors, the model of what could be read.
    std::shared_ptr<const Model> model;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> messages; ///< what `$(info,…)` said, in order
    int shells = 0;                    ///< `$(shell,…)` calls that were made
    int refusedShells = 0;             ///< of these, how many were not run
    int cachedShells = 0;              ///< of these, how many a ShellCache answered
    bool wasCancelled = false;

    [[nodiscard]] bool hasErrors() const;
};

/// Reads the tree. Never throws for what is in the files. May be called on any thread.
[[nodiscard]] LoadResult load(const LoadOptions &options);

} // namespace kconfig
