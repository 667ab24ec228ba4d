// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/project_controller.h"

#include <QDir>
#include <QFileInfo>

namespace kiln {

ProjectController::ProjectController(QObject *parent)
    : QObject(parent)
{
    connect(&m_session, &ConfigSession::changedOutside, this, [this] {
        // Nothing of the user's would be lost by reading it again.
        if (m_session.changeCount() == 0)
            m_session.reload();
        else
            emit changedOutside();
    });
}

bool ProjectController::open(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.isFile() ? info.absolutePath() : info.absoluteFilePath();
    const auto project = openProject(folder, m_options);
    if (!project) {
        emit problem(project.error());
        return false;
    }
    m_project = *project;
    m_trusted = m_trustStore.isTrusted(*m_project);
    emit opened(*m_project);
    m_session.load(*m_project, m_trusted);
    return true;
}

QStringList ProjectController::untrustedFolders() const
{
    return m_project ? m_trustStore.untrustedFolders(*m_project) : QStringList();
}

void ProjectController::trust()
{
    if (!m_project || m_trusted)
        return;
    if (const auto trusted = m_trustStore.trust(*m_project); !trusted) {
        emit problem(trusted.error());
        return;
    }
    m_trusted = true;
    emit trustChanged(true);
    // What shells would have told is missing from the options so far. Unsaved edits are the
    // user's: they stay, and a reload is offered by the window.
    if (m_session.refusedShells() > 0 && !m_session.isDirty())
        m_session.load(*m_project, true);
}

void ProjectController::forgetTrust()
{
    if (!m_project || !m_trusted)
        return;
    if (const auto forgotten = m_trustStore.forget(m_project->directory); !forgotten) {
        emit problem(forgotten.error());
        return;
    }
    m_trusted = m_trustStore.isTrusted(*m_project);
    emit trustChanged(m_trusted);
}

bool ProjectController::save(ConfigSession::SaveMode mode)
{
    if (!m_session.isLoaded())
        return false;
    const auto saved = m_session.save(mode);
    if (saved)
        return true;
    if (m_session.isChangedOutside())
        emit changedOutside();
    else
        emit problem(saved.error());
    return false;
}

bool ProjectController::saveIfNeeded()
{
    return !m_session.isDirty() || save();
}

QStringList ProjectController::examples()
{
    const QString tree = bundledTreeDirectory();
    if (tree.isEmpty())
        return {};
    const QDir apps(tree + QStringLiteral("/apps"));
    QStringList folders;
    for (const QString &name : apps.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString folder = apps.absoluteFilePath(name);
        if (QFileInfo(folder + QStringLiteral("/Makefile.uk")).isFile())
            folders << folder;
    }
    return folders;
}

} // namespace kiln
