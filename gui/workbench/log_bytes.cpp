// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_bytes.h"

#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace kiln {

namespace {

constexpr std::int64_t worthWriting = 1 << 16;
constexpr qsizetype largeBlock = 1 << 18;

} // namespace

LogBytes::LogBytes(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
    , m_handle(m_file->handle())
    , m_size(m_file->isOpen() ? m_file->size() : 0)
{}

LogBytes::~LogBytes()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_wake.notify_all();
    if (m_writer.joinable())
        m_writer.join();
}

std::shared_ptr<LogBytes> LogBytes::temporary()
{
    auto file = std::make_unique<QTemporaryFile>();
    (void)file->open(); // isOpen() tells
    return std::shared_ptr<LogBytes>(new LogBytes(std::move(file)));
}

Result<std::shared_ptr<LogBytes>> LogBytes::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return tl::unexpected(
            Problem{QStringLiteral("The log could not be opened: ") + file->errorString(), path,
                    QStringLiteral("Check the path and that it may be read.")});
    return std::shared_ptr<LogBytes>(new LogBytes(std::move(file)));
}

std::int64_t LogBytes::read(std::int64_t offset, char *to, std::int64_t length) const
{
    std::int64_t onDisk = offset + length;
    std::int64_t end = onDisk; // of what was copied from memory
    {
        const std::lock_guard lock(m_mutex);
        if (!m_tail.empty() && offset + length > m_tailOffset) {
            onDisk = std::max(m_tailOffset, offset);
            end = onDisk;
            std::int64_t start = m_tailOffset;
            for (const QByteArray &block : m_tail) {
                const std::int64_t from = std::max(onDisk, start);
                const std::int64_t stop =
                    std::min<std::int64_t>(offset + length, start + block.size());
                if (from < stop) {
                    std::memcpy(to + (from - offset), block.constData() + (from - start),
                                std::size_t(stop - from));
                    end = stop;
                }
                start += block.size();
            }
        }
    }
    if (onDisk > offset) {
        const std::int64_t got = readFile(offset, to, onDisk - offset);
        if (got < onDisk - offset)
            return got;
    }
    return end - offset;
}

std::int64_t LogBytes::readFile(std::int64_t offset, char *to, std::int64_t length) const
{
    std::int64_t done = 0;
    while (done < length) {
        const ssize_t got = ::pread(m_handle, to + done, std::size_t(length - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    return done;
}

bool LogBytes::write(std::int64_t offset, const char *from, std::int64_t length)
{
    if (m_handle < 0) {
        errno = EBADF;
        return false;
    }
    for (std::int64_t done = 0; done < length;) {
        const ssize_t written =
            ::pwrite(m_handle, from + done, std::size_t(length - done), offset + done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

std::int64_t LogBytes::append(QByteArrayView bytes)
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t place = m_tailOffset + m_tailBytes;
    // A block that is on its way to disk must not change.
    const bool isFull = m_tail.empty() || m_tail.back().size() + bytes.size() > largeBlock ||
                        (m_isWriting && m_tail.size() == 1);
    if (isFull)
        m_tail.push_back(bytes.toByteArray());
    else
        m_tail.back().append(bytes);
    m_tailBytes += bytes.size();
    if (m_tailBytes < worthWriting || m_failure != 0)
        return place;
    if (!m_file->isOpen())
        m_failure = EBADF;
    else if (!m_writer.joinable())
        m_writer = std::thread([this] { drain(); });
    else
        m_wake.notify_one();
    return place;
}

/// The writer thread.
void LogBytes::drain()
{
    std::unique_lock lock(m_mutex);
    while (m_failure == 0) {
        m_wake.wait(lock, [this] { return m_isStopped || m_tailBytes >= worthWriting; });
        if (m_isStopped)
            return;
        QByteArray block = m_tail.front();
        const std::int64_t offset = m_tailOffset;
        m_isWriting = true;
        lock.unlock();
        const int failure = write(offset, block.constData(), block.size()) ? 0 : errno;
        lock.lock();
        m_isWriting = false;
        if (failure != 0) {
            m_failure = failure;
            return;
        }
        m_tail.pop_front();
        m_tailOffset += block.size();
        m_tailBytes -= block.size();
        // Memory is given back while nobody waits for it.
        lock.unlock();
        block = QByteArray();
        lock.lock();
    }
}

} // namespace kiln
