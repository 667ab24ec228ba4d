// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Running commands side by side, before anybody asks for their answers.
#pragma once

#include "command_facts.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace kconfig {

/// A command that has run.
struct AheadRun
{
    FileTrace trace; ///< its errors have not been passed on
    CommandFacts facts;
};

/// Runs commands, as many at a time as there are processors. What nobody takes is ended and thrown
/// away with the object.
class AheadRuns
{
public:
    /// Starts the commands in this order, none where no thread can be had. They find their standard
    /// input empty; `options.cancelled` is polled by take() only.
    AheadRuns(const std::vector<std::string> &commands, HostShellOptions options);
    AheadRuns(const AheadRuns &) = delete;
    AheadRuns &operator=(const AheadRuns &) = delete;
    ~AheadRuns();

    /// Waits for a command and gives what it did, once. Nothing when it is not among them, or the
    /// whole was cancelled.
    std::optional<AheadRun> take(const std::string &command);

private:
    void work();
    void stop();

    HostShellOptions m_options;
    std::function<bool()> m_cancelled; ///< the caller's
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::string> m_waiting; ///< not yet begun
    /// By command, from its beginning until it is taken; without a value while it runs.
    std::map<std::string, std::optional<AheadRun>> m_runs;
    bool m_isStopped = false;
    std::vector<std::thread> m_threads;
};

} // namespace kconfig
