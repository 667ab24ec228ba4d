// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project.h"

#include "workbench/dot_config.h"
#include "workbench/linux_tree.h"
#include "workbench/project_location.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

QString hostArchitecture()
{
    return QSysInfo::currentCpuArchitecture();
}

/// The trees an application may name without the user's saying so, the likeliest first.
QStringList treeCandidates(const QString &directory, const QString &configFile)
{
    return {dotConfigValue(configFile, QStringLiteral("UK_BASE")), qEnvironmentVariable("UK_ROOT"),
            directory + QStringLiteral("/workdir/unikraft"),
            directory + QStringLiteral("/.unikraft/unikraft")};
}

Result<KernelTree> findTree(const QString &directory, const QString &configFile,
                            const ProjectOptions &options)
{
    if (!options.tree.isEmpty())
        return openKernelTree(options.tree);
    for (const QString &candidate : treeCandidates(directory, configFile)) {
        if (candidate.isEmpty())
            continue;
        if (auto tree = openKernelTree(candidate))
            return tree;
    }
    const QString bundled = bundledTreeDirectory();
    if (bundled.isEmpty())
        return tl::unexpected(
            Problem{Words::tr("The kernel tree that comes with Kiln was not found"),
                    {},
                    Words::tr("Install Kiln completely, set KILN_KERNEL_DIR to the tree, or name "
                              "another tree.")});
    return openKernelTree(bundled);
}

QString buildDirectory(const ProjectLocation &location, const ProjectOptions &options)
{
    if (!options.buildDirectory.isEmpty())
        return QFileInfo(options.buildDirectory).absoluteFilePath();
    if (!location.buildDirectory.isEmpty())
        return location.buildDirectory;
    return location.kind == ProjectKind::application ? location.directory + QStringLiteral("/build")
                                                     : location.directory;
}

QString configFile(const Project &project, const ProjectLocation &location,
                   const ProjectOptions &options)
{
    if (!options.configFile.isEmpty())
        return QFileInfo(options.configFile).absoluteFilePath();
    if (!location.configFile.isEmpty())
        return location.configFile;
    const QString &folder =
        project.kind == ProjectKind::linuxTree ? project.buildDirectory : project.directory;
    return folder + QStringLiteral("/.config");
}

Result<void> completeApplication(Project &project, const ProjectOptions &options)
{
    auto tree = findTree(project.directory, project.configFile, options);
    if (!tree)
        return tl::unexpected(tree.error());
    project.tree = *tree;
    for (const QString &library : options.libraries) {
        const QString path = QFileInfo(library).canonicalFilePath();
        if (path.isEmpty() || !QFileInfo(path + QStringLiteral("/Makefile.uk")).isFile())
            return tl::unexpected(
                Problem{path.isEmpty() ? Words::tr("There is no such library")
                                       : Words::tr("This is no library: it has no Makefile.uk"),
                        library, Words::tr("Name the top folder of a Unikraft library.")});
        project.libraries.append(path);
    }
    const QString name = dotConfigValue(project.configFile, QStringLiteral("UK_NAME"));
    if (!name.isEmpty())
        project.name = name;
    return {};
}

Result<void> completeLinux(Project &project, const ProjectLocation &location,
                           const ProjectOptions &options)
{
    const auto tree = openLinuxTree(project.directory);
    if (!tree)
        return tl::unexpected(tree.error());
    project.linuxVersion = tree->version;
    project.linuxArchitectures = tree->architectures;
    if (!options.architecture.isEmpty() && !tree->architectures.contains(options.architecture))
        return tl::unexpected(Problem{
            Words::tr("This Linux tree has no architecture “%1”").arg(options.architecture),
            project.directory,
            Words::tr("Name one of %1.").arg(tree->architectures.join(QStringLiteral(", ")))});
    for (const QString &candidate :
         {options.architecture, location.architecture,
          linuxArchitectureOfConfig(project.configFile), qEnvironmentVariable("ARCH"),
          hostLinuxArchitecture(), tree->architectures.constFirst()}) {
        if (!tree->architectures.contains(candidate))
            continue;
        project.linuxArchitecture = candidate;
        break;
    }
    return {};
}

