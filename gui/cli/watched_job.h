// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Jobs of the workbench that a terminal waits for: Ctrl-C cancels, a status line shows how far.
#pragma once

#include "cli/console.h"
#include "cli/signal_watch.h"
#include "workbench/background_jobs.h"
#include "workbench/job_watch.h"

#include <QEventLoop>
#include <QTimer>

#include <memory>
#include <optional>

namespace kiln::cli {

/// Runs `work(watch)`, with a std::shared_ptr<JobWatch>, on another thread and returns what it
/// returns.
template <typename Work>
auto watchedJob(const QString &title, Console &console, Work work)
{
    using Result = decltype(work(std::declval<std::shared_ptr<JobWatch>>()));
    const auto watch = std::make_shared<JobWatch>();
    std::optional<Result> result;
    QEventLoop loop;
    SignalWatch signals_;
    QTimer timer;
    QObject::connect(&signals_, &SignalWatch::requested, &loop, [watch] { watch->cancel(); });
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        console.status(QStringLiteral("%1 %2 %").arg(title).arg(watch->progress()));
    });
    constexpr int often = 100; // milliseconds
    timer.start(often);
    BackgroundJobs jobs(&loop);
    jobs.run([watch, work] { return work(watch); },
             [&](Result done) {
                 result.emplace(std::move(done));
                 loop.quit();
             });
    loop.exec();
    console.status({});
    return std::move(*result);
}

} // namespace kiln::cli
