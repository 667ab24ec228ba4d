// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/run_controller.h"

namespace kiln {

namespace {

constexpr int silenceMilliseconds = 5000;

} // namespace

RunController::RunController(QObject *parent)
    : QObject(parent)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMilliseconds);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_state == State::booting)
            emit silent(m_silence.interval() / 1000);
    });

    connect(&m_builder, &BuildRunner::started, this,
            [this](const QStringList &command) { emit buildStarted(shellQuoted(command)); });
    connect(&m_builder, &BuildRunner::output, this, &RunController::buildOutput);
    connect(&m_builder, &BuildRunner::progress, this, &RunController::buildProgress);
    connect(&m_builder, &BuildRunner::issueFound, this, &RunController::buildIssue);
    connect(&m_builder, &BuildRunner::finished, this, &RunController::onBuildFinished);

    connect(&m_emulator, &Emulator::started, this, [this](const QStringList &command) {
        emit guestStarted(shellQuoted(command));
        m_silence.start();
    });
    connect(&m_emulator, &Emulator::output, this, [this](const QByteArray &bytes) {
        if (m_state == State::booting)
            setState(State::running);
        m_log.append(bytes);
        emit guestOutput(bytes);
    });
    connect(&m_emulator, &Emulator::diagnostics, this, &RunController::guestDiagnostics);
    connect(&m_emulator, &Emulator::finished, this, [this](const EmulatorResult &result) {
        m_silence.stop();
        m_log.finish();
        setState(State::idle);
        emit guestFinished(result);
    });
}

RunController::~RunController()
{
    // What still runs is ended by the members' destructors; nobody here is left to be told.
    m_builder.disconnect(this);
    m_emulator.disconnect(this);
}

void RunController::setProject(const Project &project)
{
    m_project = project;
    m_machine = project.isBuildable() ? Machine::forProject(project) : Machine();
    m_lastBuild.reset();
    m_log.clear();
}

void RunController::setConfigFile(const QString &file)
{
    m_project.configFile = file;
}

void RunController::setMachine(const Machine &machine)
{
    m_machine = machine;
}

void RunController::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void RunController::startBuild(bool boot)
{
    if (isBusy())
        return;
    m_bootAfterBuild = boot;
    setState(State::building);
    BuildRequest request;
    request.project = m_project;
    request.settings = loadBuildSettings(m_project.directory);
    m_builder.start(request);
}

void RunController::build()
{
    startBuild(false);
}

void RunController::buildAndBoot()
{
    startBuild(true);
}

void RunController::onBuildFinished(const BuildResult &result)
{
    m_lastBuild = result;
    const bool boot = m_bootAfterBuild && result.ok && m_state == State::building;
    if (!boot) {
        setState(State::idle);
        emit buildFinished(result);
        return;
    }
    emit buildFinished(result);
    setState(State::booting);
    m_log.clear();
    m_emulator.start(m_machine, result.imagePath);
}

void RunController::stop()
{
    if (m_builder.isRunning()) {
        setState(State::stopping);
        m_builder.cancel();
    } else if (m_emulator.isRunning()) {
        setState(State::stopping);
        m_emulator.stop();
    }
}

void RunController::sendInput(const QByteArray &bytes)
{
    if (m_emulator.isRunning())
        m_emulator.write(bytes);
}

} // namespace kiln
