// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of qtc_compat.h for what goes on by itself: steps of builds, runs, debugging.
#pragma once

#include <debugger/debuggerruncontrol.h>
#include <projectexplorer/buildstep.h>
#include <projectexplorer/runconfiguration.h>
#include <projectexplorer/runcontrol.h>
#if KILN_QTC_VERSION >= 120000
#include <solutions/tasking/tasktree.h>
#endif

#include <utils/outputformat.h>

#include <QPointer>

#include <type_traits>
#include <utility>

namespace kiln::creator {

// Steps of a build.

/// A step that goes on by itself until it says that it has ended. GUI thread.
class BuildStepBase : public ProjectExplorer::BuildStep
{
protected:
    using ProjectExplorer::BuildStep::BuildStep;

    /// end() follows, from here or later.
    virtual void begin() = 0;
    /// The user wants no more of it: end() follows soon. It may begin again before that.
    virtual void cancel() = 0;

#if KILN_QTC_VERSION >= 120000
    void end(bool ok)
    {
        if (m_run != nullptr)
            std::exchange(m_run, nullptr)->tell(ok);
    }

private:
    struct Which
    {
        QPointer<BuildStepBase> step;
    };

    /// One time that the step is run.
    class Run : public Tasking::TaskAdapter<Which>
    {
    public:
        ~Run() override
        {
            if (BuildStepBase *step = task()->step; step != nullptr && step->m_run == this) {
                step->m_run = nullptr;
                step->cancel();
            }
        }
        void tell(bool ok) { tell(&Run::done, ok); }

    private:
        void start() override
        {
            task()->step->m_run = this;
            task()->step->begin();
        }
        template <typename Word>
        void tell(void (Tasking::TaskInterface::*signal)(Word), bool ok)
        {
            if constexpr (std::is_same_v<Word, bool>)
                (this->*signal)(ok);
            else
                (this->*signal)(ok ? Word::Success : Word::Error);
        }
    };

    Tasking::GroupItem runRecipe() final
    {
        return Tasking::CustomTask<Run>([this](Which &which) { which.step = this; });
    }

    Run *m_run = nullptr; ///< while it is run
#else
    void end(bool ok)
    {
        emit finished(ok);
    }

private:
    void doRun() final
    {
        begin();
    }
    void doCancel() final
    {
        cancel();
    }
#endif
};

// Runs.

/// What is run. It belongs to the project as a whole, not to one of several programs that it
/// builds, which Qt Creator wants to be told from the version on that checks it. GUI thread.
class RunConfigurationBase : public ProjectExplorer::RunConfiguration
{
protected:
    RunConfigurationBase(ProjectExplorer::Target *target, Utils::Id id)
        : RunConfiguration(target, id)
    {
        hasNoKey(this);
    }

private:
    template <typename Configuration>
    static void hasNoKey(Configuration *configuration)
    {
        if constexpr (requires { configuration->setUsesEmptyBuildKeys(); })
            configuration->setUsesEmptyBuildKeys();
    }
};

/// What runs, and tells Application Output of it. GUI thread.
using RunWorker = ProjectExplorer::RunWorker;

/// Adds a piece of a program's output, which may end within a line. GUI thread.
template <typename Worker>
void appendOutput(Worker *worker, const QString &text)
{
    if constexpr (requires { worker->appendMessage(text, Utils::StdOutFormat, false); })
        worker->appendMessage(text, Utils::StdOutFormat, false);
    else
        worker->appendMessageChunk(text, Utils::StdOutFormat);
}

/// Makes workers for runs of this kind in this mode. Registers itself while it lives. GUI thread.
class WorkerFactory : public ProjectExplorer::RunWorkerFactory
{
public:
    WorkerFactory(const WorkerCreator &producer, Utils::Id runMode, Utils::Id runConfiguration)
    {
        setProducer(producer);
        addSupportedRunMode(runMode);
        addSupportedRunConfig(runConfiguration);
    }
};

/// What GDB attaches to.
struct DebuggedGuest
{
    RunWorker *boot = nullptr; ///< has started once the port listens; runs as long as the debugger
    QString name;              ///< what the user reads
    int port = 0;              ///< of the gdb stub, of the loopback address
    Utils::FilePath image;     ///< with symbols; empty: none
    QString obstacle;          ///< why it can't be debugged; empty: it can
};

/// Qt Creator's debugger, which the user is told of an obstacle instead. GUI thread.
class DebuggerTool : public Debugger::DebuggerRunTool
{
public:
    DebuggerTool(ProjectExplorer::RunControl *control, QString obstacle)
#if KILN_QTC_VERSION >= 160000
        : DebuggerRunTool(control)
#else
        : DebuggerRunTool(control, DoNotAllowTerminal)
#endif
        , m_obstacle(std::move(obstacle))
    {}

    void start() override
    {
        if (m_obstacle.isEmpty())
            DebuggerRunTool::start();
        else
            reportFailure(m_obstacle);
    }

private:
    QString m_obstacle;
};

/// Attaches Qt Creator's GDB to the guest, which waits before its first instruction. Owned by
/// `control`. GUI thread.
[[nodiscard]] inline RunWorker *debugWorker(ProjectExplorer::RunControl *control,
                                            const DebuggedGuest &guest)
{
    auto *worker = new DebuggerTool(control, guest.obstacle);
#if KILN_QTC_VERSION >= 160000
    Debugger::DebuggerRunParameters &parameters = worker->runParameters();
    parameters.setDisplayName(guest.name);
#else
    Debugger::DebuggerRunTool &parameters = *worker;
    parameters.setRunControlName(guest.name);
#endif
    worker->setId(QStringLiteral("Kiln.DebugWorker"));
    worker->addStartDependency(guest.boot);
    worker->addStopDependency(guest.boot);
    parameters.setStartMode(Debugger::AttachToRemoteServer);
    parameters.setCloseMode(Debugger::KillAndExitMonitorAtClose);
    parameters.setUseExtendedRemote(false);
    parameters.setUseContinueInsteadOfRun(true);
    parameters.setRemoteChannel(QStringLiteral("127.0.0.1"), guest.port);
    if (!guest.image.isEmpty()) {
        parameters.setInferiorExecutable(guest.image);
        parameters.setSymbolFile(guest.image);
    }
    return worker;
}

} // namespace kiln::creator
