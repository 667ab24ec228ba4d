// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A child process with everything it starts, ended as one.
#pragma once

#include "workbench/problem.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QSocketNotifier>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace kiln {

struct ProcessCommand
{
    QString program; ///< absolute path
    QStringList arguments;
    QString workingDirectory;
    QStringList environment; ///< NAME=VALUE; empty: this process's own
    /// Standard error into standard output, in order.
    bool mergeChannels = false;
    /// Sent to the child when this program ends in whatever way, kill -9 included (Linux). A make
    /// wants SIGTERM, which it passes on; an emulator SIGKILL.
    int parentDeathSignal = 9;
    /// A descriptor of this process that the child keeps under the same number; -1: none.
    int inheritedDescriptor = -1;
};

struct ProcessEnd
{
    bool started = true;
    bool cancelled = false;
    int exitCode = 0; ///< when it exited by itself
    int signal = 0;   ///< the signal that killed it; 0: none
    QString failure;  ///< why it could not be started
};

/// Runs the child in a session of its own. Its output is taken in short turns of the event loop; a
/// child that prints faster than that waits, as at a terminal. Start and keep it on a thread that
/// lives as long as the child (the GUI's): the parent death signal is tied to the thread that
/// starts it.
class ProcessGroup : public QObject
{
    Q_OBJECT

public:
    /// How long the group has between SIGTERM and SIGKILL, milliseconds.
    static constexpr int graceMilliseconds = 500;

    explicit ProcessGroup(QObject *parent = nullptr);
    /// Kills the group if it still runs.
    ~ProcessGroup() override;

    void start(const ProcessCommand &command);
    [[nodiscard]] bool isRunning() const;
    /// Whether cancel() was called in this run.
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    [[nodiscard]] qint64 processId() const;
    /// Writes to the child's standard input; bytes are queued, nothing blocks.
    void write(const QByteArray &bytes);
    void closeInput();
    /// SIGTERM to the whole group, SIGKILL after graceMilliseconds. finished() follows.
    void cancel();

signals:
    void started();
    void output(const QByteArray &bytes);
    void errorOutput(const QByteArray &bytes);
    /// Last signal of a run; all output came before.
    void finished(const kiln::ProcessEnd &end);

private:
    void signalGroup(int number) const;
    [[nodiscard]] int openPipe();
    void closePipe();
    void read();
    void readErrors();
    void finish();
    void takeRest();
    void fail(const QString &why);

    QProcess m_process;
    std::unique_ptr<QSocketNotifier> m_readable;
    QByteArray m_block;
    int m_pipe = -1;                 ///< the end we read from
    std::optional<ProcessEnd> m_end; ///< the child has ended; what it printed is still coming
    QTimer m_killTimer;
    qint64 m_group = 0;
    bool m_cancelled = false;
    bool m_finished = true;
};

} // namespace kiln
