// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unikernel_run.h"

#include "ids.h"
#include "log_pane.h"
#include "text.h"
#include "unikernel_build_configuration.h"

#include "workbench/project_machine.h"
#include "workbench/trust_store.h"

#include <projectexplorer/project.h>
#include <projectexplorer/target.h>
#include <utils/outputformat.h>

#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace kiln::creator {

using namespace ProjectExplorer;

UnikernelRunConfiguration::UnikernelRunConfiguration(Owner *owner, Utils::Id id)
    : RunConfigurationBase(owner, id)
{
    setDefaultDisplayName(Text::tr("Boot in QEMU"));
}

UnikernelRunConfigurationFactory::UnikernelRunConfigurationFactory()
    : FixedRunConfigurationFactory(Text::tr("Boot in QEMU"))
{
    registerRunConfiguration<UnikernelRunConfiguration>(ids::runConfiguration);
    addSupportedProjectType(ids::project);
}

BootWorker::BootWorker(RunControl *control, LogPane *pane)
    : RunWorker(control)
    , m_pane(pane)
{
    setId(QStringLiteral("Kiln.BootWorker"));
}

BootWorker::~BootWorker()
{
    if (m_guest) {
        m_guest->disconnect(this);
        m_guest->stop();
    }
}

void BootWorker::start()
{
    m_hasStarted = m_hasPrinted = m_hasEnded = false; // it may be another time
    const auto *configuration = qobject_cast<UnikernelBuildConfiguration *>(
        runControl()->target()->activeBuildConfiguration());
    if (configuration == nullptr)
        return reportFailure(
            Text::tr("There is no build configuration. Add one in Projects mode."));
    const auto application = openApplication(runControl()->project()->projectDirectory().path(),
                                             configuration->request());
    if (!application)
        return reportFailure(application.error().text());
    if (!TrustStore().isTrusted(*application))
        return reportFailure(
            Text::tr(
                "%1: The application is not trusted, so it was not booted. Build it, and trust "
                "its folders if you know where they come from.")
                .arg(application->directory));
    const ProjectMachine found = machineOfProject(*application);
    if (found.problem)
        appendMessage(found.problem->text(), Utils::ErrorMessageFormat);
    Machine machine = found.machine.settled(&*application);
    if (m_debuggerPort > 0) {
        machine.hasGdbStub = true;
        machine.gdbPort = m_debuggerPort;
        machine.startsPaused = true;
    }
    const QString image = application->imagePath(machine.architecture);
    if (!QFileInfo(image).isFile())
        return reportFailure(
            Text::tr("%1: There is no such image. Build the application first.").arg(image));
    m_guest = m_pane->guestFor(*application);
    follow(m_guest);
    m_guest->boot(machine, image);
}

void BootWorker::follow(Guest *guest)
{
    connect(guest, &Guest::started, this, [this](const QString &command) {
        appendMessage(command, Utils::NormalMessageFormat);
        if (m_debuggerPort == 0)
            tellStarted();
    });
    connect(guest, &Guest::stateChanged, this, [this](Guest::State state) {
        // QEMU answers on its monitor once it listens for the debugger, too.
        if (m_debuggerPort > 0 && state == Guest::State::paused)
            tellStarted();
    });
    connect(guest, &Guest::output, this, [this](const QByteArray &bytes) {
        QString text = m_text.decode(bytes);
        text.remove(u'\r');
        appendOutput(this, text);
        if (!std::exchange(m_hasPrinted, true))
            show();
    });
    connect(guest, &Guest::diagnostics, this,
            [this](const QString &text) { appendMessage(text, Utils::StdErrFormat); });
    connect(guest, &Guest::finished, this, &BootWorker::tell);
}

void BootWorker::tellStarted()
{
    if (std::exchange(m_hasStarted, true))
        return;
    reportStarted();
    show();
}

/// Application Output comes up by itself, when it gets its first line. The log says the same, and
/// more.
void BootWorker::show()
{
    QTimer::singleShot(0, m_pane, [pane = m_pane, guest = m_guest] {
        if (guest)
            pane->show(guest);
    });
}

void BootWorker::tell(const EmulatorResult &result)
{
    m_hasEnded = true;
    // The guest may boot again, for another run.
    m_guest->disconnect(this);
    m_guest = nullptr;
    if (result.problem && !m_hasStarted)
        return reportFailure(result.problem->text());
    if (!result.explanation.isEmpty())
        appendMessage(result.explanation, result.succeeded() || result.stoppedByUser
                                              ? Utils::NormalMessageFormat
                                              : Utils::ErrorMessageFormat);
    reportStopped();
}

void BootWorker::stop()
{
    if (m_guest && !m_hasEnded)
        m_guest->stop();
    else
        reportStopped();
}

} // namespace kiln::creator
