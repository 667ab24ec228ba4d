// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/emulator.h"

#include "workbench/boot_command.h"
#include "workbench/initrd_archive.h"
#include "workbench/qmp_channel.h"

#include <QFileInfo>

#include <csignal>

namespace kiln {

Emulator::Emulator(QObject *parent)
    : QObject(parent)
    , m_jobs(this)
{
    connect(&m_process, &ProcessGroup::started, this, [this] {
        if (m_monitor)
            m_monitor->childStarted();
    });
    connect(&m_process, &ProcessGroup::output, this, [this](const QByteArray &bytes) {
        const bool hadHalted = m_watch.halted();
        m_watch.feed(bytes);
        if (m_watch.halted() && !hadHalted)
            m_haltTimer.start();
        emit output(bytes);
    });
    connect(&m_process, &ProcessGroup::errorOutput, this, &Emulator::takeMessages);
    connect(&m_process, &ProcessGroup::finished, this, &Emulator::complete);
    // A machine without a way to power off spins for ever after the kernel's last words.
    m_haltTimer.setSingleShot(true);
    m_haltTimer.setInterval(2000);
    connect(&m_haltTimer, &QTimer::timeout, this, [this] {
        m_haltedInPlace = true;
        m_process.cancel();
    });
    // A QEMU that is busy or stuck does not hear what it is asked.
    m_quitTimer.setSingleShot(true);
    m_quitTimer.setInterval(300);
    connect(&m_quitTimer, &QTimer::timeout, &m_process, &ProcessGroup::cancel);
    // One that has said why it ends has nothing more to do, and yet can hang in its clearing up.
    m_endTimer.setSingleShot(true);
    // Disks may still be written.
    m_endTimer.setInterval(10'000);
    connect(&m_endTimer, &QTimer::timeout, this, [this] {
        m_hungAtEnd = true;
        m_process.cancel();
    });
}

Emulator::~Emulator()
{
    if (m_packing)
        *m_packing = true;
}

void Emulator::start(const Machine &machine, const QString &image)
{
    if (m_running)
        return;
    m_running = true;
    m_machine = machine.settled();
    m_image = image;
    m_clock.start();
    launch();
}

void Emulator::launch()
{
    m_watch = {};
    m_messages.clear();
    m_reported = 0;
    m_haltedInPlace = false;
    m_hungAtEnd = false;
    m_paused = false;
    m_stopped = false;
    const auto command = bootCommand(m_machine, m_image);
    if (!command)
        return fail(command.error());
    if (!m_machine.isLinuxProcess() && QFileInfo(m_machine.initrd).isDir())
        pack(*command);
    else
        run(*command);
}

void Emulator::pack(const QStringList &command)
{
    m_packing = std::make_shared<std::atomic<bool>>(false);
    const qint64 memory = qint64(m_machine.memoryMiB) << 20;
    m_jobs.run([folder = m_machine.initrd, archive = packedInitrdPath(m_image), memory,
                cancelled = m_packing] { return packInitrd(folder, archive, memory, *cancelled); },
               [this, command](const Result<InitrdArchive> &packed) {
                   m_packing.reset();
                   if (m_stopped) {
                       ProcessEnd end;
                       end.cancelled = true;
                       return complete(end);
                   }
                   if (!packed)
                       return fail(packed.error());
                   for (const QString &path : packed->skipped)
                       emit diagnostics(
                           QStringLiteral("%1 is not in the initial RAM disk: it is neither "
                                          "file, folder nor link")
                               .arg(path));
                   run(command);
               });
}

void Emulator::run(const QStringList &command)
{
    ProcessCommand process;
    process.program = command.first();
    process.arguments = command.mid(1);
    process.parentDeathSignal = SIGKILL;
    if (!m_machine.isLinuxProcess()) {
        connectMonitor();
        process.arguments += m_monitor->arguments();
        process.inheritedDescriptor = m_monitor->childDescriptor();
    }
    m_process.start(process);
    emit started(command);
}

void Emulator::write(const QByteArray &bytes)
{
    m_process.write(bytes);
}

void Emulator::connectMonitor()
{
    m_monitor = std::make_unique<QmpChannel>();
    connect(m_monitor.get(), &QmpChannel::runStateChanged, this,
            [this](const QString &state, bool running) { setPaused(!running, state); });
    connect(m_monitor.get(), &QmpChannel::failed, this, &Emulator::diagnostics);
    connect(m_monitor.get(), &QmpChannel::shutDown, this, [this] {
        if (!m_machine.extraArguments.contains(QLatin1String("-no-shutdown")))
            m_endTimer.start();
    });
}

void Emulator::setPaused(bool paused, const QString &state)
{
    // What is on its way down does not pause.
    if (m_paused == paused || m_stopped || state == QLatin1String("shutdown"))
        return;
    m_paused = paused;
    emit pausedChanged(paused, state);
}

void Emulator::stop()
{
    if (m_stopped || !m_running)
        return;
    m_stopped = true;
    if (m_packing) {
        *m_packing = true;
        return;
    }
    if (!m_monitor || !m_monitor->isReady())
        return m_process.cancel();
    m_monitor->execute("quit");
    m_quitTimer.start();
}

void Emulator::pause()
{
    if (m_monitor)
        m_monitor->execute("stop");
    else if (m_running && m_process.processId() > 0 &&
             ::kill(-pid_t(m_process.processId()), SIGSTOP) == 0)
        setPaused(true, QStringLiteral("paused"));
}

void Emulator::resume()
{
    if (m_monitor)
        m_monitor->execute("cont");
    else if (m_running && m_process.processId() > 0 &&
             ::kill(-pid_t(m_process.processId()), SIGCONT) == 0)
        setPaused(false, QStringLiteral("running"));
}

void Emulator::reset()
{
    if (!m_monitor || m_stopped)
        return;
    // What it said before is of another life.
    m_watch = {};
    m_haltTimer.stop();
    m_monitor->reset();
}

bool Emulator::isRunning() const
{
    return m_running;
}

void Emulator::takeMessages(const QByteArray &bytes)
{
    // QEMU announces the signal that ends it; whoever asked for the end knows.
    if (m_process.isCancelled() || m_stopped)
        return;
    if (m_machine.isLinuxProcess()) {
        // A program's words are the guest's, on whichever channel.
        m_watch.feed(bytes);
        emit output(bytes);
        return;
    }
    // The beginning is what explains; a device that complains for ever must not fill the memory.
    constexpr qsizetype kept = 1 << 16;
    m_messages += bytes.left(std::max<qsizetype>(0, kept - m_messages.size()));
    for (qsizetype end = 0; (end = m_messages.indexOf('\n', m_reported)) >= 0; m_reported = end + 1)
        emit diagnostics(QString::fromLocal8Bit(m_messages.mid(m_reported, end - m_reported)));
}

/// Whether QEMU gave up before the guest said anything, on a KVM that nobody insisted on. /dev/kvm
/// can be there and yet refuse what QEMU asks of it.
bool Emulator::isKvmToBlame(const ProcessEnd &end) const
{
    return !m_machine.isLinuxProcess() && m_machine.accelerator == QLatin1String("auto") &&
           effectiveAccelerator(m_machine) == QLatin1String("kvm") && end.started &&
           !end.cancelled && !m_watch.sawOutput() && (end.signal != 0 || end.exitCode == 1) &&
           !m_messages.isEmpty();
}

void Emulator::complete(const ProcessEnd &end)
{
    m_haltTimer.stop();
    m_quitTimer.stop();
    if (m_monitor)
        m_monitor->drain();
    m_endTimer.stop(); // also what draining has started
    if (isKvmToBlame(end)) {
        emit diagnostics(QStringLiteral("KVM does not work here, going on without it (TCG)"));
        m_machine.accelerator = QStringLiteral("tcg");
        return launch();
    }
    m_watch.finish();
    GuestEnd facts;
    facts.process = end;
    if (m_hungAtEnd && !m_stopped && !m_haltedInPlace) {
        // As if it had ended by itself; with a status it would have done so at once.
        facts.process.cancelled = false;
        facts.process.signal = 0;
        facts.process.exitCode = 0;
    } else {
        facts.process.cancelled = end.cancelled || m_stopped;
    }
    if (m_monitor)
        facts.shutdownReason = m_monitor->shutdownReason();
    facts.isLinuxProcess = m_machine.isLinuxProcess();
    facts.messages = QString::fromLocal8Bit(m_messages);
    facts.watch = &m_watch;
    facts.haltedInPlace = m_haltedInPlace;
    EmulatorResult result = explainEnd(facts);
    result.seconds = double(m_clock.nsecsElapsed()) / 1e9;
    m_monitor.reset();
    m_paused = false;
    m_running = false;
    emit finished(result);
}

void Emulator::fail(const Problem &problem)
{
    EmulatorResult result;
    result.exitStatus = -1;
    result.problem = problem;
    result.explanation = problem.text();
    // Through the event loop, so that a caller of start() hears of it like of any other end.
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            m_running = false;
            emit finished(result);
        },
        Qt::QueuedConnection);
}

} // namespace kiln
