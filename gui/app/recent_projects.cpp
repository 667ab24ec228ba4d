// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/recent_projects.h"

#include "app/settings.h"

#include <QFileInfo>

namespace kiln {

static QString key()
{
    return QStringLiteral("recentProjects");
}

RecentProjects::RecentProjects(Settings *settings)
    : m_settings(settings)
{}

QStringList RecentProjects::paths() const
{
    QStringList paths = m_settings->value(key()).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void RecentProjects::add(const QString &path)
{
    QStringList paths = m_settings->value(key()).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings->setValue(key(), QStringList(paths.mid(0, most)));
}

void RecentProjects::remove(const QString &path)
{
    QStringList paths = m_settings->value(key()).toStringList();
    paths.removeAll(path);
    m_settings->setValue(key(), paths);
}

} // namespace kiln
