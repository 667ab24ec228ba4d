// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the sources of an application are compiled: for editors that want to understand them.
#pragma once

#include "workbench/project.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace kiln {

/// One source file and what of its compilation tells the meaning of its text.
struct CompileCommand
{
    QString file;                   ///< absolute
    QString directory;              ///< in which the compiler ran; absolute
    QStringList includePaths;       ///< `-I` and `-iquote`, absolute, in order
    QStringList systemIncludePaths; ///< `-isystem` and `-idirafter`, absolute, in order
    QStringList defines;            ///< `NAME` or `NAME=VALUE`
    QStringList undefines;          ///< `NAME`
    QStringList includedFiles;      ///< `-include`, absolute
    QStringList flags; ///< the others that matter: `-std=…`, `-m…`, `-f…`, `-nostdinc`

    friend bool operator==(const CompileCommand &, const CompileCommand &) = default;
};

/// Reads a compilation database (Clang's JSON Compilation Database Format, with `command` or
/// `arguments`). The Problem says where the file is no such thing. Nothing of it is run. Any
/// thread.
[[nodiscard]] Result<QVector<CompileCommand>> readCompileCommands(const QString &path);

/// The compilations of the project's last build: BUILD/compile_commands.json. Before the first one,
/// what can be told without: the application's sources with the include folders of the tree. Any
/// thread.
[[nodiscard]] QVector<CompileCommand> compileCommands(const Project &project);

/// Files that are compiled alike.
struct CompileGroup : CompileCommand
{
    QString name;      ///< of the library by its folder, else of the file's folder
    QStringList files; ///< absolute; `file` is the first one
};

/// In the order of first appearance.
[[nodiscard]] QVector<CompileGroup> groupedAlike(const QVector<CompileCommand> &commands);

} // namespace kiln
