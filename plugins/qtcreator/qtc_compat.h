// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where versions of Qt Creator differ: what the plugin needs of them, under one name.
#pragma once

#include <projectexplorer/runcontrol.h>
#include <projectexplorer/session.h>

namespace kiln::creator {

/// Knows which projects are open and which one is the current one.
using Session = ProjectExplorer::SessionManager;

/// Makes workers for runs of this kind in this mode. Registers itself while it lives. GUI thread.
/// (10 has no public constructor for that any more.)
class WorkerFactory : public ProjectExplorer::RunWorkerFactory
{
public:
    WorkerFactory(const WorkerCreator &producer, Utils::Id runMode, Utils::Id runConfiguration)
    {
        setProducer(producer);
        addSupportedRunMode(runMode);
        addSupportedRunConfig(runConfiguration);
    }
};

} // namespace kiln::creator
