// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_files.h"

#include "workbench/project_targets.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace kiln {

namespace {

/// A folder that a build has made: the tree's make puts its lists there.
bool isBuildFolder(const QString &path)
{
    return QFileInfo(path + QStringLiteral("/kconfig")).isDir() &&
           !QFileInfo::exists(path + QStringLiteral("/Makefile.uk"));
}

void collect(const QString &directory, const QSet<QString> &passedOver, QStringList &files)
{
    const QDir folder(directory);
    const auto entries =
        folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        const QString path = entry.filePath();
        if (!entry.isDir()) {
            files.append(path);
            continue;
        }
        if (entry.isSymLink() || passedOver.contains(path) || isBuildFolder(path))
            continue;
        collect(path, passedOver, files);
    }
}

QStringList filesIn(const QString &directory, const QSet<QString> &passedOver)
{
    QStringList files;
    collect(directory, passedOver, files);
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

QStringList applicationFiles(const Project &project)
{
    QSet<QString> passedOver{project.buildDirectory, project.tree.directory};
    for (const QString &library : project.libraries)
        passedOver.insert(library);
    if (const auto targets = projectTargets(project.directory)) {
        for (const ProjectTarget &target : *targets)
            passedOver.insert(target.buildDirectory);
    }
    QStringList files = filesIn(project.directory, passedOver);
    const auto configurations =
        QDir(project.directory)
            .entryInfoList({QStringLiteral(".config"), QStringLiteral(".config.*")},
                           QDir::Files | QDir::Hidden);
    for (const QFileInfo &each : configurations) {
        if (each.suffix() != QLatin1String("old"))
            files.append(each.filePath());
    }
    std::sort(files.begin(), files.end());
    return files;
}

ProjectFiles filesOfProject(const Project &project)
{
    ProjectFiles all;
    all.application = applicationFiles(project);
    for (const QString &library : project.libraries)
        all.libraries.append(
            {QFileInfo(library).fileName(), library, filesIn(library, {project.buildDirectory})});
    // The examples of a tree are applications of their own.
    all.kernel =
        filesIn(project.tree.directory, {project.buildDirectory, project.directory,
                                         project.tree.directory + QStringLiteral("/apps")});
    return all;
}

} // namespace kiln
