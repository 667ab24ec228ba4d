// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ways that a FixSearch has found, as a tree.
#pragma once

#include "workbench/fix_way.h"

#include <kconfig/model.h>

#include <QAbstractItemModel>
#include <QVector>

namespace kiln {

class FixSearch;

/// A row for each way, fewest edits first; below it its edits, and a row for each kind of
/// consequences with those below. What is to stay as it is comes last. The values before and after
/// are a preview: nothing has been changed.
class FixModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        optionColumn,
        beforeColumn,
        afterColumn,
        aboutColumn, ///< prompts of edits, reasons of consequences
        keepColumn,  ///< a box: not to be changed
        columnCount_
    };

    enum Role
    {
        WayRole = Qt::UserRole + 1, ///< int: which way the row belongs to; -1: none
        SymbolRole,                 ///< quint32: SymbolId::index; invalid for other rows
        CountRole                   ///< int: how many consequences a group has
    };

    /// The search must outlive the model.
    explicit FixModel(FixSearch *search, QObject *parent = nullptr);

    [[nodiscard]] kconfig::SymbolId symbolAt(const QModelIndex &index) const;
    /// The way a row belongs to; -1 for what stays as it is.
    [[nodiscard]] int wayAt(const QModelIndex &index) const;
    /// Asks for the option not to be changed, or lets it be changed again, wherever that makes
    /// sense: on edits other than the wish itself, and on what is kept.
    void toggleKeep(const QModelIndex &index);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    /// The search should begin again with these kept.
    void keepRequested(const QVector<kconfig::SymbolId> &keep);

private:
    /// Consequences of one kind.
    struct Group
    {
        QString title;
        const QVector<FixValue> *values;
    };
    struct Way
    {
        quintptr serial; ///< names the way in indices, whatever comes before it later
        FixWayPointer way;
        QVector<Group> groups; ///< those that have any
    };

    [[nodiscard]] Way makeWay(const FixWayPointer &way);
    void reset();
    void insert(int row);
    [[nodiscard]] int rowOf(quintptr serial) const;
    [[nodiscard]] const Way *wayOf(const QModelIndex &index) const;
    [[nodiscard]] const Group *groupOf(const QModelIndex &index) const;
    [[nodiscard]] const FixValue *valueOf(const QModelIndex &index) const;
    [[nodiscard]] bool canBeKept(const QModelIndex &index) const;
    [[nodiscard]] QVariant wayData(int row, int column, int role) const;
    [[nodiscard]] QVariant valueData(const FixValue &value, int column, int role,
                                     bool isKept) const;
    [[nodiscard]] QVariant keepData(const QModelIndex &index, int role) const;

    FixSearch *m_search;
    quintptr m_serial = 0;
    QVector<Way> m_ways;
    QVector<FixValue> m_kept;
};

} // namespace kiln
