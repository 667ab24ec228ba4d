// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unikernel_project.h"

#include "ids.h"
#include "qtc_compat.h"
#include "unikernel_build_system.h"

#include "workbench/trust_store.h"
#include "workbench/wanted_config.h"

#include <projectexplorer/kit.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/target.h>
#include <projectexplorer/taskhub.h>

#include <coreplugin/icontext.h>

#include <QFileInfo>
#include <QPointer>

namespace kiln::creator {

UnikernelProject::UnikernelProject(const Utils::FilePath &file)
    : ProjectBase(QLatin1String(ids::projectMimeType), file)
{
    setId(ids::project);
    setProjectLanguages(Core::Context(ProjectExplorer::Constants::C_LANGUAGE_ID,
                                      ProjectExplorer::Constants::CXX_LANGUAGE_ID));
    setDisplayName(projectDirectory().fileName());
    setCanBuildProducts();
    setSystem<UnikernelBuildSystem>();
}

UnikernelProject::~UnikernelProject() = default;

void UnikernelProject::setApplication(const kiln::Project &application)
{
    if (m_session && m_application->configFile != application.configFile)
        m_session.reset();
    const bool isOther = m_application && (m_application->tree != application.tree ||
                                           m_application->libraries != application.libraries);
    m_application = application;
    setDisplayName(application.name);
    if (isOther && m_session)
        load();
    emit applicationChanged();
}

void UnikernelProject::load()
{
    m_isNew = !QFileInfo::exists(m_application->configFile);
    m_isTaking = false;
    m_session->load(*m_application, TrustStore().isTrusted(*m_application));
}

bool UnikernelProject::isConfigurationReady() const
{
    return m_session && m_session->isLoaded() && !m_session->isLoading() && !m_isTaking;
}

void UnikernelProject::takeWanted()
{
    m_isTaking = false;
    if (!m_isNew || m_session->hasFile())
        return emit configurationReady();
    // What untrusted shells keep back comes with another loading, and has its values then.
    m_isNew = m_session->refusedShells() > 0;
    const auto tell = [](ProjectExplorer::Task::TaskType type, const QString &text) {
        ProjectExplorer::TaskHub::addTask(ProjectExplorer::BuildSystemTask(type, text));
    };
    const auto settings = wantedSettings(m_session->project());
    if (!settings)
        tell(ProjectExplorer::Task::Error, settings.error().text());
    if (!settings || settings->isEmpty())
        return emit configurationReady();
    m_isTaking = true;
    startWantedSettings(*m_session, *settings,
                        [project = QPointer(this), session = m_session.get(),
                         tell](const Result<QVector<KraftEffect>> &effects) {
                            if (!project || project->m_session.get() != session)
                                return;
                            if (!effects)
                                tell(ProjectExplorer::Task::Error, effects.error().text());
                            for (const KraftEffect &each :
                                 effects.value_or(QVector<KraftEffect>())) {
                                if (!each.why.isEmpty())
                                    tell(ProjectExplorer::Task::Warning, each.text());
                            }
                            project->m_isTaking = false;
                            emit project->configurationReady();
                        });
}

std::shared_ptr<ConfigSession> UnikernelProject::session()
{
    if (!m_application)
        return nullptr;
    if (!m_session) {
        m_session = std::make_shared<ConfigSession>();
        // Views may keep a session that is no longer the project's.
        connect(m_session.get(), &ConfigSession::loaded, this, [this, session = m_session.get()] {
            if (session == m_session.get())
                takeWanted();
        });
        load();
    }
    return m_session;
}

UnikernelProject *UnikernelProject::forConfigFile(const QString &file)
{
    const QString canonical = QFileInfo(file).canonicalFilePath();
    const auto projects = Session::projects();
    for (ProjectExplorer::Project *each : projects) {
        auto *project = qobject_cast<UnikernelProject *>(each);
        if (project != nullptr && project->m_application &&
            QFileInfo(project->m_application->configFile).canonicalFilePath() == canonical)
            return project;
    }
    return nullptr;
}

void UnikernelProject::restored()
{
    // Any kit will do: the kernel tree knows which compiler an architecture needs.
    if (activeTarget() == nullptr)
        addTargetForDefaultKit();
}

} // namespace kiln::creator
