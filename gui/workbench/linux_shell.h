// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads a Linux tree that nobody trusts yet without asking its compiler anything.
#pragma once

#include <kconfig/shell.h>

namespace kiln {

/// A Shell that runs nothing. It works out what needs no program, `set -- WORDS && echo $N` and
/// `{ test A = B; } … && echo X || echo Y` (also `test -z A`). So that all options can be read, it
/// answers the tree's scripts that tell versions (`scripts/cc-version.sh`, …) with version 0, and
/// whether any other command succeeds with no; these are counted in `*refused`, for their answers
/// are not known. Anything else is refused (kconfig::ShellResult::wasRefused).
[[nodiscard]] kconfig::Shell untrustedLinuxShell(int *refused);

} // namespace kiln
