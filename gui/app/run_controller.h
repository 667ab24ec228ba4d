// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Save, build, boot, stop: the order of things.
#pragma once

#include "workbench/build_runner.h"
#include "workbench/emulator.h"
#include "workbench/log_store.h"
#include "workbench/machine.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace kiln {

/// Runs one thing at a time for one project. Asks nobody: trust and saving are settled by the
/// caller before build() or buildAndBoot(). GUI thread.
class RunController : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        idle,
        building,
        booting, ///< QEMU was started; nothing printed yet
        running,
        stopping
    };

    explicit RunController(QObject *parent = nullptr);
    ~RunController() override;

    void setProject(const Project &project);
    /// The project's .config is another file from the next build on.
    void setConfigFile(const QString &file);
    void setMachine(const Machine &machine);
    [[nodiscard]] const Machine &machine() const { return m_machine; }

    void build();
    void buildAndBoot();
    /// Ends whatever runs.
    void stop();
    /// To the guest.
    void sendInput(const QByteArray &bytes);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state != State::idle; }
    [[nodiscard]] LogStore *logStore() { return &m_log; }
    [[nodiscard]] const std::optional<BuildResult> &lastBuild() const { return m_lastBuild; }

    /// How long a guest may be silent before silent() is signalled.
    void setSilenceLimit(int milliseconds) { m_silence.setInterval(milliseconds); }

signals:
    void stateChanged(kiln::RunController::State state);
    void buildStarted(const QString &command);
    void buildOutput(const QByteArray &bytes);
    void buildProgress(int done, int total);
    void buildIssue(const kiln::BuildIssue &issue);
    void buildFinished(const kiln::BuildResult &result);
    void guestStarted(const QString &command);
    void guestOutput(const QByteArray &bytes);
    void guestFinished(const kiln::EmulatorResult &result);
    /// QEMU's own words.
    void guestDiagnostics(const QString &text);
    /// The guest has printed nothing for a while.
    void silent(int seconds);

private:
    void setState(State state);
    void startBuild(bool boot);
    void onBuildFinished(const BuildResult &result);

    BuildRunner m_builder;
    Emulator m_emulator;
    LogStore m_log;
    Project m_project;
    Machine m_machine;
    State m_state = State::idle;
    bool m_bootAfterBuild = false;
    std::optional<BuildResult> m_lastBuild;
    QTimer m_silence;
};

} // namespace kiln
