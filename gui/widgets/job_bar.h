// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A job on another thread, with its progress and a button that ends it.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/job_watch.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <utility>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kiln {

/// Runs one job of the workbench at a time. While it runs, there is a bar and a button; after it,
/// what went wrong, or a message, until the next one. GUI thread.
class JobBar : public QWidget
{
    Q_OBJECT

public:
    explicit JobBar(QWidget *parent = nullptr);
    /// Cancels what runs and waits until it has ended.
    ~JobBar() override;

    /// Runs `work(watch)`, which returns a Result, on another thread, then `then(result)` here. An
    /// error is shown before that. One under way is cancelled, and its result dropped.
    template <typename Work, typename Then>
    void start(const QString &title, Work work, Then then)
    {
        const std::shared_ptr<JobWatch> watch = begin(title);
        m_jobs.run([work = std::move(work), watch] { return work(watch); },
                   [this, watch, then = std::move(then)](auto result) {
                       if (watch != m_watch)
                           return;
                       if (!result)
                           end(result.error());
                       else
                           end({});
                       then(std::move(result));
                   });
    }

    [[nodiscard]] bool isRunning() const { return m_watch != nullptr; }
    /// Asks what runs to end; its error comes as that of any job.
    void cancel();
    /// Cancels, and drops the result: nothing of it is shown, and nobody is called.
    void abandon();
    void showProblem(const Problem &problem);
    void showMessage(const QString &text);
    void clear();
    /// What is shown: a title, a problem, a message.
    [[nodiscard]] QString text() const;

signals:
    void runningChanged(bool running);

private:
    std::shared_ptr<JobWatch> begin(const QString &title);
    void end(const Problem &problem);
    void display(const QString &icon, const QString &text);

    std::shared_ptr<JobWatch> m_watch; ///< of what runs
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QTimer m_poll;
    BackgroundJobs m_jobs; ///< ends before the rest goes
};

} // namespace kiln
