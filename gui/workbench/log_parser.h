// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Kernel messages in the formats of ukdebug, old and new, mixed with whatever an application
// prints. Works on bytes: torn lines, NULs, invalid UTF-8, carriage returns and terminal sequences
// are all legal, and no byte is ever lost.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QMetaType>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>

namespace kiln {

/// Ascending in weight. `plain` is output without a header.
enum class LogLevel : std::uint8_t
{
    plain,
    debug,
    info,
    warning,
    error,
    critical
};
inline constexpr int logLevelCount = 6;

/// "debug", "info", … in lower case; "plain".
[[nodiscard]] QString logLevelName(LogLevel level);

/// One record with its fields as text; made on demand from the raw bytes.
struct LogRecord
{
    qint64 offset = 0; ///< of its first byte in the stream
    qint64 length = 0; ///< bytes, line end included; records lie end to end
    LogLevel level = LogLevel::plain;
    std::optional<qint64> timeMicroseconds; ///< guest clock
    QString thread;
    QString caller; ///< `{r:0x…,f:0x…}` or a stack base, as printed
    QString library;
    QString file;
    int line = 0;    ///< 0 unknown
    QString message; ///< without header, terminal sequences and line end

    friend bool operator==(const LogRecord &, const LogRecord &) = default;
};

/// The header of one record, as views into its bytes.
struct LogHeader
{
    LogLevel level = LogLevel::plain;
    std::optional<qint64> timeMicroseconds;
    QByteArrayView thread, caller, library, file;
    int line = 0;
    qsizetype messageStart = 0; ///< index of the first byte after the header
};

/// One record as the parser cuts it out; the views are valid during the call only.
struct LogPiece
{
    qint64 offset = 0; ///< of its first byte in the stream
    QByteArrayView bytes;
    LogHeader header;
};

/// Takes the records of a LogParser in order.
using LogSink = std::function<void(const LogPiece &)>;

/// Reads the header at the start of a record. Never fails: without one the level is plain.
[[nodiscard]] LogHeader parseLogHeader(QByteArrayView record);
/// All fields of a record; `offset` is passed on.
[[nodiscard]] LogRecord parseLogRecord(QByteArrayView record, qint64 offset = 0);
/// Bytes as a person sees them: terminal sequences and carriage returns gone, invalid UTF-8 as
/// U+FFFD, NUL as U+2400, other control characters as their pictures.
[[nodiscard]] QString logText(QByteArrayView bytes);

/// Cuts a stream into records. Incremental; the same stream gives the same records however it is
/// cut into chunks, and the records' bytes in order are exactly the stream.
class LogParser
{
public:
    /// A line longer than this is cut into several records, bytes.
    static constexpr qsizetype longestLine = 1 << 16;

    /// Takes the next bytes; gives the records they complete to `sink`.
    void feed(QByteArrayView bytes, const LogSink &sink);
    /// The end of the stream: what is left becomes records.
    void finish(const LogSink &sink);
    /// Bytes of the unfinished line at the end.
    [[nodiscard]] QByteArrayView pending() const { return m_pending; }
    /// Offset of pending()'s first byte.
    [[nodiscard]] qint64 pendingOffset() const { return m_offset; }

private:
    void cut(QByteArrayView line, const LogSink &sink);

    QByteArray m_pending;
    qint64 m_offset = 0;
};

} // namespace kiln

Q_DECLARE_METATYPE(kiln::LogRecord)
