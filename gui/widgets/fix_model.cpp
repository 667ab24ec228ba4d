// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fix_model.h"

#include "widgets/level_style.h"
#include "workbench/fix_search.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QSize>
#include <QStringList>

#include <algorithm>

namespace kiln {

namespace {

// An index says what its parent is: nothing, what is kept, a way, or a group of a way.
constexpr quintptr topLevel = 0;
constexpr quintptr underKept = 1;
constexpr int groupBits = 3;

quintptr underWay(quintptr serial)
{
    return serial << groupBits;
}

quintptr underGroup(quintptr serial, int group)
{
    return (serial << groupBits) | quintptr(group + 1);
}

quintptr serialIn(quintptr id)
{
    return id >> groupBits;
}

/// Which group the parent is; -1: the way itself.
int groupIn(quintptr id)
{
    return int(id & ((1U << groupBits) - 1)) - 1;
}

QString shown(const FixValue &value, const QString &text)
{
    if (value.type == kconfig::SymbolType::string)
        return QStringLiteral("“%1”").arg(text);
    return text.isEmpty() ? FixModel::tr("none") : text;
}

} // namespace

FixModel::FixModel(FixSearch *search, QObject *parent)
    : QAbstractItemModel(parent)
    , m_search(search)
{
    connect(search, &FixSearch::waysReset, this, &FixModel::reset);
    connect(search, &FixSearch::wayInserted, this, &FixModel::insert);
    connect(search, &FixSearch::changed, this, [this] {
        const bool areKept = std::equal(
            m_kept.begin(), m_kept.end(), m_search->kept().begin(), m_search->kept().end(),
            [](const FixValue &a, const FixValue &b) { return a.symbol == b.symbol; });
        if (!areKept)
            reset();
    });
    reset();
}

FixModel::Way FixModel::makeWay(const FixWayPointer &way)
{
    Way made{++m_serial, way, {}};
    const Group all[] = {{tr("Also turned on"), &way->turnedOn},
                         {tr("Also turned off"), &way->turnedOff},
                         {tr("Other values"), &way->changed}};
    for (const Group &group : all) {
        if (!group.values->isEmpty())
            made.groups.append(group);
    }
    return made;
}

void FixModel::reset()
{
    beginResetModel();
    m_ways.clear();
    for (const FixWayPointer &way : m_search->ways())
        m_ways.append(makeWay(way));
    m_kept = m_search->kept();
    endResetModel();
}

void FixModel::insert(int row)
{
    beginInsertRows({}, row, row);
    m_ways.insert(row, makeWay(m_search->ways()[row]));
    endInsertRows();
}

int FixModel::rowOf(quintptr serial) const
{
    for (int row = 0; row < m_ways.size(); ++row) {
        if (m_ways[row].serial == serial)
            return row;
    }
    return -1;
}

QModelIndex FixModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount_ || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, topLevel);
    if (parent.internalId() != topLevel) {
        const quintptr serial = serialIn(parent.internalId());
        const auto steps = int(m_ways[rowOf(serial)].way->steps.size());
        return createIndex(row, column, underGroup(serial, parent.row() - steps));
    }
    return createIndex(row, column,
                       parent.row() == m_ways.size() ? underKept
                                                     : underWay(m_ways[parent.row()].serial));
}

QModelIndex FixModel::parent(const QModelIndex &child) const
{
    const quintptr id = child.internalId();
    if (!child.isValid() || id == topLevel)
        return {};
    if (id == underKept)
        return createIndex(int(m_ways.size()), 0, topLevel);
    const quintptr serial = serialIn(id);
    const int row = rowOf(serial);
    if (row < 0)
        return {};
    if (groupIn(id) < 0)
        return createIndex(row, 0, topLevel);
    return createIndex(int(m_ways[row].way->steps.size()) + groupIn(id), 0, underWay(serial));
}

int FixModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_ways.size()) + (m_kept.isEmpty() ? 0 : 1);
    if (parent.column() != 0)
        return 0;
    if (parent.internalId() == topLevel) {
        if (parent.row() == m_ways.size())
            return int(m_kept.size());
        const Way &way = m_ways[parent.row()];
        return int(way.way->steps.size() + way.groups.size());
    }
    const Group *group = groupOf(parent);
    return group ? int(group->values->size()) : 0;
}

int FixModel::columnCount(const QModelIndex &) const
{
    return columnCount_;
}

const FixModel::Way *FixModel::wayOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int row =
        index.internalId() == topLevel ? index.row() : rowOf(serialIn(index.internalId()));
    return row >= 0 && row < m_ways.size() && index.internalId() != underKept ? &m_ways[row]
                                                                              : nullptr;
}

/// The group that a row stands for.
const FixModel::Group *FixModel::groupOf(const QModelIndex &index) const
{
    const Way *way = wayOf(index);
    if (!way || index.internalId() == topLevel || groupIn(index.internalId()) >= 0)
        return nullptr;
    const auto group = index.row() - way->way->steps.size();
    return group >= 0 && group < way->groups.size() ? &way->groups[group] : nullptr;
}

const FixValue *FixModel::valueOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return nullptr;
    if (index.internalId() == underKept)
        return index.row() < m_kept.size() ? &m_kept[index.row()] : nullptr;
    const Way *way = wayOf(index);
    if (!way)
        return nullptr;
    const int group = groupIn(index.internalId());
    const QVector<FixValue> &values = group < 0 ? way->way->steps : *way->groups[group].values;
    return index.row() < values.size() ? &values[index.row()] : nullptr;
}

