// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One record of a log as text for people and programs.
#pragma once

#include "workbench/log_parser.h"

#include <QByteArrayView>
#include <QMetaType>
#include <QString>

namespace kiln {

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

/// All fields of a record; `offset` is passed on.
[[nodiscard]] LogRecord parseLogRecord(QByteArrayView record, qint64 offset = 0);
/// Bytes as a person sees them: terminal sequences and carriage returns gone, invalid UTF-8 as
/// U+FFFD, NUL as U+2400, other control characters as their pictures.
[[nodiscard]] QString logText(QByteArrayView bytes);

/// The same bytes for the parser, which knows no Qt.
[[nodiscard]] inline std::string_view logBytes(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

} // namespace kiln

Q_DECLARE_METATYPE(kiln::LogRecord)
