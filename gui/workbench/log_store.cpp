// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_store.h"

#include "workbench/log_loader.h"

#include <QSaveFile>

#include <cstring>
#include <utility>

namespace kiln {

namespace {

constexpr qint64 readBlock = 1 << 18;
constexpr int pollMilliseconds = 8;

} // namespace

LogStore::LogStore(QObject *parent, qsizetype most)
    : QObject(parent)
    , m_capacity(most)
{
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &LogStore::takeLoaded);
    reset();
}

LogStore::~LogStore() = default;

void LogStore::reset()
{
    m_poll.stop();
    m_loader.reset();
    m_parser = LogParser();
    // Other threads may still read the old one.
    m_bytes = LogBytes::temporary();
    m_failed = false;
    m_size = 0;
    m_provisional = false;
    m_isOverfull = false;
    m_index = LogIndex();
    m_libraryNames.clear();
    m_fileName.clear();
    m_cache.clear();
    m_cacheOffset = -1;
}

void LogStore::clear()
{
    reset();
    emit cleared();
}

void LogStore::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    if (!m_fileName.isEmpty())
        clear();
    store(bytes);
    take([&](const LogSink &sink) { m_parser.feed(logBytes(bytes), sink); });
}

void LogStore::finish()
{
    checkStorage();
    take([&](const LogSink &sink) { m_parser.finish(sink); });
}

/// Adds what `parse` gives and tells the views; an unfinished line is the last record until more of
/// it comes.
void LogStore::take(const std::function<void(const LogSink &)> &parse)
{
    const bool replaces = m_provisional;
    const bool wasOverfull = m_isOverfull;
    if (m_provisional)
        m_index.removeLast();
    m_provisional = false;
    m_index.closeLargeSegment(m_parser.pendingOffset());
    const qsizetype first = count();
    parse([this](const LogPiece &piece) { add(piece); });
    if (const std::string_view rest = m_parser.pending(); !rest.empty()) {
        const qsizetype before = count();
        add({m_parser.pendingOffset(), rest, parseLogFront(rest)});
        m_provisional = count() > before;
    }
    renewLibraryNames();
    const qsizetype added = count() - first;
    if (replaces && added > 0)
        emit lastRecordChanged(first);
    const qsizetype known = replaces ? 1 : 0;
    if (added > known)
        emit recordsAppended(first + known, added - known);
    if (m_isOverfull && !wasOverfull)
        emit overfilled();
}

/// Colours are reset after a line's end. Those bytes belong to the record before them until text
/// follows: they are nothing to show.
void LogStore::add(const LogPiece &piece)
{
    if (count() > 0 && isInvisible(piece.bytes))
        return;
    if (count() == m_capacity) {
        m_isOverfull = true;
        return;
    }
    m_index.add(piece.offset, piece.header.level, piece.header.library);
}

void LogStore::renewLibraryNames()
{
    const std::vector<std::string> &names = m_index.libraryNames();
    for (auto i = std::size_t(m_libraryNames.size()); i < names.size(); ++i)
        m_libraryNames.append(logText(QByteArrayView(names[i])));
}

