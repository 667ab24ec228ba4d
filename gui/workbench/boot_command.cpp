// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/boot_command.h"

#include "workbench/image_architecture.h"
#include "workbench/initrd_archive.h"
#include "workbench/toolchain.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSysInfo>

namespace kiln {

namespace {

/// One word of a guest's command line; the kernel's splitter knows double quotes.
QString guestWord(const QString &word)
{
    if (!word.isEmpty() && !word.contains(u' ') && !word.contains(u'"'))
        return word;
    QString quoted = word;
    quoted.replace(u'"', QStringLiteral("\\\""));
    return u'"' + quoted + u'"';
}

/// A value in one of QEMU's lists of settings, which commas separate.
QString listValue(QString value)
{
    return value.replace(u',', QStringLiteral(",,"));
}

Result<void> checkImage(const Machine &machine, const QString &image)
{
    if (!QFileInfo(image).isFile())
        return tl::unexpected(Problem{QStringLiteral("There is no image to boot"), image,
                                      QStringLiteral("Build the application first.")});
    const QString built = imageArchitecture(image);
    if (!built.isEmpty() && built != machine.architecture)
        return tl::unexpected(Problem{QStringLiteral("The image is for %1, the machine is of %2")
                                          .arg(built, machine.architecture),
                                      image,
                                      QStringLiteral("Choose a machine of %1, or build for %2.")
                                          .arg(built, machine.architecture)});
    if (machine.isLinuxProcess() && !QFileInfo(image).isExecutable())
        return tl::unexpected(Problem{QStringLiteral("The image is no program of Linux"), image,
                                      QStringLiteral("Build for the platform linuxu, or choose the "
                                                     "platform qemu.")});
    return {};
}

/// The image as a program; one for another processor in QEMU's user mode.
Result<QStringList> processCommand(const Machine &machine, const QString &image)
{
    QStringList command{QFileInfo(image).absoluteFilePath()};
    if (machine.architecture != QSysInfo::currentCpuArchitecture()) {
        const auto runner = findTool(machine.architecture == QLatin1String("arm64")
                                         ? QStringLiteral("qemu-aarch64")
                                         : QStringLiteral("qemu-x86_64"));
        if (!runner)
            return tl::unexpected(runner.error());
        command.prepend(*runner);
    }
    // Leading words of these kinds would be the platform's own.
    const QString first = machine.kernelArguments.value(0);
    if (first.startsWith(QLatin1String("linuxu.")) || first == QLatin1String("--"))
        command.append(QStringLiteral("--"));
    return command + machine.kernelArguments;
}

/// Collects arguments; devices get the transport that the machine has.
class QemuArguments
{
public:
    QemuArguments(const Machine &machine, QString program)
        : m_machine(machine)
        , m_words{std::move(program)}
    {}

    void add(const char *option, const QString &value)
    {
        m_words.append({QLatin1String(option), value});
    }
    void add(const char *option) { m_words.append(QLatin1String(option)); }

    void addProcessor()
    {
        const bool isArm = m_machine.architecture == QLatin1String("arm64");
        const QString accelerator = effectiveAccelerator(m_machine);
        QString cpu = m_machine.cpu;
        if (cpu.isEmpty())
            cpu = accelerator == QLatin1String("kvm") ? QStringLiteral("host")
                  : isArm                             ? QStringLiteral("cortex-a53")
                                                      : QStringLiteral("max");
        QString type = m_machine.type;
        if (isArm && !m_machine.gicVersion.isEmpty())
            type += QStringLiteral(",gic-version=") + m_machine.gicVersion;
        add("-machine", type);
        add("-accel", accelerator);
        add("-cpu", cpu);
        if (m_machine.cpus > 1)
            add("-smp", QString::number(m_machine.cpus));
        add("-m", QString::number(m_machine.memoryMiB));
    }

    void addConsole()
    {
        add("-nodefaults");
        add("-no-user-config");
        add("-display", QStringLiteral("none"));
        add("-no-reboot");
        add("-chardev", QStringLiteral("stdio,id=serial0,signal=off"));
        add("-serial", QStringLiteral("chardev:serial0"));
        if (m_machine.architecture == QLatin1String("x86_64"))
            add("-device", QStringLiteral("isa-debug-exit,iobase=0xf4,iosize=0x04"));
    }

    void addNetwork()
    {
        if (m_machine.network == QLatin1String("none"))
            return;
        QString backend = QStringLiteral("user,id=net0");
        if (m_machine.network == QLatin1String("tap")) {
            // Never the scripts that QEMU would run by default.
            backend = QStringLiteral("tap,id=net0,ifname=%1,script=no,downscript=no")
                          .arg(m_machine.tapInterface);
        } else {
            for (const PortForward &forward : m_machine.forwards)
                backend += QStringLiteral(",hostfwd=%1:%2:%3-:%4")
                               .arg(forward.protocol, forward.address)
                               .arg(forward.hostPort)
                               .arg(forward.guestPort);
        }
        add("-netdev", backend);
        QString device = virtio("net") + QStringLiteral(",netdev=net0");
        if (!m_machine.macAddress.isEmpty())
            device += QStringLiteral(",mac=") + m_machine.macAddress;
        add("-device", device);
    }

