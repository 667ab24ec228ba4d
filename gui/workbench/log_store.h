// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All a guest has printed: raw bytes in a file, an index of records in memory.
#pragma once

#include "workbench/log_parser.h"
#include "workbench/problem.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryFile>

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

namespace kiln {

/// Memory is about eleven bytes a record, whatever the lines' length; the bytes are in an unlinked
/// temporary file. Appended and read on one thread (the GUI's).
class LogStore : public QObject
{
    Q_OBJECT

public:
    explicit LogStore(QObject *parent = nullptr);
    ~LogStore() override;

    /// Adds bytes as they came; never drops any.
    void append(QByteArrayView bytes);
    /// The stream ended: an unfinished line becomes a record as it is.
    void finish();
    void clear();
    /// Replaces the contents by a saved log. Blocks while reading (about 300 MB/s).
    Result<void> open(const QString &path);

    /// Records, an unfinished last line included.
    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] LogRecord record(qsizetype index) const;
    [[nodiscard]] LogLevel level(qsizetype index) const;
    /// Index into libraries(); -1: none.
    [[nodiscard]] int library(qsizetype index) const;
    /// The record's bytes exactly as they came.
    [[nodiscard]] QByteArray raw(qsizetype index) const;

    [[nodiscard]] qsizetype levelCount(LogLevel level) const;
    /// Names in order of first appearance.
    [[nodiscard]] const QStringList &libraries() const { return m_libraryNames; }
    [[nodiscard]] qsizetype libraryCount(int library) const;

    /// Bytes received.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Bytes from `offset`, at most `length`.
    [[nodiscard]] QByteArray rawBytes(qint64 offset, qint64 length) const;
    /// Writes the whole stream byte for byte.
    Result<void> saveRaw(const QString &path) const;

signals:
    /// Records `first` to `first + count - 1` are new.
    void recordsAppended(qsizetype first, qsizetype count);
    /// The record that was the last one grew or was completed; comes before recordsAppended() of
    /// the same bytes.
    void lastRecordChanged(qsizetype index);
    void cleared();
    /// The temporary file could not take more (disk full); later bytes are kept in memory.
    void storageFailed(const kiln::Problem &problem);

private:
    bool add(const LogPiece &piece);
    [[nodiscard]] std::int16_t libraryIndex(QByteArrayView name);
    void store(QByteArrayView bytes);
    void remove();
    void take(const std::function<void(const LogSink &)> &parse);
    [[nodiscard]] qint64 end(qsizetype index) const;

    LogParser m_parser;
    mutable QTemporaryFile m_file;
    QByteArray m_unwritten; ///< small appends gathered, and everything after a failed write
    qint64 m_fileSize = 0;
    qint64 m_size = 0;
    bool m_failed = false;
    bool m_provisional = false; ///< the last record is an unfinished line
    std::deque<qint64> m_offsets;
    std::deque<LogLevel> m_levels;
    std::deque<std::int16_t> m_libraries;
    std::array<qsizetype, logLevelCount> m_levelCounts{};
    QStringList m_libraryNames;
    QHash<QByteArray, std::int16_t> m_libraryIndex;
    std::vector<qsizetype> m_libraryCounts;
    mutable QByteArray m_cache;
    mutable qint64 m_cacheOffset = -1;
};

} // namespace kiln
