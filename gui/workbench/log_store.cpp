// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_store.h"

#include "workbench/terminal_text.h"

#include <QFile>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace kiln {

namespace {

constexpr qint64 writeBlock = 1 << 16;
constexpr qint64 readBlock = 1 << 18;

} // namespace

LogStore::LogStore(QObject *parent)
    : QObject(parent)
{
    m_failed = !m_file.open();
}

LogStore::~LogStore() = default;

void LogStore::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    store(bytes);
    take([&](const LogSink &sink) { m_parser.feed(bytes, sink); });
}

void LogStore::finish()
{
    take([&](const LogSink &sink) { m_parser.finish(sink); });
}

/// Adds what `parse` gives and tells the views; an unfinished line is the last record until more of
/// it comes.
void LogStore::take(const std::function<void(const LogSink &)> &parse)
{
    const bool replaces = m_provisional;
    if (m_provisional)
        remove();
    const qsizetype first = count();
    parse([this](const LogPiece &piece) { add(piece); });
    if (const QByteArrayView rest = m_parser.pending(); !rest.isEmpty())
        m_provisional = add({m_parser.pendingOffset(), rest, parseLogHeader(rest)});
    const qsizetype added = count() - first;
    if (replaces && added > 0)
        emit lastRecordChanged(first);
    const qsizetype known = replaces ? 1 : 0;
    if (added > known)
        emit recordsAppended(first + known, added - known);
}

/// Colours are reset after a line's end. Those bytes belong to the record before them until text
/// follows: they are nothing to show. False when nothing was added.
bool LogStore::add(const LogPiece &piece)
{
    if (count() > 0 && skipTerminalSequences(piece.bytes, 0) == piece.bytes.size())
        return false;
    const std::int16_t library = libraryIndex(piece.header.library);
    m_offsets.push_back(piece.offset);
    m_levels.push_back(piece.header.level);
    m_libraries.push_back(library);
    ++m_levelCounts[std::size_t(piece.header.level)];
    if (library >= 0)
        ++m_libraryCounts[std::size_t(library)];
    return true;
}

void LogStore::remove()
{
    --m_levelCounts[std::size_t(m_levels.back())];
    if (m_libraries.back() >= 0)
        --m_libraryCounts[std::size_t(m_libraries.back())];
    m_offsets.pop_back();
    m_levels.pop_back();
    m_libraries.pop_back();
    m_provisional = false;
}

std::int16_t LogStore::libraryIndex(QByteArrayView name)
{
    if (name.isEmpty())
        return -1;
    const QByteArray key = QByteArray::fromRawData(name.data(), name.size());
    if (const auto known = m_libraryIndex.constFind(key); known != m_libraryIndex.constEnd())
        return *known;
    if (m_libraryNames.size() == INT16_MAX)
        return -1;
    const auto index = std::int16_t(m_libraryNames.size());
    m_libraryIndex.insert(name.toByteArray(), index);
    m_libraryNames.append(logText(name));
    m_libraryCounts.push_back(0);
    return index;
}

void LogStore::clear()
{
    m_parser = {};
    m_unwritten.clear();
    if (!m_failed || m_file.isOpen())
        m_failed = !m_file.resize(0);
    m_fileSize = 0;
    m_size = 0;
    m_provisional = false;
    m_offsets.clear();
    m_levels.clear();
    m_libraries.clear();
    m_levelCounts = {};
    m_libraryNames.clear();
    m_libraryIndex.clear();
    m_libraryCounts.clear();
    m_cache.clear();
    m_cacheOffset = -1;
    emit cleared();
}

Result<void> LogStore::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            Problem{QStringLiteral("The log could not be opened: ") + file.errorString(), path,
                    QStringLiteral("Check the path and that it may be read.")});
    clear();
    QByteArray block(1 << 20, Qt::Uninitialized);
    qint64 length = 0;
    while ((length = file.read(block.data(), block.size())) > 0)
        append(QByteArrayView(block).first(length));
    finish();
    if (length < 0)
        return tl::unexpected(
            Problem{QStringLiteral("The log could not be read to its end: ") + file.errorString(),
                    path, QStringLiteral("What was read is shown.")});
    return {};
}

void LogStore::store(QByteArrayView bytes)
{
    m_unwritten.append(bytes.data(), bytes.size());
    m_size += bytes.size();
    if (m_failed || m_unwritten.size() < writeBlock)
        return;
    while (!m_unwritten.isEmpty()) {
        const ssize_t written = ::pwrite(m_file.handle(), m_unwritten.constData(),
                                         std::size_t(m_unwritten.size()), m_fileSize);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            m_failed = true;
            emit storageFailed(Problem{
                QStringLiteral("The log's temporary file can't take more: ") +
                    QString::fromLocal8Bit(std::strerror(errno)),
                m_file.fileName(),
                QStringLiteral("Nothing is lost: the rest is kept in memory. Free some space "
                               "before a long run.")});
            return;
        }
        m_fileSize += written;
        m_unwritten.remove(0, written);
    }
}

qsizetype LogStore::count() const
{
    return qsizetype(m_offsets.size());
}

qint64 LogStore::end(qsizetype index) const
{
    return index + 1 < count() ? m_offsets[std::size_t(index + 1)] : m_size;
}

LogRecord LogStore::record(qsizetype index) const
{
    return parseLogRecord(raw(index), m_offsets[std::size_t(index)]);
}

LogLevel LogStore::level(qsizetype index) const
{
    return m_levels[std::size_t(index)];
}

int LogStore::library(qsizetype index) const
{
    return m_libraries[std::size_t(index)];
}

QByteArray LogStore::raw(qsizetype index) const
{
    const qint64 offset = m_offsets[std::size_t(index)];
    return rawBytes(offset, end(index) - offset);
}

qsizetype LogStore::levelCount(LogLevel level) const
{
    return m_levelCounts[std::size_t(level)];
}

qsizetype LogStore::libraryCount(int library) const
{
    return m_libraryCounts[std::size_t(library)];
}

QByteArray LogStore::rawBytes(qint64 offset, qint64 length) const
{
    offset = std::clamp<qint64>(offset, 0, m_size);
    length = std::clamp<qint64>(length, 0, m_size - offset);
    QByteArray result;
    result.reserve(length);
    const qint64 fromFile = std::clamp<qint64>(m_fileSize - offset, 0, length);
    while (result.size() < fromFile) {
        const qint64 at = offset + result.size();
        const qint64 inCache = at - m_cacheOffset;
        if (m_cacheOffset < 0 || inCache < 0 || inCache >= m_cache.size()) {
            m_cache.resize(std::min(readBlock, m_fileSize - at));
            const ssize_t got =
                ::pread(m_file.handle(), m_cache.data(), std::size_t(m_cache.size()), at);
            if (got <= 0) {
                m_cacheOffset = -1;
                break;
            }
            m_cache.truncate(got);
            m_cacheOffset = at;
            continue;
        }
        const qint64 take = std::min(m_cache.size() - inCache, fromFile - result.size());
        result.append(m_cache.constData() + inCache, take);
    }
    if (result.size() == fromFile && fromFile < length)
        result.append(m_unwritten.constData() + (offset + fromFile - m_fileSize),
                      length - fromFile);
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

} // namespace kiln
