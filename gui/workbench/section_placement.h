// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the sections of object files have gone in an image.
#pragma once

#include "workbench/elf_file.h"

#include <QHash>
#include <QMap>
#include <QString>
#include <QVector>

namespace kiln {

/// A part of the image that comes from one section of one object file.
struct PlacedSection
{
    quint64 begin = 0; ///< address
    quint64 end = 0;   ///< the first address behind
    QString library;
    QString object; ///< empty: the library as a whole
};

/// Puts sections of objects to their places in an image. The linker keeps a section in one piece,
/// so one symbol tells where it begins, and all others of the section have to agree.
class SectionPlacement
{
public:
    explicit SectionPlacement(const ElfFile &image);

    /// Finds the places of the object's sections. Sections without symbols, and those the linker
    /// has dropped, have none.
    void add(const ElfFile &object, const QString &library, const QString &name);
    /// Decides between several places that are equally good, and returns all in order of address.
    /// No two overlap.
    [[nodiscard]] QVector<PlacedSection> finish();

private:
    struct Candidate
    {
        quint64 size = 0;
        QString library;
        QString name;
        QVector<quint64> places; ///< addresses it can begin at
    };

    [[nodiscard]] bool take(const Candidate &candidate, quint64 begin);

    QHash<QByteArray, QVector<quint64>> m_addresses; ///< of the image's symbols by name
    QVector<ElfSection> m_sections;
    QMap<quint64, PlacedSection> m_placed; ///< by begin
    QVector<Candidate> m_open;
};

} // namespace kiln
