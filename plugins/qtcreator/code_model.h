// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an application was compiled, in the terms of Qt Creator's code model.
#pragma once

#include "workbench/compile_commands.h"

#include <projectexplorer/rawprojectpart.h>
#include <utils/filepath.h>

namespace kiln::creator {

/// One part for each set of files that are compiled alike. GUI thread.
[[nodiscard]] ProjectExplorer::RawProjectParts projectParts(const QVector<CompileCommand> &commands,
                                                            const Utils::FilePath &projectFile,
                                                            const ProjectExplorer::KitInfo &kit);

} // namespace kiln::creator
