// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/machine.h"

#include "workbench/dot_config.h"

#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

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

} // namespace

Machine Machine::forProject(const Project &project)
{
    return Machine().settled(&project);
}

Machine Machine::settled(const Project *project) const
{
    Machine machine = *this;
    const bool known = project != nullptr && project->isBuildable();
    if (machine.platform.isEmpty() || machine.architecture.isEmpty()) {
        const auto values = known
                                ? readDotConfig(project->configFile, {QStringLiteral("PLAT_LINUXU"),
                                                                      QStringLiteral("PLAT_KVM"),
                                                                      QStringLiteral("UK_ARCH")})
                                : QHash<QString, QString>();
        if (machine.platform.isEmpty())
            machine.platform =
                values.value(QStringLiteral("PLAT_LINUXU")) == QLatin1String("y") &&
                        values.value(QStringLiteral("PLAT_KVM")) != QLatin1String("y")
                    ? QStringLiteral("linuxu")
                    : QStringLiteral("qemu");
        const QString configured = values.value(QStringLiteral("UK_ARCH"));
        if (machine.architecture.isEmpty())
            machine.architecture = machine_choices::architectures().contains(configured)
                                       ? configured
                                       : QStringLiteral("x86_64");
    }
    if (machine.type.isEmpty()) {
        // Upstream's x86_64 images need the devices of a whole PC.
        const bool isUpstream = known && project->tree.kind == KernelTree::Kind::upstream;
        machine.type = machine.architecture == QLatin1String("arm64") ? QStringLiteral("virt")
                       : isUpstream                                   ? QStringLiteral("q35")
                                                                      : QStringLiteral("microvm");
    }
    if (!known)
        return machine;
    const QDir folder(project->directory);
    const auto place = [&folder](QString &path) {
        if (!path.isEmpty())
            path = QDir::cleanPath(folder.absoluteFilePath(path));
    };
    place(machine.initrd);
    for (SharedFolder &share : machine.shares)
        place(share.path);
    for (BlockImage &disk : machine.disks)
        place(disk.path);
    return machine;
}

QString effectiveAccelerator(const Machine &machine)
{
    if (machine.accelerator != QLatin1String("auto"))
        return machine.accelerator;
    const QString wanted = qEnvironmentVariable("KILN_ACCEL");
    if (wanted == kvm || wanted == tcg)
        return wanted;
    // KVM runs guests of the host's own kind only.
    if (!machine.architecture.isEmpty() &&
        machine.architecture != QSysInfo::currentCpuArchitecture())
        return tcg;
    return isKvmUsable() ? kvm : tcg;
}

} // namespace kiln
