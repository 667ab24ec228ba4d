// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file that was open in an editor, to be opened there again.
#pragma once

#include <QList>
#include <QString>
#include <QVariant>

namespace kiln {

struct OpenFile
{
    QString path;
    int line = 1;   ///< of the cursor, from 1
    int column = 1; ///< of the cursor, from 1, in bytes
    int top = 1;    ///< the first line that was shown, from 1
    bool isCurrent = false;

    friend bool operator==(const OpenFile &, const OpenFile &) = default;
};

/// For settings.
[[nodiscard]] QVariant toVariant(const QList<OpenFile> &files);
/// What is no such list gives an empty one.
[[nodiscard]] QList<OpenFile> openFiles(const QVariant &stored);

} // namespace kiln
