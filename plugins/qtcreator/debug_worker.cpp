// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "debug_worker.h"

#include "text.h"
#include "unikernel_build_configuration.h"
#include "unikernel_run.h"

#include <projectexplorer/project.h>
#include <projectexplorer/target.h>

#include <QHostAddress>
#include <QTcpServer>

namespace kiln::creator {

using namespace ProjectExplorer;

namespace {

/// A port of the loopback address that nobody uses now; 0: there is none.
int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

DebugWorker::DebugWorker(RunControl *control, LogPane *pane)
    : DebuggerRunTool(control, DoNotAllowTerminal)
{
    setId(QStringLiteral("Kiln.DebugWorker"));
    const int port = freePort();
    auto *boot = new BootWorker(control, pane);
    boot->waitForDebugger(port);
    addStartDependency(boot);
    addStopDependency(boot);

    setStartMode(Debugger::AttachToRemoteServer);
    setCloseMode(Debugger::KillAndExitMonitorAtClose);
    setUseExtendedRemote(false);
    setUseContinueInsteadOfRun(true);
    setRemoteChannel(QStringLiteral("127.0.0.1"), port);
    setRunControlName(Text::tr("%1 in QEMU").arg(control->project()->displayName()));
    const auto *configuration =
        qobject_cast<UnikernelBuildConfiguration *>(control->target()->activeBuildConfiguration());
    if (configuration == nullptr)
        return;
    if (const auto application = openApplication(control->project()->projectDirectory().toString(),
                                                 configuration->request())) {
        const auto image = Utils::FilePath::fromString(application->debugImagePath());
        setInferiorExecutable(image);
        setSymbolFile(image);
    }
}

} // namespace kiln::creator
