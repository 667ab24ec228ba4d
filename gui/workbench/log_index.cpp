// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_index.h"

#include <algorithm>

namespace kiln {

namespace {

constexpr std::int64_t largeSegment = 1 << 20; ///< bytes of log
constexpr std::size_t manyRecords = 1 << 16;

} // namespace

int LogLibraries::number(std::string_view name)
{
    if (name.empty())
        return -1;
    // A log has a dozen names, looked up a million times a second: most are found by their length
    // and ends.
    const auto byte = [&name](std::size_t i) { return std::size_t(std::uint8_t(name[i])); };
    int &recent = m_recent[(name.size() * 7 + byte(0) + byte(name.size() - 1) * 5 +
                            byte(name.size() / 2) * 3) %
                           m_recent.size()];
    if (recent >= 0 && m_names[std::size_t(recent)] == name)
        return recent;
    if (const auto known = m_numbers.find(name); known != m_numbers.end())
        return recent = known->second;
    if (m_names.size() == LogTag::mostLibraries)
        return -1;
    recent = int(m_names.size());
    m_names.emplace_back(name);
    m_numbers.emplace(name, recent);
    return recent;
}

LogIndexFile::LogIndexFile()
    : m_file(LogBytes::temporary())
{}

LogStretch LogIndexFile::store(LogStretch stretch, const LogSegment &segment)
{
    stretch.count = segment.starts.size();
    const auto bytes = [](const auto &values) {
        return QByteArrayView(reinterpret_cast<const char *>(values.data()),
                              qsizetype(values.size() * sizeof(values[0])));
    };
    QByteArray both = bytes(segment.starts).toByteArray();
    both.append(bytes(segment.tags));
    stretch.place = m_file->append(both);
    return stretch;
}

std::shared_ptr<const LogSegment> LogIndexFile::load(const LogStretch &stretch) const
{
    auto segment = std::make_shared<LogSegment>();
    segment->starts.resize(stretch.count);
    segment->tags.resize(stretch.count);
    const auto startBytes = std::int64_t(stretch.count * sizeof(std::uint32_t));
    const auto tagBytes = std::int64_t(stretch.count * sizeof(LogTag));
    m_file->read(stretch.place, reinterpret_cast<char *>(segment->starts.data()), startBytes);
    m_file->read(stretch.place + startBytes, reinterpret_cast<char *>(segment->tags.data()),
                 tagBytes);
    return segment;
}

LogIndex::LogIndex()
    : m_file(std::make_shared<LogIndexFile>())
{}

void LogIndex::add(std::int64_t offset, LogLevel level, std::string_view library)
{
    const int number = m_libraries.number(library);
    if (m_libraries.size() > m_names.size()) {
        m_names.push_back(m_libraries.names().back());
        m_librarySets.emplace_back();
    }
    const std::size_t record = count();
    if (m_tail.starts.empty())
        m_tailOffset = offset;
    m_tail.starts.push_back(std::uint32_t(offset - m_tailOffset));
    m_tail.tags.push_back(LogTag::of(level, number));
    m_levels[std::size_t(level)].add(record);
    if (number >= 0)
        m_librarySets[std::size_t(number)].add(record);
}

void LogIndex::removeLast()
{
    const LogTag tag = m_tail.tags.back();
    m_tail.starts.pop_back();
    m_tail.tags.pop_back();
    m_levels[std::size_t(tag.level())].remove(count());
    if (tag.library() >= 0)
        m_librarySets[std::size_t(tag.library())].remove(count());
}

void LogIndex::closeLargeSegment(std::int64_t end)
{
    const std::size_t records = m_tail.starts.size();
    if (records == 0 || (records < manyRecords && m_tail.starts.back() < largeSegment))
        return;
    m_stretches.push_back(m_file->store({m_tailOffset, end, m_closed, 0, 0}, m_tail));
    m_tail = {};
    m_closed += records;
}

void LogIndex::append(LogIndexPart part)
{
    for (LogStretch &stretch : part.stretches) {
        m_closed += stretch.count;
        m_stretches.push_back(std::move(stretch));
    }
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        m_levels[i] |= part.levels[i];
    m_librarySets.resize(std::max(m_librarySets.size(), part.libraries.size()));
    for (std::size_t i = 0; i < part.libraries.size(); ++i)
        m_librarySets[i] |= part.libraries[i];
    m_names = std::move(part.names);
    m_librarySets.resize(m_names.size());
}

const LogIndex::Cached &LogIndex::segmentOf(std::size_t record) const
{
    const auto after = std::upper_bound(
        m_stretches.begin(), m_stretches.end(), record,
        [](std::size_t number, const LogStretch &stretch) { return number < stretch.first; });
    const auto stretch = std::size_t(after - m_stretches.begin()) - 1;
    auto cached = std::find_if(m_cache.begin(), m_cache.end(), [stretch](const Cached &entry) {
        return entry.segment && entry.stretch == stretch;
    });
    if (cached == m_cache.end()) {
        cached = m_cache.end() - 1;
        *cached = {stretch, m_file->load(m_stretches[stretch])};
    }
    std::rotate(m_cache.begin(), cached, cached + 1);
    return m_cache.front();
}

std::int64_t LogIndex::offset(std::size_t record) const
{
    if (record >= m_closed)
        return m_tailOffset + m_tail.starts[record - m_closed];
    const Cached &cached = segmentOf(record);
    const LogStretch &stretch = m_stretches[cached.stretch];
    return stretch.offset + cached.segment->starts[record - stretch.first];
}

LogTag LogIndex::tag(std::size_t record) const
{
    if (record >= m_closed)
        return m_tail.tags[record - m_closed];
    const Cached &cached = segmentOf(record);
    return cached.segment->tags[record - m_stretches[cached.stretch].first];
}

} // namespace kiln
