// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Boots an image in QEMU: serial port as a byte stream both ways, and what became of the guest.
#pragma once

#include "workbench/crash_watch.h"
#include "workbench/machine.h"
#include "workbench/process_group.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QMetaType>
#include <QObject>
#include <QStringList>

#include <optional>

namespace kiln {

struct EmulatorResult
{
    int exitStatus = 0;             ///< QEMU's own exit status; -1: killed or never started
    std::optional<int> guestStatus; ///< what the guest said: 0 success
    bool crashed = false;           ///< trap, failed assertion, triple fault, QEMU died
    bool stoppedByUser = false;
    double seconds = 0;
    QString explanation;            ///< one or two sentences for a person
    std::optional<Problem> problem; ///< when QEMU could not be started or refused the image

    /// The guest ended by itself and without failure.
    [[nodiscard]] bool succeeded() const;
};

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
    QByteArray m_messages;
    QElapsedTimer m_clock;
    bool m_running = false;
};

} // namespace kiln

Q_DECLARE_METATYPE(kiln::EmulatorResult)
