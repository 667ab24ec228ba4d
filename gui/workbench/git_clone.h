// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Copies of repositories: applications, libraries, kernel trees.
#pragma once

#include "workbench/git_prompt.h"
#include "workbench/job_watch.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace kiln {

struct CloneRequest
{
    QString address;   ///< see checkGitAddress() for which are allowed
    QString directory; ///< where to; must not exist, or be empty
    QString version;   ///< branch, tag or revision; empty: the branch that the repository shows
    std::shared_ptr<GitPrompt> prompt = {}; ///< asked for passwords; may be null
};

/// What stands in a folder after cloning or updating.
struct CheckedOut
{
    QString directory; ///< absolute
    QString revision;  ///< 40 hexadecimal digits
    QString branch;    ///< empty: a tag or revision
};

/// The last part of an address without `.git`: what a clone's folder is called.
[[nodiscard]] QString repositoryName(const QString &address);

/// Clones. Runs no hook and no filter, fetches no submodule, and takes no certificate that is not
/// valid. All comes into being in a hidden folder beside `directory` that is renamed at the end; a
/// failed or cancelled clone leaves nothing, and what a killed program left is removed by the next
/// one. The folder is not trusted. Blocks: for a worker thread.
[[nodiscard]] Result<CheckedOut> cloneRepository(const CloneRequest &request,
                                                 const std::shared_ptr<JobWatch> &watch);

/// Branches and tags of a repository.
struct RemoteVersions
{
    QString head; ///< the branch that it shows
    QStringList branches;
    QStringList tags;
};
/// Asks the repository, without fetching it. Blocks: for a worker thread.
[[nodiscard]] Result<RemoteVersions> remoteVersions(const QString &address,
                                                    const std::shared_ptr<JobWatch> &watch,
                                                    const std::shared_ptr<GitPrompt> &prompt = {});

} // namespace kiln