    void addFiles()
    {
        int number = 0;
        for (const SharedFolder &share : m_machine.shares) {
            const QString id = QStringLiteral("share%1").arg(number++);
            add("-fsdev", QStringLiteral("local,id=%1,path=%2,security_model=none%3")
                              .arg(id, listValue(share.path),
                                   share.isReadOnly ? QStringLiteral(",readonly=on") : QString()));
            add("-device",
                QStringLiteral("%1,fsdev=%2,mount_tag=%3").arg(virtio("9p"), id, share.tag));
        }
        number = 0;
        for (const BlockImage &disk : m_machine.disks) {
            const QString id = QStringLiteral("disk%1").arg(number++);
            // Raw, and a file: other formats and names could lead to other files of the host.
            add("-blockdev",
                QStringLiteral("driver=raw,node-name=%1,read-only=%2,"
                               "file.driver=file,file.filename=%3")
                    .arg(id, disk.isReadOnly ? QStringLiteral("on") : QStringLiteral("off"),
                         listValue(disk.path)));
            add("-device", QStringLiteral("%1,drive=%2").arg(virtio("blk"), id));
        }
    }

    void addImage(const QString &image)
    {
        add("-kernel", image);
        if (!m_machine.initrd.isEmpty())
            add("-initrd",
                QFileInfo(m_machine.initrd).isDir() ? packedInitrdPath(image) : m_machine.initrd);
        if (m_machine.kernelArguments.isEmpty())
            return;
        QStringList words;
        for (const QString &argument : m_machine.kernelArguments)
            words.append(guestWord(argument));
        add("-append", words.join(u' '));
    }

    void addDebugger()
    {
        if (m_machine.hasGdbStub)
            add("-gdb", QStringLiteral("tcp:127.0.0.1:%1").arg(m_machine.gdbPort));
        if (m_machine.startsPaused)
            add("-S");
    }

    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    [[nodiscard]] QString virtio(const char *kind) const
    {
        return QStringLiteral("virtio-%1-%2")
            .arg(QLatin1String(kind), m_machine.type == QLatin1String("microvm")
                                          ? QStringLiteral("device")
                                          : QStringLiteral("pci"));
    }

    const Machine &m_machine;
    QStringList m_words;
};

} // namespace

Result<QStringList> bootCommand(const Machine &described, const QString &image)
{
    const Machine machine = described.settled();
    auto command = plannedBootCommand(machine, image);
    if (!command)
        return command;
    if (const auto fits = checkImage(machine, image); !fits)
        return tl::unexpected(fits.error());
    return command;
}

Result<QStringList> plannedBootCommand(const Machine &described, const QString &image)
{
    const Machine machine = described.settled();
    if (const auto error = findError(machine))
        return tl::unexpected(error->problem);
    if (machine.isLinuxProcess())
        return processCommand(machine, image);
    const auto qemu = findTool(qemuProgram(machine.architecture));
    if (!qemu)
        return tl::unexpected(qemu.error());
    QemuArguments arguments(machine, *qemu);
    arguments.addProcessor();
    arguments.addConsole();
    arguments.addNetwork();
    arguments.addFiles();
    arguments.addDebugger();
    arguments.addImage(image);
    return arguments.words() + machine.extraArguments;
}

QString qemuProgram(const QString &architecture)
{
    return QStringLiteral("qemu-system-") + (architecture == QLatin1String("arm64")
                                                 ? QStringLiteral("aarch64")
                                                 : QStringLiteral("x86_64"));
}

Result<void> exportBootScript(const QStringList &command, const QString &path)
{
    const auto failed = [&path](const QString &why) {
        return tl::unexpected(Problem{QStringLiteral("The script could not be written: ") + why,
                                      path,
                                      QStringLiteral("Choose a place that can be written to.")});
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    const QString text = QStringLiteral("#!/bin/sh\n"
                                        "# Boots the unikernel. Ctrl-C ends it.\n"
                                        "exec %1 \"$@\"\n")
                             .arg(shellQuoted(command));
    file.write(text.toUtf8());
    if (!file.commit())
        return failed(file.errorString());
    // Whoever may read it may run it.
    QFile::Permissions permissions = QFile::permissions(path);
    if (permissions & QFile::ReadOwner)
        permissions |= QFile::ExeOwner | QFile::ExeUser;
    if (permissions & QFile::ReadGroup)
        permissions |= QFile::ExeGroup;
    if (permissions & QFile::ReadOther)
        permissions |= QFile::ExeOther;
    if (!QFile::setPermissions(path, permissions))
        return failed(QStringLiteral("it can't be made executable"));
    return {};
}

QStringList gdbCommand(const Machine &described, const QString &debugImage)
{
    const Machine machine = described.settled();
    // Debian's gdb debugs every architecture in its multiarch build only.
    const bool isForeign = machine.architecture != QSysInfo::currentCpuArchitecture();
    return {isForeign ? QStringLiteral("gdb-multiarch") : QStringLiteral("gdb"), debugImage,
            QStringLiteral("-ex"), QStringLiteral("target remote :%1").arg(machine.gdbPort)};
}

} // namespace kiln
