// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_filter_model.h"

#include "widgets/option_tree_model.h"

#include <algorithm>

namespace kiln {

using kconfig::NodeId;

namespace {

/// Above this many nodes one new layout is cheaper for views than single rows.
constexpr qsizetype mostSingleChanges = 32;

} // namespace

OptionFilterModel::OptionFilterModel(Show show, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_show(show)
{}

void OptionFilterModel::setSourceModel(QAbstractItemModel *source)
{
    beginResetModel();
    if (m_tree)
        m_tree->disconnect(this);
    QAbstractProxyModel::setSourceModel(source);
    m_tree = qobject_cast<OptionTreeModel *>(source);
    if (m_tree) {
        connect(m_tree, &QAbstractItemModel::modelAboutToBeReset, this,
                [this] { beginResetModel(); });
        connect(m_tree, &QAbstractItemModel::modelReset, this, [this] {
            onSourceReset();
            endResetModel();
        });
        connect(m_tree, &OptionTreeModel::nodesChanged, this, &OptionFilterModel::onNodesChanged);
        // The source's layout changes only in what its cells say.
        connect(m_tree, &QAbstractItemModel::layoutChanged, this, [this] {
            emit layoutAboutToBeChanged();
            emit layoutChanged();
        });
        connect(m_tree, &QAbstractItemModel::headerDataChanged, this,
                &QAbstractItemModel::headerDataChanged);
    }
    onSourceReset();
    endResetModel();
}

void OptionFilterModel::onSourceReset()
{
    m_order.clear();
    m_nodes.clear();
    m_top.clear();
    m_shownCount = 0;
    m_filter.only.reset();
    if (!m_tree || !m_tree->configuration())
        return;
    rank();
    findHolders();
    judgeAll();
    arrange();
}

void OptionFilterModel::setShow(Show show)
{
    if (m_show == show)
        return;
    beginResetModel();
    m_show = show;
    if (!m_nodes.empty()) {
        findHolders();
        arrange();
    }
    endResetModel();
}

void OptionFilterModel::setShowAll(bool showAll)
{
    OptionFilter filter = m_filter;
    filter.showAll = showAll;
    setFilter(filter);
}

void OptionFilterModel::setFilter(const OptionFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    if (m_nodes.empty())
        return;
    judgeAll();
    relayout();
}

OptionFilterModel::Nodes &OptionFilterModel::rowsUnder(NodeId holder)
{
    return holder.isValid() ? m_nodes[holder.index].rows : m_top;
}

const OptionFilterModel::Nodes &OptionFilterModel::rowsUnder(NodeId holder) const
{
    return holder.isValid() ? m_nodes[holder.index].rows : m_top;
}

void OptionFilterModel::arrange()
{
    m_top.clear();
    m_shownCount = 0;
    for (const NodeId id : m_order) {
        Node &node = m_nodes[id.index];
        node.rows.clear();
        node.isShown =
            (!node.holder.isValid() || m_nodes[node.holder.index].isShown) && accepts(id);
        if (node.isShown) {
            rowsUnder(node.holder).push_back(id);
            ++m_shownCount;
        }
    }
}

void OptionFilterModel::relayout()
{
    emit layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    arrange();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        const NodeId id = nodeAt(index);
        to.append(m_nodes[id.index].isShown ? indexOf(id, index.column()) : QModelIndex());
    }
    changePersistentIndexList(from, to);
    emit layoutChanged();
}

void OptionFilterModel::onNodesChanged(const QVector<NodeId> &nodes)
{
    for (const NodeId id : nodes)
        setMatches(id, matches(id));
    // A default may have moved while the value stayed.
    if (m_filter.onlyNonDefault && judgeDefaults()) {
        judgeAll();
        relayout();
        return;
    }
    if (nodes.size() > mostSingleChanges) {
        relayout();
        return;
    }
    QVector<NodeId> candidates = nodes;
    const kconfig::Model &model = m_tree->configuration()->model();
    if (m_filter.narrows() && m_show != Show::flat) {
        for (const NodeId id : nodes) {
            for (NodeId at = model.node(id).parent; at.isValid(); at = model.node(at).parent)
                candidates.append(at);
        }
    }
    std::sort(candidates.begin(), candidates.end(),
              [this](NodeId a, NodeId b) { return m_nodes[a.index].rank < m_nodes[b.index].rank; });
    for (const NodeId id : std::as_const(candidates)) {
        const Node &node = m_nodes[id.index];
        const bool isPlaced = !node.holder.isValid() || m_nodes[node.holder.index].isShown;
        const bool wanted = isPlaced && accepts(id);
        if (wanted && !node.isShown)
            show(id);
        else if (!wanted && node.isShown)
            hide(id);
    }
    for (const NodeId id : nodes) {
        if (m_nodes[id.index].isShown)
            emit dataChanged(indexOf(id, 0), indexOf(id, OptionTreeModel::columnCount_ - 1));
    }
}

void OptionFilterModel::arrangeBelow(NodeId id)
{
    if (m_show == Show::flat)
        return;
    const Node &top = m_nodes[id.index];
    for (std::uint32_t rank = top.rank + 1; rank < top.end; ++rank) {
        const NodeId at = m_order[rank];
        Node &node = m_nodes[at.index];
        node.rows.clear();
        m_shownCount -= node.isShown ? 1 : 0;
        // Above every holder's own place its rows are empty by now, as the order is the tree's.
        node.isShown = m_nodes[node.holder.index].isShown && accepts(at);
        if (node.isShown) {
            m_nodes[node.holder.index].rows.push_back(at);
            ++m_shownCount;
        }
    }
}

void OptionFilterModel::show(NodeId id)
{
    Node &node = m_nodes[id.index];
    Nodes &rows = rowsUnder(node.holder);
    const auto place = std::lower_bound(
        rows.begin(), rows.end(), node.rank,
        [this](NodeId at, std::uint32_t rank) { return m_nodes[at.index].rank < rank; });
    const int row = int(place - rows.begin());
    beginInsertRows(indexOf(node.holder, 0), row, row);
    rows.insert(place, id);
    node.rows.clear();
    node.isShown = true;
    ++m_shownCount;
    arrangeBelow(id);
    endInsertRows();
}

void OptionFilterModel::hide(NodeId id)
{
    Node &node = m_nodes[id.index];
    const int row = rowOf(id);
    beginRemoveRows(indexOf(node.holder, 0), row, row);
    Nodes &rows = rowsUnder(node.holder);
    rows.erase(rows.begin() + row);
    node.rows.clear();
    node.isShown = false;
    --m_shownCount;
    arrangeBelow(id);
    endRemoveRows();
}

int OptionFilterModel::rowOf(NodeId id) const
{
    const Node &node = m_nodes[id.index];
    const Nodes &rows = rowsUnder(node.holder);
    return int(std::lower_bound(rows.begin(), rows.end(), node.rank,
                                [this](NodeId at, std::uint32_t rank) {
                                    return m_nodes[at.index].rank < rank;
                                }) -
               rows.begin());
}

QModelIndex OptionFilterModel::indexOf(NodeId id, int column) const
{
    return id.isValid() ? createIndex(rowOf(id), column, quintptr(id.index)) : QModelIndex();
}

NodeId OptionFilterModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? NodeId{std::uint32_t(index.internalId())} : NodeId{};
}

