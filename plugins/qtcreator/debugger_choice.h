// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of the debuggers that Qt Creator knows can debug a target.
#pragma once

#include <QString>

namespace ProjectExplorer {
class RunControl;
}

namespace kiln::creator {

/// Makes the run use a debugger for code of `architecture` (as CONFIG_UK_ARCH has it): its kit's
/// where that can, else another that Qt Creator knows, else gdb-multiarch where it is installed,
/// which Qt Creator then knows, too. The kit itself stays as it is. Returns whether there is one.
/// GUI thread, before the run begins.
[[nodiscard]] bool chooseDebugger(ProjectExplorer::RunControl *control,
                                  const QString &architecture);

} // namespace kiln::creator
