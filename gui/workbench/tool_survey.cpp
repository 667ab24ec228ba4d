// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/tool_survey.h"

#include "workbench/debian_package.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ToolSurvey)
};

QString versionOf(const QString &path)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(path, {QStringLiteral("--version")});
    constexpr int patience = 3000; // milliseconds
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    constexpr qsizetype longest = 200;
    return process.exitCode() == 0
               ? QString::fromLocal8Bit(process.readLine()).trimmed().left(longest)
               : QString();
}

ToolState stateOf(const QString &name)
{
    ToolState state{name, QStandardPaths::findExecutable(name), {}, debianPackage(name)};
    if (state.isFound())
        state.version = versionOf(state.path);
    return state;
}

} // namespace

bool Toolchain::isComplete() const
{
    return std::all_of(tools.begin(), tools.end(),
                       [](const ToolState &tool) { return tool.isFound(); });
}

QVector<Toolchain> surveyToolchains()
{
    struct Group
    {
        QString title;
        bool isOptional;
        const char *tools;
    };
    const Group groups[] = {
        {Text::tr("Build for x86_64"), false, "make gcc g++ ld objcopy"},
        {Text::tr("Build for arm64"), false,
         "make aarch64-linux-gnu-gcc aarch64-linux-gnu-g++ aarch64-linux-gnu-ld "
         "aarch64-linux-gnu-objcopy"},
        {Text::tr("Boot"), false, "qemu-system-x86_64 qemu-system-aarch64"},
        {Text::tr("Kernel trees of the Unikraft project"), false, "bash flex bison awk python3"},
        {Text::tr("Fetch sources of libraries"), false, "git wget tar unzip patch"},
        {Text::tr("More"), true, "clang ccache gdb"},
    };
    QVector<Toolchain> all;
    for (const Group &group : groups) {
        Toolchain toolchain{group.title, group.isOptional, {}};
        for (const QString &name : QString::fromLatin1(group.tools).split(u' '))
            toolchain.tools.append(stateOf(name));
        all.append(toolchain);
    }
    return all;
}

QString installCommand(const QVector<ToolState> &tools)
{
    QStringList packages;
    for (const ToolState &tool : tools) {
        if (!tool.isFound() && !tool.package.isEmpty() && !packages.contains(tool.package))
            packages.append(tool.package);
    }
    return packages.isEmpty() ? QString()
                              : QStringLiteral("sudo apt install ") + packages.join(u' ');
}

} // namespace kiln
