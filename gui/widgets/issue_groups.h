// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of errors and warnings, grouped.
#pragma once

#include "workbench/library_folder.h"

#include <QAbstractItemModel>
#include <QHash>

namespace kiln {

class IssueModel;

enum class IssueGrouping
{
    none,
    file,
    library,
    severity
};

/// The rows of an IssueModel below one row for each group, in the order in which they came; without
/// grouping the rows themselves. Groups have the number of their issues, and no place.
class IssueGroups : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// The source must outlive it.
    explicit IssueGroups(IssueModel *source, QObject *parent = nullptr);

    void setGrouping(IssueGrouping grouping);
    [[nodiscard]] IssueGrouping grouping() const { return m_grouping; }

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Group
    {
        QString name;
        QVector<int> rows; ///< of the source
    };

    [[nodiscard]] QString groupOf(int row);
    [[nodiscard]] int sourceRow(const QModelIndex &index) const;
    void add(int row);
    void rebuild();

    IssueModel *m_source;
    IssueGrouping m_grouping = IssueGrouping::none;
    QVector<Group> m_groups; ///< without grouping one, which is not shown
    QHash<QString, int> m_indices;
    LibraryFolder m_libraries;
};

} // namespace kiln
