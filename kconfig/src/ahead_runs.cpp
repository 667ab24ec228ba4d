// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "ahead_runs.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace kconfig {

AheadRuns::AheadRuns(const std::vector<std::string> &commands, HostShellOptions options)
    : m_options(std::move(options))
    , m_cancelled(std::move(m_options.cancelled))
    , m_waiting(commands.begin(), commands.end())
{
    m_options.inheritsInput = false; // which of them should have it?
    m_options.cancelled = [this] {
        const std::lock_guard lock(m_mutex);
        return m_isStopped;
    };
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t count = std::min(processors, commands.size());
    m_threads.reserve(count);
    try {
        while (m_threads.size() < count)
            m_threads.emplace_back([this] { work(); });
    } catch (const std::system_error &) { // fewer at a time, then
        if (m_threads.empty())
            m_waiting.clear();
    }
}

AheadRuns::~AheadRuns()
{
    stop();
    for (std::thread &thread : m_threads)
        thread.join();
}

void AheadRuns::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_waiting.clear();
}

void AheadRuns::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_waiting.empty()) {
        const std::string command = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_runs[command] = std::nullopt;
        lock.unlock();
        const auto start = std::chrono::system_clock::now();
        AheadRun run;
        run.trace = traceCommand(command, m_options, ErrorText::kept);
        run.facts = factsOf(command, run.trace, start);
        lock.lock();
        m_runs[command] = std::move(run);
        m_changed.notify_all();
    }
}

std::optional<AheadRun> AheadRuns::take(const std::string &command)
{
    std::unique_lock lock(m_mutex);
    const auto waiting = std::find(m_waiting.begin(), m_waiting.end(), command);
    if (waiting == m_waiting.end() && m_runs.count(command) == 0)
        return std::nullopt;
    if (waiting != m_waiting.end()) {
        m_waiting.erase(waiting);
        m_waiting.push_front(command);
    }
    const auto isDone = [&] {
        const auto run = m_runs.find(command);
        return run != m_runs.end() && run->second;
    };
    while (!m_changed.wait_for(lock, std::chrono::milliseconds(50), isDone)) {
        lock.unlock(); // the caller's function may take its time
        if (m_cancelled && m_cancelled()) {
            stop();
            return std::nullopt;
        }
        lock.lock();
    }
    std::optional<AheadRun> run = std::move(m_runs[command]);
    m_runs.erase(command);
    return run;
}

} // namespace kconfig
