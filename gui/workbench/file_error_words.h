// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why the engine could not read or write a file, in the user's language: its own sentences are for
// programs without one.
#pragma once

#include <kconfig/config_file.h>

#include <QString>

namespace kiln {

/// What the operating system says, in the language of the environment. Any thread.
[[nodiscard]] QString reasonOf(const kconfig::FileError &error);
/// A sentence about a file with values that could not be read; it does not name the file. Any
/// thread.
[[nodiscard]] QString unreadable(const kconfig::FileError &error);

} // namespace kiln
