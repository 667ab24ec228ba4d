// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many steps a whole build takes, remembered beside its results for the next progress bar.
#pragma once

#include <QString>

namespace kiln {

/// Steps of the longest build so far in the folder; 0 when there was none.
[[nodiscard]] int rememberedSteps(const QString &buildDirectory);
/// Keeps the greater number: a partial build says nothing about a whole one. Failure to write only
/// costs the next build its total.
void rememberSteps(const QString &buildDirectory, int steps);

} // namespace kiln
