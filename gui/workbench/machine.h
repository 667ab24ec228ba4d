// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The machine an image boots in: a description that can be changed, compared and saved.
#pragma once

#include "workbench/problem.h"
#include "workbench/project.h"
#include "workbench/shell_words.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace kiln {

/// A port of the host that leads to one of the guest; with a network of mode user.
struct PortForward
{
    QString protocol = QStringLiteral("tcp");      ///< "tcp" or "udp"
    QString address = QStringLiteral("127.0.0.1"); ///< of the host; empty: all of them
    int hostPort = 0;                              ///< 1 to 65535
    int guestPort = 0;                             ///< 1 to 65535

    /// `[ADDRESS:]HOSTPORT:GUESTPORT[/tcp|/udp]`, as container tools have it.
    [[nodiscard]] static Result<PortForward> parse(const QString &text);
    [[nodiscard]] QString text() const;
    friend bool operator==(const PortForward &, const PortForward &) = default;
};

/// A folder of the host that the guest can mount (9P over virtio).
struct SharedFolder
{
    QString path; ///< absolute, or relative to the project
    QString tag = QStringLiteral("fs0");
    bool isReadOnly = false;

    friend bool operator==(const SharedFolder &, const SharedFolder &) = default;
};

/// A raw disk image as a virtio block device.
struct BlockImage
{
    QString path; ///< absolute, or relative to the project
    bool isReadOnly = false;

    friend bool operator==(const BlockImage &, const BlockImage &) = default;
};

struct Machine
{
    /// "qemu", "linuxu" (the image is a Linux program and is run as it is), or empty: as
    /// configured.
    QString platform;
    /// "x86_64", "arm64", or empty: as configured.
    QString architecture;
    /// QEMU's machine: "microvm", "pc", "q35", "virt"; empty: what suits tree and architecture.
    QString type;
    /// "auto" (KVM when it can be used, else TCG), "kvm" or "tcg".
    QString accelerator = QStringLiteral("auto");
    /// QEMU's -cpu; empty: "host" under KVM, else "max", of arm64 "cortex-a53".
    QString cpu;
    int cpus = 1;       ///< 1 to 255
    int memoryMiB = 64; ///< 1 and up
    QString gicVersion; ///< interrupt controller of arm64: "2", "3", "max"; empty: QEMU's choice

    QString network = QStringLiteral("none"); ///< "none", "user" or "tap"
    QString tapInterface;                     ///< name of an existing one, for "tap"
    QString macAddress;                       ///< empty: QEMU's own
    QList<PortForward> forwards;              ///< for "user"

    QList<SharedFolder> shares;
    /// Absolute, or relative to the project; empty: none. A folder is packed for each boot.
    QString initrd;
    QList<BlockImage> disks;

    QStringList kernelArguments; ///< for the application, after its name
    bool hasGdbStub = false;
    int gdbPort = 1234;         ///< on the loopback address
    bool startsPaused = false;  ///< waits for resume before the first instruction
    QStringList extraArguments; ///< for QEMU, at the end

    /// KVM and TCG alike: memory below 1 MiB can't hold an image.
    static constexpr int leastMemoryMiB = 1;
    static constexpr int mostCpus = 255;

    /// What fits the project as it is configured now: reads its .config. microvm for the bundled
    /// tree, q35 for upstream, virt for arm64.
    [[nodiscard]] static Machine forProject(const Project &project);
    /// This machine with everything that is left open settled: by the project if there is one, else
    /// as for x86_64 and the bundled tree. Relative paths become absolute ones.
    [[nodiscard]] Machine settled(const Project *project = nullptr) const;
    [[nodiscard]] bool isLinuxProcess() const { return platform == QLatin1String("linuxu"); }

    friend bool operator==(const Machine &, const Machine &) = default;
};

/// What a Machine's text members can be; for checks and for choices. Empty is not among them.
namespace machine_choices {
[[nodiscard]] const QStringList &platforms();
[[nodiscard]] const QStringList &architectures();
[[nodiscard]] QStringList types(const QString &architecture);
[[nodiscard]] const QStringList &accelerators();
[[nodiscard]] const QStringList &networks();
[[nodiscard]] const QStringList &gicVersions();
} // namespace machine_choices

/// Which member of a Machine makes no sense, and why.
struct MachineError
{
    QString member; ///< as in a machine file: "memory", "network.forward", "disks"
    Problem problem;
};

/// The first thing wrong with a settled machine that can be told without the image; looks whether
/// its files are there.
[[nodiscard]] std::optional<MachineError> findError(const Machine &machine);

/// The accelerator a machine really gets, "kvm" or "tcg": "auto" follows the environment variable
/// KILN_ACCEL, then whether /dev/kvm can be opened and used for its architecture.
[[nodiscard]] QString effectiveAccelerator(const Machine &machine);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::Machine)
