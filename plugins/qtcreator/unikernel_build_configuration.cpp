// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unikernel_build_configuration.h"

#include "compilers.h"
#include "ids.h"
#include "text.h"

#include "workbench/compiler_path.h"
#include "workbench/project_libraries.h"
#include "workbench/project_targets.h"

#include <projectexplorer/buildinfo.h>
#include <projectexplorer/buildsteplist.h>
#include <projectexplorer/project.h>

namespace kiln::creator {

using namespace ProjectExplorer;
using Utils::FilePath;

namespace {

constexpr char targetKey[] = "Kiln.BuildConfiguration.Target";

BuildInfo buildInfo(const QString &name, const QString &target, const QString &directory)
{
    BuildInfo info;
    info.displayName = name;
    info.typeName = name;
    info.buildDirectory = FilePath::fromString(directory);
    info.extraInfo = target;
    return info;
}

QList<BuildInfo> buildInfos(const FilePath &projectFile)
{
    const QString directory = projectFile.parentDir().path();
    QList<BuildInfo> infos;
    if (const auto targets = projectTargets(directory)) {
        for (const ProjectTarget &target : *targets) {
            if (target.written.isBootable())
                infos.append(buildInfo(target.written.text(), target.name, target.buildDirectory));
        }
    }
    // Without targets it is the only one; with them, what make and `kiln build` do by themselves.
    infos.append(
        buildInfo(Text::tr("Default (.config)"), {}, directory + QStringLiteral("/build")));
    return infos;
}

} // namespace

Result<kiln::Project> openApplication(const QString &directory, const ApplicationRequest &request)
{
    ProjectOptions options;
    if (!request.target.isEmpty()) {
        const auto found = optionsForTarget(directory, options, request.target);
        if (!found)
            return tl::unexpected(found.error());
        options = *found;
    }
    options.libraries = presentLibraries(directory);
    if (!request.buildDirectory.isEmpty())
        options.buildDirectory = request.buildDirectory;
    return openProject(directory, options);
}

UnikernelBuildConfiguration::UnikernelBuildConfiguration(Target *target, Utils::Id id)
    : BuildConfigurationBase(target, id, targetKey)
{
    setConfigWidgetDisplayName(Text::tr("Unikernel"));
    setBuildDirectoryHistoryCompleter(keyOfSetting("Kiln.BuildDirectory.History"));
    appendInitialBuildStep(ids::buildStep);
    appendInitialCleanStep(ids::cleanStep);
    setInitializer([this](const BuildInfo &info) { keepText(info.extraInfo.toString()); });
}

ApplicationRequest UnikernelBuildConfiguration::request() const
{
    return {keptText(), buildDirectory().path()};
}

BuildSettings UnikernelBuildConfiguration::settings(const kiln::Project &application) const
{
    const BuildSettings settings = loadBuildSettings(application.directory);
    const Toolchain *compiler = cCompilerOf(kit());
    if (compiler == nullptr)
        return settings;
    return settingsWithCompiler(settings, compiler->compilerCommand().path(),
                                architectureOf(compiler->targetAbi()), application.architecture());
}

UnikernelBuildConfigurationFactory::UnikernelBuildConfigurationFactory()
{
    registerBuildConfiguration<UnikernelBuildConfiguration>(ids::buildConfiguration);
    setSupportedProjectType(ids::project);
    setSupportedProjectMimeTypeName(QLatin1String(ids::projectMimeType));
    setBuildGenerator(
        [](const Kit *, const FilePath &projectFile, bool) { return buildInfos(projectFile); });
}

} // namespace kiln::creator
