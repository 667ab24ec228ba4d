// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The Kconfig dialects that differ in language or in the bytes they write.
#pragma once

namespace kconfig {

enum class Dialect
{
    unikraft,  ///< Linux 5.2 with globs in `source`, as Unikraft 0.17 carries it.
    linux_6_1, ///< Linux 6.1.
    linux_6_12 ///< Linux 6.12.
};

} // namespace kconfig
