// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/build_history_model.h"

#include "widgets/level_style.h"
#include "widgets/palette_icon.h"

#include <QLocale>

#include <algorithm>

namespace kiln {

BuildHistoryModel::BuildHistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void BuildHistoryModel::setRecords(const QVector<BuildRecord> &records)
{
    beginResetModel();
    m_records = records;
    std::reverse(m_records.begin(), m_records.end());
    endResetModel();
}

int BuildHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int BuildHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCount_);
}

QString BuildHistoryModel::change(int row) const
{
    const BuildRecord &record = m_records[row];
    if (record.imageSize == 0)
        return {};
    for (qsizetype before = row + 1; before < m_records.size(); ++before) {
        if (m_records[before].imageSize == 0)
            continue;
        const qint64 change = record.imageSize - m_records[before].imageSize;
        return (change > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(change);
    }
    return {};
}

QString BuildHistoryModel::cell(int row, int column) const
{
    const BuildRecord &record = m_records[row];
    const QLocale locale;
    switch (column) {
    case timeColumn:
        return locale.toString(record.time, QLocale::ShortFormat);
    case outcomeColumn:
        switch (record.outcome) {
        case BuildRecord::Outcome::built:
            return tr("built");
        case BuildRecord::Outcome::failed:
            return tr("failed, %n error(s)", nullptr, record.errors);
        case BuildRecord::Outcome::cancelled:
            return tr("stopped");
        }
        return {};
    case durationColumn:
        return tr("%1 s").arg(locale.toString(record.seconds, 'f', 1));
    case stepsColumn:
        return locale.toString(record.steps);
    case sizeColumn:
        return record.imageSize > 0 ? locale.toString(record.imageSize) : QString();
    case changeColumn:
        return change(row);
    case warningsColumn:
        return locale.toString(record.warnings);
    case howColumn: {
        QStringList how;
        if (record.launcher != QLatin1String("none") && !record.launcher.isEmpty())
            how.append(record.launcher);
        if (!record.compiler.isEmpty())
            how.append(record.compiler);
        how.append(QStringLiteral("-j%1").arg(record.jobs));
        return how.join(u' ');
    }
    default:
        return {};
    }
}

QVariant BuildHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), index.column());
    case Qt::DecorationRole:
        if (index.column() != outcomeColumn)
            return {};
        switch (m_records[index.row()].outcome) {
        case BuildRecord::Outcome::built:
            return paletteIcon(QStringLiteral("check"));
        case BuildRecord::Outcome::failed:
            return levelIcon(LogLevel::error);
        case BuildRecord::Outcome::cancelled:
            return paletteIcon(QStringLiteral("stop"));
        }
        return {};
    case Qt::TextAlignmentRole:
        switch (index.column()) {
        case durationColumn:
        case stepsColumn:
        case sizeColumn:
        case changeColumn:
        case warningsColumn:
            return int(Qt::AlignTrailing | Qt::AlignVCenter);
        default:
            return {};
        }
    default:
        return {};
    }
}

QVariant BuildHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case timeColumn:
        return tr("When");
    case outcomeColumn:
        return tr("Result");
    case durationColumn:
        return tr("Took");
    case stepsColumn:
        return tr("Steps");
    case sizeColumn:
        return tr("Image, bytes");
    case changeColumn:
        return tr("Change");
    case warningsColumn:
        return tr("Warnings");
    case howColumn:
        return tr("How");
    default:
        return {};
    }
}

} // namespace kiln
