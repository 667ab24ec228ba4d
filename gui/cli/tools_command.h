// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln tools`: the programs that building and booting call, found and missing.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

/// Runs the command; returns the exit status: missingTool when something that is needed is not
/// there.
int runTools(const QStringList &arguments, Console &console);

} // namespace kiln::cli
