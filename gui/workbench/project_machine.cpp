// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_machine.h"

#include "workbench/kraftfile.h"
#include "workbench/machine_file.h"

#include <QFileInfo>

namespace kiln {

ProjectMachine machineOfProject(const Project &project)
{
    ProjectMachine found;
    if (const QString path = machineFilePath(project); QFileInfo::exists(path)) {
        found.source = path;
        if (const auto machine = readMachineFile(path))
            found.machine = *machine;
        else
            found.problem = machine.error();
        return found;
    }
    const QString path = findKraftfile(project.directory);
    if (path.isEmpty())
        return found;
    found.source = path;
    const auto file = readKraftfile(path);
    if (!file) {
        found.problem = file.error();
        return found;
    }
    found.notes = file->notes;
    // Architecture and platform are left to the configuration, which need not be the first target.
    found.machine = file->machine();
    return found;
}

} // namespace kiln
