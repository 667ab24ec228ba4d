// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A table of any number of rows, all of one height.
#pragma once

#include <QAbstractItemView>
#include <QTimer>

class QHeaderView;

namespace kiln {

/// What QTableView shows, for two thousand million rows: nothing is kept for a row, so that rows
/// that come by the million cost neither time nor memory. Whole rows are selected.
class LogTable : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit LogTable(QWidget *parent = nullptr);

    [[nodiscard]] QHeaderView *horizontalHeader() const { return m_header; }
    /// Pixels.
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    /// The first row that is seen.
    [[nodiscard]] int topRow() const;
    /// How many rows fit, the last perhaps in part.
    [[nodiscard]] int rowsPerPage() const;

    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// The same as the base class's, but with rows that have only just come.
    void scrollToBottom();
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    /// Rows are not looked for by their first letters: there may be millions.
    void keyboardSearch(const QString &) override {}
    void reset() override;

signals:
    /// The rows that are seen are others, or there is another number of rows.
    void rangeChanged();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] int rows() const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int fullRows() const;
    void updateRowHeight();
    void updateScrollBars();
    void updateLateScrollBars();

    QHeaderView *m_header;
    int m_rowHeight = 1;
    QTimer m_late; ///< until the scroll bars hear of rows that came
};

} // namespace kiln
