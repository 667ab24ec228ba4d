// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_search_model.h"

#include <QMutex>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace kiln {

using kconfig::NodeId;

namespace {

/// Indexing so few entries takes less time than a hand-over to another thread.
constexpr std::size_t fewEntries = 1500;
/// Shorter texts have their letters in order in nearly every name.
constexpr qsizetype leastLetters = 4;
/// Names listed because of their letters.
constexpr qsizetype mostSimilar = 50;

bool isSubsequence(QStringView needle, std::string_view haystack)
{
    auto at = haystack.begin();
    for (const QChar wanted : needle) {
        at = std::find_if(at, haystack.end(), [wanted](char c) {
            return QChar::fromLatin1(c).toCaseFolded() == wanted.toCaseFolded();
        });
        if (at == haystack.end())
            return false;
        ++at;
    }
    return true;
}

} // namespace

/// Links the indexing on a worker thread to the model that wants it, until that is gone or shows
/// another tree.
struct OptionSearchModel::Ticket
{
    QMutex mutex;
    OptionSearchModel *receiver = nullptr;
};

OptionSearchModel::OptionSearchModel(OptionTreeModel *tree, QObject *parent)
    : QAbstractTableModel(parent)
    , m_tree(tree)
{
    connect(tree, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        abandon();
        m_index.reset();
        beginResetModel();
        m_rows.clear();
        m_rowOfNode.clear();
        m_total = 0;
        endResetModel();
    });
    connect(tree, &QAbstractItemModel::modelReset, this, &OptionSearchModel::search);
    connect(tree, &OptionTreeModel::nodesChanged, this, &OptionSearchModel::onTreeChanged);
    connect(tree, &QAbstractItemModel::layoutChanged, this, [this] {
        emit layoutAboutToBeChanged();
        emit layoutChanged();
    });
    connect(tree, &QAbstractItemModel::headerDataChanged, this,
            &QAbstractItemModel::headerDataChanged);
}

OptionSearchModel::~OptionSearchModel()
{
    abandon();
}

void OptionSearchModel::abandon()
{
    const auto ticket = std::exchange(m_ticket, nullptr);
    if (!ticket)
        return;
    const QMutexLocker lock(&ticket->mutex);
    ticket->receiver = nullptr;
}

void OptionSearchModel::prepare()
{
    const kconfig::Configuration *configuration = m_tree->configuration();
    if (!configuration || m_index || m_ticket)
        return;
    const auto model = configuration->sharedModel();
    if (model->nodeCount() <= fewEntries) {
        m_index = std::make_shared<const kconfig::SearchIndex>(model);
        return;
    }
    m_ticket = std::make_shared<Ticket>();
    m_ticket->receiver = this;
    QThreadPool::globalInstance()->start([ticket = m_ticket, model] {
        const auto index = std::make_shared<const kconfig::SearchIndex>(model);
        const QMutexLocker lock(&ticket->mutex);
        if (ticket->receiver == nullptr)
            return;
        QMetaObject::invokeMethod(
            ticket->receiver,
            [ticket, index] {
                // Abandoned on this thread, if at all, so no lock is needed.
                OptionSearchModel *receiver = ticket->receiver;
                if (receiver == nullptr)
                    return;
                receiver->m_ticket.reset();
                receiver->m_index = index;
                receiver->search();
            },
            Qt::QueuedConnection);
    });
}

void OptionSearchModel::setText(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    search();
}

void OptionSearchModel::setShowAll(bool showAll)
{
    if (m_showAll == showAll)
        return;
    m_showAll = showAll;
    search();
}

void OptionSearchModel::search()
{
    if (!m_text.isEmpty())
        prepare();
    beginResetModel();
    m_rows.clear();
    m_rowOfNode.clear();
    m_total = 0;
    if (m_index && m_tree->configuration() && !m_text.isEmpty())
        find();
    for (int row = 0; row < m_rows.size(); ++row)
        m_rowOfNode.insert(m_rows[row].index, row);
    endResetModel();
    emit searched();
}

void OptionSearchModel::find()
{
    const kconfig::Model &model = m_tree->configuration()->model();
    const auto accepts = [&](NodeId node) {
        const kconfig::NodeKind kind = model.node(node).kind;
        return kind != kconfig::NodeKind::mainMenu && kind != kconfig::NodeKind::comment &&
               (m_showAll || m_tree->isVisible(node));
    };
    const kconfig::SearchResult result = m_index->search(m_text.toStdString(), limit, accepts);
    for (const kconfig::SearchHit &hit : result.hits)
        m_rows.append(hit.node);
    m_total = int(result.total);
    if (m_rows.isEmpty())
        findSimilar(result);
}

void OptionSearchModel::findSimilar(const kconfig::SearchResult &result)
{
    const kconfig::Model &model = m_tree->configuration()->model();
    const auto add = [&](kconfig::SymbolId symbol) {
        const NodeId node = m_tree->nodeAt(m_tree->indexOf(symbol));
        if (node.isValid() && (m_showAll || m_tree->isVisible(node)) && !m_rows.contains(node))
            m_rows.append(node);
    };
    for (const kconfig::SymbolId symbol : result.suggestions)
        add(symbol);
    QString letters = m_text;
    if (letters.startsWith(QLatin1String("CONFIG_"), Qt::CaseInsensitive))
        letters.remove(0, 7);
    if (letters.size() >= leastLetters && !letters.contains(u' ')) {
        for (std::uint32_t i = 0; i < model.symbols().size() && m_rows.size() < mostSimilar; ++i) {
            const kconfig::Symbol &symbol = model.symbols()[i];
            if (symbol.isDefined() && isSubsequence(letters, symbol.name))
                add(kconfig::SymbolId{i});
        }
    }
    m_total = int(m_rows.size());
}

void OptionSearchModel::onTreeChanged(const QVector<NodeId> &nodes)
{
    if (m_rows.isEmpty())
        return;
    for (const NodeId node : nodes) {
        const auto row = m_rowOfNode.constFind(node.index);
        if (row != m_rowOfNode.constEnd())
            emit dataChanged(index(*row, 0), index(*row, OptionTreeModel::columnCount_ - 1));
    }
}

QModelIndex OptionSearchModel::toTree(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    return m_tree->indexOf(m_rows[index.row()], index.column());
}

int OptionSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OptionSearchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(OptionTreeModel::columnCount_);
}

QVariant OptionSearchModel::data(const QModelIndex &index, int role) const
{
    return toTree(index).data(role);
}

QVariant OptionSearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? m_tree->headerData(section, orientation, role)
                                         : QVariant();
}

Qt::ItemFlags OptionSearchModel::flags(const QModelIndex &index) const
{
    const QModelIndex at = toTree(index);
    return at.isValid() ? m_tree->flags(at) | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

bool OptionSearchModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QModelIndex at = toTree(index);
    return at.isValid() && m_tree->setData(at, value, role);
}

} // namespace kiln
