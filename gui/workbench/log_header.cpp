// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The header of a kernel message: `[time] HDR <thread> {caller} [library] <file @ line> `, any part
// of which may be missing and each of which may be coloured.

#include "workbench/log_parser.h"
#include "workbench/terminal_text.h"

#include <array>
#include <cstring>

namespace kiln {

namespace {

struct LevelWord
{
    const char *word; ///< up to the colon
    qsizetype length;
    qsizetype padding; ///< spaces after it: the field is six wide
    LogLevel level;
};

constexpr std::array levelWords{
    LevelWord{"Info:", 5, 1, LogLevel::info},     LevelWord{"dbg:", 4, 2, LogLevel::debug},
    LevelWord{"Warn:", 5, 1, LogLevel::warning},  LevelWord{"ERR:", 4, 2, LogLevel::error},
    LevelWord{"CRIT:", 5, 1, LogLevel::critical}, LevelWord{"EInf:", 5, 1, LogLevel::info},
    LevelWord{"Kern:", 5, 1, LogLevel::info},
};

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isNameByte(char byte)
{
    return isDigit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           byte == '_' || byte == '-' || byte == '.' || byte == '+';
}

/// A place in a record; each read* either takes its part and moves on, or does nothing.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes, qsizetype at = 0)
        : m_bytes(bytes)
        , m_at(at)
    {}

    [[nodiscard]] qsizetype at() const { return m_at; }

    bool readTime(std::optional<qint64> &time)
    {
        qsizetype at = skip();
        if (!has(at, '['))
            return false;
        ++at;
        const qsizetype field = at;
        while (has(at, ' '))
            ++at;
        const qsizetype digits = at;
        qint64 seconds = 0;
        while (at < m_bytes.size() && isDigit(m_bytes[at]) && at - digits < 12)
            seconds = seconds * 10 + (m_bytes[at++] - '0');
        // %5u: padded to five and no wider than it must be.
        if (at == digits || at - field < 5 || (digits > field && at - field != 5) || !has(at, '.'))
            return false;
        ++at;
        qint64 micros = 0;
        const qsizetype fraction = at;
        while (at < m_bytes.size() && isDigit(m_bytes[at]) && at - fraction < 6)
            micros = micros * 10 + (m_bytes[at++] - '0');
        if (at - fraction != 6 || !has(at, ']') || !has(at + 1, ' '))
            return false;
        time = seconds * 1000000 + micros;
        m_at = at + 2;
        return true;
    }

    bool readLevel(LogLevel &level)
    {
        const qsizetype start = skip();
        for (const LevelWord &word : levelWords) {
            if (m_bytes.size() - start < word.length ||
                std::memcmp(m_bytes.data() + start, word.word, std::size_t(word.length)) != 0)
                continue;
            qsizetype at = skipTerminalSequences(m_bytes, start + word.length);
            for (qsizetype i = 0; i < word.padding; ++i, ++at) {
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
    bool readThread(QByteArrayView &thread)
    {
        const qsizetype start = skip();
        if (!has(start, '<'))
            return false;
        const qsizetype end = find(start, "> ");
        if (end < 0 || m_bytes.sliced(start, end - start).indexOf(" @ ") >= 0)
            return false;
        Cursor rest(m_bytes, end + 2);
        QByteArrayView view;
        int line = 0;
        if (!rest.readCaller(view) && !rest.readLibrary(view) && !rest.readSource(view, line))
            return false;
        thread = m_bytes.sliced(start + 1, end - start - 1);
        m_at = end + 2;
        return true;
    }

    bool readCaller(QByteArrayView &caller)
    {
        const qsizetype start = skip();
        if (!has(start, '{') || !has(start + 1, 'r') || !has(start + 2, ':'))
            return false;
        const qsizetype end = find(start, "} ");
        if (end < 0)
            return false;
        caller = m_bytes.sliced(start, end + 1 - start);
        m_at = end + 2;
        return true;
    }

    bool readLibrary(QByteArrayView &library)
    {
        const qsizetype start = skip();
        if (!has(start, '['))
            return false;
        qsizetype at = start + 1;
        while (at < m_bytes.size() && isNameByte(m_bytes[at]))
            ++at;
        if (at == start + 1 || !has(at, ']') || !has(at + 1, ' '))
            return false;
        library = m_bytes.sliced(start + 1, at - start - 1);
        m_at = at + 2;
        return true;
    }

    /// `<file.c @   12> `, or `file.c @ 12  : ` as release 0.2 had it.
    bool readSource(QByteArrayView &file, int &line)
    {
        const qsizetype start = skip();
        const bool bracketed = has(start, '<');
        const qsizetype name = start + (bracketed ? 1 : 0);
        const qsizetype middle = find(name, " @ ");
        if (middle <= name || (!bracketed && m_bytes.sliced(name, middle - name).contains(' ')))
            return false;
        qsizetype at = middle + 3;
        while (has(at, ' '))
            ++at;
        int number = 0;
        const qsizetype digits = at;
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
        file = m_bytes.sliced(name, middle - name);
        line = number;
        m_at = at + 2;
        return true;
    }

private:
    [[nodiscard]] qsizetype skip() const { return skipTerminalSequences(m_bytes, m_at); }
    [[nodiscard]] bool has(qsizetype at, char byte) const
    {
        return at < m_bytes.size() && m_bytes[at] == byte;
    }
    /// Parts of a header are short: a far match belongs to the message.
    [[nodiscard]] qsizetype find(qsizetype from, const char *what) const
    {
        constexpr qsizetype furthest = 96;
        const qsizetype length = std::min(furthest, m_bytes.size() - from);
        const qsizetype at = m_bytes.sliced(from, length).indexOf(what);
        return at < 0 ? -1 : from + at;
    }

    QByteArrayView m_bytes;
    qsizetype m_at;
};

} // namespace

LogHeader parseLogHeader(QByteArrayView record)
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
        cursor.readSource(header.file, header.line);
    }
    header.messageStart = cursor.at();
    return header;
}

} // namespace kiln
