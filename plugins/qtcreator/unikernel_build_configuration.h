// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Build configurations: one for each target of the Kraftfile, and one for plain `.config`.
#pragma once

#include "qtc_compat.h"

#include "workbench/build_settings.h"
#include "workbench/project.h"

namespace kiln::creator {

/// What of an application a build configuration stands for.
struct ApplicationRequest
{
    QString target;         ///< of the Kraftfile, see ProjectTarget::name; empty: none of them
    QString buildDirectory; ///< as the user has it; empty: the target's own
};

/// Opens the application in `directory` that way. Any thread.
[[nodiscard]] Result<Project> openApplication(const QString &directory,
                                              const ApplicationRequest &request);

/// GUI thread.
class UnikernelBuildConfiguration : public BuildConfigurationBase
{
    Q_OBJECT

public:
    UnikernelBuildConfiguration(ProjectExplorer::Target *target, Utils::Id id);

    [[nodiscard]] ApplicationRequest request() const;
    /// How `application` is built: as it was remembered for it, else with the kit's compiler where
    /// that makes code for its architecture.
    [[nodiscard]] BuildSettings settings(const Project &application) const;
};

class UnikernelBuildConfigurationFactory : public ProjectExplorer::BuildConfigurationFactory
{
public:
    UnikernelBuildConfigurationFactory();
};

} // namespace kiln::creator
