// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of a log on disk: a saved file, or a temporary one that grows.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QFile>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace kiln {

/// Reading is allowed on any thread, also while others append. Files are read, never mapped:
/// one that is cut short while it is open is no reason to crash, and pages of it don't count as
/// memory of this program. What is appended is in memory until a thread of its own has it on disk:
/// a disk that is busy holds nobody up.
class LogBytes
{
public:
    ~LogBytes();
    LogBytes(const LogBytes &) = delete;
    LogBytes &operator=(const LogBytes &) = delete;

    /// A temporary file without a name; isOpen() is false when there can be none.
    [[nodiscard]] static std::shared_ptr<LogBytes> temporary();
    /// A file as it is now; it is never changed.
    [[nodiscard]] static Result<std::shared_ptr<LogBytes>> open(const QString &path);

    [[nodiscard]] bool isOpen() const { return m_file->isOpen(); }
    /// Bytes of the file when it was opened.
    [[nodiscard]] std::int64_t size() const { return m_size; }
    /// Reads up to `length` bytes from `offset`; how many were there.
    std::int64_t read(std::int64_t offset, char *to, std::int64_t length) const;
    /// Adds bytes at the end of what was appended, from 0 on; returns their offset. Never fails and
    /// never waits for the disk. Any thread.
    std::int64_t append(QByteArrayView bytes);
    /// The errno of a disk that took no more of what was appended: all that follows stays in
    /// memory. 0: all is well.
    [[nodiscard]] int failure() const { return m_failure; }
    [[nodiscard]] QString name() const { return m_file->fileName(); }

private:
    explicit LogBytes(std::unique_ptr<QFile> file);

    bool write(std::int64_t offset, const char *from, std::int64_t length);
    std::int64_t readFile(std::int64_t offset, char *to, std::int64_t length) const;
    void drain();

    std::unique_ptr<QFile> m_file;
    int m_handle;
    std::int64_t m_size;
    std::atomic<int> m_failure{0};
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::deque<QByteArray> m_tail; ///< appended, and not on disk
    std::int64_t m_tailBytes = 0;
    std::int64_t m_tailOffset = 0; ///< of its first byte
    bool m_isWriting = false;      ///< the first block is on its way
    bool m_isStopped = false;
    std::thread m_writer; ///< started when there is much to write
};

} // namespace kiln
