// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Results of unit tests: a sentence, and a tree of suites, cases and expectations.
#pragma once

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace kiln {

class TestResults;
class TestResultsModel;

/// Shows results, which must outlive it, as they were at the last refresh().
class TestResultsView : public QWidget
{
    Q_OBJECT

public:
    explicit TestResultsView(const TestResults *results, QWidget *parent = nullptr);

    /// Takes over what is new. Suites with failures are expanded as they come.
    void refresh();
    /// "125 tests in 9 suites passed", "3 of 125 tests failed".
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] QToolButton *failedOnlyButton() const { return m_failedOnly; }

signals:
    /// Source of what was activated: as printed by the guest, without folders.
    void sourceRequested(const QString &file, int line, const QString &library);
    /// The place in the log.
    void recordRequested(qsizetype record);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &position);
    void expandFailures();
    void updateSummary();

    const TestResults *m_results;
    TestResultsModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLabel *m_icon;
    QLabel *m_summary;
    QLabel *m_discrepancy;
    QLabel *m_empty;
    QToolButton *m_failedOnly;
    QTreeView *m_tree;
};

} // namespace kiln
