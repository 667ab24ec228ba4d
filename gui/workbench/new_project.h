// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// New applications and libraries from templates. First the files are made in memory, so that they
// can be looked at; then they are written.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kiln {

struct ProjectTemplate
{
    QString id;
    QString title;
    QString description;
    bool isLibrary = false; ///< wants a version and a source
};

/// All there are, in the order in which to show them.
[[nodiscard]] QList<ProjectTemplate> projectTemplates();

/// A file to be.
struct NewFile
{
    QString path; ///< relative to the project's folder
    QByteArray content;

    friend bool operator==(const NewFile &, const NewFile &) = default;
};

struct NewProject
{
    QString templateId;
    QString name;    ///< letters, digits, `_`, `-`, beginning with a letter
    QString tree;    ///< of an application: the kernel tree; empty: the bundled one
    QString version; ///< of a library
    QString source;  ///< of a library: URL of an archive or a git repository
};

/// What a name is in the names of options and functions: "my-app" is "my_app".
[[nodiscard]] QString identifierOf(const QString &name);

/// The files of a new project, sorted by path. Writes nothing. Any thread.
[[nodiscard]] Result<QList<NewFile>> filesOfNewProject(const NewProject &project);

/// Writes the files below `directory`, which is made when it is not there. Nothing that exists is
/// overwritten: then, and when a file can't be written, nothing new stays.
Result<void> createFiles(const QString &directory, const QList<NewFile> &files);

} // namespace kiln
