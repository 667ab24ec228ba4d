// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What became of a guest: QEMU's exit status, its last event and the guest's last words, put into
// a verdict and a sentence.
#pragma once

#include "workbench/crash_watch.h"
#include "workbench/process_group.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace kiln {

struct EmulatorResult
{
    int exitStatus = 0;             ///< of QEMU or the process; -1: killed or never started
    std::optional<int> guestStatus; ///< what the guest reported: 0 success
    bool crashed = false;           ///< trap, failed assertion, triple fault, or QEMU itself died
    bool stoppedByUser = false;
    double seconds = 0;
    QString explanation;            ///< one or two sentences for a person
    std::optional<Problem> problem; ///< when QEMU could not be started or refused the image

    /// The guest ended by itself and without failure.
    [[nodiscard]] bool succeeded() const;
};

/// The facts the verdict is made of.
struct GuestEnd
{
    ProcessEnd process;
    QString shutdownReason;      ///< of QEMU's SHUTDOWN event
    QString messages;            ///< QEMU's standard error
    bool haltedInPlace = false;  ///< the guest said that it halts, but its machine went on
    bool isLinuxProcess = false; ///< no QEMU: the image itself was run
    const CrashWatch *watch = nullptr;
};

/// A guest that fails writes its status to isa-debug-exit, and QEMU ends with `status << 1 | 1`; 1
/// is QEMU's own failure. kernel/plat/kvm/README.md has the values.
inline constexpr int guestCrashStatus = 127;
inline constexpr int guestOtherStatus = 126; ///< stands for a status that does not fit

[[nodiscard]] EmulatorResult explainEnd(const GuestEnd &end);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::EmulatorResult)
