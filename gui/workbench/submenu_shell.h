// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Answers, without running anything, the `$(shell,…)` calls by which an upstream tree lists its
// folders, so that a tree nobody trusts yet can be read whole.
#pragma once

#include <kconfig/load.h>

#include <QString>

namespace kiln {

/// A Shell that knows `TREE/support/build/config-submenu.sh` (it writes `source` lines for the
/// folders given by -r, -l and -c, less those given by -e, to the file given by -o, under a menu
/// with the title given by -t) and `test A = B && echo y || echo n`. Files are written only in
/// `directory`. Any other command gives nothing and is counted in `*refused`.
[[nodiscard]] kconfig::Shell submenuShell(const QString &tree, const QString &directory,
                                          int *refused);

} // namespace kiln
