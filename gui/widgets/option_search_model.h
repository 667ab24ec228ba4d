// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Options that match what the user types.
#pragma once

#include "widgets/option_tree_model.h"

#include <kconfig/search.h>

#include <QAbstractTableModel>
#include <QHash>
#include <QVector>

#include <memory>

namespace kiln {

/// A flat list of the options of an OptionTreeModel whose name, prompt or help match a text, best
/// first (kconfig::SearchIndex); when nothing does, names that are a slip of the keyboard away, and
/// names that have the letters of the text in order. Data, flags and edits are those of the tree.
///
/// The texts of a large tree are indexed on a worker thread when the first text comes or prepare()
/// is called; until that is done there are no results, and isReady() is false.
class OptionSearchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit OptionSearchModel(OptionTreeModel *tree, QObject *parent = nullptr);
    ~OptionSearchModel() override;

    /// Empty shows nothing. CONFIG_ in front is ignored.
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Also lists options that are hidden now.
    void setShowAll(bool showAll);
    /// Begins to index the texts, if that has not been done.
    void prepare();
    [[nodiscard]] bool isReady() const { return m_index != nullptr; }

    [[nodiscard]] OptionTreeModel *tree() const { return m_tree; }
    [[nodiscard]] QModelIndex toTree(const QModelIndex &index) const;
    /// What was found, the best first; at most `limit`.
    [[nodiscard]] const QVector<kconfig::NodeId> &nodes() const { return m_rows; }
    /// How many there would be without a limit.
    [[nodiscard]] int total() const { return m_total; }
    static constexpr int limit = 500;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    /// nodes() was found anew.
    void searched();

private:
    struct Ticket;

    void search();
    void find();
    void findSimilar(const kconfig::SearchResult &result);
    void abandon();
    void onTreeChanged(const QVector<kconfig::NodeId> &nodes);

    OptionTreeModel *m_tree;
    QString m_text;
    bool m_showAll = false;
    int m_total = 0;
    QVector<kconfig::NodeId> m_rows;
    QHash<quint32, int> m_rowOfNode;
    std::shared_ptr<const kconfig::SearchIndex> m_index;
    std::shared_ptr<Ticket> m_ticket; ///< of the indexing under way
};

} // namespace kiln
