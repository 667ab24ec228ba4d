// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_parser.h"

#include "workbench/terminal_sequence.h"

#include <array>

namespace kiln {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// A header inside a line is believed only with a time and a level: text may look like the rest.
bool isTimedHeader(std::string_view bytes)
{
    const LogHeader header = parseLogFront(bytes);
    return header.timeMicroseconds && header.level != LogLevel::plain;
}

/// Without a time, the library's name must make up for it; Unikraft's start with lib or app.
bool isUntimedHeader(std::string_view bytes)
{
    const LogHeader header = parseLogFront(bytes);
    return header.level != LogLevel::plain &&
           (header.library.starts_with("lib") || header.library.starts_with("app"));
}

/// Where in `line`, after `from`, a record with a time starts.
std::size_t findTimed(std::string_view line, std::size_t from)
{
    for (std::size_t at = from; (at = line.find('[', at)) != npos; ++at) {
        // `[` of a colour sequence: what counts is the text after the run of sequences.
        std::size_t start = at;
        if (at > 0 && line[at - 1] == escapeByte) {
            start = at - 1;
            at = skipTerminalSequences(line, start);
            if (at >= line.size())
                return npos;
            if (line[at] != '[') {
                at = std::max(at - 1, start + 1);
                continue;
            }
        }
        if (at + 2 >= line.size() ||
            (line[at + 1] != ' ' && !(line[at + 1] >= '0' && line[at + 1] <= '9')))
            continue;
        if (start >= from && isTimedHeader(line.substr(start)))
            return start;
    }
    return npos;
}

/// The same for a header without a time, which only text without colours can hide.
std::size_t findUntimed(std::string_view line, std::size_t from)
{
    static constexpr std::array<std::string_view, 5> words{"Info", "dbg", "Warn", "ERR", "CRIT"};
    for (std::size_t colon = from; (colon = line.find(':', colon)) != npos; ++colon) {
        for (const std::string_view word : words) {
            if (colon < from + word.size())
                continue;
            const std::size_t start = colon - word.size();
            if (line.substr(start, word.size()) == word && isUntimedHeader(line.substr(start)))
                return start;
        }
    }
    return npos;
}

} // namespace

bool isInvisible(std::string_view bytes)
{
    return bytes[0] == escapeByte && skipTerminalSequences(bytes, 0) == bytes.size();
}

std::size_t nextLogRecord(std::string_view line, const LogHeader &header)
{
    // At least one byte on, so that every record has a length.
    const std::size_t from = std::max<std::size_t>(header.messageStart, 1);
    std::size_t next = findTimed(line, from);
    if (next == npos && !header.timeMicroseconds)
        next = findUntimed(line, from);
    return next == npos ? line.size() : next;
}

} // namespace kiln
