// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The machines an application is built for, each with a configuration and a build folder of its
// own, so that going from one to another never mixes what they have built.
#pragma once

#include "workbench/kraftfile.h"
#include "workbench/project.h"

#include <QList>
#include <QString>

#include <optional>

namespace kiln {

/// One entry of `targets:` in the project's Kraftfile.
struct ProjectTarget
{
    /// What names its files: letters, digits, `.`, `_` and `-`. Of a target without a name
    /// PLATFORM-ARCHITECTURE; no two are the same.
    QString name;
    KraftTarget written;    ///< as the Kraftfile has it
    QString configFile;     ///< absolute: `.config.NAME` in the application's folder
    QString buildDirectory; ///< absolute: `build-NAME` there

    friend bool operator==(const ProjectTarget &, const ProjectTarget &) = default;
};

/// The targets of the application in `directory`; none without a Kraftfile. Reads that file only.
/// Any thread.
[[nodiscard]] Result<QList<ProjectTarget>> projectTargets(const QString &directory);

/// The one called `name`: its own name, that of its files, or PLATFORM/ARCHITECTURE.
[[nodiscard]] Result<ProjectTarget> findTarget(const QString &directory, const QString &name);

/// The target that was chosen in the application; empty: none, which means `.config` and `build`.
/// It is remembered outside of the project.
[[nodiscard]] QString selectedTarget(const QString &directory);
/// Remembers a choice; an empty name forgets it. The target must be there.
Result<void> selectTarget(const QString &directory, const QString &name);

/// Options to open the application at `path` with for a target: the one called `name`, else the
/// one that was chosen, else none. Files that the options name already stay. What is no application
/// has no targets.
[[nodiscard]] Result<ProjectOptions> optionsForTarget(const QString &path, ProjectOptions options,
                                                      const QString &name);

/// The target whose configuration file an open project uses.
[[nodiscard]] std::optional<ProjectTarget> targetOfProject(const Project &project);

} // namespace kiln
