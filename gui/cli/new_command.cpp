// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/new_command.h"

#include "cli/exit_status.h"
#include "cli/words_line.h"

#include <QDir>
#include <QFileInfo>

namespace kiln::cli {

int writeNewFiles(const QString &directory, const QList<NewFile> &files, bool isDryRun,
                  const QString &next, Console &console)
{
    const QString folder = QFileInfo(directory).absoluteFilePath();
    if (isDryRun) {
        for (const NewFile &file : files) {
            console.say(QStringLiteral("==> %1/%2").arg(folder, file.path));
            console.write(file.content);
        }
        return success;
    }
    if (const auto done = createFiles(folder, files); !done) {
        console.complain(done.error());
        return failure;
    }
    for (const NewFile &file : files)
        console.say(QDir(folder).filePath(file.path));
    console.note(next);
    return success;
}

int runNew(const QStringList &arguments, Console &console)
{
    WordsLine line(
        QStringLiteral("new DIR [OPTION...]\nnew --list"),
        QStringLiteral("Makes a new application or library in the folder DIR, which "
                       "need not exist. Nothing that is there is\noverwritten. The files "
                       "are yours, to change and to license as you like."));
    line.add({QStringLiteral("template"),
              QStringLiteral("What to make (default: c); --list shows them."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("list"), QStringLiteral("Print the templates.")});
    line.add({QStringLiteral("name"), QStringLiteral("Its name (default: that of the folder)."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("tree"),
              QStringLiteral("Kernel tree of its Makefile (default: the bundled one)."),
              QStringLiteral("TREE")});
    line.add({QStringLiteral("version"), QStringLiteral("Version of a library's sources."),
              QStringLiteral("VERSION")});
    line.add({QStringLiteral("source"),
              QStringLiteral("Where a library's sources are: URL of an archive or a git "
                             "repository."),
              QStringLiteral("URL")});
    line.add({QStringLiteral("dry-run"), QStringLiteral("Print the files; write nothing.")});
    if (!line.parse(arguments, 0, 1, console))
        return usage;
    if (line.isSet(QStringLiteral("list"))) {
        for (const ProjectTemplate &each : projectTemplates())
            console.say(QStringLiteral("%1 %2").arg(each.id, -14).arg(each.description));
        return success;
    }
    if (line.count() == 0)
        return line.refuse(QStringLiteral("Name the folder"), console);
    const QString directory = QDir::cleanPath(QFileInfo(line.word(0)).absoluteFilePath());
    NewProject project;
    project.templateId = line.isSet(QStringLiteral("template"))
                             ? line.value(QStringLiteral("template"))
                             : QStringLiteral("c");
    project.name = line.isSet(QStringLiteral("name")) ? line.value(QStringLiteral("name"))
                                                      : QFileInfo(directory).fileName();
    project.tree = line.value(QStringLiteral("tree"));
    project.version = line.value(QStringLiteral("version"));
    project.source = line.value(QStringLiteral("source"));
    const auto files = filesOfNewProject(project);
    if (!files) {
        console.complain(files.error());
        return usage;
    }
    const bool isLibrary = project.templateId == QLatin1String("library-port");
    return writeNewFiles(directory, *files, line.isSet(QStringLiteral("dry-run")),
                         isLibrary
                             ? QStringLiteral("build an application with it: kiln build DIR "
                                              "--lib %1")
                                   .arg(directory)
                             : QStringLiteral("build and boot it: kiln run %1").arg(directory),
                         console);
}

} // namespace kiln::cli
