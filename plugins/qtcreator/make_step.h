// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The build steps: what Kiln's own build runner does, told to Qt Creator.
#pragma once

#include "qtc_compat.h"

#include "workbench/background_jobs.h"
#include "workbench/build_runner.h"

#include <QPointer>
#include <QStringDecoder>

namespace kiln::creator {

class UnikernelProject;

/// Asks for trust, makes a configuration where there is none, saves unsaved options, and runs the
/// kernel tree's make. GUI thread.
class MakeStep : public BuildStepBase
{
    Q_OBJECT

public:
    enum class Kind
    {
        build,
        clean
    };

    bool init() override;

protected:
    MakeStep(ProjectExplorer::BuildStepList *list, Utils::Id id, Kind kind);

private:
    void begin() override;
    void cancel() override;
    void makeConfiguration();
    void save();
    void start();
    void take(const BuildIssue &issue);
    void complete(const BuildResult &result);
    void fail(const Problem &problem);
    void leave(bool ok);
    [[nodiscard]] UnikernelProject *unikernelProject() const;

    Kind m_kind;
    BuildRunner m_runner;
    BuildRequest m_request;
    QStringDecoder m_text{QStringDecoder::Utf8};
    bool m_isRunning = false; ///< between begin() and leave()
    bool m_hasTold = false;   ///< an error of the build is among the issues
    bool m_isGivenUp = false; ///< the runner still ends a build that was cancelled
    bool m_isDue = false;     ///< start() waits for that
    BackgroundJobs m_jobs;    ///< last: goes first
};

class BuildStep : public MakeStep
{
    Q_OBJECT

public:
    BuildStep(ProjectExplorer::BuildStepList *list, Utils::Id id)
        : MakeStep(list, id, Kind::build)
    {}
};

class CleanStep : public MakeStep
{
    Q_OBJECT

public:
    CleanStep(ProjectExplorer::BuildStepList *list, Utils::Id id)
        : MakeStep(list, id, Kind::clean)
    {}
};

class BuildStepFactory : public ProjectExplorer::BuildStepFactory
{
public:
    BuildStepFactory();
};

class CleanStepFactory : public ProjectExplorer::BuildStepFactory
{
public:
    CleanStepFactory();
};

} // namespace kiln::creator
