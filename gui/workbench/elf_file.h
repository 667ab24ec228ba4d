// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sections and symbols of an ELF file, as elfutils' libelf reads them.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace kiln {

struct ElfSection
{
    QString name;
    quint64 address = 0;
    quint64 offset = 0; ///< in the file
    quint64 size = 0;   ///< bytes in memory; in the file, too, unless isEmptyInFile
    bool isAllocated = false;
    bool isEmptyInFile = false; ///< SHT_NOBITS: zeroes that only memory holds
    bool isThreadLocal = false;
    bool isDebug = false; ///< neither loaded nor needed to run: debugging information, symbols

    /// Bytes in the file.
    [[nodiscard]] quint64 fileSize() const { return isEmptyInFile ? 0 : size; }
};

struct ElfSymbol
{
    QByteArray name;
    quint64 value = 0; ///< address; in an object file the offset in its section
    quint64 size = 0;  ///< bytes; 0 unknown
    int section = 0;   ///< index in ElfFile::sections; 0: undefined, -1: absolute or common
    bool isLocal = false;
    bool isWeak = false;
    bool isFunction = false;
    bool isObject = false; ///< a variable or table
};

struct ElfFile
{
    QString path;
    qint64 fileSize = 0;
    bool isRelocatable = false; ///< an object file (.o)
    qint64 headerSize = 0;      ///< of the ELF header and the program headers, bytes
    qint64 sectionTableOffset = 0;
    qint64 sectionTableSize = 0;
    QVector<ElfSection> sections; ///< by index; the first one is the null section
    QVector<ElfSymbol> symbols;   ///< of .symtab, without section and file symbols
};

/// Reads headers and symbols; the contents of sections are not touched. A file that contradicts
/// itself is refused or read as far as it makes sense. Any thread.
[[nodiscard]] Result<ElfFile> readElfFile(const QString &path);

/// The name as a C++ programmer wrote it; other names as they are.
[[nodiscard]] QString demangled(const QByteArray &symbol);

} // namespace kiln
