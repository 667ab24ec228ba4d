// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_model.h"

#include "widgets/level_style.h"
#include "widgets/slice_clock.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace kiln {

namespace {

/// Records between two looks at the clock.
constexpr qsizetype stride = 64;

} // namespace

bool LogFilter::takesAll() const
{
    return text.isEmpty() && !library &&
           std::all_of(levels.begin(), levels.end(), [](bool on) { return on; });
}

LogModel::LogModel(LogStore *store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &LogModel::slice);
    connect(store, &LogStore::recordsAppended, this, &LogModel::append);
    connect(store, &LogStore::lastRecordChanged, this, &LogModel::updateLast);
    connect(store, &LogStore::cleared, this, &LogModel::restart);
    restart();
}

void LogModel::restart()
{
    beginResetModel();
    m_rows.clear();
    m_cachedRecord = -1;
    m_next = 0;
    m_end = m_store->count();
    endResetModel();
    if (m_end > 0)
        m_timer.start();
    else
        emit filtered();
}

void LogModel::setFilter(const LogFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    restart();
}

bool LogModel::accepts(qsizetype record) const
{
    if (!m_filter.levels[std::size_t(m_store->level(record))])
        return false;
    if (m_filter.library && m_store->library(record) != *m_filter.library)
        return false;
    if (m_filter.text.isEmpty())
        return true;
    const LogRecord fields = m_store->record(record);
    return fields.message.contains(m_filter.text, Qt::CaseInsensitive) ||
           fields.library.contains(m_filter.text, Qt::CaseInsensitive) ||
           fields.file.contains(m_filter.text, Qt::CaseInsensitive);
}

void LogModel::append(qsizetype first, qsizetype count)
{
    if (first < m_end)
        return; // a reset has seen them already
    m_end = first + count;
    // A burst of records goes through slices, so that it cannot hold the event loop; a few are
    // taken at once, as a row should appear without delay.
    if (!m_timer.isActive() && m_end - m_next <= stride)
        slice();
    if (m_next < m_end)
        m_timer.start();
}

void LogModel::slice()
{
    const SliceClock clock;
    std::vector<quint32> found;
    while (m_next < m_end) {
        const qsizetype stop = std::min(m_next + stride, m_end);
        for (; m_next < stop; ++m_next) {
            if (accepts(m_next))
                found.push_back(quint32(m_next));
        }
        if (clock.isOver())
            break;
    }
    insert(found);
    if (m_next >= m_end) {
        m_timer.stop();
        emit filtered();
    }
}

void LogModel::insert(const std::vector<quint32> &rows)
{
    if (rows.empty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void LogModel::updateLast()
{
    // The records that signals have announced; the store may already hold more.
    const qsizetype last = m_end - 1;
    m_cachedRecord = -1;
    if (last < 0 || last >= m_next)
        return; // not tested yet
    const bool shown = !m_rows.empty() && qsizetype(m_rows.back()) == last;
    const bool wanted = accepts(last);
    const int row = int(m_rows.size()) - 1;
    if (shown && wanted) {
        emit dataChanged(index(row, 0), index(row, columnCount_ - 1));
    } else if (shown) {
        beginRemoveRows({}, row, row);
        m_rows.pop_back();
        endRemoveRows();
    } else if (wanted) {
        insert({quint32(last)});
    }
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCount_);
}

const LogRecord &LogModel::recordAt(int row) const
{
    const qint64 record = m_rows[std::size_t(row)];
    if (record != m_cachedRecord) {
        m_cached = m_store->record(record);
        m_cachedRecord = record;
    }
    return m_cached;
}

QString LogModel::deltaText(int row) const
{
    const auto now = recordAt(row).timeMicroseconds;
    if (!now || row == 0)
        return {};
    const auto before = recordAt(row - 1).timeMicroseconds;
    if (!before)
        return {};
    const qint64 delta = *now - *before;
    const QString sign = delta < 0 ? QStringLiteral("-") : QStringLiteral("+");
    const qint64 size = std::abs(delta);
    if (size < 1000)
        return tr("%1%2 µs").arg(sign).arg(size);
    if (size < 1'000'000)
        return tr("%1%2 ms").arg(sign).arg(double(size) / 1000, 0, 'f', 1);
    return tr("%1%2 s").arg(sign).arg(double(size) / 1'000'000, 0, 'f', 2);
}

QString LogModel::cellText(int row, int column) const
{
    const LogRecord &record = recordAt(row);
    switch (column) {
    case timeColumn:
        return record.timeMicroseconds
                   ? QString::number(double(*record.timeMicroseconds) / 1'000'000, 'f', 6)
                   : QString();
    case deltaColumn:
        return deltaText(row);
    case levelColumn:
        return record.level == LogLevel::plain ? QString() : levelWord(record.level);
    case libraryColumn:
        return record.library;
    case sourceColumn:
        if (record.file.isEmpty())
            return {};
        return record.line > 0 ? QStringLiteral("%1:%2").arg(record.file).arg(record.line)
                               : record.file;
    case messageColumn:
        return record.message;
    }
    return {};
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::DecorationRole:
        if (index.column() == levelColumn && recordAt(row).level != LogLevel::plain)
            return levelIcon(recordAt(row).level);
        return {};
    case Qt::ForegroundRole:
        if (index.column() == timeColumn || index.column() == deltaColumn)
            return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        if (index.column() == sourceColumn && !recordAt(row).file.isEmpty())
            return QGuiApplication::palette().brush(QPalette::Link);
        if (index.column() == levelColumn || recordAt(row).level >= LogLevel::warning ||
            recordAt(row).level == LogLevel::debug)
            return levelColor(recordAt(row).level, QGuiApplication::palette());
        return {};
    case Qt::FontRole:
        if (index.column() <= deltaColumn || index.column() >= sourceColumn)
            return QFontDatabase::systemFont(QFontDatabase::FixedFont);
        return {};
    case Qt::TextAlignmentRole:
        return int((index.column() <= deltaColumn ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == sourceColumn && !recordAt(row).file.isEmpty())
            return tr("Open %1").arg(cellText(row, sourceColumn));
        return index.column() == messageColumn ? QVariant(recordAt(row).message) : QVariant();
    case LevelRole:
        return int(recordAt(row).level);
    case FileRole:
        return recordAt(row).file;
    case LineRole:
        return recordAt(row).line;
    case RecordRole:
        return qlonglong(m_rows[std::size_t(row)]);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section <= deltaColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case timeColumn:
        return tr("Time") + QStringLiteral("  "); // clear of the next column, as the cells are
    case deltaColumn:
        return tr("Delta") + QStringLiteral("  ");
    case levelColumn:
        return tr("Level");
    case libraryColumn:
        return tr("Library");
    case sourceColumn:
        return tr("Source");
    case messageColumn:
        return tr("Message");
    }
    return {};
}

} // namespace kiln
