// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A folder as an initial RAM disk.
#pragma once

#include "workbench/problem.h"

#include <QString>
#include <QStringList>

#include <atomic>

namespace kiln {

/// What packInitrd() has made.
struct InitrdArchive
{
    qint64 bytes = 0;
    /// What is neither file, folder nor symbolic link and stayed out, relative to the folder.
    QStringList skipped;
};

/// Where the folder that a machine has for an initial RAM disk is packed to, for an image.
[[nodiscard]] QString packedInitrdPath(const QString &image);

/// Writes what is in `folder` to a CPIO archive of the newc format (cpio(5)), which replaces the
/// one that may be there as a whole. Names are relative to the folder, in the order of their bytes;
/// owner and group are 0; permissions and times are kept; symbolic links stay links. Refused when
/// the files take more than `mostBytes`, or one can't be read. Ends early, with a Problem, once
/// `cancelled` is set. Any thread.
[[nodiscard]] Result<InitrdArchive> packInitrd(const QString &folder, const QString &archive,
                                               qint64 mostBytes,
                                               const std::atomic<bool> &cancelled);

} // namespace kiln
