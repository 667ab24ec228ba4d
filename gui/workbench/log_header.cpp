// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_header.h"

#include "workbench/terminal_sequence.h"

#include <algorithm>
#include <array>

namespace kiln {

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct LevelWord
{
    std::string_view word; ///< up to the colon
    std::size_t padding;   ///< spaces after it: the field is six wide
    LogLevel level;
};

constexpr std::array levelWords{
    LevelWord{"Info:", 1, LogLevel::info},     LevelWord{"dbg:", 2, LogLevel::debug},
    LevelWord{"Warn:", 1, LogLevel::warning},  LevelWord{"ERR:", 2, LogLevel::error},
    LevelWord{"CRIT:", 1, LogLevel::critical}, LevelWord{"EInf:", 1, LogLevel::info},
    LevelWord{"Kern:", 1, LogLevel::info},
};

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

constexpr std::array<bool, 256> nameBytes = [] {
    std::array<bool, 256> table{};
    for (int byte = 0; byte < 256; ++byte)
        table[std::size_t(byte)] = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                                   (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-' ||
                                   byte == '.' || byte == '+';
    return table;
}();

bool isNameByte(char byte)
{
    return nameBytes[static_cast<unsigned char>(byte)];
}

/// A place in a record; each read* either takes its part and moves on, or does nothing.
class Cursor
{
public:
    explicit Cursor(std::string_view bytes, std::size_t at = 0)
        : m_bytes(bytes)
        , m_at(at)
    {}

    [[nodiscard]] std::size_t at() const { return m_at; }

    bool readTime(std::optional<std::int64_t> &time)
    {
        std::size_t at = skip();
        if (!has(at, '['))
            return false;
        ++at;
        const std::size_t field = at;
        while (has(at, ' '))
            ++at;
        const std::size_t digits = at;
        std::int64_t seconds = 0;
        while (at < m_bytes.size() && isDigit(m_bytes[at]) && at - digits < 12)
            seconds = seconds * 10 + (m_bytes[at++] - '0');
        // %5u: padded to five and no wider than it must be.
        if (at == digits || at - field < 5 || (digits > field && at - field != 5) || !has(at, '.'))
            return false;
        ++at;
        if (m_bytes.size() - at < 8)
            return false;
        std::int64_t micros = 0;
        for (const std::size_t end = at + 6; at < end; ++at) {
            if (!isDigit(m_bytes[at]))
                return false;
            micros = micros * 10 + (m_bytes[at] - '0');
        }
        if (m_bytes[at] != ']' || m_bytes[at + 1] != ' ')
            return false;
        time = seconds * 1000000 + micros;
        m_at = at + 2;
        return true;
    }

    bool readLevel(LogLevel &level)
    {
        const std::size_t start = skip();
        const std::string_view rest = m_bytes.substr(std::min(start, m_bytes.size()));
        if (rest.size() < 4)
            return false;
        for (const LevelWord &word : levelWords) {
            // The first bytes tell nearly always, without a call.
            if (rest[0] != word.word[0] || rest[1] != word.word[1] || rest[2] != word.word[2] ||
                !rest.starts_with(word.word))
                continue;
            std::size_t at = skipTerminalSequences(m_bytes, start + word.word.size());
            for (std::size_t i = 0; i < word.padding; ++i, ++at) {
                if (!has(at, ' '))
                    return false;
            }
            level = word.level;
            m_at = at;
            return true;
        }
        return false;
    }

    /// `<init> `: a thread only when another part of a header follows; a message may start with
    /// `<`, too.
    bool readThread(std::string_view &thread)
    {
        const std::size_t start = skip();
        if (!has(start, '<'))
            return false;
        const std::size_t end = find(start, "> ");
        if (end == npos || m_bytes.substr(start, end - start).find(" @ ") != npos)
            return false;
        Cursor rest(m_bytes, end + 2);
        std::string_view view;
        int line = 0;
        if (!rest.readCaller(view) && !rest.readLibrary(view) && !rest.readSource(view, line))
            return false;
        thread = m_bytes.substr(start + 1, end - start - 1);
        m_at = end + 2;
        return true;
    }

    bool readCaller(std::string_view &caller)
    {
        const std::size_t start = skip();
        if (!has(start, '{') || !has(start + 1, 'r') || !has(start + 2, ':'))
            return false;
        const std::size_t end = find(start, "} ");
        if (end == npos)
            return false;
        caller = m_bytes.substr(start, end + 1 - start);
        m_at = end + 2;
        return true;
    }

    bool readLibrary(std::string_view &library)
    {
        const std::size_t start = skip();
        if (!has(start, '['))
            return false;
        std::size_t at = start + 1;
        while (at < m_bytes.size() && isNameByte(m_bytes[at]))
            ++at;
        if (at == start + 1 || !has(at, ']') || !has(at + 1, ' '))
            return false;
        library = m_bytes.substr(start + 1, at - start - 1);
        m_at = at + 2;
        return true;
    }

    /// `<file.c @   12> `, or `file.c @ 12  : ` as release 0.2 had it.
    bool readSource(std::string_view &file, int &line)
    {
        const std::size_t start = skip();
        const bool bracketed = has(start, '<');
        const std::size_t name = start + (bracketed ? 1 : 0);
        const std::size_t middle = find(name, " @ ");
        if (middle == npos || middle == name ||
            (!bracketed && m_bytes.substr(name, middle - name).find(' ') != npos))
            return false;
        std::size_t at = middle + 3;
        while (has(at, ' '))
            ++at;
        int number = 0;
        const std::size_t digits = at;
        while (at < m_bytes.size() && isDigit(m_bytes[at]) && at - digits < 9)
            number = number * 10 + (m_bytes[at++] - '0');
        if (at == digits)
            return false;
        if (bracketed) {
            if (!has(at, '>') || !has(at + 1, ' '))
                return false;
        } else {
            while (has(at, ' '))
                ++at;
            if (!has(at, ':') || !has(at + 1, ' '))
                return false;
        }
        file = m_bytes.substr(name, middle - name);
        line = number;
        m_at = at + 2;
        return true;
    }

private:
    [[nodiscard]] std::size_t skip() const { return skipTerminalSequences(m_bytes, m_at); }
    [[nodiscard]] bool has(std::size_t at, char byte) const
    {
        return at < m_bytes.size() && m_bytes[at] == byte;
    }
    /// Parts of a header are short: a far match belongs to the message. `what` has two or three
    /// bytes.
    [[nodiscard]] std::size_t find(std::size_t from, std::string_view what) const
    {
        constexpr std::size_t furthest = 96;
        if (from >= m_bytes.size())
            return npos;
        const std::string_view reach = m_bytes.substr(from, furthest);
        // Names are short: a loop beats a call.
        for (std::size_t at = 0; at + what.size() <= reach.size(); ++at) {
            if (reach[at] == what[0] && reach[at + 1] == what[1] &&
                (what.size() == 2 || reach[at + 2] == what[2]))
                return from + at;
        }
        return npos;
    }

    std::string_view m_bytes;
    std::size_t m_at;
};

} // namespace

LogHeader parseLogFront(std::string_view record)
{
    LogHeader header;
    Cursor cursor(record);
    const bool hasTime = cursor.readTime(header.timeMicroseconds);
    const bool hasLevel = cursor.readLevel(header.level);
    if (!hasTime && !hasLevel)
        return header;
    if (hasLevel) {
        cursor.readThread(header.thread);
        cursor.readCaller(header.caller);
        cursor.readLibrary(header.library);
    }
    header.messageStart = cursor.at();
    return header;
}

LogHeader parseLogHeader(std::string_view record)
{
    LogHeader header = parseLogFront(record);
    if (header.level == LogLevel::plain)
        return header;
    Cursor cursor(record, header.messageStart);
    cursor.readSource(header.file, header.line);
    header.messageStart = cursor.at();
    return header;
}

} // namespace kiln
