// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The records of a LogStore that pass a filter, as a table.
#pragma once

#include "widgets/log_filter.h"
#include "workbench/log_search.h"
#include "workbench/log_store.h"

#include <QAbstractTableModel>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace kiln {

/// Keeps the shown records as a compressed set, and makes texts only for rows that are looked at.
/// Levels and libraries are filtered at once, from the store's sets; each rule of the filter is
/// looked for once and kept, so that switching it off and on takes no time. First matches come
/// first; isFiltering() tells while a rule is still being looked for. Rules that highlight are
/// tried on rows that are looked at only.
/// The accessible text of a row's cells is a sentence with all there is to say about the row.
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

    /// What a model, a scroll bar and an arithmetic with both can do.
    static constexpr int mostRows = std::numeric_limits<int>::max() / 2;

    /// Has at most `most` rows (from 1 on, not above mostRows): the first ones. The store must
    /// outlive the model.
    explicit LogModel(LogStore *store, QObject *parent = nullptr, int most = mostRows);
    ~LogModel() override;

    /// Rules that don't compile are refused: the filter stays as it was.
    Result<void> setFilter(const LogFilter &filter);
    [[nodiscard]] const LogFilter &filter() const { return m_filter; }
    /// Whether older records are still being tested.
    [[nodiscard]] bool isFiltering() const { return m_end < m_store->count(); }
    [[nodiscard]] LogStore *store() const { return m_store; }

    /// Index in the store of a row.
    [[nodiscard]] qsizetype recordOf(int row) const;
    /// The first row whose record is not before this one; rowCount() when there is none.
    [[nodiscard]] int rowOf(qsizetype record) const;
    /// The records that are shown.
    [[nodiscard]] const LineSet &shown() const { return m_shown; }
    /// Whether more records pass the filter than there can be rows.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    /// How many rows there can be.
    [[nodiscard]] int capacity() const { return m_capacity; }

    /// What is looked for among the rows, and marked; an empty text ends it.
    Result<void> setSearch(const QString &text, LogPattern::Options options);
    /// The search, for its matches; null when there is none.
    [[nodiscard]] const LogSearch *search() const { return m_search.get(); }
    /// The nearest row after (or before) `row` that the search matches. -1: none so far.
    [[nodiscard]] int findNext(int row) const;
    [[nodiscard]] int findPrevious(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

signals:
    /// A changed filter has been applied to everything.
    void filtered();
    /// The search has gone on, or is another one.
    void searchAdvanced();

private:
    struct Rule
    {
        LogRule rule;
        std::unique_ptr<LogSearch> search;
    };

    /// A rule that colours, ready to be tried on the rows that are seen.
    struct Highlight
    {
        LogMatcher matcher;
        int color = 0;
    };

    void append();
    void changeLast(qsizetype record);
    void clear();
    void renew();
    void advance();
    [[nodiscard]] qsizetype reach() const;
    [[nodiscard]] LineSet accepted(qsizetype first, qsizetype end) const;
    void cut(LineSet &lines, int room);
    [[nodiscard]] std::unique_ptr<LogSearch> makeSearch(const LogPattern &pattern);
    [[nodiscard]] const LogRecord &recordAt(int row) const;
    [[nodiscard]] int highlightOf(int row) const;
    [[nodiscard]] QVariant foreground(int row, int column) const;
    [[nodiscard]] QString sentence(int row) const;
    [[nodiscard]] QString cellText(int row, int column) const;
    [[nodiscard]] QString deltaText(int row) const;

    LogStore *m_store;
    int m_capacity;
    bool m_isCut = false;
    LogFilter m_filter;
    std::vector<Rule> m_rules; ///< as in the filter; the search is made when it is first enabled
    mutable std::vector<Highlight> m_highlights; ///< a matcher keeps notes while it looks
    std::unique_ptr<LogSearch> m_search;
    LineSet m_shown;
    int m_rowCount = 0;
    qsizetype m_end = 0; ///< records tested
    mutable LogRecord m_cached;
    mutable qint64 m_cachedRecord = -1;
    mutable int m_cachedHighlight = LogRule::noHighlight; ///< of m_cached
    mutable int m_cachedRow = -1;
    mutable qsizetype m_cachedRowRecord = 0;
};

} // namespace kiln
