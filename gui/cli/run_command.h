// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln run`: builds what is needed and boots it.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

int runRun(const QStringList &arguments, Console &console);

} // namespace kiln::cli