void setUnikraftVariables(std::map<std::string, std::string> &environment, const Project &project,
                          const QString &fullVersion)
{
    const auto set = [&environment](const char *name, const QString &value) {
        environment[name] = value.toStdString();
    };
    const QString &base = project.tree.directory;
    const QString &build = project.buildDirectory;
    const QString kconfig = project.kconfigDirectory();

    set("CONFIG_", QStringLiteral("CONFIG_"));
    set("KCONFIG_CONFIG", project.configFile);
    set("KCONFIG_AUTOCONFIG", kconfig + QStringLiteral("/auto.conf"));
    set("KCONFIG_AUTOHEADER", build + QStringLiteral("/include/uk/bits/config.h"));
    set("KCONFIG_TRISTATE", kconfig + QStringLiteral("/tristate.config"));
    set("HOST_ARCH", hostArchitecture());
    set("BUILD_DIR", build);
    set("UK_BASE", base);
    set("UK_APP", project.directory);
    set("UK_CONFIG", project.configFile);
    set("UK_FULLVERSION", fullVersion.isEmpty() ? project.tree.version : fullVersion);
    set("UK_CODENAME", project.tree.codename);
    set("UK_ARCH", hostArchitecture());
    set("KCONFIG_DIR", kconfig);
    set("KCONFIG_LIB_BASE", base + QStringLiteral("/lib"));
    set("KCONFIG_ELIB_DIRS", project.libraries.join(u':'));
    set("KCONFIG_PLAT_BASE", base + QStringLiteral("/plat"));
    set("KCONFIG_EPLAT_DIRS", {});
    set("KCONFIG_DRIV_BASE", base + QStringLiteral("/drivers"));
    set("KCONFIG_EAPP_DIR", project.directory);
    set("KCONFIG_EXCLUDEDIRS", {});
    // The folder, whatever .config says: the default of the name, as the configuration targets
    // of make have it.
    set("UK_NAME", QFileInfo(project.directory).fileName());
}

} // namespace

QString Project::architecture() const
{
    const QString chosen = dotConfigValue(configFile, QStringLiteral("UK_ARCH"));
    return chosen.isEmpty() ? hostArchitecture() : chosen;
}

QString Project::imagePath(const QString &wanted) const
{
    const auto values =
        readDotConfig(configFile, {QStringLiteral("UK_NAME"), QStringLiteral("UK_ARCH"),
                                   QStringLiteral("PLAT_LINUXU"), QStringLiteral("PLAT_KVM")});
    QString image = values.value(QStringLiteral("UK_NAME"));
    if (image.isEmpty())
        image = name;
    QString arch = wanted.isEmpty() ? values.value(QStringLiteral("UK_ARCH")) : wanted;
    if (arch.isEmpty())
        arch = hostArchitecture();
    const auto isOn = [&values](const char *option) {
        return values.value(QLatin1String(option)) == QLatin1String("y");
    };
    const bool isProcess = isOn("PLAT_LINUXU") && !isOn("PLAT_KVM");
    return buildDirectory + u'/' + image +
           (isProcess ? QStringLiteral("_linuxu-") : QStringLiteral("_qemu-")) + arch;
}

QString Project::debugImagePath(const QString &wanted) const
{
    return imagePath(wanted) + QStringLiteral(".dbg");
}

QString Project::kconfigDirectory() const
{
    return buildDirectory + QStringLiteral("/kconfig");
}

QString Project::rootConfigFile() const
{
    return kind == ProjectKind::application ? tree.directory + QStringLiteral("/Config.uk")
                                            : directory + u'/' + rootFile;
}

QString Project::treeDirectory() const
{
    return kind == ProjectKind::application ? tree.directory : directory;
}

Problem Project::whyNotBuildable() const
{
    if (kind == ProjectKind::linuxTree) {
        QString command = QStringLiteral("make -C %1").arg(directory);
        if (buildDirectory != directory)
            command += QStringLiteral(" O=") + buildDirectory;
        return {Words::tr("Kiln configures Linux but does not build or boot it"), directory,
                Words::tr("Build it with %1 ARCH=%2").arg(command, linuxArchitecture)};
    }
    return {Words::tr("Kiln configures this project but does not build or boot it: it is no "
                      "Unikraft application"),
            directory, Words::tr("Build it as its own documentation says.")};
}

