// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of a log on disk: a saved file, or a temporary one that grows.
#pragma once

#include "workbench/problem.h"

#include <QFile>

#include <cstdint>
#include <memory>

namespace kiln {

/// Reading is allowed on any thread, also while one other appends. Files are read, never mapped:
/// one that is cut short while it is open is no reason to crash, and pages of it don't count as
/// memory of this program.
class LogBytes
{
public:
    /// A temporary file without a name; isOpen() is false when there can be none.
    [[nodiscard]] static std::shared_ptr<LogBytes> temporary();
    /// A file as it is now; it is never changed.
    [[nodiscard]] static Result<std::shared_ptr<LogBytes>> open(const QString &path);

    [[nodiscard]] bool isOpen() const { return m_file->isOpen(); }
    /// Bytes of the file when it was opened.
    [[nodiscard]] std::int64_t size() const { return m_size; }
    /// Reads up to `length` bytes from `offset`; how many were there.
    std::int64_t read(std::int64_t offset, char *to, std::int64_t length) const;
    /// Writes at `offset`; false, with errno set, when the disk does not take it.
    bool write(std::int64_t offset, const char *from, std::int64_t length);
    [[nodiscard]] QString name() const { return m_file->fileName(); }

private:
    explicit LogBytes(std::unique_ptr<QFile> file);

    std::unique_ptr<QFile> m_file;
    int m_handle;
    std::int64_t m_size;
};

} // namespace kiln
