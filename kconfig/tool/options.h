// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf's command line: that of the dialect's conf, and kconf's own options.
#pragma once

#include "kconfig/dialect.h"
#include "kconfig/expected.h"

#include <map>
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

/// Whose words messages are in.
enum class MessageStyle
{
    conf, ///< exactly those of the dialect's conf
    full  ///< kconf's own: places with carets, and what to do
};

/// What the options that only kconf has come to. They are taken out first, so that what is left is
/// the business of the dialect's conf.
struct OwnOptions
{
    kconfig::Dialect dialect = kconfig::Dialect::unikraft;
    std::string dialectReason; ///< what it was recognized by, for people
    MessageStyle messages = MessageStyle::conf;
    bool runShells = true;
    std::vector<std::string> rest; ///< the other arguments
};

/// Takes kconf's own options from the arguments behind the program's name. The error is a sentence
/// for the user. Without --messages and KCONF_MESSAGES, `terminal` says whether people are reading.
[[nodiscard]] kconfig::Expected<OwnOptions, std::string>
takeOwnOptions(const std::vector<std::string> &arguments,
               const std::map<std::string, std::string> &environment, bool terminal);

/// What conf's options come to.
struct Options
{
    Mode mode = Mode::oldask;
    bool silent = false;
    bool sync = false;       ///< --syncconfig was among the options
    bool wantsSeed = false;  ///< --randconfig was among the options
    bool hasFile = false;    ///< defconfig: whether `file` was given
    std::string file;        ///< of defconfig and savedefconfig
    std::string rootFile;    ///< the Kconfig file; empty: missing
    bool isRejected = false; ///< an option is wrong, which getopt has said, and conf stops there
};

/// Parses the options that the dialect's conf knows, with its abbreviations, order and complaints
/// (by getopt_long, on stderr).
[[nodiscard]] Options parseOptions(const std::string &program, const OwnOptions &own);

[[nodiscard]] std::string usage(std::string_view program, const OwnOptions &own);

} // namespace kconf
