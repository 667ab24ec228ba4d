// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The targets of an application added, changed and removed in its Kraftfile.
#pragma once

#include "workbench/project_targets.h"

namespace kiln {

/// The Kraftfile of the application in `directory`; one that says only the name is made when there
/// is none.
[[nodiscard]] Result<QString> ensureKraftfile(const QString &directory);

/// Adds a target; the Problem says where one of that name is already. Returns it.
[[nodiscard]] Result<ProjectTarget> addTarget(const QString &directory, const KraftTarget &target);

/// Makes the target called `name` (see findTarget()) another. When only its name is another, its
/// configuration goes along; its build folder stays behind, as what is in it names its own place.
/// A choice of this target holds on.
[[nodiscard]] Result<ProjectTarget> changeTarget(const QString &directory, const QString &name,
                                                 const KraftTarget &target);

/// Removes it from the Kraftfile and, when it was chosen, forgets that. Its configuration and build
/// folder stay: what somebody has made is theirs to delete.
Result<void> removeTarget(const QString &directory, const QString &name);

} // namespace kiln
