// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The virtual machine an image boots in, and the QEMU command for it.
#pragma once

#include "workbench/problem.h"
#include "workbench/project.h"
#include "workbench/shell_words.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace kiln {

struct Machine
{
    QString architecture = QStringLiteral("x86_64");
    QString type = QStringLiteral("microvm"); ///< "microvm", "pc" or "q35"
    /// "auto" (KVM when it can be used, else TCG), "kvm" or "tcg".
    QString accelerator = QStringLiteral("auto");
    QString cpu;                 ///< QEMU's -cpu; empty: "max" under TCG, "host" under KVM
    int memoryMiB = 64;          ///< 1 and up
    QStringList kernelArguments; ///< for the application, after its name
    QStringList extraArguments;  ///< for QEMU, at the end

    /// KVM and TCG alike: memory below 1 MiB can't hold an image.
    static constexpr int leastMemoryMiB = 1;

    /// What fits the project's tree: microvm for the bundled one, q35 for upstream.
    [[nodiscard]] static Machine forProject(const Project &project);
    friend bool operator==(const Machine &, const Machine &) = default;
};

/// The accelerator a machine really gets, "kvm" or "tcg": "auto" follows the environment variable
/// KILN_ACCEL, then whether /dev/kvm can be opened and used.
[[nodiscard]] QString effectiveAccelerator(const Machine &machine);

/// Program and arguments: no display, no network, serial port on standard input and output, guest
/// status through isa-debug-exit. A paste into a shell works. Fails when QEMU is missing or the
/// machine makes no sense.
[[nodiscard]] Result<QStringList> qemuCommand(const Machine &machine, const QString &image);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::Machine)
