// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_targets.h"

#include "workbench/project_location.h"
#include "workbench/project_state.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectTargets)
};

QString stateFile(const QString &directory)
{
    return projectStateDirectory(QFileInfo(directory).canonicalFilePath()) +
           QStringLiteral("/target");
}

/// A project may call a target anything; its files have harmless names.
QString fileName(const KraftTarget &target)
{
    QString name =
        target.name.isEmpty() ? target.platform + u'-' + target.architecture : target.name;
    for (QChar &c : name) {
        const bool isHarmless = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
                                (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
        if (!isHarmless)
            c = u'_';
    }
    constexpr qsizetype longest = 100;
    return name.left(longest);
}

} // namespace

Result<QList<ProjectTarget>> projectTargets(const QString &directory)
{
    QList<ProjectTarget> targets;
    const QString path = findKraftfile(directory);
    if (path.isEmpty())
        return targets;
    const auto file = readKraftfile(path);
    if (!file)
        return tl::unexpected(file.error());
    const QString folder = QFileInfo(directory).canonicalFilePath();
    for (const KraftTarget &written : file->targets) {
        ProjectTarget target;
        target.written = written;
        const QString wish = fileName(written);
        target.name = wish;
        const auto isTaken = [&targets](const QString &name) {
            return std::any_of(targets.begin(), targets.end(), [&](const ProjectTarget &each) {
                return each.name.compare(name, Qt::CaseInsensitive) == 0;
            });
        };
        for (int number = 2; isTaken(target.name); ++number)
            target.name = wish + u'-' + QString::number(number);
        target.configFile = folder + QStringLiteral("/.config.") + target.name;
        target.buildDirectory = folder + QStringLiteral("/build-") + target.name;
        targets.append(target);
    }
    return targets;
}

Result<ProjectTarget> findTarget(const QString &directory, const QString &name)
{
    const auto targets = projectTargets(directory);
    if (!targets)
        return tl::unexpected(targets.error());
    const auto find = [&](auto matches) {
        return std::find_if(targets->begin(), targets->end(), matches);
    };
    auto found = find([&](const ProjectTarget &each) { return each.name == name; });
    if (found == targets->end())
        found = find([&](const ProjectTarget &each) {
            return each.written.name == name ||
                   each.written.platform + u'/' + each.written.architecture == name;
        });
    if (found != targets->end())
        return *found;
    const QString path = findKraftfile(directory);
    if (path.isEmpty())
        return tl::unexpected(
            Problem{Text::tr("There is no target “%1”: the application has no Kraftfile").arg(name),
                    directory, Text::tr("Add the target: kiln target add.")});
    QStringList names;
    for (const ProjectTarget &each : *targets)
        names.append(each.name);
    return tl::unexpected(Problem{
        Text::tr("There is no target “%1”").arg(name), path,
        names.isEmpty() ? Text::tr("Add it: kiln target add.")
                        : Text::tr("Choose one of: %1").arg(names.join(QStringLiteral(", ")))});
}

QString selectedTarget(const QString &directory)
{
    QFile file(stateFile(directory));
    constexpr qint64 longest = 1024;
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(longest)).trimmed()
                                          : QString();
}

Result<void> selectTarget(const QString &directory, const QString &name)
{
    const QString path = stateFile(directory);
    const auto failed = [&path](const QString &why) {
        return tl::unexpected(
            Problem{Text::tr("The choice of the target could not be saved: %1").arg(why), path,
                    Text::tr("Check the folder's permissions and free space.")});
    };
    if (name.isEmpty()) {
        QFile file(path);
        return !file.exists() || file.remove() ? Result<void>() : failed(file.errorString());
    }
    const auto target = findTarget(directory, name);
    if (!target)
        return tl::unexpected(target.error());
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(target->name.toUtf8() + '\n') < 0 || !file.commit())
        return failed(file.errorString());
    return {};
}

Result<ProjectOptions> optionsForTarget(const QString &path, ProjectOptions options,
                                        const QString &name)
{
    const auto location = locateProject(path);
    // openProject() says what is wrong with a path.
    if (!location)
        return options;
    const QString &directory = location->directory;
    if (location->kind != ProjectKind::application) {
        if (name.isEmpty())
            return options;
        return tl::unexpected(Problem{Text::tr("Only an application has targets"), directory,
                                      Text::tr("Leave the target out.")});
    }
    const QString wanted = name.isEmpty() ? selectedTarget(directory) : name;
    // A configuration that is named is a choice already.
    if (wanted.isEmpty() || (name.isEmpty() && !location->configFile.isEmpty()))
        return options;
    const auto target = findTarget(directory, wanted);
    if (!target) {
        Problem problem = target.error();
        if (name.isEmpty())
            problem.remedy += Text::tr(" It was chosen before; kiln target select --none forgets "
                                       "that.");
        return tl::unexpected(problem);
    }
    if (options.configFile.isEmpty())
        options.configFile = target->configFile;
    if (options.buildDirectory.isEmpty())
        options.buildDirectory = target->buildDirectory;
    return options;
}

std::optional<ProjectTarget> targetOfProject(const Project &project)
{
    if (project.kind != ProjectKind::application)
        return std::nullopt;
    const auto targets = projectTargets(project.directory);
    if (!targets)
        return std::nullopt;
    for (const ProjectTarget &target : *targets) {
        if (target.configFile == project.configFile)
            return target;
    }
    return std::nullopt;
}

} // namespace kiln
