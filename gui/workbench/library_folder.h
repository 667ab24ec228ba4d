// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which library of a tree a source file belongs to.
#pragma once

#include <QHash>
#include <QString>

namespace kiln {

/// Finds the nearest folder above a file that has a Makefile.uk, which is what makes a folder a
/// library, and remembers it for all files beside it.
class LibraryFolder
{
public:
    /// The folder's name; empty when the file is in none. Asks the disk once for each folder.
    [[nodiscard]] QString nameFor(const QString &file);

private:
    QHash<QString, QString> m_names; ///< by folder
};

} // namespace kiln
