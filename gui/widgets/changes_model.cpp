// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes_model.h"

#include "workbench/changes_list.h"
#include "workbench/config_session.h"

#include <QFileInfo>
#include <QFont>

namespace kiln {

namespace {

constexpr quintptr groupId = 0; // rows carry their group's number + 1

} // namespace

ChangesModel::ChangesModel(ChangesList *list, QObject *parent)
    : QAbstractItemModel(parent)
    , m_list(list)
{
    connect(m_list, &ChangesList::changed, this, &ChangesModel::refresh);
    refresh();
}

void ChangesModel::refresh()
{
    beginResetModel();
    m_groups.clear();
    m_differences = m_list->differences();
    for (const bool isByUser : {true, false}) {
        Group group{isByUser, {}};
        for (qsizetype i = 0; i < m_differences.size(); ++i) {
            if (m_differences[i].isByUser == isByUser)
                group.rows.append(int(i));
        }
        if (!group.rows.isEmpty())
            m_groups.append(group);
    }
    if (!m_groups.isEmpty())
        m_tree = m_list->session()->configuration().sharedModel();
    endResetModel();
}

const ConfigDifference *ChangesModel::differenceAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return nullptr;
    return &m_differences[m_groups[qsizetype(index.internalId() - 1)].rows[index.row()]];
}

kconfig::SymbolId ChangesModel::symbolAt(const QModelIndex &index) const
{
    const ConfigDifference *difference = differenceAt(index);
    return difference != nullptr ? difference->symbol : kconfig::SymbolId{};
}

QModelIndex ChangesModel::indexOf(kconfig::SymbolId symbol) const
{
    for (qsizetype group = 0; group < m_groups.size(); ++group) {
        const auto &rows = m_groups[group].rows;
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (m_differences[rows[row]].symbol == symbol)
                return createIndex(int(row), 0, quintptr(group + 1));
        }
    }
    return {};
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount_ || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : groupId);
}

QModelIndex ChangesModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return {};
    return createIndex(int(index.internalId() - 1), 0, groupId);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != groupId || parent.column() != 0)
        return 0;
    return int(m_groups[parent.row()].rows.size());
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return columnCount_;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ConfigDifference *difference = differenceAt(index);
    if (difference == nullptr) {
        const Group &group = m_groups[index.row()];
        const int count = int(group.rows.size());
        if (index.column() != optionColumn)
            return {};
        if (role == ByUserRole)
            return group.isByUser;
        if (role == Qt::FontRole) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        if (role == Qt::DisplayRole)
            return group.isByUser ? tr("%n set by you", nullptr, count)
                                  : tr("%n following from these", nullptr, count);
        return {};
    }
    const kconfig::Model &model = *m_tree;
    const kconfig::Symbol &symbol = model.symbol(difference->symbol);
    const QString name = QString::fromStdString(std::string(symbol.name));
    if (role == NameRole)
        return name;
    if (role == ByUserRole)
        return difference->isByUser;
    if (role == Qt::ToolTipRole)
        return difference->isByUser
                   ? tr("Double-click: go to the option. Delete: take the change back.")
                   : tr("Follows from other options. Double-click: go to the option.");
    if (role == Qt::AccessibleTextRole && index.column() == optionColumn)
        return tr("%1: was %2, is %3").arg(name, difference->before, difference->after);
    if (role != Qt::DisplayRole)
        return {};
    const auto value = [](const QString &text) { return text.isEmpty() ? tr("–") : text; };
    switch (index.column()) {
    case optionColumn:
        for (const kconfig::NodeId node : symbol.nodes) {
            if (const auto prompt = model.promptText(node); !prompt.empty())
                return QString::fromUtf8(prompt.data(), qsizetype(prompt.size()));
        }
        return name;
    case nameColumn:
        return name;
    case beforeColumn:
        return value(difference->before);
    default:
        return value(difference->after);
    }
}

Qt::ItemFlags ChangesModel::flags(const QModelIndex &index) const
{
    // Views that know that nothing hangs on a row keep no record of thousands of them.
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return differenceAt(index) != nullptr ? flags | Qt::ItemNeverHasChildren : flags;
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case optionColumn:
        return tr("Option");
    case nameColumn:
        return tr("Name");
    case beforeColumn:
        return m_list->file().isEmpty() ? tr("Saved") : QFileInfo(m_list->file()).fileName();
    case nowColumn:
        return tr("Now");
    default:
        return {};
    }
}

} // namespace kiln
