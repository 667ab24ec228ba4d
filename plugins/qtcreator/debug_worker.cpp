// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "debug_worker.h"

#include "debugger_choice.h"
#include "text.h"
#include "unikernel_build_configuration.h"
#include "unikernel_run.h"

#include <projectexplorer/project.h>
#include <projectexplorer/target.h>

#include <QHostAddress>
#include <QTcpServer>

#include <optional>

namespace kiln::creator {

using namespace ProjectExplorer;

namespace {

/// A port of the loopback address that nobody uses now; 0: there is none.
int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

/// What is debugged; nothing: the project is not one that can be.
std::optional<kiln::Project> applicationOf(RunControl *control)
{
    const auto *configuration =
        qobject_cast<UnikernelBuildConfiguration *>(control->target()->activeBuildConfiguration());
    if (configuration == nullptr)
        return std::nullopt;
    const auto application = openApplication(control->project()->projectDirectory().toString(),
                                             configuration->request());
    return application ? std::optional(*application) : std::nullopt;
}

/// The debugger's part takes what it needs from the kit as soon as it is made.
RunControl *withDebugger(RunControl *control)
{
    if (const auto application = applicationOf(control))
        static_cast<void>(chooseDebugger(control, application->architecture()));
    return control;
}

} // namespace

DebugWorker::DebugWorker(RunControl *control, LogPane *pane)
    : DebuggerRunTool(withDebugger(control), DoNotAllowTerminal)
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
    if (const auto application = applicationOf(control)) {
        const auto image = Utils::FilePath::fromString(application->debugImagePath());
        setInferiorExecutable(image);
        setSymbolFile(image);
    }
}

void DebugWorker::start()
{
    const auto application = applicationOf(runControl());
    if (application && !chooseDebugger(runControl(), application->architecture()))
        return reportFailure(
            Text::tr("%1: There is no debugger for %2. Install gdb-multiarch, or add a GDB for it "
                     "in Edit > Preferences > Kits > Debuggers.")
                .arg(application->name, application->architecture()));
    DebuggerRunTool::start();
}

} // namespace kiln::creator