Result<void> LogStore::open(const QString &path)
{
    auto bytes = LogBytes::open(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    reset();
    m_bytes = std::move(*bytes);
    m_fileName = path;
    m_size = m_bytes->size();
    emit cleared();
    m_loader = std::make_unique<LogLoader>(m_bytes, m_index.file(), std::size_t(m_capacity));
    m_poll.start();
    return {};
}

void LogStore::waitUntilLoaded()
{
    if (!m_loader)
        return;
    m_loader->wait();
    takeLoaded();
}

qint64 LogStore::loadedBytes() const
{
    if (!m_loader)
        return m_size;
    return m_index.stretches().empty() ? 0 : m_index.stretches().back().offset;
}

void LogStore::takeLoaded()
{
    const bool done = m_loader->isDone();
    const qsizetype first = count();
    m_index.append(m_loader->take());
    renewLibraryNames();
    const bool wasOverfull = std::exchange(m_isOverfull, m_loader->isOverfull());
    const qint64 unread = done ? m_loader->unread() : 0;
    if (done) {
        m_poll.stop();
        m_loader.reset();
    }
    if (count() > first)
        emit recordsAppended(first, count() - first);
    if (m_isOverfull && !wasOverfull)
        emit overfilled();
    if (unread > 0)
        emit storageFailed(
            Problem{QStringLiteral("The log could not be read to its end: %1 bytes are missing")
                        .arg(unread),
                    m_fileName, QStringLiteral("What was read is shown.")});
    if (done)
        emit loaded();
}

void LogStore::store(QByteArrayView bytes)
{
    m_bytes->append(bytes);
    m_size += bytes.size();
    checkStorage();
}

void LogStore::checkStorage()
{
    if (m_failed || m_bytes->failure() == 0)
        return;
    m_failed = true;
    emit storageFailed(
        Problem{QStringLiteral("The log's temporary file can't take more: ") +
                    QString::fromLocal8Bit(std::strerror(m_bytes->failure())),
                m_bytes->name(),
                QStringLiteral("Nothing is lost: the rest is kept in memory. Free some space "
                               "before a long run.")});
}

qint64 LogStore::offset(qsizetype index) const
{
    return index < count() ? m_index.offset(std::size_t(index)) : m_size;
}

LogRecord LogStore::record(qsizetype index) const
{
    return parseLogRecord(raw(index), m_index.offset(std::size_t(index)));
}

std::optional<qint64> LogStore::time(qsizetype index) const
{
    constexpr qint64 longestTime = 128; // with colours
    const qint64 begin = offset(index);
    const QByteArray bytes = rawBytes(begin, std::min(offset(index + 1) - begin, longestTime));
    return parseLogFront(logBytes(bytes)).timeMicroseconds;
}

LogLevel LogStore::level(qsizetype index) const
{
    return m_index.tag(std::size_t(index)).level();
}

int LogStore::library(qsizetype index) const
{
    return m_index.tag(std::size_t(index)).library();
}

QByteArray LogStore::raw(qsizetype index) const
{
    // Colours merged into a record can make it long; nobody looks at more than this of one.
    constexpr qint64 longestRecord = 1 << 20;
    const qint64 begin = offset(index);
    return rawBytes(begin, std::min(offset(index + 1) - begin, longestRecord));
}

qsizetype LogStore::levelCount(LogLevel level) const
{
    return qsizetype(m_index.level(level).size());
}

qsizetype LogStore::libraryCount(int library) const
{
    return qsizetype(m_index.library(library).size());
}

QByteArray LogStore::rawBytes(qint64 offset, qint64 length) const
{
    offset = std::clamp<qint64>(offset, 0, m_size);
    length = std::clamp<qint64>(length, 0, m_size - offset);
    QByteArray result;
    result.reserve(length);
    while (result.size() < length) {
        const qint64 at = offset + result.size();
        const qint64 inCache = at - m_cacheOffset;
        if (m_cacheOffset < 0 || inCache < 0 || inCache >= m_cache.size()) {
            m_cache.resize(std::min(readBlock, m_size - at));
            m_cache.truncate(m_bytes->read(at, m_cache.data(), m_cache.size()));
            m_cacheOffset = m_cache.isEmpty() ? -1 : at;
            if (m_cache.isEmpty())
                break;
            continue;
        }
        const qint64 take = std::min(m_cache.size() - inCache, length - result.size());
        result.append(m_cache.constData() + inCache, take);
    }
    return result;
}

Result<void> LogStore::saveRaw(const QString &path) const
{
    QSaveFile file(path);
    bool ok = file.open(QIODevice::WriteOnly);
    constexpr qint64 step = 1 << 20;
    for (qint64 offset = 0; ok && offset < m_size; offset += step) {
        const QByteArray bytes = rawBytes(offset, step);
        ok = bytes.size() == std::min(step, m_size - offset) && file.write(bytes) == bytes.size();
    }
    if (!ok || !file.commit())
        return tl::unexpected(
            Problem{QStringLiteral("The log could not be saved: ") + file.errorString(), path,
                    QStringLiteral("Choose a folder that can be written and has room for %1 bytes.")
                        .arg(m_size)});
    return {};
}

LogSnapshot LogStore::snapshot(qsizetype from) const
{
    const std::vector<LogStretch> &all = m_index.stretches();
    const auto first = std::find_if(all.begin(), all.end(), [from](const LogStretch &stretch) {
        return stretch.first + stretch.count > std::size_t(from);
    });
    return {m_bytes, m_index.file(), {first, all.end()}};
}

} // namespace kiln
