// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/guest_end.h"

#include <csignal>
#include <cstring>

namespace kiln {

namespace {

QString crashSentence(const CrashWatch &watch)
{
    QString text = QStringLiteral("The guest crashed: ") + watch.reason();
    if (!watch.where().isEmpty())
        text += QStringLiteral(" (%1)").arg(watch.where());
    return text + u'.';
}

/// What to do about a message of QEMU that ends the run before it starts.
QString remedyFor(const QString &messages)
{
    if (messages.contains(QLatin1String("PVH ELF Note")))
        return QStringLiteral("This image can't boot on a microvm: choose the machine q35 or pc.");
    if (messages.contains(QLatin1String("KVM"), Qt::CaseInsensitive))
        return QStringLiteral(
            "Choose the accelerator tcg (--accel tcg), or get access to /dev/kvm.");
    if (messages.contains(QLatin1String("cannot set up guest memory")))
        return QStringLiteral("Give the machine less memory.");
    if (messages.contains(QLatin1String("could not load"), Qt::CaseInsensitive) ||
        messages.contains(QLatin1String("Error loading")))
        return QStringLiteral("Build the application again; the image may be incomplete.");
    return QStringLiteral("Check the machine's settings.");
}

EmulatorResult refused(EmulatorResult result, const QString &messages)
{
    QString what = messages.trimmed();
    if (const qsizetype end = what.indexOf(u'\n'); end >= 0)
        what.truncate(end);
    result.problem =
        Problem{QStringLiteral("QEMU did not run the image: ") + what, {}, remedyFor(messages)};
    result.explanation = result.problem->text();
    return result;
}

void reported(EmulatorResult &result, int status, const CrashWatch &watch)
{
    result.guestStatus = status;
    result.crashed = result.crashed || status == guestCrashStatus;
    if (watch.crashed())
        result.explanation = crashSentence(watch);
    else if (status == guestCrashStatus && !watch.lastWords().isEmpty())
        result.explanation = QStringLiteral("The guest crashed: %1.").arg(watch.lastWords());
    else if (status == guestCrashStatus)
        result.explanation =
            QStringLiteral("The guest reported a crash. The end of its log has the "
                           "details.");
    else if (status == guestOtherStatus)
        result.explanation =
            QStringLiteral("The application ended with a status outside 0 to 125.");
    else
        result.explanation = QStringLiteral("The application ended with status %1.").arg(status);
}

void reset(EmulatorResult &result, const CrashWatch &watch)
{
    if (watch.crashed()) {
        result.explanation = crashSentence(watch);
        return;
    }
    if (watch.halted()) {
        result.explanation = QStringLiteral("The guest rebooted; the run ends there.");
        return;
    }
    result.crashed = true;
    result.explanation =
        QStringLiteral("The guest reset the machine without a word: most likely a triple fault, "
                       "that is, a fault while a fault was handled. ") +
        (watch.sawOutput()
             ? QStringLiteral(
                   "Its last lines say how far it came; a debug message level says more.")
             : QStringLiteral("It had printed nothing: check that image and machine type fit, and "
                              "give it more memory."));
}

void poweredOff(EmulatorResult &result, const CrashWatch &watch)
{
    // Upstream powers off in the same way after a crash as after success; its log tells.
    if (watch.crashed()) {
        result.explanation = crashSentence(watch);
        return;
    }
    result.guestStatus = watch.mainStatus().value_or(0);
    result.explanation = *result.guestStatus == 0
                             ? QStringLiteral("The guest powered off.")
                             : QStringLiteral("The guest powered off; main() had returned %1.")
                                   .arg(*result.guestStatus);
    if (!watch.sawOutput())
        result.explanation += QStringLiteral(" It printed nothing.");
}

/// A unikernel that is a Linux program: its exit status is the application's.
EmulatorResult processEnded(EmulatorResult result, const ProcessEnd &end, const CrashWatch &watch)
{
    result.exitStatus = end.exitCode;
    if (end.signal != 0) {
        // Nobody sends these; faults do.
        const bool isFault = end.signal == SIGSEGV || end.signal == SIGBUS ||
                             end.signal == SIGILL || end.signal == SIGFPE ||
                             end.signal == SIGABRT || end.signal == SIGTRAP;
        const QString name = QString::fromLocal8Bit(strsignal(end.signal));
        result.crashed = true;
        // As a shell has it.
        constexpr int signalBase = 128;
        result.exitStatus = isFault ? signalBase + end.signal : -1;
        if (isFault)
            result.guestStatus = guestCrashStatus;
        result.explanation =
            watch.crashed() ? crashSentence(watch)
            : isFault
                ? QStringLiteral("The unikernel crashed (signal %1, %2).").arg(end.signal).arg(name)
                : QStringLiteral("The unikernel was killed from outside (signal %1, %2).")
                      .arg(end.signal)
                      .arg(name);
        return result;
    }
    if (end.exitCode == 0) {
        poweredOff(result, watch);
        return result;
    }
    reported(result, end.exitCode, watch);
    return result;
}

} // namespace

bool EmulatorResult::succeeded() const
{
    return !problem && !stoppedByUser && !crashed && guestStatus == 0;
}

EmulatorResult explainEnd(const GuestEnd &end)
{
    static const CrashWatch silent;
    const CrashWatch &watch = end.watch != nullptr ? *end.watch : silent;
    EmulatorResult result;
    result.stoppedByUser = end.process.cancelled;
    result.crashed = watch.crashed();
    if (!end.process.started) {
        result.exitStatus = -1;
        result.problem =
            end.isLinuxProcess
                ? Problem{QStringLiteral("The image could not be started: ") + end.process.failure,
                          {},
                          QStringLiteral("Check that it is a program for this machine.")}
                : Problem{QStringLiteral("QEMU could not be started: ") + end.process.failure,
                          {},
                          QStringLiteral("Check that it works: qemu-system-x86_64 --version")};
        result.explanation = result.problem->text();
        return result;
    }
    if (end.haltedInPlace) {
        result.stoppedByUser = false;
        poweredOff(result, watch);
        if (!watch.crashed())
            result.explanation = QStringLiteral("The guest halted.");
        result.explanation +=
            QStringLiteral(" Its machine could not be switched off and was ended.");
        return result;
    }
    if (end.process.cancelled) {
        result.exitStatus = end.process.signal != 0 ? -1 : end.process.exitCode;
        result.explanation = watch.crashed() ? crashSentence(watch) + QStringLiteral(" Then it was "
                                                                                     "stopped.")
                                             : QStringLiteral("Stopped.");
        return result;
    }
    if (end.isLinuxProcess)
        return processEnded(std::move(result), end.process, watch);
    if (end.process.signal != 0) {
        result.exitStatus = -1;
        result.crashed = true;
        result.explanation = QStringLiteral("QEMU was killed from outside or died (signal %1, %2).")
                                 .arg(end.process.signal)
                                 .arg(QString::fromLocal8Bit(strsignal(end.process.signal)));
        return result;
    }
    const int status = end.process.exitCode;
    result.exitStatus = status;
    if (status == 0) {
        if (end.shutdownReason == QLatin1String("guest-reset"))
            reset(result, watch);
        else if (end.shutdownReason.startsWith(QLatin1String("host-")))
            result.explanation = QStringLiteral("QEMU was asked to end from outside.");
        else
            poweredOff(result, watch);
        return result;
    }
    if ((status & 1) != 0 && status != 1) {
        reported(result, status >> 1, watch);
        return result;
    }
    return refused(result, end.messages);
}

} // namespace kiln
