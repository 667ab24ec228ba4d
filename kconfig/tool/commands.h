// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The functions behind the table of sub-commands. Each returns an ExitStatus.
#pragma once

namespace kconf {

struct CommandLine;

int runDiff(CommandLine &line);
int runDump(CommandLine &line);
int runExplain(CommandLine &line);
int runHelp(CommandLine &line);
int runLint(CommandLine &line);
int runMenuconfig(CommandLine &line);
int runSearch(CommandLine &line);
int runSet(CommandLine &line);

} // namespace kconf
