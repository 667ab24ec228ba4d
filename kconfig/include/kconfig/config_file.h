// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reading and writing .config, defconfig and what a build wants to know (auto.conf, config.h).
#pragma once

#include "kconfig/configuration.h"
#include "kconfig/diagnostic.h"
#include "kconfig/expected.h"

#include <string>
#include <vector>

namespace kconfig {

/// Why a file could not be read or written: what, which file, and what to do.
struct FileError
{
    std::string path;
    int errorNumber = 0; ///< errno; ENOSPC, EACCES, …
    std::string message; ///< a whole sentence
};

struct ReadReport
{
    std::vector<Diagnostic> diagnostics; ///< unknown symbols, bad values, duplicates; see sources
    SourceMap sources;                   ///< for the diagnostics
    int unknownSymbols = 0;
    /// What the dialect's conf prints on stderr while it reads this, and how many warnings that is.
    std::string confText;
    int confWarnings = 0;
};

/// Replaces the user values by those of a .config text. `path` is for messages only.
ReadReport readConfig(Configuration &configuration, std::string_view text, const std::string &path);
/// The same from a file.
Expected<ReadReport, FileError> readConfigFile(Configuration &configuration,
                                               const std::string &path);
/// Adds the values of a fragment to the user values, later lines winning.
ReadReport mergeConfig(Configuration &configuration, std::string_view text,
                       const std::string &path);

/// How reading treats what it finds; the defaults suit a program with a window.
struct ReadOptions
{
    std::string prefix = "CONFIG_";   ///< what symbol names start with in the file
    bool reportUnknownSymbols = true; ///< a warning for each; conf is silent about them
    /// What conf's modes start from: choices count as answered by the file (up to Linux 6.10), and
    /// numbers outside their range stay until the caller has judged them.
    bool asConfModesDo = false;
};

/// readConfig() with options.
ReadReport readConfig(Configuration &configuration, std::string_view text, const std::string &path,
                      const ReadOptions &options);
/// readConfigFile() with options.
Expected<ReadReport, FileError> readConfigFile(Configuration &configuration,
                                               const std::string &path, const ReadOptions &options);

/// .config as the dialect's conf writes it. `prefix` is CONFIG_ unless the tree says otherwise.
[[nodiscard]] std::string writeConfig(const Configuration &configuration,
                                      std::string_view prefix = "CONFIG_");
/// Only what differs from the defaults (savedefconfig).
[[nodiscard]] std::string writeMinimalConfig(const Configuration &configuration,
                                             std::string_view prefix = "CONFIG_");

/// Whether saveFile() waits for the disk.
enum class Durability
{
    automatic, ///< waits where the old file is kept: for what a person has made
    none,      ///< never: the file outlives a crash of the program, but perhaps not of the machine
};

/// Writes through a temporary file and rename, so that a crash or a full disk leaves the old file.
/// With `keepOld`, the previous file stays as `path.old`. An unchanged file is left alone.
Expected<void, FileError> saveFile(const std::string &path, std::string_view text,
                                   bool keepOld = false,
                                   Durability durability = Durability::automatic);
/// Whether a file can be read and holds just this text.
[[nodiscard]] bool fileHolds(const std::string &path, std::string_view text);
/// Reads a whole file.
Expected<std::string, FileError> readFile(const std::string &path);

} // namespace kconfig
