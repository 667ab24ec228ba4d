// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Sub-commands: `kconf NAME …`. Everything else on the command line is conf's face (options.h).
#pragma once

#include "options.h"
#include "session.h"

#include "kconfig/expected.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconf {

/// What a sub-command ends with.
enum ExitStatus : int
{
    statusFine = 0,     ///< done, nothing found, no difference
    statusFindings = 1, ///< findings, differences, no match, or an edit was refused
    statusTrouble = 2   ///< wrong usage, or the tree, a configuration or an output is out of reach
};

/// An option of one sub-command. `value` names what follows `=`; null: it takes none.
struct CommandOption
{
    const char *name; ///< with its dashes
    const char *value;
    const char *help; ///< one line
};

/// A command line, taken apart.
struct CommandLine
{
    /// What Session needs: the tree (empty: findTree() has not been asked), shells, dialect.
    Options options;
    /// The process's, with KCONFIG_CONFIG as --config= says.
    std::map<std::string, std::string> environment;
    bool json = false;
    std::vector<std::string> operands;
    /// The sub-command's own options in order, values empty where there are none.
    std::vector<std::pair<std::string, std::string>> own;

    [[nodiscard]] bool has(std::string_view option) const;
    /// The value of an option, the last one winning; nothing when it was not given.
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
};

/// One sub-command. `run` returns an ExitStatus; complaints have gone to stderr.
struct Command
{
    const char *name;
    const char *operands; ///< as the usage line shows them
    const char *summary;  ///< one line
    const char *details;  ///< a paragraph or more for `kconf help NAME`; ends with a newline
    std::span<const CommandOption> options;
    int (*run)(CommandLine &line);
};

/// All sub-commands, as `kconf help` lists them.
[[nodiscard]] std::span<const Command> commands();
/// The sub-command of that name; null when there is none.
[[nodiscard]] const Command *findCommand(std::string_view name);

/// Takes apart what stands behind the sub-command's name. The error is a sentence for the user.
[[nodiscard]] kconfig::Expected<CommandLine, std::string>
parseCommandLine(const Command &command, const std::vector<std::string> &arguments);

/// Runs a sub-command; returns the exit status of the program.
[[nodiscard]] int runCommand(const Command &command, const std::vector<std::string> &arguments);

/// Makes sure that the tree is known: --tree=, else the last operand if it is a file here or in
/// srctree and `mayBeOperand`, else Config.uk or Kconfig here or in srctree. False when there is
/// none, which has been said.
[[nodiscard]] bool findTree(CommandLine &line, bool mayBeOperand);

/// Whether findTree() would find one without an operand.
[[nodiscard]] bool hasTree(const CommandLine &line);

/// Says on stderr that something is wrong; returns statusTrouble.
int complain(const std::string &message);

} // namespace kconf
