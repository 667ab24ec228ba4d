// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Boots an image in QEMU: serial port as a byte stream both ways, and what became of the guest.
#pragma once

#include "workbench/crash_watch.h"
#include "workbench/guest_end.h"
#include "workbench/machine.h"
#include "workbench/process_group.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

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

    /// started() or finished() follows through the event loop. Ignored while running.
    void start(const Machine &machine, const QString &image);
    /// To the guest's serial port.
    void write(const QByteArray &bytes);
    /// Ends QEMU; finished() follows within a second.
    void stop();
    [[nodiscard]] bool isRunning() const;

signals:
    void started(const QStringList &command);
    /// From the guest's serial port, byte for byte.
    void output(const QByteArray &bytes);
    /// QEMU's own messages.
    void diagnostics(const QString &text);
    void finished(const kiln::EmulatorResult &result);

private:
    void complete(const ProcessEnd &end);
    void fail(const Problem &problem);

    ProcessGroup m_process;
    CrashWatch m_watch;
    std::unique_ptr<QmpChannel> m_monitor;
    QByteArray m_messages;
    QElapsedTimer m_clock;
    bool m_running = false;
};

} // namespace kiln
