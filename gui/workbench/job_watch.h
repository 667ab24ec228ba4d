// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How far a job on another thread is, and that it should end.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QString>

#include <atomic>

namespace kiln {

/// Shared by a job and by who waits for it. All functions may be called on any thread.
class JobWatch
{
public:
    /// Asks the job to end without having changed anything; it does so at its next step.
    void cancel() { m_isCancelled = true; }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
    /// Percent of the work that is done.
    void setProgress(int percent) { m_progress = percent; }
    [[nodiscard]] int progress() const { return m_progress; }

private:
    std::atomic<bool> m_isCancelled = false;
    std::atomic<int> m_progress = 0;
};

/// Reads a whole file piece by piece, which makes half of the watch's progress. The Problem says
/// why it can't be read, or that the watch was told to cancel. A null `watch` just reads. What is
/// no file, such as a pipe that may never end, is refused.
[[nodiscard]] Result<QByteArray> readWatched(const QString &file, JobWatch *watch);

/// The error of a job that was cancelled.
[[nodiscard]] Problem cancelledProblem();

} // namespace kiln
