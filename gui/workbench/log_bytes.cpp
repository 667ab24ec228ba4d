// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/log_bytes.h"

#include <QTemporaryFile>

#include <cerrno>
#include <unistd.h>

namespace kiln {

LogBytes::LogBytes(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
    , m_handle(m_file->handle())
    , m_size(m_file->isOpen() ? m_file->size() : 0)
{}

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

} // namespace kiln
