// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which machine a project boots in: its own description, else its Kraftfile, else what suits it.
#pragma once

#include "workbench/machine.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace kiln {

struct ProjectMachine
{
    Machine machine;                ///< not settled
    QString source;                 ///< the file it is from; empty: none
    QStringList notes;              ///< what that file says that has no effect here
    std::optional<Problem> problem; ///< why a file was passed over
};

/// Reads files of the project and runs nothing. Any thread.
[[nodiscard]] ProjectMachine machineOfProject(const Project &project);

struct Kraftfile;
struct KraftTarget;

/// The machine of a Kraftfile for a target (null: apart from targets) as this project boots it.
/// With an upstream tree the application's environment goes with the kernel's arguments: its
/// library posix-environ takes them from `env.vars=[ … ]`, before a `--`.
[[nodiscard]] Machine kraftMachine(const Kraftfile &file, const Project &project,
                                   const KraftTarget *target);

} // namespace kiln
