// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which folders the user allows to run things: building an application runs its Makefile.uk and
// the kernel tree's scripts, and an upstream tree runs shells while its Config.uk files are read.
#pragma once

#include "workbench/project.h"

#include <QString>
#include <QStringList>

namespace kiln {

/// Kept in `kiln/trusted-folders` in the configuration folder of the user; canonical paths,
/// percent-encoded, one a line.
/// Reads the file at each question, so several programs agree. GUI thread or any one thread.
class TrustStore
{
public:
    /// With an empty `file`, the user's own store.
    explicit TrustStore(QString file = {});

    /// Whether the folder, or a folder above it, was trusted.
    [[nodiscard]] bool isTrusted(const QString &directory) const;
    /// Whether everything a build of the project runs is trusted: the application, the tree and the
    /// libraries. What lies in the bundled tree always is.
    [[nodiscard]] bool isTrusted(const Project &project) const;
    /// The folders of the project that are not trusted yet, for the question to the user.
    [[nodiscard]] QStringList untrustedFolders(const Project &project) const;

    Result<void> trust(const QString &directory);
    Result<void> trust(const Project &project);
    Result<void> forget(const QString &directory);
    [[nodiscard]] QStringList folders() const;

private:
    [[nodiscard]] QStringList read() const;
    Result<void> write(const QStringList &folders) const;

    QString m_file;
};

} // namespace kiln
