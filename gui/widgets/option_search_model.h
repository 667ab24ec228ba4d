// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Options that match what the user types.
#pragma once

#include "widgets/option_tree_model.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QVector>

namespace kiln {

/// A flat list of the options of an OptionTreeModel whose name, prompt or help match a text, best
/// first: the name itself, names that begin with it, names and prompts that contain all words,
/// names that have its letters in order, help that contains all words. Data, flags and edits are
/// those of the tree.
class OptionSearchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit OptionSearchModel(OptionTreeModel *tree, QObject *parent = nullptr);

    /// Empty shows nothing. CONFIG_ in front is ignored.
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Also lists options that are hidden now.
    void setShowAll(bool showAll);

    [[nodiscard]] OptionTreeModel *tree() const { return m_tree; }
    [[nodiscard]] QModelIndex toTree(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    void search();
    void onTreeChanged(const QModelIndex &first, const QModelIndex &last);

    OptionTreeModel *m_tree;
    QString m_text;
    bool m_showAll = false;
    QVector<kconfig::NodeId> m_rows;
    QHash<quint32, int> m_rowOfNode;
};

} // namespace kiln
