// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is asked for a password when nothing on this computer knows it.
#pragma once

#include "workbench/job_watch.h"

#include <QString>

#include <optional>

namespace kiln {

struct GitCredential
{
    QString user;
    QString password;
    bool isToBeKept = false; ///< by git's credential helper, once it was right
};

/// Asked by a job that talks to a repository, after git's credential helper had no answer.
class GitPrompt
{
public:
    GitPrompt() = default;
    GitPrompt(const GitPrompt &) = delete;
    GitPrompt &operator=(const GitPrompt &) = delete;
    virtual ~GitPrompt() = default;

    /// Called on the job's thread, which waits; nothing when the user gives none or the watch is
    /// told to cancel. `user` is what the address says, and may be empty.
    [[nodiscard]] virtual std::optional<GitCredential>
    ask(const QString &address, const QString &user, const JobWatch *watch) = 0;
};

} // namespace kiln
