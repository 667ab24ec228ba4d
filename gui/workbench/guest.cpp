// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/guest.h"

namespace kiln {

namespace {

constexpr int silenceMilliseconds = 5000;

} // namespace

Guest::Guest(QString title, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMilliseconds);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_state == State::booting)
            emit silent(m_silence.interval() / 1000);
    });
    connect(&m_emulator, &Emulator::started, this, [this](const QStringList &command) {
        m_silence.start();
        emit started(shellQuoted(command));
    });
    connect(&m_emulator, &Emulator::output, this, [this](const QByteArray &bytes) {
        m_sawOutput = true;
        if (m_state == State::booting)
            setState(State::running);
        m_log.append(bytes);
        emit output(bytes);
    });
    connect(&m_emulator, &Emulator::pausedChanged, this, [this](bool paused, const QString &state) {
        m_pauseReason = paused ? state : QString();
        if (m_state != State::idle && m_state != State::stopping)
            setState(paused ? State::paused : m_sawOutput ? State::running : State::booting);
    });
    connect(&m_emulator, &Emulator::diagnostics, this, &Guest::diagnostics);
    connect(&m_emulator, &Emulator::finished, this, [this](const EmulatorResult &result) {
        m_silence.stop();
        m_log.finish();
        setState(State::idle);
        emit finished(result);
    });
}

Guest::~Guest()
{
    // What still runs is ended by the member's destructor; nobody here is left to be told.
    m_emulator.disconnect(this);
}

void Guest::boot(const Machine &machine, const QString &image)
{
    if (isRunning())
        return;
    m_machine = machine;
    m_image = image;
    m_log.clear();
    m_sawOutput = false;
    setState(State::booting);
    m_emulator.start(machine, image);
}

void Guest::stop()
{
    if (!isRunning())
        return;
    setState(State::stopping);
    m_emulator.stop();
}

void Guest::reset()
{
    if (!isRunning() || m_state == State::stopping)
        return;
    m_emulator.reset();
}

void Guest::write(const QByteArray &bytes)
{
    if (isRunning())
        m_emulator.write(bytes);
}

void Guest::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace kiln
