// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Folders that were open before.
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

    /// Those that still exist.
    [[nodiscard]] QStringList folders() const;
    void add(const QString &folder);
    void remove(const QString &folder);

    static constexpr int most = 12;

private:
    Settings *m_settings;
};

} // namespace kiln
