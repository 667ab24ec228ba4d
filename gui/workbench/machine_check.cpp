// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/machine.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace kiln {

namespace machine_choices {

const QStringList &platforms()
{
    static const QStringList all{QStringLiteral("qemu"), QStringLiteral("linuxu")};
    return all;
}

const QStringList &architectures()
{
    static const QStringList all{QStringLiteral("x86_64"), QStringLiteral("arm64")};
    return all;
}

QStringList types(const QString &architecture)
{
    if (architecture == QLatin1String("arm64"))
        return {QStringLiteral("virt")};
    return {QStringLiteral("microvm"), QStringLiteral("pc"), QStringLiteral("q35")};
}

const QStringList &accelerators()
{
    static const QStringList all{QStringLiteral("auto"), QStringLiteral("kvm"),
                                 QStringLiteral("tcg")};
    return all;
}

const QStringList &networks()
{
    static const QStringList all{QStringLiteral("none"), QStringLiteral("user"),
                                 QStringLiteral("tap")};
    return all;
}

const QStringList &gicVersions()
{
    static const QStringList all{QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("max")};
    return all;
}

} // namespace machine_choices

namespace {

using Finding = std::optional<MachineError>;

MachineError error(const char *member, const QString &what, const QString &remedy,
                   const QString &where = {})
{
    return {QString::fromLatin1(member), {what, where, remedy}};
}

Finding choice(const char *member, const char *noun, const QString &value,
               const QStringList &choices)
{
    if (choices.contains(value))
        return std::nullopt;
    return error(member, QStringLiteral("There is no %1 %2").arg(QLatin1String(noun), value),
                 QStringLiteral("Choose one of: ") + choices.join(QStringLiteral(", ")));
}

/// Names that QEMU splits at commas must be what they seem.
bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

Finding checkProcessor(const Machine &machine)
{
    if (auto found = choice("platform", "platform", machine.platform, machine_choices::platforms()))
        return found;
    if (!machine_choices::architectures().contains(machine.architecture))
        return error(
            "architecture",
            QStringLiteral("There is no machine for architecture %1").arg(machine.architecture),
            QStringLiteral("Build for x86_64 or arm64."));
    if (auto found = choice("type", "machine type", machine.type,
                            machine_choices::types(machine.architecture)))
        return found;
    if (auto found = choice("accelerator", "accelerator", machine.accelerator,
                            machine_choices::accelerators()))
        return found;
    if (!machine.cpu.isEmpty() && !matches(machine.cpu, "[A-Za-z0-9][A-Za-z0-9_.+=,-]*"))
        return error("cpu", QStringLiteral("“%1” is no processor of QEMU's").arg(machine.cpu),
                     QStringLiteral("Name one that qemu-system-… -cpu help lists, such as max."));
    if (machine.cpus < 1 || machine.cpus > Machine::mostCpus)
        return error("cpus", QStringLiteral("A machine can't have %1 processors").arg(machine.cpus),
                     QStringLiteral("Give it 1 to %1.").arg(Machine::mostCpus));
    if (machine.memoryMiB < Machine::leastMemoryMiB)
        return error(
            "memory", QStringLiteral("%1 MiB of memory are too few").arg(machine.memoryMiB),
            QStringLiteral("Give the machine 1 MiB or more; 64 MiB suit most applications."));
    if (!machine.gicVersion.isEmpty())
        return choice("gic", "interrupt controller version", machine.gicVersion,
                      machine_choices::gicVersions());
    return std::nullopt;
}

Finding checkNetwork(const Machine &machine)
{
    if (auto found =
            choice("network.mode", "network mode", machine.network, machine_choices::networks()))
        return found;
    const bool isTap = machine.network == QLatin1String("tap");
    // IFNAMSIZ is 16, with the final zero.
    if (isTap && !matches(machine.tapInterface, "[A-Za-z0-9_.-]{1,15}"))
        return error(
            "network.interface",
            machine.tapInterface.isEmpty()
                ? QStringLiteral("The network has no tap interface to use")
                : QStringLiteral("“%1” is no name of a network interface")
                      .arg(machine.tapInterface),
            QStringLiteral("Make one, such as: ip tuntap add tap0 mode tap, and name it."));
    if (!machine.macAddress.isEmpty() &&
        !matches(machine.macAddress, "([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}"))
        return error("network.mac",
                     QStringLiteral("“%1” is no MAC address").arg(machine.macAddress),
                     QStringLiteral("Write it as 52:54:00:12:34:56."));
    QSet<QString> taken;
    for (const PortForward &forward : machine.forwards) {
        const auto sound = PortForward::parse(forward.text());
        if (!sound)
            return MachineError{QStringLiteral("network.forward"), sound.error()};
        const QString key = QStringLiteral("%1 %2").arg(forward.hostPort).arg(forward.protocol);
        if (taken.contains(key))
            return error(
                "network.forward",
                QStringLiteral("Port %1 of the host is forwarded twice").arg(forward.hostPort),
                QStringLiteral("Choose another port of the host for one of them."));
        taken.insert(key);
    }
    return std::nullopt;
}

Finding checkFiles(const Machine &machine)
{
    QSet<QString> tags;
    for (const SharedFolder &share : machine.shares) {
        if (!QFileInfo(share.path).isDir())
            return error("shares", QStringLiteral("There is no folder to share"),
                         QStringLiteral("Make it, or share another one."), share.path);
        // The tag is at most 31 bytes in QEMU.
        if (!matches(share.tag, "[A-Za-z0-9_.-]{1,31}") || tags.contains(share.tag))
            return error("shares",
                         QStringLiteral("“%1” can't be the tag of a shared folder").arg(share.tag),
                         QStringLiteral("Use 1 to 31 letters and digits, others for each folder."));
        tags.insert(share.tag);
    }
    const QFileInfo initrd(machine.initrd);
    if (!machine.initrd.isEmpty() && !initrd.isFile() && !initrd.isDir())
        return error("initrd", QStringLiteral("There is no such initial RAM disk"),
                     QStringLiteral("Make the file, or name another one or a folder."),
                     machine.initrd);
    for (const BlockImage &disk : machine.disks) {
        if (!QFileInfo(disk.path).isFile())
            return error("disks", QStringLiteral("There is no such disk image"),
                         QStringLiteral("Make the file, such as with: truncate -s 16M FILE."),
                         disk.path);
    }
    return std::nullopt;
}

bool isPort(int number)
{
    return number >= 1 && number <= 65535;
}

} // namespace

