// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/record_writer.h"

#include "workbench/log_record.h"

#include <algorithm>
#include <span>

namespace kiln::cli {

namespace {

void appendString(QByteArray &to, const QString &text)
{
    if (text.isEmpty()) {
        to += "null";
        return;
    }
    to += '"';
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes) {
        static constexpr char digits[] = "0123456789abcdef";
        if (byte == '"' || byte == '\\') {
            to += '\\';
            to += byte;
        } else if (byte == '\t') {
            to += "\\t";
        } else if (static_cast<unsigned char>(byte) < 0x20) {
            to += "\\u00";
            to += digits[byte >> 4];
            to += digits[byte & 15];
        } else {
            to += byte;
        }
    }
    to += '"';
}

void appendJson(QByteArray &to, const LogRecord &record)
{
    to += "{\"time\":";
    to += record.timeMicroseconds
              ? QByteArray::number(*record.timeMicroseconds / 1'000'000) + '.' +
                    QByteArray::number(*record.timeMicroseconds % 1'000'000).rightJustified(6, '0')
              : QByteArrayLiteral("null");
    to += ",\"level\":";
    appendString(to, record.level == LogLevel::plain ? QString() : logLevelName(record.level));
    to += ",\"library\":";
    appendString(to, record.library);
    to += ",\"file\":";
    appendString(to, record.file);
    to += ",\"line\":";
    to += record.line > 0 ? QByteArray::number(record.line) : QByteArrayLiteral("null");
    to += ",\"thread\":";
    appendString(to, record.thread);
    to += ",\"message\":";
    if (record.message.isEmpty())
        to += "\"\"";
    else
        appendString(to, record.message);
    to += "}\n";
}

} // namespace

bool RecordFilter::setLevels(const QString &text, Console &console)
{
    levels.fill(false);
    const QStringList words = text.split(u',');
    for (const QString &word : words) {
        int level = 0;
        while (level < logLevelCount && logLevelName(LogLevel(level)) != word)
            ++level;
        if (level == logLevelCount) {
            console.note(QStringLiteral("--level knows no “%1”. Levels: plain, debug, info, "
                                        "warning, error, critical.")
                             .arg(word));
            return false;
        }
        const int last = words.size() == 1 ? logLevelCount - 1 : level;
        for (int on = level; on <= last; ++on)
            levels[std::size_t(on)] = true;
    }
    return true;
}

namespace {

bool compileTo(std::vector<LogMatcher> &matchers, const QString &text, Console &console)
{
    const auto pattern = LogPattern::compile(text, {true, true});
    if (!pattern) {
        console.complain(pattern.error());
        return false;
    }
    matchers.emplace_back(*pattern);
    return true;
}

} // namespace

bool RecordFilter::addPattern(const QString &text, Console &console)
{
    return compileTo(patterns, text, console);
}

bool RecordFilter::addExcluded(const QString &text, Console &console)
{
    return compileTo(excluded, text, console);
}

bool RecordFilter::add(const QString &text, Console &console)
{
    const auto after = [&text](const char *key) -> std::optional<QString> {
        const QLatin1String prefix(key);
        return text.startsWith(prefix) ? std::optional(text.mid(prefix.size())) : std::nullopt;
    };
    if (const auto names = after("level="))
        return setLevels(*names, console);
    if (const auto name = after("library=")) {
        libraries.append(*name);
        return true;
    }
    if (const auto expression = after("exclude="))
        return addExcluded(*expression, console);
    return addPattern(text, console);
}

bool RecordFilter::passes(const LogPiece &piece)
{
    if (!levels[std::size_t(piece.header.level)] || isInvisible(piece.bytes))
        return false;
    if (!libraries.isEmpty() && !libraries.contains(logText(QByteArrayView(piece.header.library))))
        return false;
    constexpr std::uint32_t start = 0;
    const auto matches = [&](LogMatcher &matcher) {
        m_matched.clear();
        matcher.scan(piece.bytes, std::span(&start, 1), m_matched);
        return !m_matched.empty();
    };
    return std::all_of(patterns.begin(), patterns.end(), matches) &&
           std::none_of(excluded.begin(), excluded.end(), matches);
}

RecordWriter::RecordWriter(RecordFilter &filter, bool json, Console &console)
    : m_filter(filter)
    , m_json(json)
    , m_console(console)
{}

void RecordWriter::take(const LogPiece &piece)
{
    if (!m_filter.passes(piece))
        return;
    if (m_json) {
        appendJson(m_out, parseLogRecord(QByteArrayView(piece.bytes), piece.offset));
    } else {
        m_out.append(piece.bytes.data(), qsizetype(piece.bytes.size()));
        if (!piece.bytes.ends_with('\n'))
            m_out += '\n';
    }
    constexpr qsizetype block = 1 << 16;
    if (m_out.size() >= block)
        flush();
}

void RecordWriter::flush()
{
    m_isRead = m_isRead && (m_out.isEmpty() || m_console.write(m_out));
    m_out.truncate(0);
}

} // namespace kiln::cli
