// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command that boots an image in a machine, also as a shell script, and the one that debugs it.
#pragma once

#include "workbench/machine.h"

#include <QString>
#include <QStringList>

namespace kiln {

/// Program and arguments: no display, serial port on standard input and output, guest status
/// through isa-debug-exit where the machine has it. A paste into a shell works. With platform
/// linuxu it is the image itself. What the machine leaves open is settled without a project. Fails
/// when QEMU is missing, the machine makes no sense, or the image is not there or not for it.
[[nodiscard]] Result<QStringList> bootCommand(const Machine &machine, const QString &image);
/// The same for an image that is still to be built: it is not looked at.
[[nodiscard]] Result<QStringList> plannedBootCommand(const Machine &machine, const QString &image);

/// The name of QEMU's program for an architecture: "qemu-system-aarch64" for "arm64".
[[nodiscard]] QString qemuProgram(const QString &architecture);

/// Writes a shell script that runs the command, replaces itself by it, and passes arguments of its
/// own on to it; executable by whom umask allows.
Result<void> exportBootScript(const QStringList &command, const QString &path);

/// What to type to debug the guest of a machine with a gdb stub: loads symbols, attaches.
[[nodiscard]] QStringList gdbCommand(const Machine &machine, const QString &debugImage);

} // namespace kiln
