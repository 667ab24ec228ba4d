// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last boot of an image, kept to compare the next one with.
#pragma once

#include "workbench/boot_timeline.h"
#include "workbench/problem.h"

namespace kiln {

/// The file for boots of `image`, an image of the project in `directory`: in the folder where Kiln
/// keeps what it knows of projects, not in the project.
[[nodiscard]] QString bootHistoryFile(const QString &directory, const QString &image);
/// Replaces what is kept. Any thread.
Result<void> saveBoot(const QString &file, const BootSummary &boot);
/// Empty when there is none, or none that makes sense. Any thread.
[[nodiscard]] BootSummary loadBoot(const QString &file);

} // namespace kiln
