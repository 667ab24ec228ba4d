// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A unikernel under Qt Creator's debugger.
#pragma once

#include "qtc_compat.h"

namespace kiln::creator {

class LogPane;

/// The application as a guest with a gdb stub, which boots when the debugger begins. The run gets a
/// debugger that knows its architecture. GUI thread.
[[nodiscard]] DebuggedGuest debuggedGuest(ProjectExplorer::RunControl *control, LogPane *pane);

} // namespace kiln::creator
