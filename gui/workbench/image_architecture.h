// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which processor an image was built for.
#pragma once

#include <QString>

namespace kiln {

/// "x86_64" or "arm64" by the file's ELF header (e_machine; an x86_64 image may be wrapped in a
/// 32-bit header for multiboot) or by the header of an arm64 Linux boot image (the magic "ARM\x64"
/// at offset 56). Empty: can't be told.
[[nodiscard]] QString imageArchitecture(const QString &path);

} // namespace kiln
