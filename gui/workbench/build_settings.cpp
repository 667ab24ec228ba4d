// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/build_settings.h"

#include "workbench/project_state.h"
#include "workbench/toolchain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace kiln {

namespace {

constexpr int mostJobs = 1024;

QString file(const QString &directory)
{
    return projectStateDirectory(directory) + QStringLiteral("/build-settings.json");
}

Problem unwritable(const QString &path, const QString &why)
{
    return {QStringLiteral("The settings of the build can't be written: ") + why, path,
            QStringLiteral("Check the folder's permissions and free space.")};
}

} // namespace

QString compilerLauncherName(CompilerLauncher launcher)
{
    switch (launcher) {
    case CompilerLauncher::none:
        break;
    case CompilerLauncher::ccache:
        return QStringLiteral("ccache");
    case CompilerLauncher::distcc:
        return QStringLiteral("distcc");
    case CompilerLauncher::icecream:
        return QStringLiteral("icecream");
    }
    return QStringLiteral("none");
}

std::optional<CompilerLauncher> compilerLauncherFromName(const QString &name)
{
    for (const auto launcher : {CompilerLauncher::none, CompilerLauncher::ccache,
                                CompilerLauncher::distcc, CompilerLauncher::icecream}) {
        if (compilerLauncherName(launcher) == name)
            return launcher;
    }
    return std::nullopt;
}

QString compilerLauncherProgram(CompilerLauncher launcher)
{
    switch (launcher) {
    case CompilerLauncher::none:
        break;
    case CompilerLauncher::ccache:
    case CompilerLauncher::distcc:
        return compilerLauncherName(launcher);
    case CompilerLauncher::icecream:
        return QStringLiteral("icecc");
    }
    return {};
}

QStringList compilerChoices()
{
    return {QStringLiteral("gcc"), QStringLiteral("clang")};
}

Result<void> checkBuildSettings(const BuildSettings &settings)
{
    if (!settings.compiler.isEmpty() && !compilerChoices().contains(settings.compiler))
        return tl::unexpected(
            Problem{QStringLiteral("“%1” is no compiler that can be chosen").arg(settings.compiler),
                    {},
                    QStringLiteral("Choose gcc or clang.")});
    static const QRegularExpression prefix(QStringLiteral("^[A-Za-z0-9_./+-]*$"));
    if (!prefix.match(settings.crossPrefix).hasMatch())
        return tl::unexpected(
            Problem{QStringLiteral("“%1” is no prefix of a cross compiler's name")
                        .arg(settings.crossPrefix),
                    {},
                    QStringLiteral("It looks like aarch64-linux-gnu- and may have a path, without "
                                   "blanks.")});
    if (settings.jobs < 0 || settings.jobs > mostJobs)
        return tl::unexpected(
            Problem{QStringLiteral("%1 parallel jobs can't be run").arg(settings.jobs),
                    {},
                    QStringLiteral("Choose from 1 to %1.").arg(mostJobs)});
    return {};
}

BuildSettings loadBuildSettings(const QString &directory)
{
    QFile source(file(directory));
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(source.read(64 * 1024)).object();
    BuildSettings settings;
    settings.compiler = object.value(QLatin1String("compiler")).toString();
    settings.crossPrefix = object.value(QLatin1String("crossPrefix")).toString();
    settings.launcher = compilerLauncherFromName(object.value(QLatin1String("launcher")).toString())
                            .value_or(CompilerLauncher::none);
    settings.jobs = object.value(QLatin1String("jobs")).toInt();
    return checkBuildSettings(settings) ? settings : BuildSettings();
}

Result<void> saveBuildSettings(const QString &directory, const BuildSettings &settings)
{
    if (auto good = checkBuildSettings(settings); !good)
        return good;
    const QString path = file(directory);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return tl::unexpected(unwritable(path, QStringLiteral("there is no such folder")));
    const QJsonObject object{{QStringLiteral("compiler"), settings.compiler},
                             {QStringLiteral("crossPrefix"), settings.crossPrefix},
                             {QStringLiteral("launcher"), compilerLauncherName(settings.launcher)},
                             {QStringLiteral("jobs"), settings.jobs}};
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(QJsonDocument(object).toJson()) < 0 ||
        !target.commit())
        return tl::unexpected(unwritable(path, target.errorString()));
    return {};
}

Result<QString> prepareLauncher(const BuildSettings &settings, const QStringList &compilers,
                                const QString &buildDirectory)
{
    const QString name = compilerLauncherProgram(settings.launcher);
    if (name.isEmpty())
        return QString();
    const auto program = findTool(name);
    if (!program)
        return tl::unexpected(program.error());
    const QString folder = buildDirectory + QStringLiteral("/.kiln-launcher");
    if (!QDir().mkpath(folder))
        return tl::unexpected(
            Problem{QStringLiteral("The folder for %1 can't be made").arg(name), folder,
                    QStringLiteral("Check the permissions of the build folder.")});
    for (const QString &compiler : compilers) {
        const QString link = folder + u'/' + compiler;
        if (QFileInfo(link).symLinkTarget() == *program)
            continue;
        QFile::remove(link);
        if (!QFile::link(*program, link))
            return tl::unexpected(
                Problem{QStringLiteral("The link to %1 can't be made").arg(name), link,
                        QStringLiteral("Check the permissions of the build folder.")});
    }
    return folder;
}

} // namespace kiln
