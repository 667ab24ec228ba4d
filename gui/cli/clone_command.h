// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln clone`: copies of repositories.
#pragma once

#include "cli/console.h"
#include "workbench/git_clone.h"

#include <QStringList>

namespace kiln::cli {

/// Runs the command; returns the exit status.
int runClone(const QStringList &arguments, Console &console);

/// Clones, showing how far it is; reports the result. Ctrl-C cancels. Returns the exit status.
int cloneAndReport(const CloneRequest &request, Console &console);

} // namespace kiln::cli
