// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which Debian package has a program.
#pragma once

#include <QString>

namespace kiln {

/// The Debian package a program is in; empty when not known.
[[nodiscard]] QString debianPackage(const QString &tool);

} // namespace kiln
