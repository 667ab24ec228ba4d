// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library port made from what a build with make compiles: what goes into it, and why.
#pragma once

#include "workbench/new_project.h"
#include "workbench/port_flags.h"
#include "workbench/port_log.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace kiln {

struct PortRequest
{
    QString sourceFolder; ///< absolute: where the program's sources are
    QString portFolder;   ///< absolute: where the port will be; need not exist
    QString name;         ///< as for NewProject
    QString program;      ///< which program or library of the log; empty: see planPort()
    QString log;          ///< what `make -n` printed, in sourceFolder
};

/// A source of the port.
struct PortSource
{
    QString path;    ///< absolute
    QString variant; ///< what follows `|`; empty: nothing
    bool isCxx = false;
    PortFlags flags;
    bool isDirect = false; ///< its object is linked as such, not as a part of a library
    bool hasMain = false;  ///< it defines the main() of the program
    int line = 0;          ///< of the log

    friend bool operator==(const PortSource &a, const PortSource &b)
    {
        return a.path == b.path && a.variant == b.variant && a.isCxx == b.isCxx &&
               a.flags.isSame(b.flags);
    }
};

struct PortPlan
{
    QString output; ///< the program or library that was chosen; a path
    bool isProgram = false;
    QVector<PortSource> sources; ///< in the order in which they are compiled
    QStringList outputs;         ///< all programs and libraries of the log
    QStringList notes;           ///< what was done and why, one sentence each
    QList<NewFile> files;        ///< of the port
};

/// A name for the port of what is in a folder: the folder's, without its version.
[[nodiscard]] QString suggestedPortName(const QString &sourceFolder);

/// Chooses what to port: the program or library that is named; else the only program; else, of
/// several, the one called like the port; else the largest library. Takes the objects that it is
/// linked of, and of objects that differ only in what is left out, one. Reads sources to find
/// main() and uses of config.h; runs and writes nothing. Any thread.
[[nodiscard]] Result<PortPlan> planPort(const PortRequest &request);

} // namespace kiln
