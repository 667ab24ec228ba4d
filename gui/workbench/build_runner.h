// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the kernel tree's own make for a project.
#pragma once

#include "workbench/build_output.h"
#include "workbench/build_settings.h"
#include "workbench/build_times.h"
#include "workbench/process_group.h"
#include "workbench/project.h"

#include <QElapsedTimer>
#include <QMetaType>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace kiln {

struct BuildRequest
{
    Project project;
    QString target = QStringLiteral("all");
    BuildSettings settings;
    int jobs = 0; ///< parallel jobs; 0: as the settings have it
    bool verbose = false;
    QStringList variables; ///< further NAME=VALUE for make's command line
};

struct BuildResult
{
    bool ok = false;
    bool cancelled = false;
    int exitCode = 0; ///< make's; -1: it never ran or was killed
    double seconds = 0;
    int steps = 0;
    int errors = 0;
    int warnings = 0;
    QString imagePath;              ///< when there is one
    qint64 imageSize = 0;           ///< bytes
    std::optional<Problem> problem; ///< the first cause, when not ok
    qint64 startedAt = 0;           ///< milliseconds since the epoch; 0: make never ran
    QVector<BuildStep> stepTimes;   ///< in the order of their lines, not measured yet
};

/// How many jobs the build runs in parallel.
[[nodiscard]] int effectiveJobs(const BuildRequest &request);

/// The make target that removes what builds have made. Without a configuration the tree can't know
/// what that is; then the whole build folder goes.
[[nodiscard]] QString cleanTarget(const Project &project);

/// The make command that builds `request`: program first. Fails when a tool is missing.
[[nodiscard]] Result<QStringList> makeCommand(const BuildRequest &request);

/// One build at a time. GUI thread.
class BuildRunner : public QObject
{
    Q_OBJECT

public:
    explicit BuildRunner(QObject *parent = nullptr);
    ~BuildRunner() override;

    /// Starts; started() or finished() follows through the event loop. Ignored while running.
    void start(const BuildRequest &request);
    /// Ends every process of the build at once; finished() follows within a second.
    void cancel();
    [[nodiscard]] bool isRunning() const;

signals:
    void started(const QStringList &command);
    /// What the build printed, unchanged.
    void output(const QByteArray &bytes);
    /// `total` is 0 while unknown: for a partial build, and for a tree that can't tell.
    void progress(int done, int total);
    /// Once for each: a warning in a header comes from every file that includes it.
    void issueFound(const kiln::BuildIssue &issue);
    void finished(const kiln::BuildResult &result);

private:
    void count();
    [[nodiscard]] bool isBundled() const;
    [[nodiscard]] int counted() const;
    void make();
    void consume(const QByteArray &bytes);
    /// Parses some of what came; the rest in later turns of the event loop.
    void slice();
    void takeIssues();
    void complete(const ProcessEnd &end);
    void fail(const Problem &problem);

    ProcessGroup m_counter; ///< asks the tree how many steps a first build takes
    ProcessGroup m_process;
    ProcessCommand m_command;
    QByteArray m_counted;            ///< what the counter printed
    QByteArray m_pending;            ///< output that is not parsed yet
    qsizetype m_parsed = 0;          ///< bytes of m_pending that are
    QTimer m_timer;                  ///< runs slice()
    std::optional<ProcessEnd> m_end; ///< make has ended; what it printed is being parsed
    BuildRequest m_request;
    BuildOutputParser m_parser;
    QElapsedTimer m_clock;
    BuildResult m_result;
    std::optional<BuildIssue> m_firstError;
    QSet<QString> m_known; ///< issues told already
    int m_total = 0;
    bool m_running = false;
};

} // namespace kiln

Q_DECLARE_METATYPE(kiln::BuildResult)
