// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A guest's output, cut into records: kernel messages of ukdebug, mixed with whatever an
// application prints. Works on bytes and without Qt: torn lines, NULs, invalid UTF-8, carriage
// returns and terminal sequences are all legal, and no byte is ever lost.
#pragma once

#include "workbench/log_header.h"

#include <algorithm>
#include <functional>
#include <string>

namespace kiln {

/// One record as the parser cuts it out; the views are valid during the call only.
struct LogPiece
{
    std::int64_t offset = 0; ///< of its first byte in the stream
    std::string_view bytes;  ///< line end included; records lie end to end
    LogHeader header;        ///< without file and line, see parseLogFront()
};

/// Whether there is nothing in these bytes but terminal sequences. Colours are reset after a line's
/// end: that is a record for the parser, and nothing to show for everybody else.
[[nodiscard]] bool isInvisible(std::string_view bytes);

/// Takes the records of a LogParser in order.
using LogSink = std::function<void(const LogPiece &)>;

/// A line longer than this is cut into several, bytes.
inline constexpr std::size_t longestLogLine = 1 << 16;

/// Where in `line`, a record with this header, another record starts that was glued to it; the
/// line's length when there is none. Never 0.
[[nodiscard]] std::size_t nextLogRecord(std::string_view line, const LogHeader &header);

/// Gives the records of one line, its end included, to `sink(const LogPiece &)`.
template <typename Sink>
void cutLogLine(std::string_view line, std::int64_t offset, Sink &&sink)
{
    while (!line.empty()) {
        LogHeader header = parseLogFront(line);
        const std::size_t length = nextLogRecord(line, header);
        // The header was read with the next record in view; its own bytes decide.
        if (length < line.size())
            header = parseLogFront(line.substr(0, length));
        sink(LogPiece{offset, line.substr(0, length), header});
        offset += std::int64_t(length);
        line.remove_prefix(length);
    }
}

/// Cuts a stream into records. Incremental; the same stream gives the same records however it is
/// cut into chunks, and the records' bytes in order are exactly the stream.
class LogParser
{
public:
    /// Starts at this offset of a stream, where a line begins.
    explicit LogParser(std::int64_t offset = 0)
        : m_offset(offset)
    {}

    /// Takes the next bytes; gives the records they complete to `sink(const LogPiece &)`.
    template <typename Sink>
    void feed(std::string_view bytes, Sink &&sink)
    {
        while (!bytes.empty()) {
            const std::size_t room = longestLogLine - m_pending.size();
            const std::string_view reach = bytes.substr(0, room);
            const std::size_t newline = reach.find('\n');
            if (newline == std::string_view::npos && reach.size() < room) {
                m_pending.append(reach);
                return;
            }
            const std::size_t length =
                newline == std::string_view::npos ? reach.size() : newline + 1;
            if (m_pending.empty()) {
                cut(bytes.substr(0, length), sink);
            } else {
                m_pending.append(bytes.data(), length);
                cut(m_pending, sink);
                m_pending.clear();
            }
            bytes.remove_prefix(length);
        }
    }

    /// The end of the stream: what is left becomes records.
    template <typename Sink>
    void finish(Sink &&sink)
    {
        const std::string rest = std::move(m_pending);
        m_pending.clear();
        cut(rest, sink);
    }

    /// Bytes of the unfinished line at the end.
    [[nodiscard]] std::string_view pending() const { return m_pending; }
    /// Offset of pending()'s first byte.
    [[nodiscard]] std::int64_t pendingOffset() const { return m_offset; }

private:
    template <typename Sink>
    void cut(std::string_view line, Sink &&sink)
    {
        cutLogLine(line, m_offset, sink);
        m_offset += std::int64_t(line.size());
    }

    std::string m_pending;
    std::int64_t m_offset;
};

} // namespace kiln
