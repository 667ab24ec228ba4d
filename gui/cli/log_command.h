// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln log`: a guest's output, filtered or as JSON.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

/// The exit status. Memory does not grow with the log.
int runLog(const QStringList &arguments, Console &console);

} // namespace kiln::cli
