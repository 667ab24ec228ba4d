// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/size_model.h"

#include "widgets/library_colors.h"
#include "widgets/number_header.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace kiln {

SizeModel::SizeModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

void SizeModel::setTree(std::shared_ptr<const SizeNode> tree, bool showChanges)
{
    beginResetModel();
    m_tree = std::move(tree);
    m_showChanges = showChanges;
    m_parents.clear();
    endResetModel();
}

const SizeNode *SizeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const SizeNode *>(index.internalPointer()) : m_tree.get();
}

QModelIndex SizeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const SizeNode *above = node(parent);
    const SizeNode *child = &above->children[row];
    m_parents.insert(child, {parent.isValid() ? above : nullptr, row});
    return createIndex(row, column, child);
}

QModelIndex SizeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const SizeNode *above = m_parents.value(node(index)).first;
    return above ? createIndex(m_parents.value(above).second, 0, above) : QModelIndex();
}

int SizeModel::rowCount(const QModelIndex &parent) const
{
    const SizeNode *above = parent.column() > 0 ? nullptr : node(parent);
    return above ? int(above->children.size()) : 0;
}

int SizeModel::columnCount(const QModelIndex &) const
{
    return m_showChanges ? changeColumn + 1 : shareColumn + 1;
}

QStringList SizeModel::path(const QModelIndex &index) const
{
    QStringList names;
    for (QModelIndex at = index; at.isValid(); at = at.parent())
        names.prepend(node(at)->name);
    return names;
}

QModelIndex SizeModel::index(const QStringList &path) const
{
    QModelIndex at;
    for (const QString &name : path) {
        const int rows = rowCount(at);
        int row = 0;
        while (row < rows && node(at)->children[row].name != name)
            ++row;
        if (row == rows)
            return {};
        at = index(row, 0, at);
    }
    return at;
}

QString SizeModel::cell(const SizeNode &node, int column) const
{
    const QLocale locale;
    switch (column) {
    case nameColumn:
        return node.name;
    case sizeColumn:
        return locale.toString(node.size);
    case shareColumn:
        return m_tree->size > 0 ? tr("%1 %").arg(locale.toString(
                                      100.0 * double(node.size) / double(m_tree->size), 'f', 1))
                                : QString();
    case SizeModel::changeColumn:
        return node.change() > 0 ? QStringLiteral("+") + locale.toString(node.change())
                                 : locale.toString(node.change());
    default:
        return {};
    }
}

QVariant SizeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SizeNode &row = *node(index);
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::ToolTipRole:
        return row.name;
    case Qt::TextAlignmentRole:
        return index.column() == nameColumn ? QVariant()
                                            : QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter));
    case Qt::DecorationRole:
        // The colour it has on the map.
        if (index.column() != nameColumn || index.parent().isValid())
            return {};
        return libraryColor(row.name, row.part == SizePart::symbol, QGuiApplication::palette());
    case SortRole:
        if (index.column() == nameColumn)
            return row.name;
        return index.column() == changeColumn ? row.change() : row.size;
    default:
        return {};
    }
}

QVariant SizeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return numberHeader(section, orientation, role,
                        {tr("Library, object, symbol"), tr("Bytes"), tr("Share"), tr("Change")});
}

} // namespace kiln
