// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/process_group.h"

#include <QElapsedTimer>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

namespace kiln {

namespace {

constexpr int pipeBytes = 1 << 20; ///< what Linux lets everybody have
// Who listens to the output works on a block at once.
constexpr qsizetype blockBytes = 1 << 16;
constexpr qint64 sliceNanoseconds = 2'000'000;

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
    connect(&m_process, &QProcess::readyReadStandardError, this, &ProcessGroup::readErrors);
    connect(&m_process, &QProcess::finished, this, &ProcessGroup::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(m_process.errorString());
    });
}

ProcessGroup::~ProcessGroup()
{
    m_process.disconnect(this);
    closePipe();
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
    const int output = openPipe();
    if (output < 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        // Through the event loop, so that a caller of start() hears of it like of any other end.
        QMetaObject::invokeMethod(
            this, [this, why] { fail(why); }, Qt::QueuedConnection);
        return;
    }
    // The channels that are ours are put in their places below.
    const bool isMerged = command.mergeChannels;
    m_process.setProcessChannelMode(isMerged ? QProcess::ForwardedChannels
                                             : QProcess::ForwardedOutputChannel);
    const pid_t parent = getpid();
    const int deathSignal = command.parentDeathSignal;
    const int inheritedDescriptor = command.inheritedDescriptor;
    // Between fork and exec: only calls that POSIX allows there.
    m_process.setChildProcessModifier([parent, deathSignal, inheritedDescriptor, output, isMerged] {
        setsid();
        prctl(PR_SET_PDEATHSIG, deathSignal);
        if (getppid() != parent)
            _exit(127);
        dup2(output, STDOUT_FILENO);
        fcntl(STDOUT_FILENO, F_SETFD, 0); // it may have been that already
        if (isMerged)
            dup2(output, STDERR_FILENO);
        if (inheritedDescriptor >= 0)
            fcntl(inheritedDescriptor, F_SETFD, 0);
    });
    m_process.start();
    ::close(output);
}

/// The end of a new pipe that the child writes to; -1, with errno set, when there can be none.
int ProcessGroup::openPipe()
{
    closePipe();
    m_end.reset();
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    m_pipe = ends[0];
    fcntl(m_pipe, F_SETFL, O_NONBLOCK);
    // A child that prints a lot goes on while this program paints; no matter if it is refused.
    fcntl(m_pipe, F_SETPIPE_SZ, pipeBytes);
    m_readable = std::make_unique<QSocketNotifier>(m_pipe, QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &ProcessGroup::read);
    return ends[1];
}

void ProcessGroup::closePipe()
{
    if (m_readable) {
        m_readable->setEnabled(false);
        // It may be the one that is just signalling.
        m_readable.release()->deleteLater();
    }
    if (m_pipe >= 0)
        ::close(m_pipe);
    m_pipe = -1;
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
    if (m_finished || m_cancelled || m_end)
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

void ProcessGroup::read()
{
    QElapsedTimer clock;
    clock.start();
    m_block.resize(blockBytes);
    while (m_pipe >= 0 && clock.nsecsElapsed() < sliceNanoseconds) {
        const ssize_t got = ::read(m_pipe, m_block.data(), std::size_t(blockBytes));
        if (got < 0 && errno == EINTR)
            continue;
        if (got > 0) {
            emit output(QByteArray(m_block.constData(), got));
            continue;
        }
        // Nothing now, or nothing ever again. Something that left the group and kept the pipe is
        // not waited for.
        if (got == 0 || errno != EAGAIN || m_end)
            closePipe();
        break;
    }
}

void ProcessGroup::readErrors()
{
    if (const QByteArray errors = m_process.readAllStandardError(); !errors.isEmpty())
        emit errorOutput(errors);
}

void ProcessGroup::finish()
{
    if (m_finished || m_end)
        return;
    m_killTimer.stop();
    // The leader is gone; nothing of the group may outlive it.
    signalGroup(SIGKILL);
    readErrors();
    ProcessEnd end;
    if (m_process.exitStatus() == QProcess::CrashExit)
        end.signal = m_process.exitCode();
    else
        end.exitCode = m_process.exitCode();
    end.cancelled = m_cancelled;
    m_end = end;
    m_group = 0;
    if (m_readable)
        m_readable->setEnabled(false);
    takeRest();
}

/// What the child printed at last may be a megabyte: that takes more than one turn, too.
void ProcessGroup::takeRest()
{
    read();
    if (m_pipe >= 0) {
        QMetaObject::invokeMethod(this, &ProcessGroup::takeRest, Qt::QueuedConnection);
        return;
    }
    m_finished = true;
    emit finished(*std::exchange(m_end, std::nullopt));
}

void ProcessGroup::fail(const QString &why)
{
    if (m_finished)
        return;
    closePipe();
    m_finished = true;
    ProcessEnd end;
    end.started = false;
    end.cancelled = m_cancelled;
    end.failure = why;
    emit finished(end);
}

} // namespace kiln
