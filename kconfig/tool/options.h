// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf's command line: that of the dialect's conf, and kconf's own options.
#pragma once

#include "shells.h"

#include "kconfig/dialect.h"
#include "kconfig/expected.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
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
    helpNew,
    yesToMod,
    modToYes,
    modToNo,
    help,
    version
};

/// Whether the mode begins with the user's configuration.
[[nodiscard]] bool startsFromUserConfig(Mode mode);

/// Whose words messages are in.
enum class MessageStyle
{
    conf, ///< exactly those of the dialect's conf
    full  ///< kconf's own: places with carets, and what to do
};

struct Options
{
    /// \name What only kconf has
    /// @{
    std::optional<kconfig::Dialect> dialect; ///< nothing: to be guessed
    std::string dialectReason;               ///< what it was recognized by, for people
    MessageStyle messages = MessageStyle::full;
    ShellChoice shells;
    /// @}

    /// \name What conf has, too
    /// @{
    Mode mode = Mode::oldask;
    bool silent = false;
    bool sync = false;       ///< --syncconfig was among the options
    bool wantsSeed = false;  ///< --randconfig was among the options
    bool hasFile = false;    ///< defconfig: whether `file` was given
    std::string file;        ///< of defconfig and savedefconfig
    std::string rootFile;    ///< the Kconfig file; empty: missing
    bool isRejected = false; ///< an option is wrong, which getopt has said, and conf stops there
    /// @}
};

/// Takes kconf's own options out of the arguments behind the program's name, so that what is left
/// is the business of the dialect's conf or of a sub-command. Without --messages and
/// KCONF_MESSAGES, `isTerminal` says whether people are reading. The error is a sentence for the
/// user.
[[nodiscard]] kconfig::Expected<void, std::string>
takeOwnOptions(Options &options, std::vector<std::string> &arguments,
               const std::map<std::string, std::string> &environment, bool isTerminal);

/// Unless the dialect is known, guesses it from the root file and the environment.
void settleDialect(Options &options, const std::map<std::string, std::string> &environment);

/// Parses the options that the dialect's conf knows, with its abbreviations, order and complaints
/// (by getopt_long, on stderr). The dialect must be settled or is guessed by the arguments.
void parseConfOptions(Options &options, const std::string &program,
                      const std::vector<std::string> &arguments,
                      const std::map<std::string, std::string> &environment);

[[nodiscard]] std::string usage(std::string_view program, const Options &options);

} // namespace kconf
