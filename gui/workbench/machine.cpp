// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/machine.h"

#include "workbench/toolchain.h"

#include <QFileInfo>

#include <fcntl.h>
#include <linux/kvm.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kiln {

namespace {

const QString tcg = QStringLiteral("tcg");
const QString kvm = QStringLiteral("kvm");

/// Whether KVM is there, may be used, and runs guests on the processor: the kvm_pvm module
/// interprets guest kernel code, far slower than TCG.
bool isKvmUsable()
{
    if (QFileInfo::exists(QStringLiteral("/sys/module/kvm_pvm")))
        return false;
    const int device = ::open("/dev/kvm", O_RDWR | O_CLOEXEC);
    if (device < 0)
        return false;
    const bool usable = ::ioctl(device, KVM_GET_API_VERSION, 0) == KVM_API_VERSION;
    ::close(device);
    return usable;
}

/// One word of a guest's command line; the kernel's splitter knows double quotes.
QString guestWord(const QString &word)
{
    if (!word.isEmpty() && !word.contains(u' ') && !word.contains(u'"'))
        return word;
    QString quoted = word;
    quoted.replace(u'"', QStringLiteral("\\\""));
    return u'"' + quoted + u'"';
}

Result<void> check(const Machine &machine, const QString &image)
{
    if (machine.architecture != QLatin1String("x86_64"))
        return tl::unexpected(Problem{
            QStringLiteral("There is no machine for architecture %1").arg(machine.architecture),
            {},
            QStringLiteral("Build for x86_64.")});
    static const QStringList types{QStringLiteral("microvm"), QStringLiteral("pc"),
                                   QStringLiteral("q35")};
    if (!types.contains(machine.type))
        return tl::unexpected(
            Problem{QStringLiteral("There is no machine type %1").arg(machine.type),
                    {},
                    QStringLiteral("Choose one of: ") + types.join(QStringLiteral(", "))});
    static const QStringList accelerators{QStringLiteral("auto"), kvm, tcg};
    if (!accelerators.contains(machine.accelerator))
        return tl::unexpected(
            Problem{QStringLiteral("There is no accelerator %1").arg(machine.accelerator),
                    {},
                    QStringLiteral("Choose one of: ") + accelerators.join(QStringLiteral(", "))});
    if (machine.memoryMiB < Machine::leastMemoryMiB)
        return tl::unexpected(Problem{
            QStringLiteral("%1 MiB of memory are too few").arg(machine.memoryMiB),
            {},
            QStringLiteral("Give the machine 1 MiB or more; 64 MiB suit most applications.")});
    if (!QFileInfo(image).isFile())
        return tl::unexpected(Problem{QStringLiteral("There is no image to boot"), image,
                                      QStringLiteral("Build the application first.")});
    return {};
}

} // namespace

Machine Machine::forProject(const Project &project)
{
    Machine machine;
    // Upstream's x86_64 images need the devices of a whole PC.
    if (project.tree.kind == KernelTree::Kind::upstream)
        machine.type = QStringLiteral("q35");
    return machine;
}

QString effectiveAccelerator(const Machine &machine)
{
    if (machine.accelerator != QLatin1String("auto"))
        return machine.accelerator;
    const QString wanted = qEnvironmentVariable("KILN_ACCEL");
    if (wanted == kvm || wanted == tcg)
        return wanted;
    return isKvmUsable() ? kvm : tcg;
}

Result<QStringList> qemuCommand(const Machine &machine, const QString &image)
{
    if (auto sound = check(machine, image); !sound)
        return tl::unexpected(sound.error());
    const auto qemu = findTool(QStringLiteral("qemu-system-") + machine.architecture);
    if (!qemu)
        return tl::unexpected(qemu.error());

    const QString accelerator = effectiveAccelerator(machine);
    QString cpu = machine.cpu;
    if (cpu.isEmpty())
        cpu = accelerator == kvm ? QStringLiteral("host") : QStringLiteral("max");
    QStringList command{*qemu,
                        QStringLiteral("-machine"),
                        machine.type,
                        QStringLiteral("-accel"),
                        accelerator,
                        QStringLiteral("-cpu"),
                        cpu,
                        QStringLiteral("-m"),
                        QString::number(machine.memoryMiB),
                        QStringLiteral("-nodefaults"),
                        QStringLiteral("-no-user-config"),
                        QStringLiteral("-display"),
                        QStringLiteral("none"),
                        QStringLiteral("-no-reboot"),
                        QStringLiteral("-chardev"),
                        QStringLiteral("stdio,id=serial0,signal=off"),
                        QStringLiteral("-serial"),
                        QStringLiteral("chardev:serial0"),
                        QStringLiteral("-device"),
                        QStringLiteral("isa-debug-exit,iobase=0xf4,iosize=0x04"),
                        QStringLiteral("-kernel"),
                        image};
    if (!machine.kernelArguments.isEmpty()) {
        QStringList words;
        for (const QString &argument : machine.kernelArguments)
            words.append(guestWord(argument));
        command.append({QStringLiteral("-append"), words.join(u' ')});
    }
    return command + machine.extraArguments;
}

} // namespace kiln
