// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Test results as a tree: suites, cases, expectations.
#pragma once

#include "workbench/test_results.h"

#include <QAbstractItemModel>

namespace kiln {

/// Shows a copy of the results, which refresh() brings up to date: rows are added and changed, so
/// that what is selected and expanded stays while a guest still tests.
class TestResultsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        nameColumn,
        resultColumn,
        timeColumn,
        sourceColumn,
        columnCount_
    };

    enum Role
    {
        PassedRole = Qt::UserRole + 1, ///< bool
        FileRole,                      ///< QString: as printed; empty: not known
        LineRole,                      ///< int
        LibraryRole,                   ///< QString
        RecordRole                     ///< qlonglong: number in the log
    };

    /// The results must outlive the model.
    explicit TestResultsModel(const TestResults *results, QObject *parent = nullptr);

    /// Takes over what is new in the results.
    void refresh();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void refreshSuite(int row);
    void tellChanged(const QModelIndex &parent, int row);
    [[nodiscard]] QVariant suiteData(const TestSuite &suite, int column, int role) const;
    [[nodiscard]] QVariant caseData(const TestCase &testCase, int column, int role) const;
    [[nodiscard]] QVariant expectationData(const TestCase &testCase,
                                           const TestExpectation &expectation, int column,
                                           int role) const;

    const TestResults *m_results;
    QVector<TestSuite> m_suites;
    int m_revision = -1;
};

} // namespace kiln
