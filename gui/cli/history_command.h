// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln history`: the builds so far.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

int runHistory(const QStringList &arguments, Console &console);

} // namespace kiln::cli
