// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/project_controller.h"

#include <QDir>
#include <QFileInfo>

namespace kiln {

ProjectController::ProjectController(QObject *parent)
    : QObject(parent)
{
    m_session.setJournalDirectory(EditJournal::defaultDirectory());
    connect(&m_session, &ConfigSession::changedOutside, this, [this] {
        // Nothing of the user's would be lost by taking what is there.
        if (m_session.changeCount() == 0)
            m_session.takeOutside(ConfigSession::OutsideChoice::takeFile);
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
    m_saving = false;
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
    // What shells would have told is missing from the options so far.
    if (m_session.isLoaded() && m_session.refusedShells() > 0)
        m_session.reload(ConfigSession::ReloadMode::keepEdits, true);
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

void ProjectController::save(ConfigSession::SaveMode mode, std::function<void()> then)
{
    m_saving = m_session.isLoaded();
    m_session.startSave(mode, [this, then = std::move(then)](const Result<void> &saved) {
        m_saving = false;
        // What somebody else has written is asked about by changedOutside().
        if (!saved && !m_session.isOutdated())
            emit saveFailed(saved.error());
        if (saved && then)
            then();
    });
}

void ProjectController::saveIfNeeded(const std::function<void()> &then)
{
    if (m_session.isDirty())
        save(ConfigSession::SaveMode::careful, then);
    else
        then();
}

void ProjectController::saveAs(const QString &file)
{
    m_session.startSaveAs(file, [this](const Result<void> &saved) {
        if (!saved) {
            emit saveFailed(saved.error());
            return;
        }
        m_project->configFile = m_session.project().configFile;
        emit configFileChanged();
    });
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
