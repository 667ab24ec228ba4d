// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a compiler's path says to a build.
#pragma once

#include "workbench/build_settings.h"

#include <QString>

namespace kiln {

/// Gives the settings the compiler at `path`, such as `/usr/bin/aarch64-linux-gnu-gcc-12`, when it
/// makes code for `architecture` of the application ("x86_64", "arm64"): its family and what stands
/// before it. `target` is what the compiler makes code for, the same words. What was chosen already
/// stays, and so do the settings when compiler and application do not fit.
[[nodiscard]] BuildSettings settingsWithCompiler(BuildSettings settings, const QString &path,
                                                 const QString &target,
                                                 const QString &architecture);

} // namespace kiln
