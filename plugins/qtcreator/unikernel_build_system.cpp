// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unikernel_build_system.h"

#include "code_model.h"
#include "compilers.h"
#include "project_nodes.h"
#include "text.h"
#include "unikernel_build_configuration.h"
#include "unikernel_project.h"

#include "workbench/project_files.h"

#include <projectexplorer/buildtargetinfo.h>
#include <projectexplorer/projectexplorerconstants.h>
#include <projectexplorer/target.h>
#include <projectexplorer/taskhub.h>

namespace kiln::creator {

using namespace ProjectExplorer;

struct UnikernelBuildSystem::Findings
{
    Result<kiln::Project> application;
    std::unique_ptr<ProjectNode> root;
    QVector<CompileCommand> commands;
};

UnikernelBuildSystem::UnikernelBuildSystem(Owner *owner)
    : BuildSystemBase(owner, systemName())
    , m_codeModel(makeCodeModelUpdater())
    , m_jobs(this)
{
    connect(target(), &Target::activeBuildConfigurationChanged, this, [this] { requestParse(); });
    connect(project(), &ProjectExplorer::Project::activeTargetChanged, this,
            [this] { requestParse(); });
    connect(project(), &ProjectExplorer::Project::projectFileIsDirty, this,
            [this] { requestDelayedParse(); });
    requestDelayedParse();
}

UnikernelBuildSystem::~UnikernelBuildSystem() = default;

QString UnikernelBuildSystem::systemName()
{
    return QStringLiteral("unikernel");
}

UnikernelProject *UnikernelBuildSystem::unikernelProject() const
{
    return qobject_cast<UnikernelProject *>(project());
}

void UnikernelBuildSystem::triggerParsing()
{
    if (m_guard) {
        m_isWaiting = true;
        return;
    }
    const auto *chosen = qobject_cast<UnikernelBuildConfiguration *>(configuration());
    if (chosen == nullptr)
        return;
    m_guard = std::make_shared<ParseGuard>(guardParsingRun());
    const QString directory = projectDirectory().path();
    const QString file = projectFilePath().path();
    m_jobs.run(
        [directory, file, request = chosen->request()] {
            Findings findings{openApplication(directory, request), {}, {}};
            if (findings.application) {
                findings.root = projectNodes(filesOfProject(*findings.application),
                                             *findings.application, file);
                findings.commands = compileCommands(*findings.application);
            }
            return findings;
        },
        [this](Findings findings) { take(std::move(findings)); });
}

void UnikernelBuildSystem::take(Findings findings)
{
    if (findings.application) {
        setRootProjectNode(std::move(findings.root));
        const kiln::Project &application = *findings.application;
        BuildTargetInfo info;
        info.buildKey = application.name;
        info.displayName = application.name;
        info.targetFilePath = Utils::FilePath::fromString(application.debugImagePath());
        info.projectFilePath = projectFilePath();
        info.workingDirectory = projectDirectory();
        // The image is run by Kiln's own kind of run configuration, not as a program of the host.
        info.isQtcRunnable = false;
        setApplicationTargets({info});
        const bool isChosen = configuration() != nullptr;
        if (isChosen && target() == project()->activeTarget())
            unikernelProject()->setApplication(application);
        if (isChosen)
            updateCodeModel(findings.commands, application.architecture());
        m_guard->markAsSuccess();
    } else {
        const Problem &problem = findings.application.error();
        TaskHub::addTask(BuildSystemTask(Task::Error, problem.text()));
    }
    m_guard.reset();
    emitBuildSystemUpdated();
    if (std::exchange(m_isWaiting, false))
        requestParse();
}

void UnikernelBuildSystem::updateCodeModel(const QVector<CompileCommand> &commands,
                                           const QString &architecture)
{
    KitInfo kit(target()->kit());
    if (!kit.isValid())
        return;
    // A compiler for something else does not take the flags of these, and knows other macros.
    cCompiler(kit) = compilerFor(architecture, cCompiler(kit), Constants::C_LANGUAGE_ID);
    cxxCompiler(kit) = compilerFor(architecture, cxxCompiler(kit), Constants::CXX_LANGUAGE_ID);
    m_codeModel->update(ProjectUpdateInfo(project(), kit, activeParseEnvironment(),
                                          projectParts(commands, projectFilePath(), kit)),
                        {});
}

} // namespace kiln::creator
