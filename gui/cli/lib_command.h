// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln lib`: the external libraries of an application.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

/// Runs the command; returns the exit status.
int runLib(const QStringList &arguments, Console &console);

} // namespace kiln::cli
