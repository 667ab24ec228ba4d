// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Work on files and copies of configurations, one job after the other, away from the GUI thread.
#pragma once

#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace kiln {

/// Belongs to an object and brings results back to its thread. Jobs run in the order in which they
/// were given, never two at once. The destructor waits for those that have been given, so that
/// nothing that should be on disk is missing there; their results are dropped.
class BackgroundJobs
{
public:
    /// `receiver` owns this object.
    explicit BackgroundJobs(QObject *receiver);
    BackgroundJobs(const BackgroundJobs &) = delete;
    BackgroundJobs &operator=(const BackgroundJobs &) = delete;
    ~BackgroundJobs();

    /// Runs `work` on another thread, then `then(result)` on the receiver's.
    template <typename Work, typename Then>
    void run(Work work, Then then)
    {
        start([ticket = m_ticket, work = std::move(work), then = std::move(then)]() mutable {
            auto result = std::make_shared<decltype(work())>(work());
            post(*ticket, [then = std::move(then), result]() mutable { then(std::move(*result)); });
        });
    }
    /// Runs `work` on another thread; nobody waits for it.
    void run(std::function<void()> work) { start(std::move(work)); }
    /// Waits until all jobs have run. Their results come later, through the event loop.
    void wait() { m_pool.waitForDone(); }

private:
    struct Ticket
    {
        QMutex mutex;
        QObject *receiver = nullptr;
    };

    void start(std::function<void()> job) { m_pool.start(std::move(job)); }
    static void post(Ticket &ticket, std::function<void()> then);

    std::shared_ptr<Ticket> m_ticket;
    QThreadPool m_pool;
};

} // namespace kiln
