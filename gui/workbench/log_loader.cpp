// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_loader.h"

#include "workbench/log_parser.h"

#include <algorithm>

namespace kiln {

namespace {

constexpr std::int64_t chunkBytes = 1 << 20;
constexpr std::int64_t readAhead = 1 << 14; ///< for the last line, which reaches over the end

} // namespace

struct LogLoader::Found
{
    LogSegment segment;
    std::int64_t offset = 0; ///< of the first record
    std::int64_t end = 0;    ///< behind the last
    std::int64_t unread = 0;
    LogLibraries libraries; ///< numbers as in the segment's tags
    std::array<std::vector<std::uint32_t>, logLevelCount> levels;
    std::vector<std::vector<std::uint32_t>> byLibrary;

    /// Forgets all records but the first `count`.
    void cut(std::size_t count)
    {
        segment.starts.resize(count);
        segment.tags.resize(count);
        const auto cutNumbers = [count](std::vector<std::uint32_t> &ascending) {
            ascending.erase(std::lower_bound(ascending.begin(), ascending.end(), count),
                            ascending.end());
        };
        std::for_each(levels.begin(), levels.end(), cutNumbers);
        std::for_each(byLibrary.begin(), byLibrary.end(), cutNumbers);
    }
};

LogLoader::LogLoader(std::shared_ptr<const LogBytes> bytes, std::shared_ptr<LogIndexFile> index,
                     std::size_t most)
    : m_bytes(std::move(bytes))
    , m_index(std::move(index))
    , m_chunks(std::size_t((m_bytes->size() + chunkBytes - 1) / chunkBytes))
    , m_most(most)
{
    const std::size_t processors = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t i = 0; i < std::min(processors, m_chunks); ++i)
        m_threads.emplace_back([this] { work(); });
}

LogLoader::~LogLoader()
{
    m_stopped = true;
    for (std::thread &thread : m_threads)
        thread.join();
}

void LogLoader::work()
{
    std::string buffer;
    for (std::size_t chunk = 0; !m_stopped && (chunk = m_next++) < m_chunks;)
        commit(chunk, index(chunk, buffer));
}

/// The records of all lines that begin in the chunk; the last of them may end far behind it.
LogLoader::Found LogLoader::index(std::size_t chunk, std::string &buffer)
{
    Found found;
    const std::int64_t begin = std::int64_t(chunk) * chunkBytes;
    const std::int64_t end = std::min(begin + chunkBytes, m_bytes->size());
    // A line begins after a line end, which may be the last byte of the chunk before.
    const std::int64_t from = begin == 0 ? 0 : begin - 1;
    const std::int64_t wanted = std::min(end + readAhead, m_bytes->size()) - from;
    buffer.resize(std::size_t(wanted));
    const std::int64_t got = m_bytes->read(from, buffer.data(), wanted);
    std::string_view bytes(buffer.data(), std::size_t(got));
    if (from + got < end)
        found.unread = end - (from + got);
    if (begin > 0) {
        const std::size_t newline = bytes.substr(0, std::size_t(end - 1 - from)).find('\n');
        if (newline == std::string_view::npos)
            return found;
        bytes.remove_prefix(newline + 1);
    }
    found.offset = from + got - std::int64_t(bytes.size());

    const auto sink = [&](const LogPiece &piece) {
        // Colours are reset after a line's end; that belongs to the record before.
        if (piece.offset > 0 && isInvisible(piece.bytes))
            return;
        // Gigabytes without a line end: the record that is there takes them in.
        if (piece.offset - found.offset > std::int64_t(UINT32_MAX))
            return;
        const auto number = std::uint32_t(found.segment.starts.size());
        const int library = found.libraries.number(piece.header.library);
        found.segment.starts.push_back(std::uint32_t(piece.offset - found.offset));
        found.segment.tags.push_back(LogTag::of(piece.header.level, library));
        found.levels[std::size_t(piece.header.level)].push_back(number);
        if (library >= 0) {
            if (std::size_t(library) == found.byLibrary.size())
                found.byLibrary.emplace_back();
            found.byLibrary[std::size_t(library)].push_back(number);
        }
    };
    constexpr std::size_t usualLine = 64;
    found.segment.starts.reserve(std::size_t(chunkBytes) / usualLine);
    found.segment.tags.reserve(std::size_t(chunkBytes) / usualLine);
    LogParser parser(found.offset);
    // Up to the end of the line that holds the chunk's last byte.
    auto inside = std::size_t(std::max<std::int64_t>(end - 1 - found.offset, 0));
    std::size_t last = bytes.find('\n', inside);
    parser.feed(bytes.substr(0, last == std::string_view::npos ? last : last + 1), sink);
    for (std::int64_t at = from + got; last == std::string_view::npos && !m_stopped;) {
        const std::int64_t more = m_bytes->read(at, buffer.data(), std::int64_t(buffer.size()));
        if (more <= 0)
            break;
        at += more;
        bytes = std::string_view(buffer.data(), std::size_t(more));
        last = bytes.find('\n');
        parser.feed(bytes.substr(0, last == std::string_view::npos ? last : last + 1), sink);
    }
    parser.finish(sink);
    found.end = parser.pendingOffset();
    return found;
}

