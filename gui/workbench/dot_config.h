// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Single values out of a .config file, without reading the option tree.
#pragma once

#include <QHash>
#include <QString>

namespace kiln {

/// Value of `CONFIG_NAME=` lines by NAME, strings without quotes. Empty when there is no file.
[[nodiscard]] QHash<QString, QString> readDotConfig(const QString &path);
/// One value; empty when it is not set.
[[nodiscard]] QString dotConfigValue(const QString &path, const QString &name);

} // namespace kiln
