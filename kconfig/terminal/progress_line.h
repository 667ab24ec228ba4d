// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Says that reading takes a while, on a line that goes away again.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace kconfig::terminal {

/// While it lives, and after a moment, shows what is being waited for and for how long on standard
/// error if that is a terminal.
class ProgressLine
{
public:
    explicit ProgressLine(std::string what);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

private:
    void show();

    std::string m_what;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace kconfig::terminal
