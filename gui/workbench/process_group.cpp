// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/process_group.h"

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace kiln {

namespace {

constexpr int pipeBytes = 1 << 20; ///< what Linux lets everybody have

} // namespace

ProcessGroup::ProcessGroup(QObject *parent)
    : QObject(parent)
{
    m_killTimer.setSingleShot(true);
    m_killTimer.setInterval(graceMilliseconds);
    connect(&m_killTimer, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
    connect(&m_process, &QProcess::started, this, [this] {
        m_group = m_process.processId();
        emit started();
        if (m_cancelled) {
            signalGroup(SIGTERM);
            m_killTimer.start();
        }
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ProcessGroup::drain);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ProcessGroup::drain);
    connect(&m_process, &QProcess::finished, this, &ProcessGroup::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart || m_finished)
            return;
        m_finished = true;
        ProcessEnd end;
        end.started = false;
        end.cancelled = m_cancelled;
        end.failure = m_process.errorString();
        emit finished(end);
    });
}

ProcessGroup::~ProcessGroup()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_group = m_process.processId();
    signalGroup(SIGKILL);
    m_process.waitForFinished();
}

void ProcessGroup::start(const ProcessCommand &command)
{
    Q_ASSERT(m_finished);
    m_finished = false;
    m_cancelled = false;
    m_group = 0;
    m_process.setProgram(command.program);
    m_process.setArguments(command.arguments);
    m_process.setWorkingDirectory(command.workingDirectory);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!command.environment.isEmpty()) {
        environment.clear();
        for (const QString &setting : command.environment) {
            const qsizetype equals = setting.indexOf(u'=');
            environment.insert(setting.left(equals), setting.mid(equals + 1));
        }
    }
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(command.mergeChannels ? QProcess::MergedChannels
                                                          : QProcess::SeparateChannels);
    const pid_t parent = getpid();
    const int deathSignal = command.parentDeathSignal;
    const int inheritedDescriptor = command.inheritedDescriptor;
    // Between fork and exec: only calls that POSIX allows there.
    m_process.setChildProcessModifier([parent, deathSignal, inheritedDescriptor] {
        setsid();
        prctl(PR_SET_PDEATHSIG, deathSignal);
        if (getppid() != parent)
            _exit(127);
        // A child that prints a lot goes on while this program paints; no matter if it is refused.
        fcntl(STDOUT_FILENO, F_SETPIPE_SZ, pipeBytes);
        if (inheritedDescriptor >= 0)
            fcntl(inheritedDescriptor, F_SETFD, 0);
    });
    m_process.start();
}

bool ProcessGroup::isRunning() const
{
    return !m_finished;
}

qint64 ProcessGroup::processId() const
{
    return m_process.processId();
}

void ProcessGroup::write(const QByteArray &bytes)
{
    if (m_process.state() != QProcess::NotRunning)
        m_process.write(bytes);
}

void ProcessGroup::closeInput()
{
    m_process.closeWriteChannel();
}

void ProcessGroup::cancel()
{
    if (m_finished || m_cancelled)
        return;
    m_cancelled = true;
    if (m_group == 0)
        return;
    signalGroup(SIGTERM);
    m_killTimer.start();
}

void ProcessGroup::signalGroup(int number) const
{
    if (m_group > 0)
        ::kill(static_cast<pid_t>(-m_group), number);
}

void ProcessGroup::drain()
{
    const QByteArray out = m_process.readAllStandardOutput();
    if (!out.isEmpty())
        emit output(out);
    if (m_process.processChannelMode() == QProcess::MergedChannels)
        return;
    const QByteArray errors = m_process.readAllStandardError();
    if (!errors.isEmpty())
        emit errorOutput(errors);
}

void ProcessGroup::finish()
{
    if (m_finished)
        return;
    m_killTimer.stop();
    // The leader is gone; nothing of the group may outlive it.
    signalGroup(SIGKILL);
    drain();
    m_finished = true;
    ProcessEnd end;
    end.cancelled = m_cancelled;
    if (m_process.exitStatus() == QProcess::CrashExit)
        end.signal = m_process.exitCode();
    else
        end.exitCode = m_process.exitCode();
    m_group = 0;
    emit finished(end);
}

} // namespace kiln
