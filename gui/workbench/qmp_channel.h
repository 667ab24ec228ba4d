// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A QEMU Machine Protocol connection over a socket pair: what a machine does, and why it ended.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

class QSocketNotifier;

namespace kiln {

/// Speaks the little of QMP that is needed (QEMU's docs/interop/qmp-spec). GUI thread.
class QmpChannel : public QObject
{
    Q_OBJECT

public:
    /// Makes the pair; isValid() says whether that worked. Nothing depends on it but explanations.
    explicit QmpChannel(QObject *parent = nullptr);
    ~QmpChannel() override;

    [[nodiscard]] bool isValid() const { return m_ours >= 0; }
    /// The end that QEMU inherits.
    [[nodiscard]] int childDescriptor() const { return m_theirs; }
    /// QEMU's arguments for the channel; empty when it is not valid.
    [[nodiscard]] QStringList arguments() const;
    /// QEMU has started and holds its end; ours of it is closed, so that its exit ends the channel.
    void childStarted();
    /// Whether QEMU has greeted and not gone yet.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// Sends a command; it is queued in the socket, and nothing waits. An error that comes back is
    /// told by failed().
    void execute(const char *command, const QJsonObject &arguments = {});
    /// Lets the machine begin anew. A later reset by the guest itself still ends it (-no-reboot).
    void reset();
    /// Reads what is still on the way; after QEMU has exited.
    void drain();

    /// The reason of the last SHUTDOWN event: "guest-shutdown", "guest-reset", "guest-panic",
    /// "host-signal", …; empty when there was none.
    [[nodiscard]] QString shutdownReason() const { return m_shutdownReason; }

signals:
    /// QEMU's run state: "running", "paused", "prelaunch" (nothing has run yet), "io-error",
    /// "internal-error", "guest-panicked", …
    void runStateChanged(const QString &state, bool running);
    /// The machine has ended and QEMU is about to; shutdownReason() says why.
    void shutDown();
    /// QEMU refused a command.
    void failed(const QString &why);

private:
    void read();
    void take(const QByteArray &line);
    void takeEvent(const QString &name, const QJsonObject &data);
    void closeChildEnd();

    int m_ours = -1;
    int m_theirs = -1;
    QSocketNotifier *m_notifier = nullptr;
    QByteArray m_partial;
    QString m_shutdownReason;
    bool m_ready = false;
    bool m_isResetting = false; ///< a reset was asked for and has not come about
};

} // namespace kiln
