// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Single values out of a .config file, without reading the option tree.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVector>

namespace kiln {

/// Value of `CONFIG_NAME=` lines by NAME, strings without quotes. Empty when there is no file.
[[nodiscard]] QHash<QString, QString> readDotConfig(const QString &path);
/// One value; empty when it is not set.
[[nodiscard]] QString dotConfigValue(const QString &path, const QString &name);

/// A line that sets an option.
struct DotConfigLine
{
    QString name;   ///< without CONFIG_
    QString value;  ///< strings without quotes; "n" for `is not set`
    int number = 0; ///< of the line, from 1
};

/// The lines that set options, in order; of several for one option the last.
[[nodiscard]] QVector<DotConfigLine> dotConfigLines(const QByteArray &text);

} // namespace kiln
