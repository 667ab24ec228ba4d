// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln symbol`: where the files of a project name an option, and another name for it.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

int runSymbol(const QStringList &arguments, Console &console);

} // namespace kiln::cli
