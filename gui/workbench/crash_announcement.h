// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words by which kernels announce their end.
#pragma once

#include <QStringView>

namespace kiln {

/// Whether a kernel message (the kernel's own, of critical level) begins the report of a crash:
/// a trap, a failed assertion, or the registers by which upstream's page faults begin.
[[nodiscard]] bool isCrashAnnouncement(QStringView message);

} // namespace kiln
