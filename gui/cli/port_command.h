// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln port`: a library port from a C program's own build.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

/// Runs the command; returns the exit status.
int runPort(const QStringList &arguments, Console &console);

} // namespace kiln::cli
