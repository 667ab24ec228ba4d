// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a build with make compiles and links, read from the commands that `make -n` prints.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace kiln {

/// One source compiled once.
struct CompiledUnit
{
    QString source; ///< absolute
    QString object; ///< absolute, ending in .o even where libtool names it .lo
    bool isCxx = false;
    QStringList arguments; ///< of the compiler, without source, `-c` and `-o`
    QString folder;        ///< in which the compiler runs; absolute
    int line = 0;          ///< of the log, from 1

    friend bool operator==(const CompiledUnit &, const CompiledUnit &) = default;
};

/// A program, an archive or a shared library made of objects and of others of these.
struct LinkedOutput
{
    enum class Kind
    {
        program,
        archive,
        sharedLibrary
    };

    Kind kind = Kind::program;
    QString path;       ///< absolute
    QStringList inputs; ///< absolute; `-lNAME` as written
    int line = 0;       ///< of the log, from 1

    friend bool operator==(const LinkedOutput &, const LinkedOutput &) = default;
};

struct PortLog
{
    QVector<CompiledUnit> units;
    QVector<LinkedOutput> outputs;
};

/// Reads a log of make run in `folder` (absolute), with the lines "Entering directory" where it has
/// them. Understands `cd`, `;`, `&&`, quotes, continued lines, compilers by their usual names with
/// whatever stands before them (libtool, ccache), `ar`, and `mv` of an object. Nothing of it is
/// run. Any thread.
[[nodiscard]] PortLog readPortLog(const QString &text, const QString &folder);

/// The commands of one line: words without quotes, each command ended by an operator of the shell.
[[nodiscard]] QVector<QStringList> commandsOfLine(const QString &line);

} // namespace kiln
