// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln new`: a new application or library from a template.
#pragma once

#include "cli/console.h"
#include "workbench/new_project.h"

#include <QStringList>

namespace kiln::cli {

/// Runs the command; returns the exit status.
int runNew(const QStringList &arguments, Console &console);

/// Writes the files below `directory`, or with `isDryRun` prints them instead; says what comes
/// next. Returns the exit status.
int writeNewFiles(const QString &directory, const QList<NewFile> &files, bool isDryRun,
                  const QString &next, Console &console);

} // namespace kiln::cli
