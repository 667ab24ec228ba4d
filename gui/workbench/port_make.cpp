// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/port_make.h"

#include "workbench/toolchain.h"
#include "workbench/trust_store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

#include <csignal>
#include <unistd.h>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PortMake)
};

} // namespace

Result<QString> dryRunOfMake(const QString &folder, const QStringList &targets, JobWatch *watch)
{
    const QString path = QFileInfo(folder).canonicalFilePath();
    if (path.isEmpty() || !QFileInfo(path).isDir())
        return tl::unexpected(
            Problem{Text::tr("There is no such folder"), folder, Text::tr("Check the path.")});
    if (!TrustStore().isTrusted(path))
        return tl::unexpected(Problem{
            Text::tr("make -n runs what the makefiles of this folder contain, and the "
                     "folder is not trusted"),
            path, Text::tr("Trust it, or save what make -n prints elsewhere and read that.")});
    for (const QString &target : targets) {
        if (target.startsWith(u'-'))
            return tl::unexpected(Problem{Text::tr("“%1” is no target of make").arg(target),
                                          {},
                                          Text::tr("Name targets and NAME=VALUE only.")});
    }
    const auto make = findTool(QStringLiteral("make"));
    if (!make)
        return tl::unexpected(make.error());
    QProcess process;
    process.setWorkingDirectory(path);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    for (const char *name : {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] { ::setpgid(0, 0); });
    process.start(*make, QStringList{QStringLiteral("-n"), QStringLiteral("-w")} + targets);
    constexpr int step = 100;
    constexpr qsizetype most = 64 << 20;
    QByteArray output;
    while (!process.waitForFinished(step)) {
        output += process.readAllStandardOutput();
        const bool isCancelled = watch != nullptr && watch->isCancelled();
        if (process.state() == QProcess::NotRunning && process.error() == QProcess::FailedToStart)
            return tl::unexpected(Problem{process.errorString(), *make, {}});
        if (!isCancelled && output.size() < most)
            continue;
        // Its children, too.
        ::kill(-pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
        if (isCancelled)
            return tl::unexpected(cancelledProblem());
        return tl::unexpected(Problem{Text::tr("make -n prints without an end"), path, {}});
    }
    output += process.readAllStandardOutput();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QString said = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
        return tl::unexpected(Problem{
            Text::tr("make -n failed: %1").arg(said.section(u'\n', 0, 0)), path,
            Text::tr("Run ./configure if there is one, and name the target if make wants one.")});
    }
    return QString::fromUtf8(output);
}

} // namespace kiln
