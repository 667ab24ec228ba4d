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
    const auto application =
        openApplication(control->project()->projectDirectory().path(), configuration->request());
    return application ? std::optional(*application) : std::nullopt;
}

} // namespace

DebuggedGuest debuggedGuest(RunControl *control, LogPane *pane)
{
    DebuggedGuest guest;
    guest.name = Text::tr("%1 in QEMU").arg(control->project()->displayName());
    guest.port = freePort();
    auto *boot = new BootWorker(control, pane);
    boot->waitForDebugger(guest.port);
    guest.boot = boot;
    const auto application = applicationOf(control);
    if (!application)
        return guest;
    guest.image = Utils::FilePath::fromString(application->debugImagePath());
    if (!chooseDebugger(control, application->architecture()))
        guest.obstacle =
            Text::tr("%1: There is no debugger for %2. Install gdb-multiarch, or add a "
                     "GDB for it in Edit > Preferences > Kits > Debuggers.")
                .arg(application->name, application->architecture());
    return guest;
}

} // namespace kiln::creator
