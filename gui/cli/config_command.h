// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln config`: makes, shows and changes an application's .config.
#pragma once

#include "cli/console.h"
#include "workbench/config_session.h"

#include <QStringList>

namespace kiln::cli {

/// Runs the command; returns the exit status.
int runConfig(const QStringList &arguments, Console &console);

/// Loads a session and waits for it; prints what it has to say. False on failure or errors.
[[nodiscard]] bool loadSession(ConfigSession &session, const Project &project, bool trusted,
                               Console &console);
/// Writes a first .config when there is none, saying so. False on failure.
[[nodiscard]] bool ensureConfig(const Project &project, Console &console);

} // namespace kiln::cli
