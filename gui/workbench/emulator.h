// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Boots an image in QEMU: serial port as a byte stream both ways, and what became of the guest.
#pragma once

#include "workbench/background_jobs.h"
#include "workbench/crash_watch.h"
#include "workbench/guest_end.h"
#include "workbench/machine.h"
#include "workbench/process_group.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <atomic>
#include <memory>

namespace kiln {

class QmpChannel;

/// One guest at a time. GUI thread. The guest never outlives this program.
class Emulator : public QObject
{
    Q_OBJECT

public:
    explicit Emulator(QObject *parent = nullptr);
    ~Emulator() override;

    /// started() or finished() follows through the event loop. Ignored while running. With
    /// accelerator "auto", a KVM that QEMU can't work with gives way to TCG: diagnostics() tells,
    /// and started() comes a second time. A folder for an initial RAM disk is packed first.
    void start(const Machine &machine, const QString &image);
    /// To the guest's serial port.
    void write(const QByteArray &bytes);
    /// Ends the machine; finished() follows within a second.
    void stop();
    /// Holds the machine, and lets it go on; pausedChanged() follows.
    void pause();
    void resume();
    /// Begins anew, as if the reset button were pressed. Not for a Linux process.
    void reset();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isPaused() const { return m_paused; }

signals:
    void started(const QStringList &command);
    /// From the guest's serial port, byte for byte.
    void output(const QByteArray &bytes);
    /// A line of QEMU's own messages.
    void diagnostics(const QString &text);
    /// The machine stands still, or goes on: asked for here or by a debugger, or because of
    /// `state`, which is QEMU's word for it ("paused", "prelaunch", "io-error", "internal-error",
    /// …).
    void pausedChanged(bool paused, const QString &state);
    void finished(const kiln::EmulatorResult &result);

private:
    void launch();
    void pack(const QStringList &command);
    void run(const QStringList &command);
    void connectMonitor();
    void setPaused(bool paused, const QString &state);
    void takeMessages(const QByteArray &bytes);
    [[nodiscard]] bool isKvmToBlame(const ProcessEnd &end) const;
    void complete(const ProcessEnd &end);
    void fail(const Problem &problem);

    Machine m_machine;
    QString m_image;
    ProcessGroup m_process;
    CrashWatch m_watch;
    std::unique_ptr<QmpChannel> m_monitor;
    QTimer m_haltTimer; ///< runs from the guest's last words on
    QTimer m_quitTimer; ///< QEMU was asked to end
    QTimer m_endTimer;  ///< QEMU said that it ends
    bool m_hungAtEnd = false;
    bool m_haltedInPlace = false;
    bool m_paused = false;
    bool m_stopped = false;   ///< stop() was called
    QByteArray m_messages;    ///< QEMU's standard error
    qsizetype m_reported = 0; ///< how much of it diagnostics() has told
    QElapsedTimer m_clock;
    bool m_running = false;
    std::shared_ptr<std::atomic<bool>> m_packing; ///< while a folder is packed; true ends that
    BackgroundJobs m_jobs;                        ///< last: goes first, and waits for the packing
};

} // namespace kiln
