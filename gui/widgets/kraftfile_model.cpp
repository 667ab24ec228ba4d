// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kraftfile_model.h"

#include "widgets/palette_icon.h"

#include <vector>

namespace kiln {

struct KraftfileModel::Node
{
    QString key;
    int entry = -1; ///< of m_entries; -1: it holds others
    Node *above = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> below;

    Node *child(const QString &name)
    {
        // Entries are in the order of the file, so it is the last one or none.
        if (!below.empty() && below.back()->key == name && below.back()->entry < 0)
            return below.back().get();
        auto made = std::make_unique<Node>();
        made->key = name;
        made->above = this;
        made->row = int(below.size());
        below.push_back(std::move(made));
        return below.back().get();
    }
};

KraftfileModel::KraftfileModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{}

KraftfileModel::~KraftfileModel() = default;

void KraftfileModel::setContents(const KraftfileContents &contents)
{
    if (contents.entries == m_entries)
        return;
    beginResetModel();
    m_entries = contents.entries;
    m_root = std::make_unique<Node>();
    for (int i = 0; i < m_entries.size(); ++i) {
        Node *at = m_root.get();
        for (const QString &name : m_entries[i].path)
            at = at->child(name);
        at->entry = i;
    }
    endResetModel();
}

const KraftfileModel::Node *KraftfileModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex KraftfileModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->below[std::size_t(row)].get());
}

QModelIndex KraftfileModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *above = node(index)->above;
    return above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int KraftfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->below.size());
}

int KraftfileModel::columnCount(const QModelIndex &) const
{
    return columnCountOf;
}

/// Items of lists have numbers; people count from 1, and know them by their names.
QString KraftfileModel::keyText(const Node &node) const
{
    bool isNumber = false;
    const int number = node.key.toInt(&isNumber);
    if (!isNumber)
        return node.key;
    for (const auto &each : node.below) {
        if (each->key == QLatin1String("name") && each->entry >= 0)
            return m_entries[each->entry].value;
    }
    return QString::number(number + 1);
}

QVariant KraftfileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &at = *node(index);
    const KraftEntry *entry = at.entry < 0 ? nullptr : &m_entries[at.entry];
    const QString note = entry ? entry->note : QString();
    if (role == PlaceRole)
        return entry ? entry->place : QString();
    if (role == Qt::ToolTipRole && !note.isEmpty())
        return note;
    if (role == Qt::DecorationRole && index.column() == keyColumn && !note.isEmpty())
        return paletteIcon(QStringLiteral("level-warning"));
    if (role == Qt::AccessibleTextRole && index.column() == keyColumn && entry) {
        const QString text = tr("%1: %2").arg(keyText(at), entry->value);
        return note.isEmpty() ? text : tr("%1. It has no effect: %2").arg(text, note);
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case keyColumn:
        return keyText(at);
    case valueColumn:
        return entry ? entry->value : QString();
    default:
        // The file is the same for all.
        return entry ? entry->place.section(u':', -2) : QString();
    }
}

bool KraftfileModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const KraftEntry entry = m_entries[node(index)->entry];
    if (value.toString() == entry.value)
        return false;
    emit changeRequested(entry, value.toString());
    return true;
}

Qt::ItemFlags KraftfileModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == valueColumn && node(index)->entry >= 0)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant KraftfileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Key"), tr("Value"), tr("Line:Column")};
    return section >= 0 && section < columnCountOf ? titles[section] : QVariant();
}

} // namespace kiln
