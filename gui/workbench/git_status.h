// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What state a clone is in, and how it gets what is new.
#pragma once

#include "workbench/git_clone.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace kiln {

struct RepositoryStatus
{
    CheckedOut current;
    QString address;     ///< of `origin`; empty: there is none
    QStringList changed; ///< files that are not as in the revision, new ones included
    int ahead = 0;       ///< commits that `origin` lacked when it was last asked
    int behind = 0;      ///< commits that were fetched and are not here
};

/// Reads the repository in `directory`; asks nobody. A slow disk takes its time: for a worker
/// thread.
[[nodiscard]] Result<RepositoryStatus> repositoryStatus(const QString &directory);

struct UpdateReport
{
    QString before; ///< revisions
    QString after;
    QStringList commits; ///< first lines of what is new, the newest first; at most 200
    QStringList files;   ///< that differ
};

/// Fetches, and moves the current branch to what is new. Nothing is merged: with changes of the
/// user's own, in files or as commits, it fails and leaves everything as it was. Blocks: for a
/// worker thread.
[[nodiscard]] Result<UpdateReport> updateRepository(const QString &directory,
                                                    const std::shared_ptr<JobWatch> &watch,
                                                    const std::shared_ptr<GitPrompt> &prompt = {});

} // namespace kiln
