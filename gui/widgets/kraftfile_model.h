// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Kraftfile says, as a tree of its keys.
#pragma once

#include "workbench/kraftfile_entries.h"

#include <QAbstractItemModel>

#include <memory>

namespace kiln {

/// Keys, values and their places. Values can be edited: that asks for a change of the file, and
/// shows it once setContents() says so.
class KraftfileModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        keyColumn,
        valueColumn,
        placeColumn,
        columnCountOf
    };
    enum Role
    {
        PlaceRole = Qt::UserRole ///< `file:line:column`
    };

    explicit KraftfileModel(QObject *parent = nullptr);
    ~KraftfileModel() override;

    void setContents(const KraftfileContents &contents);

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    void changeRequested(const kiln::KraftEntry &entry, const QString &value);

private:
    struct Node;

    [[nodiscard]] const Node *node(const QModelIndex &index) const;
    [[nodiscard]] QString keyText(const Node &node) const;

    std::unique_ptr<Node> m_root;
    QVector<KraftEntry> m_entries;
};

} // namespace kiln
