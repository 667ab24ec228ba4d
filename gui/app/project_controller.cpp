// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/project_controller.h"

#include "workbench/project_libraries.h"
#include "workbench/project_location.h"
#include "workbench/project_targets.h"
#include "workbench/wanted_config.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace kiln {

ProjectController::ProjectController(ProjectMemory *memory, QObject *parent)
    : QObject(parent)
    , m_memory(memory)
{
    connect(&m_session, &ConfigSession::loaded, this, &ProjectController::takeValues);
    m_session.setJournalDirectory(EditJournal::defaultDirectory());
    connect(&m_session, &ConfigSession::changedOutside, this, [this] {
        // Nothing of the user's would be lost by taking what is there.
        if (m_session.changeCount() == 0)
            m_session.takeOutside(ConfigSession::OutsideChoice::takeFile);
        else
            emit changedOutside();
    });
}

bool ProjectController::open(const QString &path, const QString &architecture)
{
    const auto location = locateProject(path);
    if (!location) {
        emit problem(location.error());
        return false;
    }
    ProjectOptions options;
    std::optional<Problem> trouble;
    if (location->kind == ProjectKind::application)
        options = applicationOptions(path, trouble);
    if (m_memory)
        options.variables = m_memory->variables(location->path());
    if (m_memory && location->kind == ProjectKind::kconfig)
        options.dialect = m_memory->dialect(location->path());
    if (location->kind == ProjectKind::linuxTree) {
        options.architecture = architecture;
        // A file that is named tells its own.
        const bool isNamed = !location->architecture.isEmpty() || !location->configFile.isEmpty();
        if (architecture.isEmpty() && !isNamed && m_memory)
            options.architecture = m_memory->architecture(location->path());
    }
    if (!openWith(path, options))
        return false;
    m_valuesFile = location->valuesFile;
    if (trouble)
        emit problem(*trouble);
    return true;
}

ProjectOptions ProjectController::applicationOptions(const QString &path,
                                                     std::optional<Problem> &trouble) const
{
    ProjectOptions options;
    options.tree = m_tree;
    if (const auto location = locateProject(path))
        options.libraries = presentLibraries(location->directory);
    auto targeted = optionsForTarget(path, options, {});
    if (targeted)
        return *targeted;
    trouble = targeted.error();
    return options;
}

bool ProjectController::selectTarget(const QString &name)
{
    if (!m_project || !m_project->isBuildable())
        return false;
    const QString directory = m_project->directory;
    if (const auto selected = kiln::selectTarget(directory, name); !selected) {
        emit problem(selected.error());
        return false;
    }
    std::optional<Problem> trouble;
    ProjectOptions options = applicationOptions(directory, trouble);
    options.variables = m_project->variables;
    const bool isOpen = openWith(m_project->path, options);
    if (trouble)
        emit problem(*trouble);
    return isOpen;
}

bool ProjectController::openWith(const QString &path, const ProjectOptions &options)
{
    const auto project = openProject(path, options);
    if (!project) {
        emit problem(project.error());
        return false;
    }
    m_project = *project;
    m_trusted = m_trustStore.isTrusted(*m_project);
    m_saving = false;
    m_isNew = true;
    m_valuesFile.clear();
    if (m_memory)
        m_memory->remember(*m_project);
    emit opened(*m_project);
    m_session.load(*m_project, m_trusted);
    return true;
}

ProjectOptions ProjectController::currentOptions() const
{
    ProjectOptions options;
    options.variables = m_project->variables;
    options.dialect = m_project->dialect;
    options.configFile = m_project->configFile;
    options.buildDirectory = m_project->buildDirectory;
    if (m_project->kind == ProjectKind::application) {
        options.tree = m_tree;
        options.libraries = presentLibraries(m_project->directory);
        return options;
    }
    options.architecture = m_project->linuxArchitecture;
    return options;
}

bool ProjectController::reopen()
{
    return m_project && openWith(m_project->path, currentOptions());
}

bool ProjectController::setArchitecture(const QString &architecture)
{
    if (!m_project || m_project->kind != ProjectKind::linuxTree)
        return false;
    ProjectOptions options = currentOptions();
    options.architecture = architecture;
    return openWith(m_project->path, options);
}

bool ProjectController::setVariables(const Variables &variables)
{
    if (!m_project)
        return false;
    ProjectOptions options = currentOptions();
    options.variables = variables;
    return openWith(m_project->path, options);
}

bool ProjectController::setDialect(const QString &dialect)
{
    if (!m_project || m_project->kind != ProjectKind::kconfig)
        return false;
    ProjectOptions options = currentOptions();
    options.dialect = dialect;
    return openWith(m_project->path, options);
}

void ProjectController::takeValues()
{
    const QString file = std::exchange(m_valuesFile, QString());
    const bool isNew = std::exchange(m_isNew, false);
    if (file.isEmpty()) {
        if (isNew && !m_session.hasFile() && m_project)
            takeKraftfile();
        return;
    }
    m_session.startImport(file, [this, file](const Result<QVector<ConfigDiagnostic>> &taken) {
        if (taken)
            emit valuesTaken(file);
        else
            emit problem(taken.error());
    });
}

void ProjectController::takeKraftfile()
{
    if (!m_session.isLoaded())
        return;
    const auto settings = wantedSettings(m_session.project());
    if (!settings) {
        emit problem(settings.error());
        return;
    }
    if (settings->isEmpty())
        return;
    startWantedSettings(m_session, *settings, [this](const Result<QVector<KraftEffect>> &effects) {
        if (effects)
            emit kraftfileTaken(*effects);
        else
            emit problem(effects.error());
    });
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
        emit saveEnded();
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
