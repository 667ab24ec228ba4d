// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A unikernel under Qt Creator's debugger.
#pragma once

#include <debugger/debuggerruncontrol.h>

namespace kiln::creator {

class LogPane;

/// Boots the application with a gdb stub, and attaches a GDB to it that knows its architecture.
/// GUI thread.
class DebugWorker : public Debugger::DebuggerRunTool
{
    Q_OBJECT

public:
    DebugWorker(ProjectExplorer::RunControl *control, LogPane *pane);

protected:
    void start() override;
};

} // namespace kiln::creator
