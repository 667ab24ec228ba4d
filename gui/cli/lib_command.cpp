// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/lib_command.h"

#include "cli/exit_status.h"
#include "cli/new_command.h"
#include "cli/watched_job.h"
#include "cli/words_line.h"
#include "workbench/git_status.h"
#include "workbench/kraftfile_editor.h"
#include "workbench/library_addition.h"
#include "workbench/project.h"
#include "workbench/project_libraries.h"

#include <QDir>
#include <QFileInfo>

namespace kiln::cli {

namespace {

int report(const Problem &problem, Console &console)
{
    console.complain(problem);
    return problem == cancelledProblem() ? interrupted : failure;
}

int list(const QString &directory, Console &console)
{
    const auto libraries = projectLibraries(directory);
    if (!libraries)
        return report(libraries.error(), console);
    for (const ProjectLibrary &library : *libraries)
        console.say(QStringLiteral("%1  %2").arg(
            library.written.text(), library.isThere
                                        ? library.directory
                                        : QStringLiteral("not there: kiln lib add %1 %2")
                                              .arg(directory, library.written.name)));
    if (libraries->isEmpty())
        console.say(QStringLiteral("no libraries besides those of the kernel tree"));
    return success;
}

int add(const Project &project, const WordsLine &line, Console &console)
{
    KraftComponent wanted = findLibrary(project, line.word(2));
    if (line.isSet(QStringLiteral("name")))
        wanted.name = line.value(QStringLiteral("name"));
    if (line.isSet(QStringLiteral("version")))
        wanted.version = line.value(QStringLiteral("version"));
    if (wanted.source.isEmpty())
        return report(
            {QStringLiteral("There is no library “%1” in the catalogue").arg(line.word(2)),
             {},
             QStringLiteral("Name its repository; kiln clone --list prints the "
                            "catalogue.")},
            console);
    const QString application = project.directory;
    const auto added = watchedJob(QStringLiteral("fetching %1:").arg(wanted.source), console,
                                  [application, wanted](const std::shared_ptr<JobWatch> &watch) {
                                      return addLibrary(application, wanted, watch);
                                  });
    if (!added)
        return report(added.error(), console);
    if (!added->version.revision.isEmpty())
        console.say(
            QStringLiteral("%1: %2 (%3)")
                .arg(added->directory,
                     added->version.branch.isEmpty() ? wanted.version : added->version.branch,
                     added->version.revision.left(12)));
    console.say(QStringLiteral("%1: names %2").arg(added->kraftfile, wanted.name));
    if (!added->isLibrary)
        console.note(QStringLiteral("%1 has no Makefile.uk: it is no Unikraft library")
                         .arg(added->directory));
    return success;
}

int remove(const Project &project, const QString &name, Console &console)
{
    const auto folder = libraryDirectory(project.directory, name);
    if (!folder)
        return report(folder.error(), console);
    auto editor = KraftfileEditor::open(findKraftfile(project.directory));
    if (!editor)
        return report(editor.error(), console);
    Result<void> done = editor->removeLibrary(name);
    if (done)
        done = editor->save();
    if (!done)
        return report(done.error(), console);
    console.say(QStringLiteral("%1: removed%2")
                    .arg(name, QFileInfo::exists(*folder)
                                   ? QStringLiteral("; its files stay in ") + *folder
                                   : QString()));
    return success;
}

int status(const QString &directory, Console &console)
{
    const auto state = repositoryStatus(directory);
    if (!state)
        return report(state.error(), console);
    console.say(QStringLiteral("%1  %2  %3 from %4: %5 ahead, %6 behind, %7 changed")
                    .arg(directory,
                         state->current.branch.isEmpty() ? QStringLiteral("(no branch)")
                                                         : state->current.branch,
                         state->current.revision.left(12),
                         state->address.isEmpty() ? QStringLiteral("nowhere") : state->address)
                    .arg(state->ahead)
                    .arg(state->behind)
                    .arg(state->changed.size()));
    for (const QString &file : state->changed)
        console.say(QStringLiteral("  ") + file);
    return success;
}

int update(const QString &directory, Console &console)
{
    const auto done = watchedJob(QStringLiteral("updating %1:").arg(directory), console,
                                 [directory](const std::shared_ptr<JobWatch> &watch) {
                                     return updateRepository(directory, watch);
                                 });
    if (!done)
        return report(done.error(), console);
    if (done->before == done->after) {
        console.say(QStringLiteral("%1: nothing new").arg(directory));
        return success;
    }
    console.say(QStringLiteral("%1: %2 -> %3, %4 files")
                    .arg(directory, done->before.left(12), done->after.left(12))
                    .arg(done->files.size()));
    for (const QString &commit : done->commits)
        console.say(QStringLiteral("  ") + commit);
    return success;
}

/// For a folder that is a clone itself, and for all libraries of an application.
template <typename Action>
int each(const QString &directory, Console &console, Action action)
{
    QStringList folders;
    if (QFileInfo::exists(directory + QStringLiteral("/.git")))
        folders.append(QFileInfo(directory).canonicalFilePath());
    folders += presentLibraries(directory);
    if (folders.isEmpty())
        return report({QStringLiteral("Neither this folder nor a library in it is a git clone"),
                       directory,
                       QStringLiteral("Name a clone, or an application with "
                                      "libraries.")},
                      console);
    int worst = success;
    for (const QString &folder : folders) {
        if (const int ended = action(folder, console); ended != success)
            worst = ended;
    }
    return worst;
}

} // namespace

int runLib(const QStringList &arguments, Console &console)
{
    WordsLine line(
        QStringLiteral("lib list DIR\n"
                       "lib add DIR NAME|ADDRESS [--version VERSION] [--name NAME]\n"
                       "lib remove DIR NAME\n"
                       "lib status DIR\n"
                       "lib update DIR\n"
                       "lib new DIR NAME --version VERSION --source URL [--dry-run]"),
        QStringLiteral("The external libraries of the application in DIR: “libraries” of "
                       "its Kraftfile, cloned to .unikraft/libs.\nWhat is there is built "
                       "with the application when no --lib is given. status and update "
                       "are for every\nclone: DIR itself and the libraries in it. new "
                       "makes the files of a new library in DIR."));
    line.add({QStringLiteral("version"),
              QStringLiteral("Branch, tag or revision; of a new library, that of its sources."),
              QStringLiteral("VERSION")});
    line.add({QStringLiteral("name"),
              QStringLiteral("Name of the library (default: that of the "
                             "repository without “lib-”)."),
              QStringLiteral("NAME")});
    line.add({QStringLiteral("source"), QStringLiteral("Where a new library's sources are."),
              QStringLiteral("URL")});
    line.add({QStringLiteral("dry-run"), QStringLiteral("Print the new files; write nothing.")});
    if (!line.parse(arguments, 2, 3, console))
        return usage;
    const QString action = line.word(0);
    const QString directory = line.word(1);
    const QStringList alone{QStringLiteral("list"), QStringLiteral("status"),
                            QStringLiteral("update")};
    const QStringList withName{QStringLiteral("add"), QStringLiteral("remove"),
                               QStringLiteral("new")};
    if (!alone.contains(action) && !withName.contains(action))
        return line.refuse(
            QStringLiteral("“%1” is none of list, add, remove, status, update, new").arg(action),
            console);
    if (line.count() != (alone.contains(action) ? 2 : 3))
        return line.refuse(alone.contains(action)
                               ? QStringLiteral("“%1” wants only the folder").arg(action)
                               : QStringLiteral("“%1” wants a name").arg(action),
                           console);
    if (action == QLatin1String("status"))
        return each(directory, console, status);
    if (action == QLatin1String("update"))
        return each(directory, console, update);
    if (action == QLatin1String("new")) {
        NewProject library;
        library.templateId = QStringLiteral("library-port");
        library.name = line.word(2);
        library.version = line.value(QStringLiteral("version"));
        library.source = line.value(QStringLiteral("source"));
        const auto files = filesOfNewProject(library);
        if (!files) {
            console.complain(files.error());
            return usage;
        }
        return writeNewFiles(
            directory, *files, line.isSet(QStringLiteral("dry-run")),
            QStringLiteral("build an application with it: kiln build DIR --lib %1").arg(directory),
            console);
    }
    const auto project = openProject(directory);
    if (!project || !project->isBuildable()) {
        console.complain(project ? project->whyNotBuildable() : project.error());
        return notAnApplication;
    }
    if (action == QLatin1String("list"))
        return list(project->directory, console);
    return action == QLatin1String("add") ? add(*project, line, console)
                                          : remove(*project, line.word(2), console);
}

} // namespace kiln::cli
