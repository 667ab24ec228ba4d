// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A log, live or saved: filters, the rows, a map of them, a search.
#pragma once

#include "widgets/links.h"
#include "widgets/log_filter_bar.h"
#include "widgets/log_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace kiln {

class ClipboardCopy;
class LogMinimap;
class LogSearchBar;
class LogTable;
class NoticeBar;

/// Shows a LogStore, which must outlive it.
class LogView : public QWidget
{
    Q_OBJECT

public:
    /// Shows at most `mostRows` rows (see LogModel).
    explicit LogView(LogStore *store, QWidget *parent = nullptr, int mostRows = LogModel::mostRows);

    /// Whether the view keeps to the newest row; scrolling up pauses it.
    [[nodiscard]] bool isFollowing() const;
    void setFollowing(bool follow);

    /// Goes to a record of the store, or to the next one that the filters let pass.
    void goToRecord(qsizetype record);

    [[nodiscard]] LogModel *model() const { return m_model; }
    [[nodiscard]] LogTable *table() const { return m_table; }
    [[nodiscard]] LogFilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] LogSearchBar *searchBar() const { return m_search; }
    [[nodiscard]] LogMinimap *minimap() const { return m_map; }
    /// Says when lines came that can't have a row of their own; hidden otherwise.
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] LevelChip *chip(LogLevel level) const { return m_filter->chip(level); }
    [[nodiscard]] QLineEdit *filterEdit() const { return m_filter->textEdit(); }

    /// What to say while the log is empty.
    void setIdleText(const QString &text);

signals:
    /// A source was clicked: file as printed by the guest, without a folder.
    void sourceRequested(const QString &file, int line, const QString &library);
    void problem(const kiln::Problem &problem);
    /// The user has chosen a saved log to look at.
    void openRequested(const QString &path);
    /// The filters that are kept have changed: to be saved.
    void filterChanged(const kiln::LogFilter &kept);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildButtons();
    void buildTable();
    void rememberColumns();
    void applyFilter();
    void applySearch();
    void updateSearchState();
    void find(bool forward);
    void goToRow(int row);
    void refresh();
    void updateEmptyText();
    void updateNotice();
    void openSource(const QModelIndex &index);
    void showRowMenu(const QPoint &position);
    void copySelection();
    void saveRaw();
    void askForSaved();
    void onScrolled(int value);

    LogStore *m_store;
    LogModel *m_model;
    LogFilterBar *m_filter;
    LogTable *m_table;
    LogMinimap *m_map;
    LogSearchBar *m_search;
    QToolButton *m_follow;
    NoticeBar *m_notice;
    QLabel *m_empty;
    QString m_idleText;
    QString m_noticed; ///< what the notice said last
    ClipboardCopy *m_copy;
    QTimer m_refresh; ///< gathers counts and scrolling of many appends
    bool m_scrolling = false;
    int m_findFrom = -2; ///< a find that waits for the search to go on: from this row forward
};

} // namespace kiln
