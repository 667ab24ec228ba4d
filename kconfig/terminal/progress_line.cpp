// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "progress_line.h"

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace kconfig::terminal {

ProgressLine::ProgressLine(std::string what)
    : m_what(std::move(what))
{
    if (::isatty(STDERR_FILENO) != 0)
        m_thread = std::thread([this] { show(); });
}

ProgressLine::~ProgressLine()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_wakeUp.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ProgressLine::show()
{
    using namespace std::chrono;
    constexpr milliseconds first{300};
    constexpr milliseconds step{200};
    const auto start = steady_clock::now();
    std::unique_lock lock(m_mutex);
    std::size_t length = 0;
    for (milliseconds wait = first; !m_wakeUp.wait_for(lock, wait, [this] { return m_isOver; });
         wait = step) {
        const auto passed = duration<double>(steady_clock::now() - start).count();
        char seconds[32];
        std::snprintf(seconds, sizeof seconds, " ... %.1f s", passed);
        const std::string line = m_what + seconds;
        length = line.size();
        std::fprintf(stderr, "\r%s", line.c_str());
        std::fflush(stderr);
    }
    if (length > 0) {
        std::fprintf(stderr, "\r%s\r", std::string(length, ' ').c_str());
        std::fflush(stderr);
    }
}

} // namespace kconfig::terminal
