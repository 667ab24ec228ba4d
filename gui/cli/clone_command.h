// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln clone`: copies of repositories.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

/// Runs the command; returns the exit status.
int runClone(const QStringList &arguments, Console &console);

} // namespace kiln::cli
