// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user has chosen for a project, from one start to the next.
#pragma once

#include "workbench/project.h"

#include <QString>
#include <QVariant>

namespace kiln {

class Settings;

/// Kept in the settings, by the path that opens the project (Project::path). GUI thread.
class ProjectMemory
{
public:
    /// The settings must outlive it.
    explicit ProjectMemory(Settings *settings);

    void remember(const Project &project);
    /// ARCH of a Linux tree; empty when it is not known.
    [[nodiscard]] QString architecture(const QString &path) const;
    [[nodiscard]] Variables variables(const QString &path) const;
    /// The dialect that was chosen; empty when none was.
    [[nodiscard]] QString dialect(const QString &path) const;
    /// What the editor had open; see toVariant(OpenFile). Invalid when it is not known.
    [[nodiscard]] QVariant openFiles(const QString &path) const;
    void rememberOpenFiles(const QString &path, const QVariant &files);
    /// A name for lists: the folder's or file's, and for a Linux tree its version and architecture.
    [[nodiscard]] QString title(const QString &path) const;

private:
    Settings *m_settings;
};

} // namespace kiln
