// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_libraries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace kiln {

Result<QString> libraryDirectory(const QString &application, const QString &name)
{
    static const QRegularExpression harmless(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9][A-Za-z0-9_+.-]{0,99}")));
    if (!harmless.match(name).hasMatch())
        return tl::unexpected(Problem{
            QCoreApplication::translate("ProjectLibraries", "“%1” can't be the name of a library")
                .arg(name),
            {},
            QCoreApplication::translate("ProjectLibraries",
                                        "Use letters, digits, “.”, “_”, “+” and “-”.")});
    return QFileInfo(application).canonicalFilePath() + QStringLiteral("/.unikraft/libs/") + name;
}

/// A source that is a folder of this computer needs no clone.
static void useInPlace(ProjectLibrary &library, const QString &application)
{
    const QString &source = library.written.source;
    if (source.isEmpty() || source.contains(QLatin1String("://")))
        return;
    const QString folder =
        QFileInfo(QDir(application), source).canonicalFilePath(); // empty: not there
    if (folder.isEmpty() || !QFileInfo(folder + QStringLiteral("/Makefile.uk")).isFile())
        return;
    library.directory = folder;
    library.isThere = true;
}

Result<QList<ProjectLibrary>> projectLibraries(const QString &directory)
{
    QList<ProjectLibrary> libraries;
    const QString path = findKraftfile(directory);
    if (path.isEmpty())
        return libraries;
    const auto file = readKraftfile(path);
    if (!file)
        return tl::unexpected(file.error());
    for (const KraftComponent &written : file->libraries) {
        const auto folder = libraryDirectory(directory, written.name);
        if (!folder) {
            Problem problem = folder.error();
            problem.where = written.place;
            return tl::unexpected(problem);
        }
        ProjectLibrary library{written, *folder, false};
        // A link could lead out of what is trusted.
        library.isThere = QFileInfo(*folder + QStringLiteral("/Makefile.uk")).isFile() &&
                          QFileInfo(*folder).canonicalFilePath() == *folder;
        if (!library.isThere && !QFileInfo::exists(*folder))
            useInPlace(library, directory);
        libraries.append(library);
    }
    return libraries;
}

QStringList presentLibraries(const QString &directory)
{
    QStringList folders;
    const auto libraries = projectLibraries(directory);
    if (!libraries)
        return folders;
    for (const ProjectLibrary &library : *libraries) {
        if (library.isThere)
            folders.append(library.directory);
    }
    return folders;
}

} // namespace kiln
