// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the records of a log begin, their levels and libraries.
#pragma once

#include "workbench/line_set.h"
#include "workbench/log_bytes.h"
#include "workbench/log_header.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiln {

/// Level and library of a record in two bytes.
struct LogTag
{
    std::uint16_t bits = 0;

    static constexpr int mostLibraries = (1 << 13) - 1;
    [[nodiscard]] static LogTag of(LogLevel level, int library)
    {
        return {std::uint16_t(unsigned(level) | unsigned(library + 1) << 3)};
    }
    [[nodiscard]] LogLevel level() const { return LogLevel(bits & 7); }
    /// -1: none.
    [[nodiscard]] int library() const { return (bits >> 3) - 1; }
};

/// Numbers names from 0 in order of first appearance.
class LogLibraries
{
public:
    /// -1 for an empty name, and when there are too many (LogTag::mostLibraries).
    int number(std::string_view name);
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    [[nodiscard]] std::size_t size() const { return m_names.size(); }

private:
    std::vector<std::string> m_names;
    std::map<std::string, int, std::less<>> m_numbers;
    std::array<int, 128> m_recent = none(); ///< by a few bytes of the name

    [[nodiscard]] static constexpr std::array<int, 128> none()
    {
        std::array<int, 128> numbers{};
        numbers.fill(-1);
        return numbers;
    }
};

/// About a megabyte of records: what is kept for each.
struct LogSegment
{
    std::vector<std::uint32_t> starts; ///< bytes from the segment's offset
    std::vector<LogTag> tags;
};

/// Where a segment is.
struct LogStretch
{
    std::int64_t offset = 0; ///< of its first record in the log
    std::int64_t end = 0;    ///< behind its last record
    std::size_t first = 0;   ///< number of its first record
    std::size_t count = 0;
    std::int64_t place = 0; ///< in the index file
};

/// Segments on disk, or in memory as long as the disk has not taken them. Any thread may store and
/// load at once; nobody waits for the disk to store.
class LogIndexFile
{
public:
    LogIndexFile();

    /// Completes `stretch`, which says where the segment is in the log.
    [[nodiscard]] LogStretch store(LogStretch stretch, const LogSegment &segment);
    [[nodiscard]] std::shared_ptr<const LogSegment> load(const LogStretch &stretch) const;

private:
    std::shared_ptr<LogBytes> m_file;
};

/// What a loader has found since it was last asked. Numbers of records and libraries are final.
struct LogIndexPart
{
    std::vector<LogStretch> stretches;
    std::array<LineSet, logLevelCount> levels;
    std::vector<LineSet> libraries;
    std::vector<std::string> names; ///< of all libraries known
};

/// In memory: sets of records by level and library (compressed), 48 bytes for each megabyte of log,
/// and the segment that grows; everything else is in an unlinked temporary file. One thread.
class LogIndex
{
public:
    LogIndex();

    void add(std::int64_t offset, LogLevel level, std::string_view library);
    /// Takes back the last add().
    void removeLast();
    /// Closes the growing segment once it is large; removeLast() can't reach into it then. `end` is
    /// the offset behind its last record.
    void closeLargeSegment(std::int64_t end);
    /// Appends what a loader found; nothing may have been added by add().
    void append(LogIndexPart part);

    [[nodiscard]] std::size_t count() const { return m_closed + m_tail.starts.size(); }
    /// Of the record's first byte.
    [[nodiscard]] std::int64_t offset(std::size_t record) const;
    [[nodiscard]] LogTag tag(std::size_t record) const;

    [[nodiscard]] const LineSet &level(LogLevel level) const
    {
        return m_levels[std::size_t(level)];
    }
    [[nodiscard]] const LineSet &library(int library) const
    {
        return m_librarySets[std::size_t(library)];
    }
    [[nodiscard]] const std::vector<std::string> &libraryNames() const { return m_names; }

    /// The closed segments; what they name may be loaded from file() on any thread.
    [[nodiscard]] const std::vector<LogStretch> &stretches() const { return m_stretches; }
    /// Records in them.
    [[nodiscard]] std::size_t closedCount() const { return m_closed; }
    [[nodiscard]] const std::shared_ptr<LogIndexFile> &file() const { return m_file; }

private:
    struct Cached
    {
        std::size_t stretch = 0;
        std::shared_ptr<const LogSegment> segment;
    };

    [[nodiscard]] const Cached &segmentOf(std::size_t record) const;

    std::shared_ptr<LogIndexFile> m_file;
    std::vector<LogStretch> m_stretches;
    std::size_t m_closed = 0;
    LogSegment m_tail;
    std::int64_t m_tailOffset = 0;
    std::array<LineSet, logLevelCount> m_levels;
    LogLibraries m_libraries;
    std::vector<std::string> m_names;
    std::vector<LineSet> m_librarySets;
    mutable std::array<Cached, 8> m_cache; ///< the one used last first
};

} // namespace kiln
