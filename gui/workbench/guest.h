// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A machine with its log: what is on one tab, booted once or many times.
#pragma once

#include "workbench/emulator.h"
#include "workbench/log_store.h"
#include "workbench/machine.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace kiln {

/// Keeps what an image prints, from one boot to the next. GUI thread; ends its machine when it is
/// destroyed.
class Guest : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        idle,
        booting, ///< the machine was started; nothing printed yet
        running,
        paused, ///< by pause(), by a debugger, or by QEMU itself: see pauseReason()
        stopping
    };

    /// `title`: for people, to tell it from others.
    explicit Guest(QString title, QObject *parent = nullptr);
    ~Guest() override;

    /// Empties the log and boots. Ignored while running.
    void boot(const Machine &machine, const QString &image);
    /// Ends the machine; finished() follows within a second.
    void stop();
    void pause() { m_emulator.pause(); }
    void resume() { m_emulator.resume(); }
    /// Begins anew; what it printed stays.
    void reset();
    /// To the serial port.
    void write(const QByteArray &bytes);

    [[nodiscard]] QString title() const { return m_title; }
    void setTitle(const QString &title) { m_title = title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state != State::idle; }
    [[nodiscard]] LogStore *log() { return &m_log; }
    /// The image of the last boot.
    [[nodiscard]] QString image() const { return m_image; }
    /// The machine of the last boot.
    [[nodiscard]] const Machine &machine() const { return m_machine; }

    /// QEMU's word for why it stands still ("paused", "prelaunch", "io-error", …), while paused.
    [[nodiscard]] QString pauseReason() const { return m_pauseReason; }

    /// How long it may be silent before silent() is signalled, milliseconds.
    void setSilenceLimit(int milliseconds) { m_silence.setInterval(milliseconds); }

signals:
    void stateChanged(kiln::Guest::State state);
    /// The command, as a shell reads it.
    void started(const QString &command);
    void output(const QByteArray &bytes);
    /// The emulator's own words.
    void diagnostics(const QString &text);
    /// It has printed nothing for a while since it was started.
    void silent(int seconds);
    /// Comes after stateChanged(idle).
    void finished(const kiln::EmulatorResult &result);

private:
    void setState(State state);

    QString m_title;
    LogStore m_log;
    Emulator m_emulator;
    Machine m_machine;
    QString m_image;
    QTimer m_silence;
    State m_state = State::idle;
    QString m_pauseReason;
    bool m_sawOutput = false;
};

} // namespace kiln
