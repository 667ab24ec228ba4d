// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/issue_groups.h"

#include "widgets/issue_model.h"

namespace kiln {

namespace {

// The internal id of a group's own row; rows in a group have the group's number.
constexpr quintptr groupId = quintptr(-1);

} // namespace

IssueGroups::IssueGroups(IssueModel *source, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
{
    connect(source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row)
                    add(row);
            });
    connect(source, &QAbstractItemModel::rowsRemoved, this, &IssueGroups::rebuild);
    connect(source, &QAbstractItemModel::modelReset, this, &IssueGroups::rebuild);
    rebuild();
}

void IssueGroups::setGrouping(IssueGrouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    rebuild();
}

QString IssueGroups::groupOf(int row)
{
    const QModelIndex index = m_source->index(row, 0);
    const QString file = index.data(IssueModel::FileRole).toString();
    switch (m_grouping) {
    case IssueGrouping::none:
        break;
    case IssueGrouping::file:
        return file.isEmpty() ? tr("No file") : file;
    case IssueGrouping::library: {
        const QString library = m_libraries.nameFor(file);
        return library.isEmpty() ? tr("No library") : library;
    }
    case IssueGrouping::severity:
        switch (IssueSeverity(index.data(IssueModel::SeverityRole).toInt())) {
        case IssueSeverity::error:
            return tr("Errors");
        case IssueSeverity::warning:
            return tr("Warnings");
        case IssueSeverity::note:
            return tr("Notes");
        }
    }
    return {};
}

void IssueGroups::add(int row)
{
    const QString name = groupOf(row);
    auto found = m_indices.constFind(name);
    if (found == m_indices.cend()) {
        const int group = int(m_groups.size());
        if (m_grouping != IssueGrouping::none)
            beginInsertRows({}, group, group);
        m_groups.append({name, {}});
        found = m_indices.insert(name, group);
        if (m_grouping != IssueGrouping::none)
            endInsertRows();
    }
    const int group = *found;
    const QModelIndex above = m_grouping == IssueGrouping::none ? QModelIndex() : index(group, 0);
    const int at = int(m_groups[group].rows.size());
    beginInsertRows(above, at, at);
    m_groups[group].rows.append(row);
    endInsertRows();
    if (above.isValid())
        emit dataChanged(above, above);
}

void IssueGroups::rebuild()
{
    beginResetModel();
    m_groups.clear();
    m_indices.clear();
    for (int row = 0; row < m_source->rowCount(); ++row) {
        const QString name = groupOf(row);
        if (!m_indices.contains(name)) {
            m_indices.insert(name, int(m_groups.size()));
            m_groups.append({name, {}});
        }
        m_groups[m_indices.value(name)].rows.append(row);
    }
    endResetModel();
}

int IssueGroups::sourceRow(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return -1;
    return m_groups[int(index.internalId())].rows[index.row()];
}

QModelIndex IssueGroups::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (m_grouping == IssueGrouping::none)
        return createIndex(row, column, quintptr(0));
    return parent.isValid() ? createIndex(row, column, quintptr(parent.row()))
                            : createIndex(row, column, groupId);
}

QModelIndex IssueGroups::parent(const QModelIndex &index) const
{
    if (m_grouping == IssueGrouping::none || !index.isValid() || index.internalId() == groupId)
        return {};
    return createIndex(int(index.internalId()), 0, groupId);
}

int IssueGroups::rowCount(const QModelIndex &parent) const
{
    if (m_grouping == IssueGrouping::none)
        return parent.isValid() || m_groups.isEmpty() ? 0 : int(m_groups.first().rows.size());
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == groupId && parent.column() == 0
               ? int(m_groups[parent.row()].rows.size())
               : 0;
}

int IssueGroups::columnCount(const QModelIndex &) const
{
    return int(IssueModel::columnCount_);
}

QVariant IssueGroups::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const int row = sourceRow(index); row >= 0)
        return m_source->index(row, index.column()).data(role);
    if (index.column() != IssueModel::messageColumn)
        return {};
    const Group &group = m_groups[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        // A path says most at its end; the whole is in the tool tip.
        return QStringLiteral("%1 (%2)")
            .arg(m_grouping == IssueGrouping::file ? group.name.section(u'/', -3) : group.name)
            .arg(group.rows.size());
    case Qt::ToolTipRole:
        return group.name;
    default:
        return {};
    }
}

QVariant IssueGroups::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source->headerData(section, orientation, role);
}

} // namespace kiln
