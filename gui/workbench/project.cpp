// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project.h"

#include "workbench/dot_config.h"

#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

namespace kiln {

namespace {

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
        return tl::unexpected(Problem{
            QStringLiteral("The kernel tree that comes with Kiln was not found"),
            {},
            QStringLiteral("Install Kiln completely, set KILN_KERNEL_DIR to the tree, or name "
                           "another tree.")});
    return openKernelTree(bundled);
}

Result<QString> openApplication(const QString &directory)
{
    const QFileInfo info(directory);
    if (!info.exists())
        return tl::unexpected(Problem{QStringLiteral("There is no such folder"), directory,
                                      QStringLiteral("Check the path.")});
    if (!info.isDir())
        return tl::unexpected(
            Problem{QStringLiteral("This is a file; an application is a folder"), directory,
                    QStringLiteral("Name the folder it lies in: %1").arg(info.absolutePath())});
    const QString canonical = info.canonicalFilePath();
    if (QFileInfo(canonical + QStringLiteral("/Makefile.uk")).isFile())
        return canonical;
    if (openKernelTree(canonical))
        return tl::unexpected(Problem{
            QStringLiteral("This is a kernel tree, not an application"), canonical,
            QStringLiteral("Open an application folder, and name this one as its kernel tree "
                           "(--tree).")});
    return tl::unexpected(
        Problem{QStringLiteral("This folder is no application: it has no Makefile.uk"), canonical,
                QStringLiteral("Open a folder with a Makefile.uk, or write one that registers the "
                               "application: $(eval $(call addlib,appNAME)) and APPNAME_SRCS-y += "
                               "$(APPNAME_BASE)/main.c")});
}

} // namespace

QString Project::architecture() const
{
    const QString chosen = dotConfigValue(configFile, QStringLiteral("UK_ARCH"));
    return chosen.isEmpty() ? hostArchitecture() : chosen;
}

QString Project::imagePath(const QString &wanted) const
{
    const auto values = readDotConfig(configFile);
    QString image = values.value(QStringLiteral("UK_NAME"));
    if (image.isEmpty())
        image = name;
    QString arch = wanted.isEmpty() ? values.value(QStringLiteral("UK_ARCH")) : wanted;
    if (arch.isEmpty())
        arch = hostArchitecture();
    return buildDirectory + u'/' + image + QStringLiteral("_qemu-") + arch;
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
    return tree.directory + QStringLiteral("/Config.uk");
}

Result<Project> openProject(const QString &directory, const ProjectOptions &options)
{
    const auto canonical = openApplication(directory);
    if (!canonical)
        return tl::unexpected(canonical.error());

    Project project;
    project.directory = *canonical;
    project.configFile = options.configFile.isEmpty()
                             ? project.directory + QStringLiteral("/.config")
                             : QFileInfo(options.configFile).absoluteFilePath();
    project.buildDirectory = options.buildDirectory.isEmpty()
                                 ? project.directory + QStringLiteral("/build")
                                 : QFileInfo(options.buildDirectory).absoluteFilePath();
    auto tree = findTree(project.directory, project.configFile, options);
    if (!tree)
        return tl::unexpected(tree.error());
    project.tree = *tree;

    for (const QString &library : options.libraries) {
        const QString path = QFileInfo(library).canonicalFilePath();
        if (path.isEmpty() || !QFileInfo(path + QStringLiteral("/Makefile.uk")).isFile())
            return tl::unexpected(Problem{
                path.isEmpty() ? QStringLiteral("There is no such library")
                               : QStringLiteral("This is no library: it has no Makefile.uk"),
                library, QStringLiteral("Name the top folder of a Unikraft library.")});
        project.libraries.append(path);
    }
    project.name = dotConfigValue(project.configFile, QStringLiteral("UK_NAME"));
    if (project.name.isEmpty())
        project.name = QFileInfo(project.directory).fileName();
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
    return environment;
}

QString defaultConfigFile(const Project &project)
{
    const QDir dir(project.directory);
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
