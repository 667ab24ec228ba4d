// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a path that a user names, drops or chooses would open.
#pragma once

#include "workbench/project.h"

#include <QString>

namespace kiln {

struct ProjectLocation
{
    ProjectKind kind = ProjectKind::application;
    QString directory;      ///< canonical path of the project's folder; see Project::directory
    QString rootFile;       ///< the root Kconfig file's name in it; not of applications
    QString buildDirectory; ///< a Linux build folder (O=) that was named; else empty
    QString configFile;     ///< a configuration that was named; else empty
    /// A defconfig that was named: its values are for .config, and it is not written. Else empty.
    QString valuesFile;
    QString architecture; ///< ARCH that the named file's place or text tells; else empty

    /// What opens the same again, without the configuration that was named.
    [[nodiscard]] QString path() const;

    friend bool operator==(const ProjectLocation &, const ProjectLocation &) = default;
};

/// Finds out what to open. A folder is an application (it has a Makefile.uk), a Linux source tree
/// or build folder, or has a `Kconfig` or `Config.in` file. A Kconfig file is a root file itself;
/// but one in a Linux tree, and a folder there, opens the tree. A configuration (.config, a
/// defconfig) belongs to the nearest folder upwards that can be opened. Any other file opens the
/// application whose folder it is in. The Problem says why nothing can be opened. Reads only; a few
/// small files. Any thread.
[[nodiscard]] Result<ProjectLocation> locateProject(const QString &path);

} // namespace kiln
