// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fills the place "Analyse", and keeps the history of builds.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/build_history.h"
#include "workbench/library_graph.h"
#include "workbench/project.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace kiln {

class AnalysePage;
class ConfigSession;
class RunController;

/// Reads images and histories on a worker thread, when the page is looked at; records builds as
/// they end. GUI thread.
class AnalysisController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    AnalysisController(AnalysePage *page, RunController *runs, ConfigSession *session,
                       QObject *parent = nullptr);
    ~AnalysisController() override;

    void setProject(const std::optional<Project> &project);
    /// Waits until what has been started is done; its results come through the event loop.
    void wait() { m_jobs.wait(); }

signals:
    void problem(const kiln::Problem &problem);

private:
    struct Findings;

    void record(const BuildResult &result);
    /// Reads what has changed since the last time, if the page is seen.
    void refresh();
    void show(const Findings &findings);
    void compare(const QString &id);
    void check();
    [[nodiscard]] QString whyEmpty() const;

    AnalysePage *m_page;
    RunController *m_runs;
    ConfigSession *m_session;
    std::optional<Project> m_project;
    bool m_isStale = true;    ///< what the page shows is older than the project's state
    bool m_isChecked = false; ///< the options were checked, or are being checked
    int m_generation = 0;     ///< of the project; answers about another one are dropped
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< for a check under way
    BackgroundJobs m_jobs;
};

} // namespace kiln
