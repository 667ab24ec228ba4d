// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Gives the addresses of a crash report their functions and lines.
#pragma once

#include "workbench/crash_report.h"

namespace kiln {

/// What is known about a crash besides its report.
struct CrashImage
{
    QString path; ///< the image with symbols
    /// Where the running kernel's table of constructors was, if it said so.
    std::optional<quint64> constructorTable;
};

/// Fills in `places` of addresses and of registers that point to code, and drops words of the stack
/// that are no code. Where a position-independent image ran is what the guest said, or is found by
/// functions whose names it printed, or by its table of constructors. On failure the report comes
/// back with `trouble`. Reads the image only; runs nothing. Any thread.
[[nodiscard]] CrashReport decodeCrash(CrashReport report, const CrashImage &image);

} // namespace kiln
