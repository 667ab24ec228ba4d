// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf's command line.
#pragma once

#include "shells.h"

#include "kconfig/expected.h"

#include <optional>
#include <string>
#include <vector>

namespace kconf {

enum class Mode
{
    oldask,
    old,
    sync,
    oldDef,
    allNo,
    allYes,
    allMod,
    allDef,
    random,
    defconfig,
    saveDefconfig,
    listNew,
    help
};

struct Options
{
    Mode mode = Mode::oldask;
    bool silent = false;
    ShellChoice shells;
    std::string file;     ///< of defconfig and savedefconfig; empty: the default
    std::string rootFile; ///< the Kconfig file
};

/// Parses the arguments behind the program's name. The error is a sentence for the user.
[[nodiscard]] kconfig::Expected<Options, std::string>
parseOptions(const std::vector<std::string> &arguments);

[[nodiscard]] std::string usage();

} // namespace kconf
