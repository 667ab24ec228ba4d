// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/tools_command.h"

#include "cli/exit_status.h"
#include "cli/words_line.h"
#include "workbench/tool_survey.h"

namespace kiln::cli {

int runTools(const QStringList &arguments, Console &console)
{
    WordsLine line(QStringLiteral("tools"),
                   QStringLiteral("Prints which programs that building, booting and debugging call "
                                  "are on this computer, and the command\nthat installs those that "
                                  "are needed and missing."));
    if (!line.parse(arguments, 0, 0, console))
        return usage;
    QVector<ToolState> needed;
    for (const Toolchain &toolchain : surveyToolchains()) {
        console.say(toolchain.title + QLatin1Char(':'));
        for (const ToolState &tool : toolchain.tools)
            console.say(QStringLiteral("  %1 %2")
                            .arg(tool.name, -26)
                            .arg(tool.isFound() ? tool.path + QStringLiteral("  ") + tool.version
                                                : QStringLiteral("not found")));
        if (!toolchain.isOptional)
            needed += toolchain.tools;
    }
    const QString command = installCommand(needed);
    if (command.isEmpty())
        return success;
    console.note(QStringLiteral("install what is missing: ") + command);
    return missingTool;
}

} // namespace kiln::cli
