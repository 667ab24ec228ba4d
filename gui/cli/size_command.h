// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln size`: what an image consists of.
#pragma once

#include "cli/console.h"

#include <QStringList>

namespace kiln::cli {

int runSize(const QStringList &arguments, Console &console);

} // namespace kiln::cli
