// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The functions behind the table of sub-commands. Each returns an ExitStatus.
#pragma once

namespace kconf {

struct CommandLine;

int runHelp(CommandLine &line);

} // namespace kconf
