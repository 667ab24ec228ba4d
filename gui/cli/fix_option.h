// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln config --fix`: values that need other changes first.
#pragma once

#include "cli/console.h"
#include "workbench/config_session.h"

#include <kconfig/resolve.h>

#include <QVector>

namespace kiln::cli {

/// Makes the fewest changes that give options these values, all at once; the session is edited but
/// not saved. False, and a complaint with the reasons, when nothing does.
[[nodiscard]] bool applyFix(ConfigSession &session, const QVector<kconfig::Wish> &wishes,
                            Console &console);

} // namespace kiln::cli
