// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/catalogue_model.h"

#include <algorithm>
#include <iterator>

namespace kiln {

CatalogueModel::CatalogueModel(const QList<CatalogueEntry> &entries, const QStringList &kinds,
                               QObject *parent)
    : QAbstractTableModel(parent)
{
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(m_entries),
                 [&](const CatalogueEntry &each) { return kinds.contains(each.kind); });
}

int CatalogueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int CatalogueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const CatalogueEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == nameColumn ? entry.name : entry.what;
    case Qt::ToolTipRole:
        return entry.repository;
    case Qt::AccessibleTextRole:
        return index.column() == nameColumn ? tr("%1: %2").arg(entry.name, entry.what) : entry.what;
    case SearchRole:
        return QStringList{entry.name, entry.kind, entry.what, entry.repository}.join(u'\n');
    default:
        return {};
    }
}

QVariant CatalogueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == nameColumn ? tr("Name") : tr("What it is");
}

} // namespace kiln
