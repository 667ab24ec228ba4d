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

} // namespace kiln
