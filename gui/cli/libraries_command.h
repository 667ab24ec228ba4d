// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln libraries`: which library of an image needs which, and why one is in it.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

int runLibraries(const QStringList &arguments, Console &console);

} // namespace kiln::cli
