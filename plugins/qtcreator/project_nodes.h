// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Qt Creator's project tree shows of an application.
#pragma once

#include "workbench/project_files.h"

#include <projectexplorer/projectnodes.h>

#include <memory>

namespace kiln::creator {

/// The application's own files first, then its external libraries, then the kernel tree.
/// `projectFile` is what the project was opened by. Any thread.
[[nodiscard]] std::unique_ptr<ProjectExplorer::ProjectNode>
projectNodes(const ProjectFiles &files, const Project &application, const QString &projectFile);

} // namespace kiln::creator
