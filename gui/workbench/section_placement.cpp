// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/section_placement.h"

#include <algorithm>
#include <limits>

namespace kiln {

namespace {

// Names that stand in an image more often than this say nothing about a place.
constexpr qsizetype mostNamesakes = 512;

bool isWithin(const QVector<ElfSection> &sections, quint64 begin, quint64 size)
{
    return std::any_of(sections.begin(), sections.end(), [&](const ElfSection &section) {
        return begin >= section.address && size <= section.size &&
               begin - section.address <= section.size - size;
    });
}

quint64 distance(quint64 a, quint64 b)
{
    return a > b ? a - b : b - a;
}

} // namespace

SectionPlacement::SectionPlacement(const ElfFile &image)
{
    for (const ElfSymbol &symbol : image.symbols) {
        if (symbol.section > 0)
            m_addresses[symbol.name].append(symbol.value);
    }
    for (const ElfSection &section : image.sections) {
        if (section.isAllocated && !section.isThreadLocal)
            m_sections.append(section);
    }
}

void SectionPlacement::add(const ElfFile &object, const QString &library, const QString &name)
{
    QMap<int, QVector<const ElfSymbol *>> symbols;
    for (const ElfSymbol &symbol : object.symbols) {
        // What is dropped when an image is stripped of temporary names can't be asked for.
        if (symbol.section > 0 && !symbol.name.startsWith(".L"))
            symbols[symbol.section].append(&symbol);
    }
    for (auto it = symbols.cbegin(); it != symbols.cend(); ++it) {
        const ElfSection &section = object.sections[it.key()];
        if (!section.isAllocated || section.isThreadLocal || section.size == 0)
            continue;
        // The rarest name leaves the least to try.
        const ElfSymbol *rarest = nullptr;
        qsizetype fewest = mostNamesakes;
        bool isMissing = false;
        for (const ElfSymbol *symbol : it.value()) {
            const auto found = m_addresses.constFind(symbol->name);
            isMissing |= found == m_addresses.cend();
            if (!isMissing && found->size() < fewest) {
                fewest = found->size();
                rarest = symbol;
            }
        }
        if (isMissing || !rarest)
            continue;
        Candidate candidate{section.size, library, name, {}};
        for (const quint64 address : m_addresses.value(rarest->name)) {
            const quint64 begin = address - rarest->value;
            const auto agrees = [&](const ElfSymbol *symbol) {
                return m_addresses.constFind(symbol->name)->contains(begin + symbol->value);
            };
            if (address >= rarest->value && isWithin(m_sections, begin, section.size) &&
                std::all_of(it.value().begin(), it.value().end(), agrees))
                candidate.places.append(begin);
        }
        if (candidate.places.size() == 1)
            (void)take(candidate, candidate.places.first());
        else if (!candidate.places.isEmpty())
            m_open.append(candidate);
    }
}

bool SectionPlacement::take(const Candidate &candidate, quint64 begin)
{
    const quint64 end = begin + candidate.size;
    auto next = m_placed.lowerBound(begin);
    if (next != m_placed.end() && next->begin < end)
        return false;
    if (next != m_placed.begin() && std::prev(next)->end > begin)
        return false;
    m_placed.insert(begin, {begin, end, candidate.library, candidate.name});
    return true;
}

QVector<PlacedSection> SectionPlacement::finish()
{
    QHash<QString, QVector<quint64>> neighbours;
    for (const PlacedSection &placed : std::as_const(m_placed))
        neighbours[placed.library].append(placed.begin);
    for (Candidate &candidate : m_open) {
        // A library's sections stand together: the place beside others of it is the likeliest.
        const QVector<quint64> &near = neighbours[candidate.library];
        const auto remoteness = [&](quint64 place) {
            quint64 least = std::numeric_limits<quint64>::max();
            for (const quint64 other : near)
                least = std::min(least, distance(place, other));
            return least;
        };
        std::stable_sort(candidate.places.begin(), candidate.places.end(),
                         [&](quint64 a, quint64 b) { return remoteness(a) < remoteness(b); });
        for (const quint64 place : std::as_const(candidate.places)) {
            if (take(candidate, place))
                break;
        }
    }
    m_open.clear();
    return m_placed.values();
}

} // namespace kiln