Result<PortForward> PortForward::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^\s*(?:(\d+\.\d+\.\d+\.\d+|\*)?:)?(\d{1,5}):(\d{1,5})(?:/(tcp|udp))?\s*$)"));
    const auto match = form.match(text);
    PortForward forward;
    forward.hostPort = match.captured(2).toInt();
    forward.guestPort = match.captured(3).toInt();
    if (const QString protocol = match.captured(4); !protocol.isEmpty())
        forward.protocol = protocol;
    QString address = match.captured(1);
    if (address == QLatin1String("*"))
        forward.address.clear();
    else if (!address.isEmpty())
        forward.address = address;
    bool isAddress = true;
    for (const QString &part : forward.address.split(u'.', Qt::SkipEmptyParts))
        isAddress = isAddress && part.toInt() <= 255;
    if (!match.hasMatch() || !isPort(forward.hostPort) || !isPort(forward.guestPort) || !isAddress)
        return tl::unexpected(
            Problem{QStringLiteral("“%1” is no port forward").arg(text),
                    {},
                    QStringLiteral("Write [ADDRESS:]HOSTPORT:GUESTPORT[/udp], such as 8080:80.")});
    return forward;
}

QString PortForward::text() const
{
    const PortForward usual;
    QString text;
    if (address.isEmpty())
        text = QStringLiteral("*:");
    else if (address != usual.address)
        text = address + u':';
    text += QStringLiteral("%1:%2").arg(hostPort).arg(guestPort);
    if (protocol != usual.protocol)
        text += u'/' + protocol;
    return text;
}

std::optional<MachineError> findError(const Machine &machine)
{
    if (auto found = checkProcessor(machine))
        return found;
    if (machine.isLinuxProcess())
        return std::nullopt;
    if (auto found = checkNetwork(machine))
        return found;
    if (auto found = checkFiles(machine))
        return found;
    if (machine.hasGdbStub && !isPort(machine.gdbPort))
        return error("gdb.port", QStringLiteral("%1 is no port").arg(machine.gdbPort),
                     QStringLiteral("Choose one from 1 to 65535, such as 1234."));
    return std::nullopt;
}

} // namespace kiln
