// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/size_report.h"

#include "workbench/elf_file.h"
#include "workbench/section_placement.h"
#include "workbench/unwind_records.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>
#include <optional>

namespace kiln {

namespace {

// What a section may claim; sums of a thousand of them are still numbers.
constexpr quint64 largestSection = quint64(1) << 48;

using Cancelled = std::function<bool()>;

Problem cancelledProblem(const QString &image)
{
    return {QStringLiteral("Reading the image was given up"), image, {}};
}

/// Places of single objects first; what they leave open belongs to their library as a whole.
QVector<PlacedSection> refined(const QVector<PlacedSection> &objects,
                               const QVector<PlacedSection> &libraries)
{
    QVector<PlacedSection> all = objects;
    qsizetype next = 0;
    for (PlacedSection rest : libraries) {
        while (next < objects.size() && objects[next].end <= rest.begin)
            ++next;
        for (qsizetype i = next; i < objects.size() && objects[i].begin < rest.end; ++i) {
            if (objects[i].begin > rest.begin) {
                PlacedSection before = rest;
                before.end = objects[i].begin;
                all.append(before);
            }
            rest.begin = std::max(rest.begin, objects[i].end);
        }
        if (rest.begin < rest.end)
            all.append(rest);
    }
    std::sort(all.begin(), all.end(),
              [](const PlacedSection &a, const PlacedSection &b) { return a.begin < b.begin; });
    return all;
}

/// Where the object files of a build folder have gone; nothing when `cancelled` says so.
std::optional<QVector<PlacedSection>> placements(const ElfFile &image, const QString &directory,
                                                 const Cancelled &cancelled)
{
    SectionPlacement objects(image);
    SectionPlacement libraries(image);
    const QDir folder(directory);
    for (const QFileInfo &library :
         folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (library.isSymLink())
            continue;
        QStringList files;
        QDirIterator iterator(library.filePath(), {QStringLiteral("*.o")}, QDir::Files,
                              QDirIterator::Subdirectories);
        while (iterator.hasNext())
            files.append(iterator.next());
        files.sort();
        for (const QString &file : std::as_const(files)) {
            if (cancelled && cancelled())
                return std::nullopt;
            if (const auto object = readElfFile(file); object && object->isRelocatable)
                objects.add(*object, library.fileName(), file.mid(library.filePath().size() + 1));
        }
        const QString linked = folder.filePath(library.fileName() + QStringLiteral(".ld.o"));
        if (const auto whole =
                QFileInfo::exists(linked) ? readElfFile(linked) : Result<ElfFile>(ElfFile());
            whole && whole->isRelocatable)
            libraries.add(*whole, library.fileName(), {});
    }
    const QVector<PlacedSection> placed = refined(objects.finish(), libraries.finish());
    // What is placed already stays: these tables have no symbols, so nothing of them is.
    return refined(placed, placedUnwindRecords(image, placed));
}

/// Divides the bytes of one loaded section among symbols, objects and the rest.
class SectionDivider
{
public:
    SectionDivider(const QVector<PlacedSection> &placed, const ElfSection &section,
                   QVector<SizeItem> &items)
        : m_placed(placed)
        , m_section(section)
        , m_items(items)
    {}

    void divide(QVector<const ElfSymbol *> symbols)
    {
        // Of several names of one place the one that others can see stands for all.
        std::sort(symbols.begin(), symbols.end(), [](const ElfSymbol *a, const ElfSymbol *b) {
            if (a->value != b->value)
                return a->value < b->value;
            if (a->size != b->size)
                return a->size > b->size;
            if (a->isLocal != b->isLocal)
                return b->isLocal;
            return a->name < b->name;
        });
        const quint64 end = m_section.address + m_section.size;
        quint64 cursor = m_section.address;
        for (const ElfSymbol *symbol : std::as_const(symbols)) {
            if (symbol->value < m_section.address || symbol->value >= end)
                continue;
            const quint64 first = std::max(symbol->value, cursor);
            const quint64 behind = symbol->value + std::min(symbol->size, end - symbol->value);
            if (behind <= first)
                continue;
            rest(cursor, first);
            SizeItem item = sized(behind - first);
            item.symbol = symbol->name;
            if (const PlacedSection *owner = ownerOf(first)) {
                item.library = owner->library;
                item.object = owner->object;
            }
            m_items.append(item);
            cursor = behind;
        }
        rest(cursor, end);
        m_items += m_unnamed.values().toVector();
    }

private:
    [[nodiscard]] SizeItem sized(quint64 bytes) const
    {
        SizeItem item;
        item.section = m_section.name;
        item.memory = qint64(bytes);
        item.file = m_section.isEmptyInFile ? 0 : qint64(bytes);
        return item;
    }

