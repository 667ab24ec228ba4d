// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of the panel of changes.
#pragma once

#include "workbench/config_difference.h"

#include <kconfig/model.h>

#include <QAbstractItemModel>
#include <QVector>

#include <memory>

namespace kiln {

class ChangesList;

/// Two groups, each only while it has rows: what the user has set, and what follows from it.
class ChangesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        optionColumn, ///< prompt, or the name of what has none
        nameColumn,
        beforeColumn,
        nowColumn,
        columnCount_
    };
    enum Role
    {
        NameRole = Qt::UserRole, ///< of the option, without CONFIG_; empty for a group
        ByUserRole
    };

    /// The list must outlive the model.
    explicit ChangesModel(ChangesList *list, QObject *parent = nullptr);

    /// Invalid for a group.
    [[nodiscard]] kconfig::SymbolId symbolAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(kconfig::SymbolId symbol) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Group
    {
        bool isByUser = false;
        QVector<int> rows; ///< places in m_differences
    };

    void refresh();
    [[nodiscard]] const ConfigDifference *differenceAt(const QModelIndex &index) const;

    ChangesList *m_list;
    /// Whose symbols the rows name. The session may have another by now, or none.
    std::shared_ptr<const kconfig::Model> m_tree;
    QVector<ConfigDifference> m_differences; ///< shared with the list
    QVector<Group> m_groups;
};

} // namespace kiln
