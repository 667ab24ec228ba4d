// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/port_command.h"

#include "cli/exit_status.h"
#include "cli/new_command.h"
#include "cli/watched_job.h"
#include "cli/words_line.h"
#include "workbench/port_make.h"
#include "workbench/port_plan.h"
#include "workbench/trust_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kiln::cli {

namespace {

Result<QString> readLog(const WordsLine &line, const QString &folder, Console &console)
{
    if (line.isSet(QStringLiteral("log"))) {
        const auto text = readWatched(line.value(QStringLiteral("log")), nullptr);
        if (!text) {
            Problem problem = text.error();
            problem.remedy = QStringLiteral("Name a file with what make -n has printed.");
            return tl::unexpected(problem);
        }
        return QString::fromUtf8(*text);
    }
    if (line.isSet(QStringLiteral("trust"))) {
        if (const auto trusted = TrustStore().trust(folder); !trusted)
            return tl::unexpected(trusted.error());
    }
    const QStringList targets = line.values(QStringLiteral("make"));
    auto said = watchedJob(QStringLiteral("make -n"), console,
                           [folder, targets](const std::shared_ptr<JobWatch> &watch) {
                               return dryRunOfMake(folder, targets, watch.get());
                           });
    if (!said && !TrustStore().isTrusted(folder)) {
        Problem problem = said.error();
        problem.remedy += QStringLiteral(" The options for that are --trust and --log FILE.");
        return tl::unexpected(problem);
    }
    return said;
}

} // namespace

int runPort(const QStringList &arguments, Console &console)
{
    WordsLine line(
        QStringLiteral("port SOURCE DIR [OPTION...]"),
        QStringLiteral("Makes a library port in DIR of the C program in folder SOURCE, "
                       "which builds with make: reads the compiler\ncommands that make "
                       "-n prints, and writes Makefile.uk, Config.uk and what joins main() "
                       "to the image. Says what was\ndone and why."));
    line.add(
        {QStringLiteral("log"),
         QStringLiteral("Read what make -n has printed in SOURCE from this file; nothing runs."),
         QStringLiteral("FILE")});
    line.add({QStringLiteral("make"),
              QStringLiteral("Target or NAME=VALUE for make -n; several times."),
              QStringLiteral("WORD")});
    line.add({QStringLiteral("program"),
              QStringLiteral("Program or library of SOURCE's build to port (default: the only "
                             "program, the one of that name, or the largest library)."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("name"),
              QStringLiteral("Name of the port (default: that of SOURCE, "
                             "without its version)."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("trust"),
              QStringLiteral("Remember that SOURCE may run commands: make -n runs what its "
                             "makefiles contain.")});
    line.add({QStringLiteral("dry-run"), QStringLiteral("Print the files; write nothing.")});
    if (!line.parse(arguments, 2, 2, console))
        return usage;
    const QString folder = QFileInfo(line.word(0)).canonicalFilePath();
    if (folder.isEmpty() || !QFileInfo(folder).isDir()) {
        console.complain({QStringLiteral("There is no such folder"), line.word(0),
                          QStringLiteral("Name the folder in which make runs.")});
        return notAnApplication;
    }
    const auto log = readLog(line, folder, console);
    if (!log) {
        console.complain(log.error());
        return log.error() == cancelledProblem() ? interrupted : failure;
    }
    PortRequest request;
    request.sourceFolder = folder;
    request.portFolder = QDir::cleanPath(QFileInfo(line.word(1)).absoluteFilePath());
    request.program = line.value(QStringLiteral("program"));
    request.log = *log;
    request.name = line.value(QStringLiteral("name"));
    if (request.name.isEmpty())
        request.name = suggestedPortName(folder);
    const auto plan = planPort(request);
    if (!plan) {
        console.complain(plan.error());
        return failure;
    }
    for (const QString &note : plan->notes)
        console.note(note);
    if (plan->outputs.size() > 1 && request.program.isEmpty())
        console.note(QStringLiteral("--program NAME chooses another one."));
    return writeNewFiles(
        request.portFolder, plan->files, line.isSet(QStringLiteral("dry-run")),
        QStringLiteral("%1 sources of %2. Build an application with it: kiln "
                       "config DIR --lib %3 --set LIB%4=y")
            .arg(plan->sources.size())
            .arg(plan->output, request.portFolder, identifierOf(request.name).toUpper()),
        console);
}

} // namespace kiln::cli