void LogLoader::commit(std::size_t chunk, Found found)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.emplace(chunk, std::make_unique<Found>(std::move(found)));
    std::vector<std::uint32_t> moved;
    const auto move = [&](const std::vector<std::uint32_t> &numbers) {
        moved.assign(numbers.begin(), numbers.end());
        for (std::uint32_t &number : moved)
            number += std::uint32_t(m_records);
        return std::span<const std::uint32_t>(moved);
    };
    for (auto next = m_waiting.begin(); next != m_waiting.end() && next->first == m_committed;
         next = m_waiting.erase(next), ++m_committed) {
        Found &turn = *next->second;
        m_unread += turn.unread;
        const std::size_t room = m_most - m_records;
        if (turn.segment.starts.size() > room) {
            m_isOverfull = true;
            turn.cut(room);
        }
        if (turn.segment.starts.empty())
            continue;
        std::vector<int> numbers; // of the chunk's libraries among all
        for (std::size_t i = 0; i < turn.byLibrary.size(); ++i)
            numbers.push_back(
                turn.byLibrary[i].empty() ? -1 : m_libraries.number(turn.libraries.names()[i]));
        for (LogTag &tag : turn.segment.tags) {
            if (tag.library() >= 0)
                tag = LogTag::of(tag.level(), numbers[std::size_t(tag.library())]);
        }
        for (std::size_t i = 0; i < turn.levels.size(); ++i)
            m_part.levels[i].add(move(turn.levels[i]));
        m_part.libraries.resize(m_libraries.size());
        for (std::size_t i = 0; i < turn.byLibrary.size(); ++i) {
            if (numbers[i] >= 0)
                m_part.libraries[std::size_t(numbers[i])].add(move(turn.byLibrary[i]));
        }
        m_part.stretches.push_back(
            m_index->store({turn.offset, turn.end, m_records, 0, 0}, turn.segment));
        m_records += turn.segment.starts.size();
    }
    if (m_committed == m_chunks)
        m_finished.notify_all();
}

LogIndexPart LogLoader::take()
{
    const std::lock_guard lock(m_mutex);
    m_part.names = m_libraries.names();
    return std::exchange(m_part, {});
}

bool LogLoader::isDone() const
{
    const std::lock_guard lock(m_mutex);
    return m_committed == m_chunks;
}

void LogLoader::wait()
{
    std::unique_lock lock(m_mutex);
    m_finished.wait(lock, [this] { return m_committed == m_chunks; });
}

bool LogLoader::isOverfull() const
{
    const std::lock_guard lock(m_mutex);
    return m_isOverfull;
}

std::int64_t LogLoader::unread() const
{
    const std::lock_guard lock(m_mutex);
    return m_unread;
}

} // namespace kiln
