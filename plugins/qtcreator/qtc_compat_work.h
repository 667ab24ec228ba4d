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
#include <QUrl>

#include <type_traits>
#include <utility>

namespace kiln::creator {

#if KILN_QTC_VERSION >= 120000
/// One time that a `Part` is at its work for Qt Creator: from its begin() until it tells of the
/// end. One that Qt Creator gives up before that is told to cancel(). GUI thread.
template <typename Part>
class Turn : public Tasking::TaskAdapter<QPointer<Part>>
{
public:
    ~Turn() override
    {
        if (Part *part = *this->task(); part != nullptr && part->m_turn == this) {
            part->m_turn = nullptr;
            part->cancel();
        }
    }
    void tell(bool ok) { tell(&Turn::done, ok); }

private:
    void start() override
    {
        Part *part = *this->task();
        part->m_turn = this;
        part->begin();
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
#endif

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
        if (m_turn != nullptr)
            std::exchange(m_turn, nullptr)->tell(ok);
    }

private:
    friend Turn<BuildStepBase>;

    Tasking::GroupItem runRecipe() final
    {
        return Tasking::CustomTask<Turn<BuildStepBase>>(
            [this](QPointer<BuildStepBase> &step) { step = this; });
    }

    Turn<BuildStepBase> *m_turn = nullptr; ///< while it is run
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
    RunConfigurationBase(Owner *owner, Utils::Id id)
        : RunConfiguration(owner, id)
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

#if KILN_QTC_VERSION >= 160082
/// What runs, and tells Application Output of it. Qt Creator has a worker of its own for it, which
/// owns it. GUI thread.
class RunWorker : public QObject
{
public:
    [[nodiscard]] ProjectExplorer::RunWorker *known() const { return m_known; }

    void appendMessage(const QString &text, Utils::OutputFormat format, bool endsLine = true)
    {
        m_control->postMessage(text, format, endsLine);
    }

protected:
    explicit RunWorker(ProjectExplorer::RunControl *control)
        : m_control(control)
        , m_known(new ProjectExplorer::RunWorker(control, recipe()))
    {
        setParent(m_known);
    }

    /// reportStarted() follows, and then reportStopped(); or reportFailure().
    virtual void start() = 0;
    /// reportStopped() follows soon.
    virtual void stop() = 0;

    /// For who looks for the cause of a fault.
    void setId(const QString &id) { setObjectName(id); }
    [[nodiscard]] ProjectExplorer::RunControl *runControl() const { return m_control; }
    void reportStarted()
    {
        if (m_interface)
            emit m_interface->started();
    }
    void reportStopped() { end(true); }
    void reportFailure(const QString &text)
    {
        appendMessage(text, Utils::ErrorMessageFormat);
        end(false);
    }

private:
    friend Turn<RunWorker>;

    Tasking::Group recipe()
    {
        return {Tasking::CustomTask<Turn<RunWorker>>([this](QPointer<RunWorker> &worker) {
            worker = this;
            m_interface = ProjectExplorer::runStorage().activeStorage();
            connect(m_interface, &ProjectExplorer::RunInterface::canceled, this,
                    &RunWorker::cancel);
        })};
    }
    void begin() { start(); }
    void cancel() { stop(); }
    void end(bool ok)
    {
        if (m_turn != nullptr)
            std::exchange(m_turn, nullptr)->tell(ok);
    }

    ProjectExplorer::RunControl *m_control;
    ProjectExplorer::RunWorker *m_known;
    QPointer<ProjectExplorer::RunInterface> m_interface; ///< of its turn
    Turn<RunWorker> *m_turn = nullptr;                   ///< while it runs
};
#else
/// What runs, and tells Application Output of it. GUI thread.
using RunWorker = ProjectExplorer::RunWorker;
#endif

/// What Qt Creator has it for.
[[nodiscard]] inline ProjectExplorer::RunWorker *knownOf(ProjectExplorer::RunWorker *worker)
{
    return worker;
}
#if KILN_QTC_VERSION >= 160082
[[nodiscard]] inline ProjectExplorer::RunWorker *knownOf(RunWorker *worker)
{
    return worker->known();
}
#endif

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
    /// `producer` makes a worker for a RunControl.
    template <typename Producer>
    WorkerFactory(Producer producer, Utils::Id runMode, Utils::Id runConfiguration)
    {
        setProducer([producer = std::move(producer)](ProjectExplorer::RunControl *control) {
            return knownOf(producer(control));
        });
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

/// Has the debugger attach to the guest, which waits before its first instruction.
template <typename Parameters>
void attach(Parameters &parameters, const DebuggedGuest &guest)
{
    parameters.setStartMode(Debugger::AttachToRemoteServer);
    parameters.setCloseMode(Debugger::KillAndExitMonitorAtClose);
    parameters.setUseExtendedRemote(false);
    parameters.setUseContinueInsteadOfRun(true);
    const auto host = QStringLiteral("127.0.0.1");
#if KILN_QTC_VERSION >= 160082
    // A text is a command to pipe through there.
    QUrl stub;
    stub.setScheme(QStringLiteral("tcp"));
    stub.setHost(host);
    stub.setPort(guest.port);
    parameters.setRemoteChannel(stub);
#else
    parameters.setRemoteChannel(host, guest.port);
#endif
    if (!guest.image.isEmpty()) {
        parameters.setInferiorExecutable(guest.image);
        parameters.setSymbolFile(guest.image);
    }
}

#if KILN_QTC_VERSION >= 160082
/// Tells the user of an obstacle, instead of the debugger. GUI thread.
class Refusal : public RunWorker
{
public:
    Refusal(ProjectExplorer::RunControl *control, QString obstacle)
        : RunWorker(control)
        , m_obstacle(std::move(obstacle))
    {}

protected:
    void start() override { reportFailure(m_obstacle); }
    void stop() override { reportStopped(); }

private:
    QString m_obstacle;
};

/// Qt Creator's GDB. Owned by `control`. GUI thread.
[[nodiscard]] inline ProjectExplorer::RunWorker *debuggerOf(ProjectExplorer::RunControl *control,
                                                            const DebuggedGuest &guest)
{
    if (!guest.obstacle.isEmpty())
        return (new Refusal(control, guest.obstacle))->known();
    auto parameters = Debugger::DebuggerRunParameters::fromRunControl(control);
    parameters.setDisplayName(guest.name);
    attach(parameters, guest);
    return Debugger::createDebuggerWorker(control, parameters);
}
#else
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

/// Qt Creator's GDB. Owned by `control`. GUI thread.
[[nodiscard]] inline ProjectExplorer::RunWorker *debuggerOf(ProjectExplorer::RunControl *control,
                                                            const DebuggedGuest &guest)
{
    auto *worker = new DebuggerTool(control, guest.obstacle);
    worker->setId(QStringLiteral("Kiln.DebugWorker"));
#if KILN_QTC_VERSION >= 160000
    worker->runParameters().setDisplayName(guest.name);
    attach(worker->runParameters(), guest);
#else
    worker->setRunControlName(guest.name);
    attach(*worker, guest);
#endif
    return worker;
}
#endif

/// Attaches Qt Creator's GDB to the guest, or tells of the obstacle. Owned by `control`. GUI
/// thread.
[[nodiscard]] inline ProjectExplorer::RunWorker *debugWorker(ProjectExplorer::RunControl *control,
                                                             const DebuggedGuest &guest)
{
    ProjectExplorer::RunWorker *worker = debuggerOf(control, guest);
    worker->addStartDependency(knownOf(guest.boot));
    worker->addStopDependency(knownOf(guest.boot));
    return worker;
}

} // namespace kiln::creator
