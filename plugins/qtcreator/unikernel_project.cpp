// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unikernel_project.h"

#include "ids.h"
#include "qtc_compat.h"
#include "unikernel_build_system.h"

#include "workbench/trust_store.h"

#include <projectexplorer/kit.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/target.h>

#include <coreplugin/icontext.h>

#include <QFileInfo>

namespace kiln::creator {

UnikernelProject::UnikernelProject(const Utils::FilePath &file)
    : Project(QLatin1String(ids::projectMimeType), file)
{
    setId(ids::project);
    setProjectLanguages(Core::Context(ProjectExplorer::Constants::C_LANGUAGE_ID,
                                      ProjectExplorer::Constants::CXX_LANGUAGE_ID));
    setDisplayName(projectDirectory().fileName());
    setCanBuildProducts();
    setBuildSystemCreator(
        [](ProjectExplorer::Target *target) { return new UnikernelBuildSystem(target); });
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
    m_session->load(*m_application, TrustStore().isTrusted(*m_application));
}

std::shared_ptr<ConfigSession> UnikernelProject::session()
{
    if (!m_application)
        return nullptr;
    if (!m_session) {
        m_session = std::make_shared<ConfigSession>();
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

ProjectExplorer::Project::RestoreResult UnikernelProject::fromMap(const QVariantMap &map,
                                                                  QString *errorMessage)
{
    const RestoreResult result = Project::fromMap(map, errorMessage);
    // Any kit will do: the kernel tree knows which compiler an architecture needs.
    if (result == RestoreResult::Ok && activeTarget() == nullptr)
        addTargetForDefaultKit();
    return result;
}

} // namespace kiln::creator
