// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text files as an editor sees them: what form their bytes have, whether somebody else has changed
// them, and writing them so that there is always a whole one on disk.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QList>

namespace kiln {

enum class LineEnd
{
    lf,
    crlf,
    cr
};

/// What the bytes of a text say about how more of it is to be written.
struct TextForm
{
    bool isUtf8 = true;            ///< else each byte is taken for a character of ISO 8859-1
    bool isBinary = false;         ///< has NUL bytes: no text
    LineEnd lineEnd = LineEnd::lf; ///< what most lines end with
    bool hasMixedLineEnds = false;

    friend bool operator==(const TextForm &, const TextForm &) = default;
};

/// Looks at the first 128 KiB only. Any thread.
[[nodiscard]] TextForm textForm(QByteArrayView text);

/// What tells one content of a file from another without reading it.
struct FileStamp
{
    bool exists = false;
    qint64 size = 0;
    qint64 modified = 0; ///< nanoseconds since the epoch
    quint64 inode = 0;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Follows symbolic links. Any thread.
[[nodiscard]] FileStamp fileStamp(const QString &path);

/// Writes the pieces one after the other into a file beside `path` and puts it in the place of
/// `path` when all of it is on disk; permissions stay, and of a symbolic link the target is
/// replaced. When that fails, the former file is untouched. Returns the new file's stamp. Any
/// thread; waits for the disk.
[[nodiscard]] Result<FileStamp> saveTextFile(const QString &path, const QList<QByteArray> &pieces);

} // namespace kiln
