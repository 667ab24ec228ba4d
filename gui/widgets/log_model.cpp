// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log_model.h"

#include "widgets/level_style.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <limits>

namespace kiln {

LogModel::LogModel(LogStore *store, QObject *parent, int most)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_capacity(most)
{
    connect(store, &LogStore::recordsAppended, this, &LogModel::append);
    connect(store, &LogStore::lastRecordChanged, this, &LogModel::changeLast);
    connect(store, &LogStore::cleared, this, &LogModel::clear);
    connect(store, &LogStore::loaded, this, &LogModel::advance);
    renew();
}

LogModel::~LogModel() = default;

std::unique_ptr<LogSearch> LogModel::makeSearch(const LogPattern &pattern)
{
    return std::make_unique<LogSearch>(m_store, pattern);
}

Result<void> LogModel::setFilter(const LogFilter &filter)
{
    if (filter == m_filter)
        return {};
    std::vector<Rule> rules;
    std::vector<Highlight> highlights;
    std::vector<std::unique_ptr<LogSearch>> made(std::size_t(filter.rules.size()));
    for (qsizetype i = 0; i < filter.rules.size(); ++i) {
        const LogRule &rule = filter.rules[i];
        const bool known =
            !rule.isHighlight() &&
            std::any_of(m_rules.begin(), m_rules.end(), [&rule](const Rule &old) {
                return old.search && old.rule.text == rule.text && old.rule.options == rule.options;
            });
        if (known || !rule.isEnabled)
            continue;
        const auto pattern = LogPattern::compile(rule.text, rule.options);
        if (!pattern)
            return tl::unexpected(pattern.error());
        if (rule.isHighlight())
            highlights.push_back({LogMatcher(*pattern), rule.highlight});
        else
            made[std::size_t(i)] = makeSearch(*pattern);
    }
    for (qsizetype i = 0; i < filter.rules.size(); ++i) {
        const LogRule &rule = filter.rules[i];
        std::unique_ptr<LogSearch> search = std::move(made[std::size_t(i)]);
        for (Rule &old : m_rules) {
            if (!search && !rule.isHighlight() && old.rule.text == rule.text &&
                old.rule.options == rule.options)
                search = std::move(old.search);
        }
        rules.push_back({rule, std::move(search)});
    }
    m_filter = filter;
    m_rules = std::move(rules);
    m_highlights = std::move(highlights);
    m_cachedRecord = -1;
    for (Rule &rule : m_rules) {
        if (!rule.search)
            continue;
        rule.search->disconnect(this);
        connect(rule.search.get(), &LogSearch::advanced, this, &LogModel::advance);
        if (rule.rule.isEnabled)
            rule.search->advance();
    }
    renew();
    return {};
}

/// How many of the first records all that is asked knows.
qsizetype LogModel::reach() const
{
    qsizetype known = m_store->count();
    for (const Rule &rule : m_rules) {
        if (rule.rule.isEnabled && rule.search)
            known = std::min(known, rule.search->searched());
    }
    return known;
}

LineSet LogModel::accepted(qsizetype first, qsizetype end) const
{
    LineSet lines = LineSet::range(std::size_t(first), std::size_t(end));
    if (!m_filter.takesAllLevels()) {
        LineSet passing;
        for (int level = 0; level < logLevelCount; ++level) {
            if (m_filter.levels[std::size_t(level)])
                passing |= lines & m_store->levelSet(LogLevel(level));
        }
        lines = std::move(passing);
    }
    if (!m_filter.libraries.isEmpty() || m_filter.onlyLibraries) {
        LineSet named; // by the list
        for (int i = 0; i < int(m_store->libraries().size()); ++i) {
            if (m_filter.libraries.contains(m_store->libraries().at(i)))
                named |= lines & m_store->librarySet(i);
        }
        if (m_filter.libraries.contains(QString())) {
            LineSet without = lines;
            for (int i = 0; i < int(m_store->libraries().size()); ++i)
                without -= m_store->librarySet(i);
            named |= without;
        }
        if (m_filter.onlyLibraries)
            lines = std::move(named);
        else
            lines -= named;
    }
    for (const Rule &rule : m_rules) {
        if (!rule.rule.isEnabled || !rule.search)
            continue;
        if (rule.rule.excludes)
            lines -= rule.search->matches();
        else
            lines &= rule.search->matches();
    }
    return lines;
}

/// Keeps the first `room` lines, and in mind that there were more.
void LogModel::cut(LineSet &lines, int room)
{
    if (lines.size() <= std::size_t(room))
        return;
    m_isCut = true;
    lines &= LineSet::range(0, lines.at(std::size_t(room)));
}

void LogModel::renew()
{
    beginResetModel();
    m_end = reach();
    m_shown = accepted(0, m_end);
    m_isCut = false;
    cut(m_shown, m_capacity);
    m_rowCount = int(m_shown.size());
    m_cachedRow = -1;
    endResetModel();
    if (!isFiltering())
        emit filtered();
}

void LogModel::append()
{
    for (const Rule &rule : m_rules) {
        if (rule.rule.isEnabled && rule.search)
            rule.search->advance();
    }
    if (m_search)
        m_search->advance();
    advance();
}

void LogModel::advance()
{
    const qsizetype end = reach();
    if (end <= m_end)
        return;
    LineSet more = accepted(m_end, end);
    cut(more, m_capacity - m_rowCount);
    const auto count = int(more.size());
    if (count > 0)
        beginInsertRows({}, m_rowCount, m_rowCount + count - 1);
    m_end = end;
    if (count > 0) {
        m_shown |= more;
        m_rowCount += count;
        endInsertRows();
    }
    if (!isFiltering())
        emit filtered();
}

void LogModel::changeLast(qsizetype record)
{
    m_cachedRecord = -1;
    for (const Rule &rule : m_rules) {
        if (rule.search)
            rule.search->retest(record);
    }
    if (m_search)
        m_search->retest(record);
    if (record >= m_end)
        return; // not tested yet
    const bool isShown = m_shown.contains(std::size_t(record));
    const bool isWanted = !accepted(record, record + 1).isEmpty();
    const int row = m_rowCount - 1;
    if (isShown && isWanted) {
        emit dataChanged(index(row, 0), index(row, columnCount_ - 1));
    } else if (isShown) {
        beginRemoveRows({}, row, row);
        m_shown.remove(std::size_t(record));
        --m_rowCount;
        m_cachedRow = -1;
        endRemoveRows();
    } else if (isWanted && m_rowCount == m_capacity) {
        m_isCut = true;
    } else if (isWanted) {
        beginInsertRows({}, m_rowCount, m_rowCount);
        m_shown.add(std::size_t(record));
        ++m_rowCount;
        endInsertRows();
    }
}

void LogModel::clear()
{
    m_cachedRecord = -1;
    for (const Rule &rule : m_rules) {
        if (rule.search)
            rule.search->restart();
    }
    if (m_search)
        m_search->restart();
    renew();
}

Result<void> LogModel::setSearch(const QString &text, LogPattern::Options options)
{
    if (text.isEmpty()) {
        m_search.reset();
        emit searchAdvanced();
        return {};
    }
    const auto pattern = LogPattern::compile(text, options);
    if (!pattern)
        return tl::unexpected(pattern.error());
    m_search = makeSearch(*pattern);
    connect(m_search.get(), &LogSearch::advanced, this, &LogModel::searchAdvanced);
    m_search->advance();
    emit searchAdvanced();
    return {};
}

int LogModel::findNext(int row) const
{
    if (!m_search || m_rowCount == 0)
        return -1;
    auto record = row < 0 ? std::size_t(0) : std::size_t(recordOf(std::min(row, m_rowCount - 1)));
    for (record += row < 0 ? 0 : 1;; ++record) {
        const auto match = m_search->matches().next(record);
        if (!match)
            return -1;
        const auto shown = m_shown.next(*match);
        if (!shown)
            return -1;
        if (*shown == *match)
            return int(m_shown.rank(*match));
        record = *shown - 1;
    }
}

int LogModel::findPrevious(int row) const
{
    if (!m_search || m_rowCount == 0)
        return -1;
    auto record = row >= m_rowCount ? std::size_t(m_end) : std::size_t(recordOf(std::max(row, 0)));
    for (;;) {
        const auto match = m_search->matches().previous(record);
        if (!match)
            return -1;
        if (m_shown.contains(*match))
            return int(m_shown.rank(*match));
        const auto shown = m_shown.previous(*match);
        if (!shown)
            return -1;
        record = *shown + 1;
    }
}

qsizetype LogModel::recordOf(int row) const
{
    if (qsizetype(m_rowCount) == m_end)
        return row;
    if (row != m_cachedRow) {
        m_cachedRowRecord = qsizetype(m_shown.at(std::size_t(row)));
        m_cachedRow = row;
    }
    return m_cachedRowRecord;
}

int LogModel::rowOf(qsizetype record) const
{
    return int(m_shown.rank(std::size_t(record)));
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCount_);
}

