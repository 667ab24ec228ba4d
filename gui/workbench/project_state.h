// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where Kiln keeps what it knows of a project: outside of it, so that nobody's project can bring
// settings of its own.
#pragma once

#include <QString>

namespace kiln {

/// The folder for what is remembered of the project in `directory`, below the user's data folder.
/// It need not exist yet.
[[nodiscard]] QString projectStateDirectory(const QString &directory);

} // namespace kiln
