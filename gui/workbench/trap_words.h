// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the registers of a trap say, in a sentence.
#pragma once

#include <QString>

namespace kiln {

struct CrashReport;

/// By the exception syndrome of arm64 (Arm ARM DDI 0487, ESR_EL1) and the vectors and error codes
/// of x86_64 (Intel SDM volume 3, chapter 6). Empty when nothing is known beyond the headline.
[[nodiscard]] QString explainTrap(const CrashReport &report);

} // namespace kiln
