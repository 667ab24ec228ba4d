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

QStringList RecentProjects::folders() const
{
    QStringList folders = m_settings->value(key()).toStringList();
    folders.removeIf([](const QString &folder) { return !QFileInfo(folder).isDir(); });
    return folders;
}

void RecentProjects::add(const QString &folder)
{
    QStringList folders = m_settings->value(key()).toStringList();
    folders.removeAll(folder);
    folders.prepend(folder);
    m_settings->setValue(key(), QStringList(folders.mid(0, most)));
}

void RecentProjects::remove(const QString &folder)
{
    QStringList folders = m_settings->value(key()).toStringList();
    folders.removeAll(folder);
    m_settings->setValue(key(), folders);
}

} // namespace kiln
