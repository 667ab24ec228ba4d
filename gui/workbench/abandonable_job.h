// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Work that may hang in the network.
#pragma once

#include "workbench/job_watch.h"

#include <chrono>
#include <future>
#include <memory>
#include <thread>
#include <utility>

namespace kiln {

/// Runs `work` on a thread of its own and waits for it. When the watch is cancelled and the work
/// does not end within a second, as when a server does not answer, it is left to itself: it must
/// own all that it uses, and its result is dropped. Any thread but the GUI's.
template <typename Work>
auto runAbandonable(const std::shared_ptr<JobWatch> &watch, Work work) -> decltype(work())
{
    using namespace std::chrono_literals;
    using Result = decltype(work());
    std::packaged_task<Result()> task(std::move(work));
    std::future<Result> result = task.get_future();
    std::thread(std::move(task)).detach();
    while (result.wait_for(50ms) != std::future_status::ready) {
        if (watch && watch->isCancelled() && result.wait_for(1s) != std::future_status::ready)
            return tl::unexpected(cancelledProblem());
    }
    return result.get();
}

} // namespace kiln
