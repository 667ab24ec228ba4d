// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which nodes of an OptionTreeModel a view shows, and in which shape.
#pragma once

#include <kconfig/model.h>

#include <QAbstractProxyModel>
#include <QVector>

#include <optional>
#include <vector>

namespace kiln {

class OptionTreeModel;

/// What is left out of a view. The defaults are menuconfig's.
struct OptionFilter
{
    bool showAll = false;        ///< also what is hidden now
    bool onlyChanged = false;    ///< only what differs from the reference configuration
    bool onlyNonDefault = false; ///< only what the user has set to something of their own
    /// Only these (what a search has found), in any order.
    std::optional<QVector<kconfig::NodeId>> only;

    [[nodiscard]] bool narrows() const { return onlyChanged || onlyNonDefault || only; }
    friend bool operator==(const OptionFilter &, const OptionFilter &) = default;
};

/// One model of the options in three shapes. What is around an option that is shown is shown, too,
/// except in the flat list. Edits that change few nodes insert and remove rows; larger ones, and
/// other filters, announce a new layout, which keeps current rows, selections and what is
/// expanded. Made for trees of the size of Linux, where QSortFilterProxyModel takes too long.
///
/// The source must be an OptionTreeModel.
class OptionFilterModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    enum class Show
    {
        menusOnly, ///< the tree of menus
        options,   ///< the whole tree
        flat       ///< options only, as a list
    };

    explicit OptionFilterModel(Show show, QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *source) override;
    /// Resets the model.
    void setShow(Show show);
    [[nodiscard]] Show show() const { return m_show; }
    void setFilter(const OptionFilter &filter);
    [[nodiscard]] const OptionFilter &filter() const { return m_filter; }
    /// Also shows what menuconfig would hide (in grey).
    void setShowAll(bool showAll);
    [[nodiscard]] bool showAll() const { return m_filter.showAll; }
    /// Whether a node has a row.
    [[nodiscard]] bool shows(kconfig::NodeId node) const { return m_nodes[node.index].isShown; }
    /// How many rows there are at all levels.
    [[nodiscard]] int shownCount() const { return m_shownCount; }
    /// How many of them are there for their own sake, not for what is below them.
    [[nodiscard]] int matchCount() const;

    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    using NodeId = kconfig::NodeId;
    using Nodes = std::vector<NodeId>;

    struct Node
    {
        std::uint32_t rank = 0;    ///< place in the order of the tree
        std::uint32_t end = 0;     ///< rank behind the last node of its sub-tree
        NodeId holder;             ///< the node whose row is above in this shape; invalid: none
        int matchesBelow = 0;      ///< in its sub-tree, itself included
        bool matches = false;      ///< passes the filter itself
        bool isNonDefault = false; ///< as far as onlyNonDefault has asked
        bool isWanted = false;     ///< named by `only`
        bool isShown = false;      ///< has a row
        Nodes rows;                ///< nodes below that have rows, in order
    };

    void rank();
    void findHolders();
    void onNodesChanged(const QVector<NodeId> &nodes);
    void onSourceReset();
    void judgeAll();
    [[nodiscard]] bool judgeDefaults();
    [[nodiscard]] bool matches(NodeId node) const;
    /// Whether a node is shown, given that what is above it is.
    [[nodiscard]] bool accepts(NodeId node) const;
    void setMatches(NodeId node, bool matches);
    void arrange();
    void relayout();
    void show(NodeId node);
    void hide(NodeId node);
    void arrangeBelow(NodeId node);
    [[nodiscard]] Nodes &rowsUnder(NodeId holder);
    [[nodiscard]] const Nodes &rowsUnder(NodeId holder) const;
    [[nodiscard]] int rowOf(NodeId node) const;
    [[nodiscard]] QModelIndex indexOf(NodeId node, int column) const;
    [[nodiscard]] NodeId nodeAt(const QModelIndex &index) const;

    OptionTreeModel *m_tree = nullptr;
    Show m_show;
    OptionFilter m_filter;
    Nodes m_order; ///< every node, as the tree is read
    std::vector<Node> m_nodes;
    Nodes m_top; ///< rows at the top
    int m_shownCount = 0;
};

} // namespace kiln
