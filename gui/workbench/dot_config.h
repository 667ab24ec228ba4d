// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Single values out of a .config file, without reading the option tree.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace kiln {

/// Values of the `CONFIG_NAME=` lines of some names, strings without quotes; of several lines for
/// one name the last. Has nothing of names that are not set, nor when there is no file.
[[nodiscard]] QHash<QString, QString> readDotConfig(const QString &path, const QStringList &names);
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