kconfig::SymbolId FixModel::symbolAt(const QModelIndex &index) const
{
    const FixValue *value = valueOf(index);
    return value ? value->symbol : kconfig::SymbolId{};
}

int FixModel::wayAt(const QModelIndex &index) const
{
    const Way *way = wayOf(index);
    return way ? int(way - m_ways.constData()) : -1;
}

bool FixModel::canBeKept(const QModelIndex &index) const
{
    const FixValue *value = valueOf(index);
    if (!value || m_search->state() == FixSearch::State::applied)
        return false;
    const bool isStep = index.internalId() == underKept || groupIn(index.internalId()) < 0;
    const auto &wishes = m_search->wishes();
    return isStep && std::none_of(wishes.begin(), wishes.end(), [&](const kconfig::Wish &wish) {
               return wish.symbol == value->symbol;
           });
}

void FixModel::toggleKeep(const QModelIndex &index)
{
    if (!canBeKept(index))
        return;
    QVector<kconfig::SymbolId> keep = m_search->keep();
    const kconfig::SymbolId symbol = symbolAt(index);
    if (!keep.removeOne(symbol))
        keep.append(symbol);
    emit keepRequested(keep);
}

bool FixModel::setData(const QModelIndex &index, const QVariant &, int role)
{
    if (role != Qt::CheckStateRole || index.column() != keepColumn || !canBeKept(index))
        return false;
    toggleKeep(index);
    return true;
}

QVariant FixModel::wayData(int row, int column, int role) const
{
    const FixWay &way = *m_ways[row].way;
    QStringList edits;
    for (const FixValue &step : way.steps)
        edits << QStringLiteral("%1=%2").arg(step.name, shown(step, step.after));
    const QString list = edits.join(QStringLiteral(", "));
    QString size = tr("%n change(s)", nullptr, int(way.steps.size()));
    if (way.effectCount() > 0)
        size += QStringLiteral(", ") + tr("%n consequence(s)", nullptr, int(way.effectCount()));
    if (role == Qt::FontRole && column == optionColumn) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::AccessibleTextRole)
        return tr("Way %1 of %2: %3; %4").arg(row + 1).arg(m_ways.size()).arg(list, size);
    if (role == Qt::ToolTipRole)
        return QStringLiteral("%1; %2").arg(list, size);
    if (role != Qt::DisplayRole)
        return {};
    return column == optionColumn  ? tr("%1. %2").arg(row + 1).arg(list)
           : column == aboutColumn ? size
                                   : QVariant();
}

QVariant FixModel::valueData(const FixValue &value, int column, int role, bool isKept) const
{
    const QString before = shown(value, value.before);
    const QString after = shown(value, value.after);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case optionColumn:
            return value.name;
        case beforeColumn:
            return before;
        case afterColumn:
            return isKept ? QVariant() : after;
        case aboutColumn:
            return value.about;
        default:
            return {};
        }
    }
    if (role == Qt::ForegroundRole && column == beforeColumn)
        return mutedColor(QGuiApplication::palette());
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const QString what = isKept ? tr("%1 stays %2").arg(value.name, before)
                                : tr("%1 from %2 to %3").arg(value.name, before, after);
    return value.about.isEmpty() ? what : QStringLiteral("%1: %2").arg(what, value.about);
}

QVariant FixModel::keepData(const QModelIndex &index, int role) const
{
    const bool isKept = index.internalId() == underKept;
    if (role == Qt::CheckStateRole)
        return isKept ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole)
        return isKept ? tr("Let %1 be changed again (Space)").arg(valueOf(index)->name)
                      : tr("Look for ways that leave %1 alone (Space)").arg(valueOf(index)->name);
    if (role == Qt::AccessibleTextRole)
        return tr("leave %1 alone").arg(valueOf(index)->name);
    return {};
}

QVariant FixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case WayRole:
        return wayAt(index);
    case SymbolRole:
        return symbolAt(index).index;
    case Qt::SizeHintRole:
        // As high as rows of options are.
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + 8);
    case CountRole: {
        const Group *group = groupOf(index);
        return group ? int(group->values->size()) : 0;
    }
    default:
        break;
    }
    if (index.column() == keepColumn)
        return canBeKept(index) ? keepData(index, role) : QVariant();
    if (index.internalId() == topLevel) {
        if (index.row() < m_ways.size())
            return wayData(index.row(), index.column(), role);
        return role == Qt::DisplayRole && index.column() == optionColumn
                   ? tr("Stays as it is (%1)").arg(m_kept.size())
                   : QVariant();
    }
    if (const Group *group = groupOf(index))
        return role == Qt::DisplayRole && index.column() == optionColumn
                   ? tr("%1 (%2)").arg(group->title).arg(group->values->size())
                   : QVariant();
    const FixValue *value = valueOf(index);
    return value ? valueData(*value, index.column(), role, index.internalId() == underKept)
                 : QVariant();
}

QVariant FixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == keepColumn)
        return tr("Check what is not to be changed");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case optionColumn:
        return tr("What to change, and what follows");
    case beforeColumn:
        return tr("From");
    case afterColumn:
        return tr("To");
    case aboutColumn:
        return tr("Prompt or reason");
    case keepColumn:
        return tr("Leave alone");
    default:
        return {};
    }
}

Qt::ItemFlags FixModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == keepColumn && canBeKept(index))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace kiln
