// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The functions behind the table of sub-commands. Each returns an ExitStatus.
#pragma once

namespace kconf {

struct CommandLine;

int runCheck(CommandLine &line);
int runDiff(CommandLine &line);
int runDump(CommandLine &line);
int runExplain(CommandLine &line);
int runFix(CommandLine &line);
int runHelp(CommandLine &line);
int runImpact(CommandLine &line);
int runLint(CommandLine &line);
int runMenuconfig(CommandLine &line);
int runSearch(CommandLine &line);
int runSet(CommandLine &line);
int runWhy(CommandLine &line);

} // namespace kconf
