// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows in the window what a RunController does.
#pragma once

#include "app/run_controller.h"
#include "workbench/background_jobs.h"
#include "workbench/build_history.h"

#include <QHash>
#include <QObject>

namespace kiln {

class GuestView;
class IssueModel;
class RunPage;
class StateBar;

/// Wires the controller to the Run page, the issue list and the status bar; gives each guest its
/// tab. All must outlive it.
class RunPresenter : public QObject
{
    Q_OBJECT

public:
    RunPresenter(RunController *runs, RunPage *page, IssueModel *issues, StateBar *bar,
                 QObject *parent = nullptr);

    /// Relative paths in messages are taken from this folder.
    void setDirectory(const QString &directory);
    /// Forgets what was shown (another project).
    void reset();
    /// Tells of the last build of an earlier session, when its image is still there.
    void recallBuild(const Project &project);

private:
    void connectBuild();
    void addGuest(Guest *guest);
    void removeGuest(Guest *guest);
    void followTabs();
    void updateActivity();
    [[nodiscard]] static QString pauseText(const Guest &guest);
    [[nodiscard]] QString debuggerHint(const Guest &guest) const;
    void showLastBuild(const BuildRecord &last);
    void onBuildFinished(const BuildResult &result);
    void onCleanFinished(const BuildResult &result);
    void onGuestFinished(const Guest *guest, const EmulatorResult &result);

    RunController *m_runs;
    RunPage *m_page;
    IssueModel *m_issues;
    StateBar *m_bar;
    QHash<const Guest *, GuestView *> m_views;
    QString m_directory;
    bool m_issueFromBuild = false;
    int m_generation = 0; ///< changes with what the bar says of builds; later answers are dropped
    BackgroundJobs m_jobs;
};

} // namespace kiln
