// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_location.h"

#include "workbench/linux_tree.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <optional>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProjectLocation)
};

constexpr int highest = 12; // folders upwards from a file

QString applicationMarker()
{
    return QStringLiteral("Makefile.uk");
}

/// What a folder is by itself.
std::optional<ProjectLocation> projectIn(const QString &folder)
{
    const QDir dir(folder);
    ProjectLocation location;
    location.directory = folder;
    if (QFileInfo(dir.filePath(applicationMarker())).isFile())
        return location;
    if (openKernelTree(folder))
        return std::nullopt;
    location.kind = ProjectKind::linuxTree;
    location.rootFile = QStringLiteral("Kconfig");
    if (openLinuxTree(folder))
        return location;
    if (const QString tree = linuxTreeOfBuildFolder(folder); !tree.isEmpty()) {
        location.directory = tree;
        location.buildDirectory = folder;
        return location;
    }
    location.kind = ProjectKind::kconfig;
    for (const char *name : {"Kconfig", "Config.in"}) {
        if (QFileInfo(dir.filePath(QLatin1String(name))).isFile()) {
            location.rootFile = QLatin1String(name);
            return location;
        }
    }
    return std::nullopt;
}

/// The nearest folder upwards, `folder` first, that `fits`.
template <typename Fits>
std::optional<ProjectLocation> firstUpwards(const QString &folder, Fits fits)
{
    QDir dir(folder);
    for (int level = 0; level < highest; ++level) {
        if (auto location = projectIn(dir.absolutePath()); location && fits(*location))
            return location;
        if (!dir.cdUp())
            break;
    }
    return std::nullopt;
}

std::optional<ProjectLocation> linuxTreeAround(const QString &folder)
{
    return firstUpwards(folder, [](const ProjectLocation &each) {
        return each.kind == ProjectKind::linuxTree && each.buildDirectory.isEmpty();
    });
}

/// What `found` in the folder is a part of: most folders of a Linux tree have a Kconfig file, none
/// of which can be read alone.
std::optional<ProjectLocation> whole(std::optional<ProjectLocation> found)
{
    if (!found || found->kind != ProjectKind::kconfig)
        return found;
    const auto tree = linuxTreeAround(found->directory);
    return tree ? tree : found;
}

bool isKconfigName(const QString &name)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        QStringLiteral("Kconfig([.\\-_].+)?|Config\\.in(\\..+)?")));
    return pattern.match(name).hasMatch();
}

/// Whether values in the file are a start for others rather than a configuration in use.
bool isDefconfig(const QFileInfo &file)
{
    const QString folder = file.dir().dirName();
    return file.fileName().endsWith(QLatin1String("defconfig")) ||
           folder == QLatin1String("configs") || folder == QLatin1String("defconfigs");
}

bool isConfiguration(const QFileInfo &file)
{
    if (file.fileName() == QLatin1String(".config") || isDefconfig(file))
        return true;
    static const QRegularExpression line(
        QStringLiteral("^(CONFIG_\\w+=|# CONFIG_\\w+ is not set$)"),
        QRegularExpression::MultilineOption);
    constexpr qint64 enough = 16384;
    QFile text(file.filePath());
    return text.open(QIODevice::ReadOnly) &&
           line.match(QString::fromUtf8(text.read(enough))).hasMatch();
}

/// `arm64` of arch/arm64/configs/defconfig, `i386` of arch/x86/configs/i386_defconfig.
QString architectureOfDefconfig(const ProjectLocation &project, const QFileInfo &file)
{
    if (project.kind != ProjectKind::linuxTree)
        return {};
    const QStringList parts =
        QDir(project.directory).relativeFilePath(file.canonicalFilePath()).split(u'/');
    if (parts.size() < 4 || parts[0] != QLatin1String("arch"))
        return {};
    const QString byName = file.fileName().section(u'_', 0, -2);
    return !byName.isEmpty() && linuxSourceArchitecture(byName) == parts[1] ? byName : parts[1];
}

Result<ProjectLocation> locateConfiguration(const QFileInfo &file)
{
    auto location = whole(firstUpwards(QFileInfo(file.absolutePath()).canonicalFilePath(),
                                       [](const ProjectLocation &) { return true; }));
    if (!location)
        return tl::unexpected(Problem{
            Words::tr("No Kconfig files belong to this configuration: neither its folder nor "
                      "one above it can be opened"),
            file.absoluteFilePath(),
            Words::tr("Open the folder with the Kconfig files first, then import this file.")});
    if (isDefconfig(file)) {
        location->valuesFile = file.canonicalFilePath();
        location->architecture = architectureOfDefconfig(*location, file);
    } else {
        location->configFile = file.absoluteFilePath();
    }
    return *location;
}

Result<ProjectLocation> locateFile(const QFileInfo &file)
{
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    if (isKconfigName(file.fileName())) {
        ProjectLocation location;
        location.kind = ProjectKind::kconfig;
        location.directory = folder;
        location.rootFile = file.fileName();
        return *whole(location);
    }
    if (isConfiguration(file))
        return locateConfiguration(file);
    if (QFileInfo(folder + u'/' + applicationMarker()).isFile())
        return locateProject(folder);
    return tl::unexpected(
        Problem{Words::tr("This file is neither a Kconfig file nor a configuration"),
                file.absoluteFilePath(),
                Words::tr("Open a Kconfig file, a .config, a defconfig, or the folder of a "
                          "project.")});
}

} // namespace

QString ProjectLocation::path() const
{
    if (kind == ProjectKind::kconfig && rootFile != QLatin1String("Kconfig"))
        return directory + u'/' + rootFile;
    return buildDirectory.isEmpty() ? directory : buildDirectory;
}

Result<ProjectLocation> locateProject(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tl::unexpected(Problem{Words::tr("There is no such file or folder"), path,
                                      Words::tr("Check the path.")});
    if (!info.isReadable())
        return tl::unexpected(
            Problem{Words::tr("This can't be read"), path, Words::tr("Make it readable.")});
    if (!info.isDir())
        return locateFile(info);
    const QString canonical = info.canonicalFilePath();
    if (auto location = whole(projectIn(canonical)))
        return *location;
    if (openKernelTree(canonical))
        return tl::unexpected(
            Problem{Words::tr("This is a kernel tree, not an application"), canonical,
                    Words::tr("Open an application folder, and name this one as its kernel tree "
                              "(--tree).")});
    return tl::unexpected(
        Problem{Words::tr("There is nothing to configure in this folder: it has no Makefile.uk and "
                          "no Kconfig file"),
                canonical,
                Words::tr("Open the top folder of a Unikraft application, a Linux tree or another "
                          "project with Kconfig files. A folder becomes an application by a "
                          "Makefile.uk that registers it: $(eval $(call addlib,appNAME)) and "
                          "APPNAME_SRCS-y += $(APPNAME_BASE)/main.c")});
}

} // namespace kiln
