// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A live log: chips for levels, filters, and the rows.
#pragma once

#include "widgets/links.h"
#include "widgets/log_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace kiln {

class ClipboardCopy;
class LevelChip;

/// Shows a LogStore, which must outlive it.
class LogView : public QWidget
{
    Q_OBJECT

public:
    explicit LogView(LogStore *store, QWidget *parent = nullptr);

    /// Whether the view keeps to the newest row; scrolling up pauses it.
    [[nodiscard]] bool isFollowing() const;
    void setFollowing(bool follow);

    [[nodiscard]] LogModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] LevelChip *chip(LogLevel level) const { return m_chips[std::size_t(level)]; }
    [[nodiscard]] QLineEdit *filterEdit() const { return m_text; }

signals:
    /// A source was clicked: file as printed by the guest, without a folder.
    void sourceRequested(const QString &file, int line, const QString &library);
    void problem(const kiln::Problem &problem);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBar(QWidget *bar);
    void buildTable();
    void applyFilter();
    void updateCounts();
    void updateLibraries();
    void updateEmptyText();
    void openSource(const QModelIndex &index);
    void copySelection();
    void saveRaw();
    void onScrolled(int value);

    LogStore *m_store;
    LogModel *m_model;
    QTableView *m_table;
    std::array<LevelChip *, logLevelCount> m_chips{};
    QComboBox *m_library;
    QLineEdit *m_text;
    QToolButton *m_follow;
    QLabel *m_empty;
    ClipboardCopy *m_copy;
    QTimer m_refresh; ///< gathers counts and scrolling of many appends
    bool m_scrolling = false;
};

} // namespace kiln
