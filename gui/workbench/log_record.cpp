// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_record.h"

#include "workbench/terminal_text.h"

namespace kiln {

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
    const LogHeader header = parseLogHeader(logBytes(record));
    LogRecord result;
    result.offset = offset;
    result.length = record.size();
    result.level = header.level;
    result.timeMicroseconds = header.timeMicroseconds;
    result.thread = logText(QByteArrayView(header.thread));
    result.caller = logText(QByteArrayView(header.caller));
    result.library = logText(QByteArrayView(header.library));
    result.file = logText(QByteArrayView(header.file));
    result.line = header.line;
    const bool hasHeader = header.messageStart > 0;
    result.message = visibleText(record.sliced(qsizetype(header.messageStart)),
                                 hasHeader ? LoneReturn::isShown : LoneReturn::overwrites);
    return result;
}

} // namespace kiln
