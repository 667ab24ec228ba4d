// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tree of sizes as a model: library, object, symbol.
#pragma once

#include "workbench/size_tree.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace kiln {

class SizeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        nameColumn,
        sizeColumn,
        shareColumn,
        changeColumn, ///< only while a comparison is shown
    };
    enum Role
    {
        SortRole = Qt::UserRole + 1 ///< numbers as numbers
    };

    explicit SizeModel(QObject *parent = nullptr);

    void setTree(std::shared_ptr<const SizeNode> tree, bool showChanges);
    /// Names from below the root to the index, and back; invalid when there is no such node.
    [[nodiscard]] QStringList path(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex index(const QStringList &path) const;

    using QAbstractItemModel::index;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] const SizeNode *node(const QModelIndex &index) const;
    [[nodiscard]] QString cell(const SizeNode &node, int column) const;

    std::shared_ptr<const SizeNode> m_tree;
    bool m_showChanges = false;
    /// Of nodes whose children were asked for: the way back up.
    mutable QHash<const SizeNode *, std::pair<const SizeNode *, int>> m_parents;
};

} // namespace kiln
