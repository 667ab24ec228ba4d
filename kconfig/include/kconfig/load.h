// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From a tree of files to a model.
#pragma once

#include "kconfig/diagnostic.h"
#include "kconfig/dialect.h"
#include "kconfig/model.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kconfig {

/// What a `$(shell,command)` gave: its standard output (the engine trims it) and exit status.
struct ShellResult
{
    std::string output;
    int exitStatus = 0;
};

/// Runs a command for `$(shell,…)`. Called on the thread that loads.
using Shell = std::function<ShellResult(const std::string &command)>;

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
    /// Empty: nothing is run; each `$(shell,…)` is the empty string, LoadResult::refusedShells
    /// counts them and the first gives a warning.
    Shell shell;
    /// Polled now and then; true ends the load early with what was read so far.
    std::function<bool()> cancelled;
};

struct LoadResult
{
    /// Never null: with errors, the model of what could be read.
    std::shared_ptr<const Model> model;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> messages; ///< what `$(info,…)` said, in order
    int refusedShells = 0;
    bool wasCancelled = false;

    [[nodiscard]] bool hasErrors() const;
};

/// Reads the tree. Never throws for what is in the files. May be called on any thread.
[[nodiscard]] LoadResult load(const LoadOptions &options);

/// A Shell that runs `/bin/sh -c command` in `directory` with exactly `environment`.
[[nodiscard]] Shell hostShell(std::string directory,
                              std::map<std::string, std::string> environment);

/// The environment of this process, as a map.
[[nodiscard]] std::map<std::string, std::string> processEnvironment();

} // namespace kconfig
