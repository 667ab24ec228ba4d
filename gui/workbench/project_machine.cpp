// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_machine.h"

#include "workbench/kraftfile.h"
#include "workbench/machine_file.h"

#include <QFileInfo>

namespace kiln {

Machine kraftMachine(const Kraftfile &file, const Project &project, const KraftTarget *target)
{
    Machine machine = file.machine(target);
    if (file.environment.isEmpty() || project.tree.kind != KernelTree::Kind::upstream ||
        machine.isLinuxProcess())
        return machine;
    machine.kernelArguments = QStringList{QStringLiteral("env.vars=[")} + file.environment +
                              QStringList{QStringLiteral("]"), QStringLiteral("--")} +
                              machine.kernelArguments;
    return machine;
}

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
    found.machine = kraftMachine(*file, project, nullptr);
    if (!file->environment.isEmpty() && project.tree.kind != KernelTree::Kind::upstream)
        found.notes.append(path + QStringLiteral(": env is left out: the bundled tree gives an "
                                                 "application no environment. Use arguments "
                                                 "(cmd) instead."));
    return found;
}

} // namespace kiln
