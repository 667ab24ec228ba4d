// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kernel_tree.h"

#include "workbench/makefile_variables.h"
#include "workbench/toolchain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcess>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KernelTree)
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray gitOutput(const QString &git, const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(git, arguments);
    constexpr int limitMilliseconds = 5000;
    if (!process.waitForFinished(limitMilliseconds)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return process.exitCode() == 0 ? process.readAllStandardOutput().trimmed() : QByteArray();
}

} // namespace

Result<KernelTree> openKernelTree(const QString &directory)
{
    const QString canonical = QFileInfo(directory).canonicalFilePath();
    if (canonical.isEmpty())
        return tl::unexpected(Problem{
            Words::tr("There is no such kernel tree"), directory,
            Words::tr("Name the folder of a Unikraft tree, or leave it out to use the bundled "
                      "one.")});
    const QDir dir(canonical);
    QStringList missing;
    for (const char *name : {"Makefile", "Config.uk", "version.mk"}) {
        if (!QFileInfo(dir.filePath(QLatin1String(name))).isFile())
            missing.append(QLatin1String(name));
    }
    if (!missing.isEmpty())
        return tl::unexpected(Problem{
            Words::tr("This is no kernel tree: it has no %1").arg(missing.join(Words::tr(", no "))),
            canonical,
            Words::tr("Name the top folder of a Unikraft tree, or leave it out to use the "
                      "bundled one.")});

    KernelTree tree;
    tree.directory = canonical;
    // Upstream's root Config.uk asks a shell for the lists of libraries; ours never does.
    tree.kind = contents(dir.filePath(QStringLiteral("Config.uk"))).contains("$(shell,")
                    ? KernelTree::Kind::upstream
                    : KernelTree::Kind::bundled;
    const auto variables = makefileVariables(dir.filePath(QStringLiteral("version.mk")));
    QStringList numbers;
    for (const char *name : {"UK_VERSION", "UK_SUBVERSION", "UK_EXTRAVERSION"}) {
        if (const QString number = variables.value(QLatin1String(name)); !number.isEmpty())
            numbers.append(number);
    }
    tree.version = numbers.join(u'.');
    tree.codename = variables.value(QStringLiteral("UK_CODENAME"));
    return tree;
}

QString bundledTreeDirectory()
{
    QStringList candidates;
    const QString named = qEnvironmentVariable("KILN_KERNEL_DIR");
    if (!named.isEmpty())
        candidates.append(named);
    const QDir program(QCoreApplication::applicationDirPath());
    candidates.append(program.filePath(QStringLiteral("../share/kiln/kernel")));
    candidates.append(QStringLiteral(KILN_SOURCE_KERNEL_DIR));
    for (const QString &candidate : candidates) {
        if (QFileInfo(candidate + QStringLiteral("/Config.uk")).isFile())
            return QFileInfo(candidate).canonicalFilePath();
    }
    return {};
}

QString fullVersion(const KernelTree &tree)
{
    const auto git = findTool(QStringLiteral("git"));
    if (!git)
        return tree.version;
    const QByteArray revision =
        gitOutput(*git, tree.directory,
                  {QStringLiteral("rev-parse"), QStringLiteral("--short"), QStringLiteral("HEAD")});
    if (revision.isEmpty())
        return tree.version;
    const bool modified =
        !gitOutput(*git, tree.directory, {QStringLiteral("ls-files"), QStringLiteral("-m")})
             .isEmpty();
    return tree.version + u'~' + QString::fromUtf8(revision) +
           (modified ? QStringLiteral("-custom") : QString());
}

} // namespace kiln