Result<Project> openProject(const QString &path, const ProjectOptions &options)
{
    const auto location = locateProject(path);
    if (!location)
        return tl::unexpected(location.error());
    Project project;
    project.kind = location->kind;
    project.path = location->path();
    project.directory = location->directory;
    project.rootFile = location->rootFile;
    project.variables = options.variables;
    project.dialect = options.dialect;
    project.buildDirectory = buildDirectory(*location, options);
    project.configFile = configFile(project, *location, options);
    project.name = QFileInfo(project.directory).fileName();
    if (project.kind != ProjectKind::application &&
        !(options.tree.isEmpty() && options.libraries.isEmpty()))
        return tl::unexpected(Problem{
            Words::tr("Only an application has a kernel tree and libraries to name"),
            project.directory, Words::tr("Leave --tree and --lib out, or open an application.")});
    if (project.kind != ProjectKind::linuxTree && !options.architecture.isEmpty())
        return tl::unexpected(Problem{
            Words::tr("Only of a Linux tree the architecture can be chosen so"), project.directory,
            Words::tr("Leave --arch out; an application's architecture is one of its "
                      "options.")});
    if (!options.dialect.isEmpty()) {
        if (project.kind != ProjectKind::kconfig)
            return tl::unexpected(
                Problem{Words::tr("Only of plain Kconfig files the dialect can be chosen"),
                        project.directory,
                        Words::tr("Leave --dialect out; the tree says which one it speaks.")});
        if (!kconfig::dialectByName(options.dialect.toStdString()))
            return tl::unexpected(
                Problem{Words::tr("There is no dialect “%1”").arg(options.dialect),
                        {},
                        Words::tr("Name unikraft, linux-6.1 or linux-6.12.")});
    }
    Result<void> done;
    if (project.kind == ProjectKind::application)
        done = completeApplication(project, options);
    else if (project.kind == ProjectKind::linuxTree)
        done = completeLinux(project, *location, options);
    if (!done)
        return tl::unexpected(done.error());
    return project;
}

std::map<std::string, std::string> kconfigEnvironment(const Project &project,
                                                      const QString &fullVersion)
{
    std::map<std::string, std::string> environment;
    for (const char *name : {"PATH", "HOME", "LANG", "TMPDIR"}) {
        if (qEnvironmentVariableIsSet(name))
            environment[name] = qgetenv(name).toStdString();
    }
    if (project.kind == ProjectKind::linuxTree) {
        environment.merge(linuxEnvironment(project));
    } else if (project.kind == ProjectKind::kconfig) {
        environment["srctree"] = project.directory.toStdString();
        environment["KCONFIG_CONFIG"] = project.configFile.toStdString();
    } else {
        setUnikraftVariables(environment, project, fullVersion);
    }
    for (auto each = project.variables.begin(); each != project.variables.end(); ++each)
        environment[each.key().toStdString()] = each.value().toStdString();
    return environment;
}

kconfig::DialectGuess projectDialect(const Project &project,
                                     const std::map<std::string, std::string> &environment)
{
    if (const auto chosen = kconfig::dialectByName(project.dialect.toStdString()))
        return {*chosen, {}};
    return kconfig::guessDialectWithReason(project.rootConfigFile().toStdString(), environment);
}

QString defaultConfigFile(const Project &project)
{
    const QDir dir(project.directory);
    if (project.kind == ProjectKind::linuxTree) {
        for (const QString &file : linuxDefaultConfigs(project)) {
            if (QFileInfo(file).isFile())
                return file;
        }
        return {};
    }
    if (project.kind == ProjectKind::kconfig)
        return dir.exists(QStringLiteral("defconfig")) ? dir.filePath(QStringLiteral("defconfig"))
                                                       : QString();
    for (const char *name : {"defconfig", "defconfigs/qemu-x86_64"}) {
        if (dir.exists(QLatin1String(name)))
            return dir.filePath(QLatin1String(name));
    }
    const QDir defconfigs(dir.filePath(QStringLiteral("defconfigs")));
    const QStringList found =
        defconfigs.entryList({QStringLiteral("*x86_64*")}, QDir::Files, QDir::Name);
    return found.isEmpty() ? QString() : defconfigs.filePath(found.first());
}

} // namespace kiln
