// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an image consists of: which library, object and symbol each byte comes from.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QVector>

#include <functional>

namespace kiln {

enum class SizePart
{
    symbol,  ///< of a function, a variable, a table
    unnamed, ///< of an object, between its symbols: constants, padding
    shared,  ///< of a section, of no library that can be told: merged strings, linker's tables
    padding, ///< between sections in the file
    headers, ///< ELF header, program headers, section headers and names
    debug    ///< debugging information and symbol tables
};

/// One leaf. Bytes are counted once, so the leaves of a report add up to the image.
struct SizeItem
{
    SizePart part = SizePart::symbol;
    QString library; ///< `libnolibc`, `apphelloworld`; empty: none
    QString object;  ///< below the library's folder, `format.o`; empty: not known
    QByteArray symbol;
    QString section;   ///< `.text`; empty for what is in none
    qint64 file = 0;   ///< bytes in the image file
    qint64 memory = 0; ///< bytes in the guest's memory once the image is loaded

    friend bool operator==(const SizeItem &, const SizeItem &) = default;
};

/// Which of the two sizes of an item.
enum class SizeMeasure
{
    file,
    memory
};

struct SizeReport
{
    QString image;         ///< path of the image file
    QDateTime time;        ///< when it was built
    qint64 fileSize = 0;   ///< of the image file; the sum of all SizeItem::file
    qint64 memorySize = 0; ///< of all that is loaded; the sum of all SizeItem::memory
    QVector<SizeItem> items;

    [[nodiscard]] qint64 total(SizeMeasure measure) const
    {
        return measure == SizeMeasure::file ? fileSize : memorySize;
    }
    /// For the history of builds.
    [[nodiscard]] QJsonObject toJson() const;
    /// A Problem when it is none that toJson() has made.
    [[nodiscard]] static Result<SizeReport> fromJson(const QJsonObject &object);

    friend bool operator==(const SizeReport &, const SizeReport &) = default;
};

/// Reads the image, `IMAGE.dbg` beside it for the symbols when there is one, and the object files
/// below `objects` (one folder for each library, as builds of Unikraft have them; empty: the
/// image's folder). An object's section is found in the image by its symbols: it is where each of
/// them stands at its offset. What can't be told is an item of its own. Takes some tens of
/// milliseconds; any thread. `cancelled` is polled now and then; true ends it with a Problem.
[[nodiscard]] Result<SizeReport> readSizeReport(const QString &image, const QString &objects = {},
                                                const std::function<bool()> &cancelled = {});

/// `path` when it is an image, the youngest image in it when it is a build folder.
[[nodiscard]] Result<QString> findImage(const QString &path);

/// The report kept in a file; understands what writeSizeReport() has written.
[[nodiscard]] Result<SizeReport> loadSizeReport(const QString &file);
/// Writes a compressed file.
[[nodiscard]] Result<void> saveSizeReport(const SizeReport &report, const QString &file);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::SizeReport)
