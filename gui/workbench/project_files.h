// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which files make up an application, its libraries and its kernel tree: for trees of files.
#pragma once

#include "workbench/project.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace kiln {

struct LibraryFiles
{
    QString name;      ///< of its folder
    QString directory; ///< canonical
    QStringList files; ///< absolute, sorted
};

struct ProjectFiles
{
    QStringList application;         ///< absolute, sorted
    QVector<LibraryFiles> libraries; ///< external ones, in the project's order
    QStringList kernel;              ///< absolute, sorted; without what builds have made in it
};

/// The application's own files: no hidden ones but its configurations, no build folders, no
/// symbolic links to folders. Reads folders only. Any thread.
[[nodiscard]] QStringList applicationFiles(const Project &project);

/// All of them. Any thread; an upstream tree takes tens of milliseconds.
[[nodiscard]] ProjectFiles filesOfProject(const Project &project);

} // namespace kiln
