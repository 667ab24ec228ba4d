// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_parser.h"

#include "workbench/terminal_text.h"

#include <array>
#include <cstring>

namespace kiln {

namespace {

qsizetype findByte(QByteArrayView bytes, char byte, qsizetype from)
{
    if (from >= bytes.size())
        return -1;
    const void *hit =
        std::memchr(bytes.data() + from, byte, static_cast<std::size_t>(bytes.size() - from));
    return hit == nullptr ? -1 : static_cast<const char *>(hit) - bytes.data();
}

/// A header inside a line is believed only with a time and a level: text may look like the rest.
bool isTimedHeader(QByteArrayView bytes)
{
    const LogHeader header = parseLogHeader(bytes);
    return header.timeMicroseconds && header.level != LogLevel::plain;
}

/// Without a time, the library's name must make up for it; Unikraft's start with lib or app.
bool isUntimedHeader(QByteArrayView bytes)
{
    const LogHeader header = parseLogHeader(bytes);
    return header.level != LogLevel::plain &&
           (header.library.startsWith("lib") || header.library.startsWith("app"));
}

/// Where in `line`, after `from`, another record starts that was glued to what is before it.
qsizetype findTimed(QByteArrayView line, qsizetype from)
{
    for (qsizetype at = from; (at = findByte(line, '[', at)) >= 0; ++at) {
        // `[` of a colour sequence: what counts is the text after the run of sequences.
        qsizetype start = at;
        if (at > 0 && line[at - 1] == escapeByte) {
            start = at - 1;
            at = skipTerminalSequences(line, start);
            if (at >= line.size())
                return -1;
            if (line[at] != '[') {
                at = std::max(at - 1, start + 1);
                continue;
            }
        }
        if (at + 2 >= line.size() ||
            (line[at + 1] != ' ' && !(line[at + 1] >= '0' && line[at + 1] <= '9')))
            continue;
        if (start >= from && isTimedHeader(line.sliced(start)))
            return start;
    }
    return -1;
}

/// The same for a header without a time, which only text without colours can hide.
qsizetype findUntimed(QByteArrayView line, qsizetype from)
{
    static constexpr std::array words{"Info", "dbg", "Warn", "ERR", "CRIT"};
    for (qsizetype colon = from; (colon = findByte(line, ':', colon)) >= 0; ++colon) {
        for (const char *word : words) {
            const auto length = qsizetype(std::strlen(word));
            qsizetype start = colon - length;
            if (start < from || std::memcmp(line.data() + start, word, std::size_t(length)) != 0 ||
                !isUntimedHeader(line.sliced(start)))
                continue;
            return start;
        }
    }
    return -1;
}

} // namespace

void LogParser::feed(QByteArrayView bytes, const LogSink &sink)
{
    while (!bytes.isEmpty()) {
        const qsizetype room = longestLine - m_pending.size();
        const QByteArrayView reach = bytes.first(std::min(room, bytes.size()));
        const qsizetype newline = findByte(reach, '\n', 0);
        const bool complete = newline >= 0 || reach.size() == room;
        const qsizetype length = newline >= 0 ? newline + 1 : reach.size();
        if (!complete) {
            m_pending.append(reach.data(), reach.size());
            return;
        }
        if (m_pending.isEmpty()) {
            cut(bytes.first(length), sink);
        } else {
            m_pending.append(bytes.data(), length);
            cut(m_pending, sink);
            m_pending.truncate(0);
        }
        bytes = bytes.sliced(length);
    }
}

void LogParser::finish(const LogSink &sink)
{
    if (m_pending.isEmpty())
        return;
    const QByteArray rest = std::move(m_pending);
    m_pending = {};
    cut(rest, sink);
}

void LogParser::cut(QByteArrayView line, const LogSink &sink)
{
    while (!line.isEmpty()) {
        const LogHeader header = parseLogHeader(line);
        // At least one byte on, so that every record has a length.
        const qsizetype from = std::max<qsizetype>(header.messageStart, 1);
        qsizetype next = findTimed(line, from);
        if (next < 0 && !header.timeMicroseconds)
            next = findUntimed(line, from);
        const QByteArrayView record = next < 0 ? line : line.first(next);
        // The header was read with the next record in view; its own bytes decide.
        sink({m_offset, record, next < 0 ? header : parseLogHeader(record)});
        m_offset += record.size();
        line = line.sliced(record.size());
    }
}

QString logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::plain:
        return QStringLiteral("plain");
    case LogLevel::debug:
        return QStringLiteral("debug");
    case LogLevel::info:
        return QStringLiteral("info");
    case LogLevel::warning:
        return QStringLiteral("warning");
    case LogLevel::error:
        return QStringLiteral("error");
    case LogLevel::critical:
        return QStringLiteral("critical");
    }
    return {};
}

namespace {

enum class LoneReturn
{
    overwrites, ///< starts the line over, as on a terminal
    isShown     ///< in a kernel message it is garbage that must not hide the rest
};

QString visibleText(QByteArrayView bytes, LoneReturn loneReturn)
{
    while (!bytes.isEmpty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.chop(1);
    QByteArray plain = withoutTerminalSequences(bytes);
    while (plain.endsWith('\r'))
        plain.chop(1);
    if (const qsizetype last = plain.lastIndexOf('\r');
        last >= 0 && loneReturn == LoneReturn::overwrites)
        plain.remove(0, last + 1);

    const QString decoded = QString::fromUtf8(plain);
    QString text;
    text.reserve(decoded.size());
    for (const QChar character : decoded) {
        const char16_t code = character.unicode();
        if (code == u'\b')
            text.chop(1);
        else if (code == u'\t' || (code >= 0x20 && code != 0x7f))
            text.append(character);
        else
            text.append(QChar(char16_t(code == 0x7f ? 0x2421 : 0x2400 + code)));
    }
    return text;
}

} // namespace

QString logText(QByteArrayView bytes)
{
    return visibleText(bytes, LoneReturn::overwrites);
}

LogRecord parseLogRecord(QByteArrayView record, qint64 offset)
{
    const LogHeader header = parseLogHeader(record);
    LogRecord result;
    result.offset = offset;
    result.length = record.size();
    result.level = header.level;
    result.timeMicroseconds = header.timeMicroseconds;
    result.thread = logText(header.thread);
    result.caller = logText(header.caller);
    result.library = logText(header.library);
    result.file = logText(header.file);
    result.line = header.line;
    const bool hasHeader = header.messageStart > 0;
    result.message = visibleText(record.sliced(header.messageStart),
                                 hasHeader ? LoneReturn::isShown : LoneReturn::overwrites);
    return result;
}

} // namespace kiln
