// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln test`: the application's unit tests, run in a guest.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

int runTest(const QStringList &arguments, Console &console);

} // namespace kiln::cli
