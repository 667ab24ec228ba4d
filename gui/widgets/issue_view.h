// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of errors and warnings.
#pragma once

#include "widgets/issue_groups.h"
#include "widgets/links.h"

#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTreeView;

namespace kiln {

class IssueModel;

/// Rows on top, the excerpt and the way out of the current one below. A click, or Return, opens
/// the place.
class IssueView : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive the view.
    explicit IssueView(IssueModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] QComboBox *groupingBox() const { return m_grouping; }
    void setGrouping(IssueGrouping grouping);

signals:
    void openRequested(const kiln::SourcePlace &place);
    /// The user chose another grouping.
    void groupingChanged(kiln::IssueGrouping grouping);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Texts are laid out for nobody while the view is not seen: a tree may come with hundreds of
    /// diagnostics in the turn in which its options come.
    void showEvent(QShowEvent *event) override;

private:
    void open(const QModelIndex &index);
    void showDetail(const QModelIndex &index);
    void updateEmpty();
    /// Makes the column of places as wide as the widest.
    void fitPlaces();

    IssueModel *m_model;
    IssueGroups *m_groups;
    QComboBox *m_grouping;
    QWidget *m_bar; ///< holds m_grouping; there is nothing to group in an empty list
    QTreeView *m_list;
    QPlainTextEdit *m_detail;
    QPersistentModelIndex m_detailed; ///< of m_groups or m_model: what m_detail tells of
    QLabel *m_empty;
    QTimer m_fit;         ///< gathers rows to measure
    int m_measured = 0;   ///< rows measured so far
    int m_placeWidth = 0; ///< pixels, of the widest of them
};

} // namespace kiln
