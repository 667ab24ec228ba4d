// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/toolchain.h"

#include "workbench/debian_package.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace kiln {

namespace {

QString installCommand(const QStringList &packages)
{
    return QStringLiteral("Install it: sudo apt install ") + packages.join(u' ');
}

Problem missingTools(const QStringList &tools)
{
    QStringList packages;
    for (const QString &tool : tools) {
        const QString package = debianPackage(tool);
        if (!package.isEmpty() && !packages.contains(package))
            packages.append(package);
    }
    Problem problem;
    problem.what =
        tools.join(QStringLiteral(", ")) +
        (tools.size() == 1 ? QStringLiteral(" was not found") : QStringLiteral(" were not found"));
    problem.remedy = packages.isEmpty()
                         ? QStringLiteral("Install the program or add its folder to PATH.")
                         : installCommand(packages);
    return problem;
}

} // namespace

Result<QString> findTool(const QString &name)
{
    const QString path = QStandardPaths::findExecutable(name);
    if (path.isEmpty())
        return tl::unexpected(missingTools({name}));
    return path;
}

QString crossPrefix(const Project &project, const BuildSettings &settings)
{
    if (!settings.crossPrefix.isEmpty())
        return settings.crossPrefix;
    return project.architecture() == QLatin1String("arm64") ? QStringLiteral("aarch64-linux-gnu-")
                                                            : QString();
}

QStringList buildCompilers(const Project &project, const BuildSettings &settings)
{
    QStringList names{QStringLiteral("gcc"), QStringLiteral("g++"),   QStringLiteral("cc"),
                      QStringLiteral("c++"), QStringLiteral("clang"), QStringLiteral("clang++")};
    // A prefix with a folder names the program itself; nothing can stand in for that.
    if (const QString prefix = crossPrefix(project, settings);
        !prefix.isEmpty() && !prefix.contains(u'/')) {
        for (const char *name : {"gcc", "g++", "clang", "clang++"})
            names.append(prefix + QLatin1String(name));
    }
    // Names of programs that are not there would be found, and then fail.
    names.removeIf(
        [](const QString &name) { return QStandardPaths::findExecutable(name).isEmpty(); });
    return names;
}

QStringList buildTools(const Project &project, const BuildSettings &settings)
{
    const QString prefix = crossPrefix(project, settings);
    const QString compiler =
        settings.compiler.isEmpty() ? QStringLiteral("gcc") : settings.compiler;
    QStringList tools{QStringLiteral("make"), prefix + compiler, prefix + QStringLiteral("ld"),
                      prefix + QStringLiteral("objcopy")};
    if (project.tree.kind == KernelTree::Kind::bundled) {
        if (compiler == QLatin1String("gcc"))
            tools.append(prefix + QStringLiteral("g++"));
    } else {
        // Upstream's tree builds its own conf and its boot records with these.
        tools.append({QStringLiteral("bash"), QStringLiteral("flex"), QStringLiteral("bison"),
                      QStringLiteral("awk"), QStringLiteral("python3")});
        if (!tools.contains(QStringLiteral("gcc")))
            tools.append(QStringLiteral("gcc"));
    }
    const QString launcher = compilerLauncherProgram(settings.launcher);
    if (!launcher.isEmpty())
        tools.append(launcher);
    return tools;
}

Result<void> checkBuildTools(const Project &project, const BuildSettings &settings)
{
    QStringList missing;
    for (const QString &tool : buildTools(project, settings)) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            missing.append(tool);
    }
    if (!missing.isEmpty())
        return tl::unexpected(missingTools(missing));
    return {};
}

Result<QString> findKconf()
{
    const QString named = qEnvironmentVariable("KILN_KCONF");
    if (!named.isEmpty()) {
        if (QFileInfo(named).isExecutable())
            return named;
        return tl::unexpected(Problem{QStringLiteral("KILN_KCONF names no program"), named,
                                      QStringLiteral("Set it to the path of kconf, or unset it.")});
    }
    const QString name = QStringLiteral("kconf");
    QString path = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    if (path.isEmpty())
        path = QStandardPaths::findExecutable(name);
    if (path.isEmpty())
        return tl::unexpected(Problem{
            QStringLiteral("kconf was not found beside this program or on PATH"),
            {},
            QStringLiteral("Install Kiln completely, or set KILN_KCONF to the path of kconf.")});
    return path;
}

} // namespace kiln
