// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Running an application: it boots in the machine that the project describes, and prints into
// Application Output and Kiln's log pane.
#pragma once

#include "qtc_compat.h"

#include "workbench/guest.h"

#include <projectexplorer/runconfiguration.h>

#include <QPointer>
#include <QStringDecoder>

namespace kiln::creator {

class LogPane;

/// The project's machine; there is nothing to set that its own description doesn't have.
class UnikernelRunConfiguration : public RunConfigurationBase
{
    Q_OBJECT

public:
    UnikernelRunConfiguration(Owner *owner, Utils::Id id);
};

class UnikernelRunConfigurationFactory : public ProjectExplorer::FixedRunConfigurationFactory
{
public:
    UnikernelRunConfigurationFactory();
};

/// Boots one guest. GUI thread.
class BootWorker : public RunWorker
{
    Q_OBJECT

public:
    BootWorker(ProjectExplorer::RunControl *control, LogPane *pane);
    ~BootWorker() override;

    /// Boots with a gdb stub on this port of the loopback address, and waits before the first
    /// instruction: started() comes when a debugger can attach.
    void waitForDebugger(int port) { m_debuggerPort = port; }

protected:
    void start() override;
    void stop() override;

private:
    void follow(Guest *guest);
    void tellStarted();
    void show();
    void tell(const EmulatorResult &result);

    LogPane *m_pane;
    QPointer<Guest> m_guest;
    QStringDecoder m_text{QStringDecoder::Utf8};
    int m_debuggerPort = 0; ///< 0: none
    bool m_hasStarted = false;
    bool m_hasPrinted = false;
    bool m_hasEnded = false;
};

} // namespace kiln::creator
