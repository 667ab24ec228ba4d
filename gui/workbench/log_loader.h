// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Indexes a saved log on all processors.
#pragma once

#include "workbench/log_index.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace kiln {

/// Cuts the file into stretches of a megabyte, which threads of its own index; results come in the
/// order of the file. Made, asked and destroyed on one thread; the destructor stops the work.
class LogLoader
{
public:
    /// Begins at once. Segments go to `index`, until there would be more than `most` records: the
    /// bytes from there on belong to the last one.
    LogLoader(std::shared_ptr<const LogBytes> bytes, std::shared_ptr<LogIndexFile> index,
              std::size_t most);
    ~LogLoader();
    LogLoader(const LogLoader &) = delete;
    LogLoader &operator=(const LogLoader &) = delete;

    /// What was found since the last call. Does not wait.
    [[nodiscard]] LogIndexPart take();
    /// Whether nothing more will come than the next take() gives.
    [[nodiscard]] bool isDone() const;
    /// Waits until isDone().
    void wait();
    /// Bytes of the log that could not be read although the file had them; 0 when all went well.
    [[nodiscard]] std::int64_t unread() const;
    /// Whether some lines have no record of their own.
    [[nodiscard]] bool isOverfull() const;

private:
    struct Found; ///< of one stretch

    void work();
    [[nodiscard]] Found index(std::size_t chunk, std::string &buffer);
    void commit(std::size_t chunk, Found found);

    std::shared_ptr<const LogBytes> m_bytes;
    std::shared_ptr<LogIndexFile> m_index;
    std::size_t m_chunks;
    std::size_t m_most;
    std::atomic<std::size_t> m_next{0};
    std::atomic<bool> m_stopped{false};
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_finished;
    std::map<std::size_t, std::unique_ptr<Found>> m_waiting; ///< ahead of their turn
    std::size_t m_committed = 0;
    std::size_t m_records = 0;
    std::int64_t m_unread = 0;
    bool m_isOverfull = false;
    LogLibraries m_libraries;
    LogIndexPart m_part;
    std::vector<std::thread> m_threads;
};

} // namespace kiln
