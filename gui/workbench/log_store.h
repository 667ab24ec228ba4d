// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All a guest has printed, or a saved log: raw bytes and an index of records, both in files.
#pragma once

#include "workbench/log_index.h"
#include "workbench/log_parser.h"
#include "workbench/log_record.h"
#include "workbench/problem.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace kiln {

class LogLoader;

/// What other threads may read while the store goes on: the records up to some number.
struct LogSnapshot
{
    std::shared_ptr<const LogBytes> bytes;
    std::shared_ptr<const LogIndexFile> index;
    std::vector<LogStretch> stretches;
};

/// Memory does not grow with the bytes, and with the records only by compressed sets (a bit or two
/// for each). What a guest prints goes to an unlinked temporary file; a saved log is read where it
/// is. Used on one thread (the GUI's).
class LogStore : public QObject
{
    Q_OBJECT

public:
    /// What a LineSet can number, and what a store therefore takes by default.
    static constexpr qsizetype mostRecords = (qsizetype(1) << 32) - 2;

    /// Holds at most `most` records (from 1 on, not above mostRecords).
    explicit LogStore(QObject *parent = nullptr, qsizetype most = mostRecords);
    ~LogStore() override;

    /// Adds bytes as they came; never drops any. A saved log that was open goes away first.
    void append(QByteArrayView bytes);
    /// The stream ended: an unfinished line becomes a record as it is.
    void finish();
    void clear();

    /// Replaces the contents by a saved log, which is indexed on other threads: records come, with
    /// recordsAppended(), until loaded().
    Result<void> open(const QString &path);
    [[nodiscard]] bool isLoading() const { return m_loader != nullptr; }
    /// Waits until everything of open() is there.
    void waitUntilLoaded();
    /// Bytes of the log that have been indexed; size() when nothing is being loaded.
    [[nodiscard]] qint64 loadedBytes() const;
    /// The saved log that is open; empty for a guest's.
    [[nodiscard]] QString fileName() const { return m_fileName; }

    /// Records, an unfinished last line included.
    [[nodiscard]] qsizetype count() const { return qsizetype(m_index.count()); }
    /// Whether lines came that have no record of their own, because there are as many records as
    /// there can be: their bytes belong to the last record. Nothing is lost for saveRaw().
    [[nodiscard]] bool isOverfull() const { return m_isOverfull; }
    /// How many records there can be.
    [[nodiscard]] qsizetype capacity() const { return m_capacity; }
    [[nodiscard]] LogRecord record(qsizetype index) const;
    /// Offset of the record's first byte; for count(), size().
    [[nodiscard]] qint64 offset(qsizetype index) const;
    [[nodiscard]] std::optional<qint64> time(qsizetype index) const;
    [[nodiscard]] LogLevel level(qsizetype index) const;
    /// Index into libraries(); -1: none.
    [[nodiscard]] int library(qsizetype index) const;
    /// The record's bytes exactly as they came.
    [[nodiscard]] QByteArray raw(qsizetype index) const;

    [[nodiscard]] const LineSet &levelSet(LogLevel level) const { return m_index.level(level); }
    [[nodiscard]] qsizetype levelCount(LogLevel level) const;
    /// Names in order of first appearance.
    [[nodiscard]] const QStringList &libraries() const { return m_libraryNames; }
    [[nodiscard]] const LineSet &librarySet(int library) const { return m_index.library(library); }
    [[nodiscard]] qsizetype libraryCount(int library) const;

    /// Bytes received, or of the saved log.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Bytes from `offset`, at most `length`.
    [[nodiscard]] QByteArray rawBytes(qint64 offset, qint64 length) const;
    /// Writes the whole stream byte for byte.
    Result<void> saveRaw(const QString &path) const;

    /// How many of the first records a snapshot() holds; the rest still changes.
    [[nodiscard]] qsizetype settledCount() const { return qsizetype(m_index.closedCount()); }
    /// The settled records from the stretch on that holds record `from`.
    [[nodiscard]] LogSnapshot snapshot(qsizetype from) const;

signals:
    /// Records `first` to `first + count - 1` are new.
    void recordsAppended(qsizetype first, qsizetype count);
    /// The record that was the last one grew or was completed; comes before recordsAppended() of
    /// the same bytes.
    void lastRecordChanged(qsizetype index);
    void cleared();
    /// isOverfull() holds from now on.
    void overfilled();
    /// All of a saved log is there.
    void loaded();
    /// The temporary file could not take more (disk full), and later bytes are kept in memory; or a
    /// saved log could not be read to its end.
    void storageFailed(const kiln::Problem &problem);

private:
    void add(const LogPiece &piece);
    void store(QByteArrayView bytes);
    void checkStorage();
    void take(const std::function<void(const LogSink &)> &parse);
    void takeLoaded();
    void renewLibraryNames();
    void reset();

    qsizetype m_capacity;
    bool m_isOverfull = false;
    LogParser m_parser;
    std::shared_ptr<LogBytes> m_bytes;
    qint64 m_size = 0;
    bool m_failed = false;
    bool m_provisional = false; ///< the last record is an unfinished line
    LogIndex m_index;
    QStringList m_libraryNames;
    QString m_fileName;
    std::unique_ptr<LogLoader> m_loader;
    QTimer m_poll;
    mutable QByteArray m_cache;
    mutable qint64 m_cacheOffset = -1;
};

} // namespace kiln
