// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a log means: its test results, its boot timeline, its crashes, kept up to date.
#pragma once

#include "workbench/boot_timeline.h"
#include "workbench/crash_reader.h"
#include "workbench/test_results.h"

#include <QObject>
#include <QTimer>

namespace kiln {

class BootTimelineView;
class CrashView;
class GuestView;
class LogStore;
class LogWalker;
class TestResultsView;

/// Reads a LogStore and makes three views of it. The store must outlive it.
class InsightViews : public QObject
{
    Q_OBJECT

public:
    explicit InsightViews(LogStore *store, QObject *parent = nullptr);
    ~InsightViews() override;

    /// Adds the views to a guest's as tabs, which take them over; their titles say what they have.
    /// A crash goes to its tab when it comes, failed tests to theirs when they are all there, as
    /// long as the log or console is shown and the guest runs.
    void addTo(GuestView *guest);
    /// The image with symbols of what has printed this log.
    void setImage(const QString &path);
    /// A guest boots into this log: its image with symbols, and the file of loadBoot() that its
    /// boot is compared with.
    void begin(const QString &image, const QString &historyFile);
    /// It has ended: its boot is kept for the next one, once its log is read. The last words of one
    /// that crashed are why.
    void end(bool hasCrashed = false);
    /// Whether what comes may change the tab that is shown; off for saved logs.
    void setJumping(bool jumping) { m_jumping = jumping; }

    [[nodiscard]] const TestResults &results() const { return m_results; }
    [[nodiscard]] const BootTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] const CrashReader &crashes() const { return m_crashes; }
    [[nodiscard]] TestResultsView *testView() const { return m_testView; }
    [[nodiscard]] BootTimelineView *timelineView() const { return m_timelineView; }
    [[nodiscard]] CrashView *crashView() const { return m_crashView; }
    /// Reads and shows all there is now.
    void catchUp();

signals:
    void sourceRequested(const QString &file, int line, const QString &library);
    void recordRequested(qsizetype record);
    /// Options, by their names, without which the kernel says too little.
    void optionsWanted(const QStringList &names);

private:
    void refresh();
    void updateTitles();
    void jump();

    TestResults m_results;
    BootTimeline m_timeline;
    CrashReader m_crashes;
    LogWalker *m_walker;
    TestResultsView *m_testView;
    BootTimelineView *m_timelineView;
    CrashView *m_crashView;
    GuestView *m_guest = nullptr;
    QString m_historyFile;  ///< empty: nothing is kept
    bool m_isEnded = false; ///< and its boot still to be kept
    bool m_hasCrashed = false;
    QTimer m_refresh; ///< gathers the changes of many records
    bool m_jumping = true;
    bool m_jumpedToCrash = false;
    bool m_jumpedToTests = false;
};

} // namespace kiln