    /// The first placed section that ends behind the address.
    [[nodiscard]] QVector<PlacedSection>::const_iterator from(quint64 address) const
    {
        return std::upper_bound(
            m_placed.begin(), m_placed.end(), address,
            [](quint64 value, const PlacedSection &placed) { return value < placed.end; });
    }

    [[nodiscard]] const PlacedSection *ownerOf(quint64 address) const
    {
        const auto it = from(address);
        return it != m_placed.end() && it->begin <= address ? &*it : nullptr;
    }

    void add(SizePart part, const PlacedSection *owner, quint64 bytes)
    {
        if (bytes == 0)
            return;
        const QString key = owner ? owner->library + u'/' + owner->object : QString();
        auto it = m_unnamed.find(key);
        if (it == m_unnamed.end()) {
            SizeItem item = sized(0);
            item.part = part;
            if (owner) {
                item.library = owner->library;
                item.object = owner->object;
            }
            it = m_unnamed.insert(key, item);
        }
        const SizeItem more = sized(bytes);
        it->file += more.file;
        it->memory += more.memory;
    }

    /// What no symbol covers: of the object that is placed there, or of nobody.
    void rest(quint64 begin, quint64 end)
    {
        for (auto it = from(begin); begin < end && it != m_placed.end() && it->begin < end; ++it) {
            if (it->begin > begin) {
                add(SizePart::shared, nullptr, it->begin - begin);
                begin = it->begin;
            }
            const quint64 last = std::min(it->end, end);
            add(SizePart::unnamed, &*it, last - begin);
            begin = last;
        }
        if (begin < end)
            add(SizePart::shared, nullptr, end - begin);
    }

