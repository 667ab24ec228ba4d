// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A version of a fetched repository as files.
#pragma once

#include "workbench/git_access.h"
#include "workbench/git_clone.h"

namespace kiln {

/// Writes the files of a branch, tag or revision (empty: of HEAD) and makes it the current one; of
/// a branch of `origin`, as a local branch that follows it. Existing changes are kept: then it
/// fails. The watch of `access` ends it.
[[nodiscard]] Result<CheckedOut> checkOutVersion(git_repository *repository, const QString &version,
                                                 const GitAccess &access);

/// The revision as 40 digits, and the branch, that are current.
[[nodiscard]] CheckedOut currentVersion(git_repository *repository);

} // namespace kiln
