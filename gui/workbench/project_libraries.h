// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The external libraries that an application's Kraftfile names, and where they are.
#pragma once

#include "workbench/kraftfile.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kiln {

struct ProjectLibrary
{
    KraftComponent written; ///< as the Kraftfile has it
    /// Absolute: `.unikraft/libs/NAME` in the application or, when that is not there, the folder
    /// that is the source.
    QString directory;
    bool isThere = false; ///< whether there is a library in it
};

/// Reads the Kraftfile and looks for folders; none without a Kraftfile. A name that would lead
/// elsewhere is a Problem. Any thread.
[[nodiscard]] Result<QList<ProjectLibrary>> projectLibraries(const QString &directory);

/// The folder for a library of this name.
[[nodiscard]] Result<QString> libraryDirectory(const QString &application, const QString &name);

/// The folders of those that are there: what the application is built with when nothing else is
/// said. Those within the application are trusted with it, others by themselves.
[[nodiscard]] QStringList presentLibraries(const QString &directory);

} // namespace kiln
