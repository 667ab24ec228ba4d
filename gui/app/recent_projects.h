// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Projects that were open before.
#pragma once

#include <QStringList>

namespace kiln {

class Settings;

/// Kept in the settings, newest first.
class RecentProjects
{
public:
    /// The settings must outlive it.
    explicit RecentProjects(Settings *settings);

    /// Paths that open them (Project::path), those that still exist.
    [[nodiscard]] QStringList paths() const;
    void add(const QString &path);
    void remove(const QString &path);

    static constexpr int most = 12;

private:
    Settings *m_settings;
};

} // namespace kiln
