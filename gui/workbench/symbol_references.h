// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the files of a project name an option: its definitions, what depends on it, makefiles,
// sources and configurations.
#pragma once

#include "workbench/job_watch.h"
#include "workbench/project.h"

#include <QHash>
#include <QVector>

namespace kiln {

/// In the order in which people want to see them.
enum class ReferenceKind
{
    definition,    ///< `config NAME` in a Kconfig file
    kconfig,       ///< elsewhere in a Kconfig file
    makefile,      ///< CONFIG_NAME in Makefile.uk, Makefile, …
    source,        ///< CONFIG_NAME in C, C++, assembler or a linker script
    configuration, ///< CONFIG_NAME in .config or a defconfig
    other          ///< CONFIG_NAME in any other text
};

/// One place.
struct SymbolReference
{
    QString file;   ///< absolute
    int line = 0;   ///< from 1
    int column = 0; ///< of the name without CONFIG_; from 1, in bytes
    QByteArray name;
    QByteArray text; ///< the line, without its newline
    ReferenceKind kind = ReferenceKind::other;
};

/// The folders that references are looked for in: the application or tree, its kernel tree and its
/// external libraries, none of them inside another.
[[nodiscard]] QStringList referenceFolders(const Project &project);

/// What is being written and is on no disk: texts by canonical path.
using UnsavedTexts = QHash<QString, QByteArray>;

/// Every place in referenceFolders() that names one of the symbols (without CONFIG_), by kind, file
/// and line; of files that are being written, what is `unsaved` counts. The build folder, hidden
/// folders, symbolic links and files that are no text are left out. Reads only. Any thread;
/// blocking: seconds for Linux. Cancelled by a null-able `watch`.
[[nodiscard]] Result<QVector<SymbolReference>> findReferences(const Project &project,
                                                              const QVector<QByteArray> &names,
                                                              JobWatch *watch = nullptr,
                                                              const UnsavedTexts &unsaved = {});

} // namespace kiln
