// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/machine_options.h"

#include "workbench/kraftfile.h"
#include "workbench/machine_file.h"
#include "workbench/project_machine.h"
#include "workbench/project_targets.h"

#include <QFileInfo>

namespace kiln::cli {

namespace {

struct Option
{
    const char *name;
    const char *description;
    const char *value; ///< null: it has none
};

// In the order of --help.
constexpr Option options[] = {
    {"machine",
     "Machine type (microvm, pc, q35, virt), or a file that describes the machine in place of "
     "the project's .kiln/machine.yaml or Kraftfile.",
     "TYPE|FILE"},
    {"platform", "qemu, or linuxu: the image is a Linux program.", "PLATFORM"},
    {"guest-arch", "Architecture of the machine: x86_64 or arm64.", "ARCH"},
    {"memory", "Memory in MiB (default: 64).", "MIB"},
    {"cpus", "Number of processors (default: 1).", "N"},
    {"cpu", "QEMU's name of the processor.", "NAME"},
    {"gic", "Version of the interrupt controller of arm64: 2, 3 or max.", "VERSION"},
    {"accel", "auto, kvm or tcg (default: auto; KILN_ACCEL overrides that).", "ACCEL"},
    {"network", "none (default), user, or tap:INTERFACE.", "MODE"},
    {"forward",
     "Port of this computer that leads to one of the guest: [ADDRESS:]PORT:GUESTPORT[/udp]; with "
     "network user, which it chooses. Several times.",
     "PORTS"},
    {"share", "Folder that the guest can mount, by its tag: FOLDER[:TAG]. Several times.",
     "FOLDER"},
    {"initrd", "Initial RAM disk: a CPIO archive, or a folder, which is packed.", "FILE"},
    {"disk", "Raw disk image; with :ro at its end it is only read. Several times.", "FILE[:ro]"},
    {"gdb", "Let GDB attach at this port of the loopback address; says how.", "PORT"},
    {"paused", "Wait for GDB before the first instruction.", nullptr},
    {"arg", "Argument for the application; several times, or all after “--”.", "ARG"},
    {"qemu-arg", "Argument for QEMU; several times.", "ARG"},
};

QString absolute(const QString &path)
{
    return QFileInfo(path).absoluteFilePath();
}

bool takeBase(Machine &machine, const CommandLine &line, const Project &project, Console &console)
{
    const QString named = line.value(QStringLiteral("machine"));
    const bool isType = machine_choices::types(QStringLiteral("x86_64")).contains(named) ||
                        machine_choices::types(QStringLiteral("arm64")).contains(named);
    // A word without a path is a type, perhaps a misspelt one.
    if (!named.isEmpty() && !isType && (named.contains(u'/') || named.contains(u'.'))) {
        const auto read = readMachineFile(absolute(named));
        if (!read) {
            console.complain(read.error());
            return false;
        }
        machine = *read;
        return true;
    }
    const ProjectMachine found = machineOfProject(project);
    if (found.problem) {
        console.complain(*found.problem);
        return false;
    }
    for (const QString &note : found.notes)
        console.note(note);
    machine = found.machine;
    if (!named.isEmpty())
        machine.type = named;
    return true;
}

bool takeTarget(Machine &machine, const CommandLine &line, const Project &project, Console &console)
{
    if (!line.isSet(QStringLiteral("target")))
        return true;
    const auto target = findTarget(project.directory, line.value(QStringLiteral("target")));
    if (!target) {
        console.complain(target.error());
        return false;
    }
    const auto file = readKraftfile(findKraftfile(project.directory));
    if (!file) {
        console.complain(file.error());
        return false;
    }
    if (!target->written.isBootable()) {
        QStringList names;
        for (const KraftTarget &each : file->targets) {
            if (each.isBootable())
                names.append(each.text());
        }
        console.complain(
            {QStringLiteral("Kiln has no machine for %1").arg(target->written.text()),
             target->written.place,
             names.isEmpty()
                 ? QStringLiteral("It boots qemu, kvm and linuxu on x86_64 and arm64.")
                 : QStringLiteral("Choose one of: ") + names.join(QStringLiteral(", "))});
        return false;
    }
    const Machine wanted = file->machine(&target->written);
    machine.platform = wanted.platform;
    machine.architecture = wanted.architecture;
    return true;
}

bool takeNumbers(Machine &machine, const CommandLine &line, Console &console)
{
    const auto memory = line.number(QStringLiteral("memory"), machine.memoryMiB, console);
    const auto cpus = line.number(QStringLiteral("cpus"), machine.cpus, console);
    const auto port = line.number(QStringLiteral("gdb"), machine.gdbPort, console);
    if (!memory || !cpus || !port)
        return false;
    machine.memoryMiB = *memory;
    machine.cpus = *cpus;
    machine.gdbPort = *port;
    machine.hasGdbStub = machine.hasGdbStub || line.isSet(QStringLiteral("gdb"));
    machine.startsPaused = machine.startsPaused || line.isSet(QStringLiteral("paused"));
    return true;
}

bool takeNetwork(Machine &machine, const CommandLine &line, Console &console)
{
    if (line.isSet(QStringLiteral("network"))) {
        const QString mode = line.value(QStringLiteral("network"));
        const qsizetype colon = mode.indexOf(u':');
        machine.network = mode.left(colon);
        machine.tapInterface = colon < 0 ? QString() : mode.mid(colon + 1);
        machine.forwards.clear();
    }
    for (const QString &text : line.values(QStringLiteral("forward"))) {
        const auto forward = PortForward::parse(text);
        if (!forward) {
            console.complain(forward.error());
            return false;
        }
        machine.network = QStringLiteral("user");
        machine.forwards.append(*forward);
    }
    return true;
}

void takeFiles(Machine &machine, const CommandLine &line)
{
    for (const QString &text : line.values(QStringLiteral("share"))) {
        const qsizetype colon = text.lastIndexOf(u':');
        SharedFolder share;
        share.path = absolute(text.left(colon));
        share.tag =
            colon < 0 ? QStringLiteral("fs%1").arg(machine.shares.size()) : text.mid(colon + 1);
        machine.shares.append(share);
    }
    for (QString path : line.values(QStringLiteral("disk"))) {
        // A file of that very name comes first.
        const bool isReadOnly = path.endsWith(QLatin1String(":ro")) && !QFileInfo::exists(path);
        if (isReadOnly)
            path.chop(3);
        machine.disks.append({absolute(path), isReadOnly});
    }
    if (line.isSet(QStringLiteral("initrd")))
        machine.initrd = absolute(line.value(QStringLiteral("initrd")));
}

} // namespace

void addMachineOptions(CommandLine &line)
{
    for (const Option &each : options) {
        QCommandLineOption option(QLatin1String(each.name), QString::fromUtf8(each.description));
        if (each.value != nullptr)
            option.setValueName(QLatin1String(each.value));
        line.add(option);
    }
}

std::optional<Machine> readMachineOptions(const CommandLine &line, const Project &project,
                                          Console &console)
{
    Machine machine;
    if (!takeBase(machine, line, project, console) ||
        !takeTarget(machine, line, project, console) || !takeNumbers(machine, line, console) ||
        !takeNetwork(machine, line, console))
        return std::nullopt;
    const auto take = [&line](QString &member, const char *option) {
        if (line.isSet(QLatin1String(option)))
            member = line.value(QLatin1String(option));
    };
    take(machine.platform, "platform");
    take(machine.architecture, "guest-arch");
    take(machine.cpu, "cpu");
    take(machine.gicVersion, "gic");
    take(machine.accelerator, "accel");
    takeFiles(machine, line);
    if (const QStringList words = line.values(QStringLiteral("arg")) + line.afterDashes();
        !words.isEmpty())
        machine.kernelArguments = words;
    machine.extraArguments += line.values(QStringLiteral("qemu-arg"));
    if (const auto error = findError(machine.settled(&project))) {
        console.complain(error->problem);
        return std::nullopt;
    }
    return machine;
}

} // namespace kiln::cli
