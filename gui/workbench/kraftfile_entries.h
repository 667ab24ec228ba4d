// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All single values of a Kraftfile with their places, to be shown and changed one by one.
#pragma once

#include "workbench/kraftfile.h"
#include "workbench/yaml_text.h"

#include <QVector>

namespace kiln {

struct KraftEntry
{
    YamlPath path;
    QString value;
    QString place; ///< `file:line:column`
    QString note;  ///< why it has no effect here; empty: it has

    friend bool operator==(const KraftEntry &, const KraftEntry &) = default;
};

struct KraftfileContents
{
    QString path;                   ///< of the file
    QVector<KraftEntry> entries;    ///< in the order of the file
    QStringList notes;              ///< what has no effect here, each with its place
    std::optional<Problem> problem; ///< why it can't be used as a whole
};

/// Reads the Kraftfile at `path`; fails when it is no YAML. Any thread; milliseconds.
[[nodiscard]] Result<KraftfileContents> readKraftfileContents(const QString &path);

/// Writes another value where `entry` was read; everything else of the file stays as it is. Fails,
/// and changes nothing, when the file says something else there by now, or when with the new value
/// it could not be read as a Kraftfile.
Result<void> changeKraftfileValue(const QString &path, const KraftEntry &entry,
                                  const QString &value);

} // namespace kiln