const LogRecord &LogModel::recordAt(int row) const
{
    const qint64 record = recordOf(row);
    if (record != m_cachedRecord) {
        const QByteArray raw = m_store->raw(record);
        m_cached = parseLogRecord(raw, m_store->offset(record));
        m_cachedRecord = record;
        m_cachedHighlight = LogRule::noHighlight;
        for (Highlight &highlight : m_highlights) { // the last rule is on top
            constexpr std::uint32_t start = 0;
            std::vector<std::uint32_t> matched;
            highlight.matcher.scan(logBytes(raw), std::span(&start, 1), matched);
            if (!matched.empty())
                m_cachedHighlight = highlight.color;
        }
    }
    return m_cached;
}

int LogModel::highlightOf(int row) const
{
    (void)recordAt(row);
    return m_cachedHighlight;
}

QString LogModel::deltaText(int row) const
{
    const auto now = recordAt(row).timeMicroseconds;
    if (!now || row == 0)
        return {};
    const auto before = m_store->time(recordOf(row - 1));
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

QVariant LogModel::foreground(int row, int column) const
{
    const QPalette palette = QGuiApplication::palette();
    // The other colours are chosen to be read on the base colour.
    if (highlightOf(row) != LogRule::noHighlight)
        return palette.brush(QPalette::Text);
    if (column == timeColumn || column == deltaColumn)
        return palette.brush(QPalette::PlaceholderText);
    const LogRecord &record = recordAt(row);
    if (column == sourceColumn && !record.file.isEmpty())
        return palette.brush(QPalette::Link);
    if (column == levelColumn || record.level >= LogLevel::warning ||
        record.level == LogLevel::debug)
        return QBrush(levelColor(record.level, palette));
    return {};
}

/// What a screen reader says: what matters most first.
QString LogModel::sentence(int row) const
{
    const LogRecord &record = recordAt(row);
    QStringList parts;
    if (record.level != LogLevel::plain)
        parts << levelWord(record.level);
    parts << record.message;
    if (!record.library.isEmpty())
        parts << record.library;
    if (!record.file.isEmpty())
        parts << (record.line > 0 ? tr("%1 line %2").arg(record.file).arg(record.line)
                                  : record.file);
    if (record.timeMicroseconds)
        parts << tr("at %1 seconds").arg(cellText(row, timeColumn));
    if (highlightOf(row) != LogRule::noHighlight)
        parts << tr("highlighted");
    return parts.join(QLatin1String(", "));
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rowCount)
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
        return foreground(row, index.column());
    case Qt::BackgroundRole:
        if (const int color = highlightOf(row); color != LogRule::noHighlight)
            return QBrush(highlightColor(color, QGuiApplication::palette()));
        return {};
    case Qt::AccessibleTextRole:
        return sentence(row);
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
        return qlonglong(recordOf(row));
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
