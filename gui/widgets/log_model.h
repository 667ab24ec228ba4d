// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The records of a LogStore that pass a filter, as a table.
#pragma once

#include "workbench/log_store.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

namespace kiln {

/// What a log view shows.
struct LogFilter
{
    std::array<bool, logLevelCount> levels{true, true, true, true, true, true};
    QString text;               ///< in the message, library or source; case-insensitive; empty: all
    std::optional<int> library; ///< index into LogStore::libraries(); nothing: all

    [[nodiscard]] bool takesAll() const;
    friend bool operator==(const LogFilter &, const LogFilter &) = default;
};

/// Keeps four bytes a shown record, and makes texts only for rows that are looked at. New records
/// are tested once, as they come. A changed filter is applied in slices of a few milliseconds from
/// the event loop, first matches first; isFiltering() tells while it runs.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        timeColumn,
        deltaColumn,
        levelColumn,
        libraryColumn,
        sourceColumn,
        messageColumn,
        columnCount_
    };

    enum Role
    {
        LevelRole = Qt::UserRole + 1, ///< int: LogLevel
        FileRole,                     ///< QString: source file as printed
        LineRole,                     ///< int: from 1; 0 unknown
        RecordRole                    ///< qlonglong: index in the store
    };

    /// The store must outlive the model.
    explicit LogModel(LogStore *store, QObject *parent = nullptr);

    void setFilter(const LogFilter &filter);
    [[nodiscard]] const LogFilter &filter() const { return m_filter; }
    /// Whether a changed filter is still being applied to older records.
    [[nodiscard]] bool isFiltering() const { return m_next < m_end; }
    [[nodiscard]] LogStore *store() const { return m_store; }
    /// Indices in the store of the rows, in order.
    [[nodiscard]] const std::vector<quint32> &records() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

signals:
    /// A changed filter has been applied to everything.
    void filtered();

private:
    void append(qsizetype first, qsizetype count);
    void updateLast();
    void restart();
    void slice();
    void insert(const std::vector<quint32> &rows);
    [[nodiscard]] bool accepts(qsizetype record) const;
    [[nodiscard]] const LogRecord &recordAt(int row) const;
    [[nodiscard]] QString cellText(int row, int column) const;
    [[nodiscard]] QString deltaText(int row) const;

    LogStore *m_store;
    LogFilter m_filter;
    std::vector<quint32> m_rows; ///< indices of shown records, ascending
    qsizetype m_next = 0;        ///< next record to test
    qsizetype m_end = 0;         ///< records known
    QTimer m_timer;
    mutable LogRecord m_cached;
    mutable qint64 m_cachedRecord = -1;
};

} // namespace kiln
