// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/clone_command.h"

#include "cli/exit_status.h"
#include "cli/watched_job.h"
#include "cli/words_line.h"
#include "workbench/catalogue.h"
#include "workbench/git_clone.h"
#include "workbench/kernel_tree.h"

#include <QFileInfo>

namespace kiln::cli {

namespace {

int report(const Problem &problem, Console &console)
{
    console.complain(problem);
    return problem == cancelledProblem() ? interrupted : failure;
}

int listCatalogue(Console &console)
{
    const auto entries = readCatalogue();
    if (!entries)
        return report(entries.error(), console);
    for (const CatalogueEntry &entry : *entries)
        console.say(QStringLiteral("%1 %2 %3 %4")
                        .arg(entry.name, -14)
                        .arg(entry.kind, -12)
                        .arg(entry.repository, -50)
                        .arg(entry.what));
    return success;
}

int listVersions(const QString &address, Console &console)
{
    const auto versions =
        watchedJob(address, console, [address](const std::shared_ptr<JobWatch> &watch) {
            return remoteVersions(address, watch);
        });
    if (!versions)
        return report(versions.error(), console);
    for (const QString &branch : versions->branches)
        console.say(
            QStringLiteral("branch %1%2")
                .arg(branch, branch == versions->head ? QStringLiteral("  (shown)") : QString()));
    for (const QString &tag : versions->tags)
        console.say(QStringLiteral("tag    ") + tag);
    return success;
}

int cloneAndReport(const CloneRequest &request, Console &console)
{
    const auto done = watchedJob(QStringLiteral("cloning %1:").arg(request.address), console,
                                 [request](const std::shared_ptr<JobWatch> &watch) {
                                     return cloneRepository(request, watch);
                                 });
    if (!done)
        return report(done.error(), console);
    console.say(QStringLiteral("%1: %2 (%3)")
                    .arg(done->directory,
                         done->branch.isEmpty()
                             ? (request.version.isEmpty() ? QStringLiteral("-") : request.version)
                             : done->branch,
                         done->revision.left(12)));
    return success;
}

} // namespace

int runClone(const QStringList &arguments, Console &console)
{
    WordsLine line(
        QStringLiteral("clone ADDRESS|NAME [DIR] [--version VERSION]\n"
                       "clone ADDRESS|NAME --versions\n"
                       "clone --list"),
        QStringLiteral("Copies a repository: an application, a library or a kernel tree. "
                       "ADDRESS is https, ssh, git or a folder;\nNAME is one of the "
                       "catalogue (--list). No hook runs, no certificate that is not "
                       "valid is taken, and nothing of\nit is trusted. What fails or is "
                       "cancelled (Ctrl-C) leaves nothing behind."));
    line.add(
        {QStringLiteral("version"),
         QStringLiteral("Branch, tag or revision (default: what goes with the bundled tree, for "
                        "names of the catalogue; else the branch that the repository "
                        "shows)."),
         QStringLiteral("VERSION")});
    line.add({QStringLiteral("versions"), QStringLiteral("Print its branches and tags.")});
    line.add({QStringLiteral("list"), QStringLiteral("Print the catalogue.")});
    if (!line.parse(arguments, 0, 2, console))
        return usage;
    if (line.isSet(QStringLiteral("list")))
        return listCatalogue(console);
    if (line.count() == 0)
        return line.refuse(QStringLiteral("Name the repository"), console);
    CloneRequest request;
    request.address = line.word(0);
    request.version = line.value(QStringLiteral("version"));
    request.directory = line.word(1);
    if (const auto entry = findInCatalogue(request.address);
        entry && !QFileInfo(request.address).isDir()) {
        request.address = entry->repository;
        if (request.version.isEmpty()) {
            if (const auto tree = openKernelTree(bundledTreeDirectory()))
                request.version = entry->versionFor(tree->version);
        }
    }
    if (line.isSet(QStringLiteral("versions")))
        return listVersions(request.address, console);
    if (request.directory.isEmpty())
        request.directory = repositoryName(request.address);
    if (request.directory.isEmpty())
        return line.refuse(QStringLiteral("Name the folder"), console);
    return cloneAndReport(request, console);
}

} // namespace kiln::cli
