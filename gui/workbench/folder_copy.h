// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Copies of folders with sources: an example to work on, a library to build with.
#pragma once

#include "workbench/problem.h"

#include <QString>

namespace kiln {

/// Whether an application can be configured and built where it is.
[[nodiscard]] bool isWritableFolder(const QString &folder);

/// Copies an application into a new folder of the same name under `parent`, and makes the copy
/// writable to its owner. Build folders, what an editor hides and links stay behind. Returns the
/// new folder; on failure nothing of it is left.
Result<QString> copyExample(const QString &example, const QString &parent);

/// The same into the folder `target`, which must not be there.
Result<QString> copyFolder(const QString &from, const QString &target);

} // namespace kiln
