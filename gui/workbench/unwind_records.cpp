// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/unwind_records.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace kiln {

namespace {

constexpr qint64 largestTable = 256 << 20;
constexpr qsizetype lengthSize = 4;
constexpr qsizetype locationOffset = 8; // behind the length and the way back to the common record

const PlacedSection *ownerOf(const QVector<PlacedSection> &placed, quint64 address)
{
    const auto it =
        std::upper_bound(placed.begin(), placed.end(), address,
                         [](quint64 value, const PlacedSection &part) { return value < part.end; });
    return it != placed.end() && it->begin <= address ? &*it : nullptr;
}

} // namespace

QVector<PlacedSection> placedUnwindRecords(const ElfFile &image,
                                           const QVector<PlacedSection> &placed)
{
    QVector<PlacedSection> records;
    const auto table =
        std::find_if(image.sections.begin(), image.sections.end(), [](const ElfSection &section) {
            return section.isAllocated && section.name == QLatin1String(".eh_frame");
        });
    QFile file(image.path);
    if (table == image.sections.end() || table->isEmptyInFile ||
        table->offset > quint64(image.fileSize) || table->size > quint64(largestTable) ||
        !file.open(QIODevice::ReadOnly) || !file.seek(qint64(table->offset)))
        return records;
    const QByteArray bytes = file.read(qint64(table->size));
    const auto word = [&](qsizetype at) { return qFromLittleEndian<quint32>(bytes.data() + at); };
    for (qsizetype at = 0; at + locationOffset + lengthSize <= bytes.size();) {
        const quint32 length = word(at);
        // Zero ends a table, and one of another object may follow; lengths of 64 bits no image has.
        if (length == 0) {
            at += lengthSize;
            continue;
        }
        const qsizetype end = at + lengthSize + qsizetype(length);
        if (length == 0xffffffffU || end > bytes.size())
            break;
        const bool isForFunction = word(at + lengthSize) != 0;
        const quint64 location = table->address + quint64(at) + locationOffset +
                                 quint64(qint64(qint32(word(at + locationOffset))));
        const PlacedSection *owner = isForFunction ? ownerOf(placed, location) : nullptr;
        if (owner)
            records.append({table->address + quint64(at), table->address + quint64(end),
                            owner->library, owner->object});
        at = end;
    }
    return records;
}

} // namespace kiln
