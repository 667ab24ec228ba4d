// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A build of an application that runs unit tests, beside the user's own.
#pragma once

#include "workbench/config_session.h"
#include "workbench/project.h"

#include <QStringList>

namespace kiln {

/// The same application with a build folder and a .config of its own, `tests` in the project's
/// build folder. The user's .config and image stay as they are.
[[nodiscard]] Project testProject(const Project &project);

/// Starts the test project's .config anew: from the user's, and where there is none from what the
/// project starts from. Fails when it can't be written.
Result<void> prepareTestConfig(const Project &project, const Project &tests);

/// Switches uktest on, with the suites of all libraries and messages for each result; `suites`
/// names the only ones to run (empty: all; the bundled tree only, others run all). Adds the small
/// libraries of the bundled tree that bring suites only when `everything` is set. Returns what the
/// tree lacks: a Problem when it has no uktest at all.
Result<void> enableTests(ConfigSession &session, const QStringList &suites, bool everything);

} // namespace kiln