QModelIndex OptionFilterModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!m_tree || !sourceIndex.isValid())
        return {};
    const NodeId id = m_tree->nodeAt(sourceIndex);
    return id.index < m_nodes.size() && m_nodes[id.index].isShown
               ? indexOf(id, sourceIndex.column())
               : QModelIndex();
}

QModelIndex OptionFilterModel::mapToSource(const QModelIndex &proxyIndex) const
{
    return m_tree ? m_tree->indexOf(nodeAt(proxyIndex), proxyIndex.column()) : QModelIndex();
}

QModelIndex OptionFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= OptionTreeModel::columnCount_ || parent.column() > 0)
        return {};
    const Nodes &rows = rowsUnder(nodeAt(parent));
    if (std::size_t(row) >= rows.size())
        return {};
    return createIndex(row, column, quintptr(rows[std::size_t(row)].index));
}

QModelIndex OptionFilterModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_nodes[nodeAt(child).index].holder, 0) : QModelIndex();
}

QModelIndex OptionFilterModel::sibling(int row, int column, const QModelIndex &index) const
{
    if (index.isValid() && row == index.row() && column >= 0 &&
        column < OptionTreeModel::columnCount_)
        return createIndex(row, column, index.internalId());
    return this->index(row, column, parent(index));
}

int OptionFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(rowsUnder(nodeAt(parent)).size());
}

int OptionFilterModel::columnCount(const QModelIndex &) const
{
    return OptionTreeModel::columnCount_;
}

bool OptionFilterModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags OptionFilterModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = mapToSource(index).flags();
    return m_show == Show::flat ? flags | Qt::ItemNeverHasChildren : flags;
}

QVariant OptionFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_tree ? m_tree->headerData(section, orientation, role) : QVariant();
}

} // namespace kiln
