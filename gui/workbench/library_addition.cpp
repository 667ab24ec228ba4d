// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/library_addition.h"

#include "workbench/catalogue.h"
#include "workbench/kraftfile_editor.h"
#include "workbench/project_libraries.h"
#include "workbench/target_edit.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LibraryAddition)
};

/// A folder of this computer that git has nothing to do with.
bool isPlainFolder(const QString &source)
{
    const QDir folder(source);
    return !source.contains(QLatin1String("://")) && folder.exists() &&
           !folder.exists(QStringLiteral(".git")) && !folder.exists(QStringLiteral("HEAD"));
}

} // namespace

KraftComponent findLibrary(const Project &project, const QString &word)
{
    KraftComponent found;
    found.name = word;
    if (word.contains(u'/') || word.contains(u':')) {
        found.source = word;
        found.name = repositoryName(word);
        if (found.name.startsWith(QLatin1String("lib-")))
            found.name.remove(0, 4);
        return found;
    }
    if (const auto known = projectLibraries(project.directory)) {
        for (const ProjectLibrary &each : *known) {
            if (each.written.name == word)
                found = each.written;
        }
    }
    if (const auto entry = findInCatalogue(word, QStringLiteral("library"))) {
        if (found.source.isEmpty())
            found.source = entry->repository;
        if (found.version.isEmpty())
            found.version = entry->versionFor(project.tree.version);
    }
    return found;
}

Result<AddedLibrary> addLibrary(const QString &application, const KraftComponent &library,
                                const std::shared_ptr<JobWatch> &watch,
                                const std::shared_ptr<GitPrompt> &prompt)
{
    AddedLibrary added;
    const auto folder = libraryDirectory(application, library.name);
    if (!folder)
        return tl::unexpected(folder.error());
    added.directory = *folder;
    KraftComponent named = library;
    const bool isInPlace = isPlainFolder(library.source);
    if (isInPlace) {
        // Its files may name others beside it, so that it can't be moved.
        if (QFileInfo::exists(*folder))
            return tl::unexpected(Problem{Text::tr("There is a library of this name already"),
                                          *folder, Text::tr("Give this one another name.")});
        named.source = QFileInfo(library.source).canonicalFilePath();
        named.version.clear();
        added.directory = named.source;
    } else {
        auto cloned = cloneRepository({library.source, *folder, library.version, prompt}, watch);
        if (!cloned)
            return tl::unexpected(cloned.error());
        added.version = *cloned;
    }
    const auto write = [&]() -> Result<void> {
        const auto path = ensureKraftfile(application);
        if (!path)
            return tl::unexpected(path.error());
        added.kraftfile = *path;
        auto editor = KraftfileEditor::open(*path);
        if (!editor)
            return tl::unexpected(editor.error());
        auto done = editor->setLibrary(named);
        return done ? editor->save() : done;
    };
    if (const auto written = write(); !written) {
        if (!isInPlace)
            QDir(*folder).removeRecursively();
        return tl::unexpected(written.error());
    }
    added.isLibrary = QFileInfo::exists(added.directory + QStringLiteral("/Makefile.uk"));
    return added;
}

} // namespace kiln
