// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_search_model.h"

#include <algorithm>

namespace kiln {

using kconfig::NodeId;

namespace {

enum Rank
{
    exactName,
    namePrefix,
    nameOrPrompt,
    nameSubsequence,
    help,
    none
};

bool containsAll(const QString &haystack, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&haystack](const QString &word) {
        return haystack.contains(word, Qt::CaseInsensitive);
    });
}

bool isSubsequence(QStringView needle, QStringView haystack)
{
    auto at = haystack.begin();
    for (const QChar wanted : needle) {
        at = std::find_if(at, haystack.end(),
                          [wanted](QChar c) { return c.toCaseFolded() == wanted.toCaseFolded(); });
        if (at == haystack.end())
            return false;
        ++at;
    }
    return true;
}

Rank rankOf(const QString &text, const QStringList &words, const QString &name,
            const QString &prompt, const QString &helpText)
{
    if (name.compare(text, Qt::CaseInsensitive) == 0)
        return exactName;
    if (!name.isEmpty() && name.startsWith(text, Qt::CaseInsensitive))
        return namePrefix;
    if (containsAll(name + QLatin1Char(' ') + prompt, words))
        return nameOrPrompt;
    // Short texts are subsequences of nearly everything.
    if (words.size() == 1 && text.size() >= 4 && isSubsequence(text, name))
        return nameSubsequence;
    return containsAll(helpText, words) ? help : none;
}

} // namespace

OptionSearchModel::OptionSearchModel(OptionTreeModel *tree, QObject *parent)
    : QAbstractTableModel(parent)
    , m_tree(tree)
{
    connect(tree, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_rows.clear();
        m_rowOfNode.clear();
        endResetModel();
    });
    connect(tree, &QAbstractItemModel::modelReset, this, &OptionSearchModel::search);
    connect(tree, &QAbstractItemModel::dataChanged, this, &OptionSearchModel::onTreeChanged);
}

void OptionSearchModel::setText(const QString &text)
{
    QString wanted = text.trimmed();
    if (wanted.startsWith(QLatin1String("CONFIG_"), Qt::CaseInsensitive))
        wanted.remove(0, 7);
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
    beginResetModel();
    m_rows.clear();
    m_rowOfNode.clear();
    const kconfig::Configuration *configuration = m_tree->configuration();
    if (configuration && !m_text.isEmpty()) {
        const kconfig::Model &model = configuration->model();
        const QStringList words = m_text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QVector<NodeId> found[none];
        for (std::uint32_t i = 0; i < model.nodeCount(); ++i) {
            const kconfig::MenuNode &node = model.node(NodeId{i});
            if (node.kind == kconfig::NodeKind::mainMenu || node.kind == kconfig::NodeKind::comment)
                continue;
            const QModelIndex index = m_tree->indexOf(NodeId{i});
            if (!m_showAll && !index.data(OptionTreeModel::VisibleRole).toBool())
                continue;
            const QString name =
                node.symbol.isValid()
                    ? QString::fromStdString(std::string(model.symbol(node.symbol).name))
                    : QString();
            const Rank rank =
                rankOf(m_text, words, name, index.data(OptionTreeModel::PromptRole).toString(),
                       QString::fromStdString(model.help(NodeId{i})));
            if (rank != none)
                found[rank].append(NodeId{i});
        }
        for (const QVector<NodeId> &nodes : found)
            m_rows += nodes;
        for (int row = 0; row < m_rows.size(); ++row)
            m_rowOfNode.insert(m_rows[row].index, row);
    }
    endResetModel();
}

void OptionSearchModel::onTreeChanged(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row) {
        const QModelIndex index = first.siblingAtRow(row);
        const auto found = m_rowOfNode.constFind(m_tree->nodeAt(index).index);
        if (found != m_rowOfNode.constEnd())
            emit dataChanged(this->index(*found, 0),
                             this->index(*found, OptionTreeModel::columnCount_ - 1));
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