    const QVector<PlacedSection> &m_placed;
    const ElfSection &m_section;
    QVector<SizeItem> &m_items;
    QMap<QString, SizeItem> m_unnamed;
};

/// A stretch of the image file.
struct Extent
{
    qint64 begin = 0;
    qint64 end = 0;
    int section = -1; ///< -1: headers
};

/// The file as stretches that follow each other; what claims bytes of others or behind the end of
/// the file is cut.
QVector<Extent> fileExtents(const ElfFile &image)
{
    QVector<Extent> extents{{0, image.headerSize, -1}};
    if (image.sectionTableSize > 0)
        extents.append(
            {image.sectionTableOffset, image.sectionTableOffset + image.sectionTableSize, -1});
    for (int i = 1; i < image.sections.size(); ++i) {
        const ElfSection &section = image.sections[i];
        if (section.fileSize() > 0 && section.offset < largestSection)
            extents.append(
                {qint64(section.offset), qint64(section.offset + section.fileSize()), i});
    }
    std::stable_sort(extents.begin(), extents.end(),
                     [](const Extent &a, const Extent &b) { return a.begin < b.begin; });
    qint64 cursor = 0;
    for (Extent &extent : extents) {
        extent.begin = std::clamp(extent.begin, cursor, std::max(cursor, image.fileSize));
        extent.end = std::clamp(extent.end, extent.begin, std::max(extent.begin, image.fileSize));
        cursor = extent.end;
    }
    return extents;
}

SizeItem plain(SizePart part, const QString &section, qint64 file, qint64 memory)
{
    SizeItem item;
    item.part = part;
    item.section = section;
    item.file = file;
    item.memory = memory;
    return item;
}

/// The index in `file` of the same section; 0: there is none.
int sameSection(const ElfFile &file, const ElfSection &section)
{
    for (int i = 1; i < file.sections.size(); ++i) {
        const ElfSection &other = file.sections[i];
        if (other.isAllocated && other.address == section.address && other.size == section.size &&
            other.name == section.name)
            return i;
    }
    return 0;
}

void addSections(const ElfFile &image, const ElfFile &symbols, const QVector<PlacedSection> &placed,
                 QVector<SizeItem> &items)
{
    QHash<int, QVector<const ElfSymbol *>> bySection;
    for (const ElfSymbol &symbol : symbols.symbols) {
        if (symbol.section > 0 && symbol.size > 0)
            bySection[symbol.section].append(&symbol);
    }
    QHash<int, qint64> inFile;
    qint64 cursor = 0;
    qint64 headers = 0;
    qint64 padding = 0;
    for (const Extent &extent : fileExtents(image)) {
        padding += extent.begin - cursor;
        cursor = extent.end;
        if (extent.section < 0)
            headers += extent.end - extent.begin;
        else
            inFile[extent.section] = extent.end - extent.begin;
    }
    padding += std::max<qint64>(0, image.fileSize - cursor);

    for (int i = 1; i < image.sections.size(); ++i) {
        const ElfSection &section = image.sections[i];
        const qint64 file = inFile.value(i);
        if (section.isDebug) {
            items.append(plain(SizePart::debug, section.name, file, 0));
        } else if (!section.isAllocated) {
            const bool isNames = section.name == QLatin1String(".shstrtab");
            (isNames ? headers : padding) += isNames ? file : 0;
            if (!isNames)
                items.append(plain(SizePart::shared, section.name, file, 0));
        } else if (section.isThreadLocal || file != qint64(section.fileSize())) {
            items.append(plain(SizePart::shared, section.name, file, qint64(section.size)));
        } else {
            SectionDivider(placed, section, items)
                .divide(bySection.value(sameSection(symbols, section)));
        }
    }
    items.append(plain(SizePart::headers, {}, headers, 0));
    items.append(plain(SizePart::padding, {}, padding, 0));
    items.removeIf([](const SizeItem &item) { return item.file == 0 && item.memory == 0; });
}

} // namespace

Result<SizeReport> readSizeReport(const QString &image, const QString &objects,
                                  const Cancelled &cancelled)
{
    const auto file = readElfFile(image);
    if (!file)
        return tl::unexpected(file.error());
    for (const ElfSection &section : file->sections) {
        if (section.size > largestSection || section.address > ~section.size)
            return tl::unexpected(
                Problem{QStringLiteral("Section %1 claims %2 bytes, more than any machine has")
                            .arg(section.name)
                            .arg(section.size),
                        image, QStringLiteral("The file is damaged: build the image again.")});
    }
    const QString debugFile = image + QStringLiteral(".dbg");
    const auto debug = !image.endsWith(QLatin1String(".dbg")) && QFileInfo::exists(debugFile)
                           ? readElfFile(debugFile)
                           : Result<ElfFile>(*file);
    const ElfFile &symbols = debug ? *debug : *file;
    const QFileInfo info(image);
    const auto placed = placements(symbols, objects.isEmpty() ? info.path() : objects, cancelled);
    if (!placed)
        return tl::unexpected(cancelledProblem(image));

    SizeReport report;
    report.image = info.absoluteFilePath();
    report.time = info.lastModified();
    addSections(*file, symbols, *placed, report.items);
    for (const SizeItem &item : std::as_const(report.items)) {
        report.fileSize += item.file;
        report.memorySize += item.memory;
    }
    return report;
}

Result<QString> findImage(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return path;
    for (const QString &folder : {path, path + QStringLiteral("/build")}) {
        for (const QFileInfo &debug :
             QDir(folder).entryInfoList({QStringLiteral("*.dbg")}, QDir::Files, QDir::Time)) {
            const QString image = debug.filePath().chopped(4);
            return QFileInfo(image).isFile() ? image : debug.filePath();
        }
    }
    return tl::unexpected(Problem{QStringLiteral("There is no image in this folder"), path,
                                  QStringLiteral("Build the application first: kiln build DIR")});
}

} // namespace kiln
