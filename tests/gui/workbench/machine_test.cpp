// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/boot_command.h"
#include "workbench/image_architecture.h"

#include "fixture.h"

#include <QProcess>

using namespace kiln;

namespace {

Machine emulated()
{
    Machine machine;
    machine.accelerator = QStringLiteral("tcg");
    return machine;
}

/// The words after an option, as often as it is there.
QStringList after(const QStringList &command, const char *option)
{
    QStringList values;
    for (qsizetype i = 0; i + 1 < command.size(); ++i) {
        if (command[i] == QLatin1String(option))
            values.append(command[i + 1]);
    }
    return values;
}

} // namespace

class MachineTest : public QObject
{
    Q_OBJECT

private slots:
    void command()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("app/guest.sh"));
        Machine machine = emulated();
        machine.memoryMiB = 32;
        machine.kernelArguments = {QStringLiteral("-v"), QStringLiteral("two words")};
        machine.extraArguments = {QStringLiteral("-s")};
        const auto command = bootCommand(machine, image);
        QVERIFY(command);
        QVERIFY(command->first().endsWith(QStringLiteral("/bin/qemu-system-x86_64")));
        QCOMPARE(after(*command, "-machine"), QStringList{QStringLiteral("microvm")});
        QCOMPARE(after(*command, "-accel"), QStringList{QStringLiteral("tcg")});
        QCOMPARE(after(*command, "-m"), QStringList{QStringLiteral("32")});
        QCOMPARE(after(*command, "-kernel"), QStringList{image});
        QCOMPARE(after(*command, "-append"), QStringList{QStringLiteral("-v \"two words\"")});
        QCOMPARE(command->last(), QStringLiteral("-s"));
        QVERIFY(command->contains(QStringLiteral("-no-reboot")));
        QVERIFY(!command->contains(QStringLiteral("-smp")) &&
                !command->contains(QStringLiteral("-netdev")));
    }

    void everyDevice()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("app/guest.sh"));
        const QString odd = workspace.path(QStringLiteral("a,b.img"));
        QVERIFY(test::writeFile(odd, QByteArray(512, '\0')));
        Machine machine = emulated();
        machine.type = QStringLiteral("q35");
        machine.cpus = 3;
        machine.network = QStringLiteral("user");
        machine.macAddress = QStringLiteral("52:54:00:00:00:01");
        machine.forwards = {PortForward::parse(QStringLiteral("8080:80")).value(),
                            PortForward::parse(QStringLiteral("*:53:53/udp")).value()};
        machine.shares = {{workspace.app(), QStringLiteral("fs0"), true}};
        machine.initrd = image;
        machine.disks = {{odd, false}};
        machine.hasGdbStub = true;
        machine.gdbPort = 4321;
        machine.startsPaused = true;
        auto command = bootCommand(machine, image);
        QVERIFY2(command, qPrintable(command ? QString() : command.error().text()));
        QCOMPARE(after(*command, "-smp"), QStringList{QStringLiteral("3")});
        QCOMPARE(after(*command, "-netdev"),
                 QStringList{QStringLiteral(
                     "user,id=net0,hostfwd=tcp:127.0.0.1:8080-:80,hostfwd=udp::53-:53")});
        QCOMPARE(after(*command, "-fsdev"),
                 QStringList{QStringLiteral("local,id=share0,path=%1,security_model=none,"
                                            "readonly=on")
                                 .arg(workspace.app())});
        QCOMPARE(after(*command, "-initrd"), QStringList{image});
        QVERIFY(after(*command, "-blockdev").value(0).endsWith(QStringLiteral("/a,,b.img")));
        QCOMPARE(after(*command, "-gdb"), QStringList{QStringLiteral("tcp:127.0.0.1:4321")});
        QVERIFY(command->contains(QStringLiteral("-S")));
        const QStringList devices = after(*command, "-device");
        QVERIFY(
            devices.contains(QStringLiteral("virtio-net-pci,netdev=net0,mac=52:54:00:00:00:01")));
        QVERIFY(devices.contains(QStringLiteral("virtio-9p-pci,fsdev=share0,mount_tag=fs0")));
        QVERIFY(devices.contains(QStringLiteral("virtio-blk-pci,drive=disk0")));

        // A microvm has no PCI.
        machine.type = QStringLiteral("microvm");
        command = bootCommand(machine, image);
        QVERIFY(command && command->join(u' ').contains(QStringLiteral("virtio-blk-device")));
        QVERIFY(!command->join(u' ').contains(QStringLiteral("-pci")));

        // A tap never runs the scripts that QEMU would run by itself.
        machine.network = QStringLiteral("tap");
        machine.tapInterface = QStringLiteral("tap7");
        command = bootCommand(machine, image);
        QVERIFY(command);
        QCOMPARE(after(*command, "-netdev"),
                 QStringList{QStringLiteral("tap,id=net0,ifname=tap7,script=no,downscript=no")});
    }

    /// The real QEMU takes what is made for it; it is asked for its devices and ends.
    void qemuTakesIt_data()
    {
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<QString>("type");
        QTest::newRow("microvm") << QStringLiteral("x86_64") << QStringLiteral("microvm");
        QTest::newRow("pc") << QStringLiteral("x86_64") << QStringLiteral("pc");
        QTest::newRow("q35") << QStringLiteral("x86_64") << QStringLiteral("q35");
        QTest::newRow("virt") << QStringLiteral("arm64") << QStringLiteral("virt");
    }
    void qemuTakesIt()
    {
        QFETCH(const QString, architecture);
        QFETCH(const QString, type);
        const QByteArray path = qgetenv("PATH");
        const test::Workspace workspace;
        qputenv("PATH", path); // without the fixture's fake
        Machine machine = emulated();
        machine.architecture = architecture;
        machine.type = type;
        machine.cpus = 2;
        machine.network = QStringLiteral("user");
        machine.shares = {{workspace.app(), QStringLiteral("fs0"), false}};
        const QString disk = workspace.path(QStringLiteral("a, b.img"));
        QVERIFY(test::writeFile(disk, QByteArray(1 << 16, '\0')));
        machine.disks = {{disk, true}};
        if (architecture == QLatin1String("arm64"))
            machine.gicVersion = QStringLiteral("3");
        // Paused, so that nothing of what is no image is run.
        machine.startsPaused = true;
        auto command = bootCommand(machine, workspace.path(QStringLiteral("app/guest.sh")));
        QVERIFY2(command, qPrintable(command ? QString() : command.error().text()));
        const qsizetype kernel = command->indexOf(QStringLiteral("-kernel"));
        command->remove(kernel, 2);
        command->append({QStringLiteral("-monitor"), QStringLiteral("chardev:serial0")});
        const qsizetype serial = command->indexOf(QStringLiteral("-serial"));
        command->remove(serial, 2);
        QProcess qemu;
        qemu.setProcessChannelMode(QProcess::MergedChannels);
        qemu.start(command->first(), command->mid(1));
        QVERIFY(qemu.waitForStarted());
        qemu.write("info block\ninfo network\ninfo cpus\nquit\n");
        QVERIFY(qemu.waitForFinished(20'000));
        const QByteArray said = qemu.readAll();
        QVERIFY2(qemu.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("disk0: ") && said.contains("a, b.img (raw, read-only)"),
                 said.constData());
        QVERIFY2(said.contains("net0: ") && said.contains("CPU #1"), said.constData());
    }

    void arm64()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("app/guest.sh"));
        Machine machine = emulated();
        machine.architecture = QStringLiteral("arm64");
        machine.gicVersion = QStringLiteral("3");
        const auto command = bootCommand(machine, image);
        QVERIFY2(command, qPrintable(command ? QString() : command.error().text()));
        QVERIFY(command->first().endsWith(QStringLiteral("/qemu-system-aarch64")));
        QCOMPARE(after(*command, "-machine"), QStringList{QStringLiteral("virt,gic-version=3")});
        QCOMPARE(after(*command, "-cpu"), QStringList{QStringLiteral("cortex-a53")});
        QVERIFY(!command->join(u' ').contains(QStringLiteral("isa-debug-exit")));
    }

    void imageMustFit()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("image"));
        QByteArray header(64, '\0');
        header.replace(56, 4, "ARM\x64");
        QVERIFY(test::writeFile(image, header));
        QCOMPARE(imageArchitecture(image), QStringLiteral("arm64"));
        const auto command = bootCommand(emulated(), image);
        QVERIFY(!command);
        QCOMPARE(command.error().what,
                 QStringLiteral("The image is for arm64, the machine is of x86_64"));
        QCOMPARE(command.error().where, image);
        // This very program is the oracle.
        QCOMPARE(imageArchitecture(QCoreApplication::applicationFilePath()),
                 QSysInfo::currentCpuArchitecture());
        QCOMPARE(imageArchitecture(workspace.app() + QStringLiteral("/guest.sh")), QString());
    }

    void linuxProcess()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("unikernel"));
        QVERIFY(test::writeFile(image, "#!/bin/sh\n"));
        Machine machine;
        machine.platform = QStringLiteral("linuxu");
        machine.kernelArguments = {QStringLiteral("a b")};
        const auto refused = bootCommand(machine, image);
        QVERIFY(!refused && refused.error().what.contains(QStringLiteral("no program")));
        QVERIFY(QFile::setPermissions(image, QFile::ReadOwner | QFile::ExeOwner));
        const auto command = bootCommand(machine, image);
        QVERIFY(command);
        QCOMPARE(*command, QStringList({image, QStringLiteral("a b")}));
        // What the platform would take for its own is kept for the application.
        machine.kernelArguments = {QStringLiteral("linuxu.heap_size=1")};
        QCOMPARE(bootCommand(machine, image).value(),
                 QStringList({image, QStringLiteral("--"), QStringLiteral("linuxu.heap_size=1")}));
        // For another processor there is QEMU's user mode.
        machine.architecture = QSysInfo::currentCpuArchitecture() == QLatin1String("arm64")
                                   ? QStringLiteral("x86_64")
                                   : QStringLiteral("arm64");
        const QString runner = workspace.path(machine.architecture == QLatin1String("arm64")
                                                  ? QStringLiteral("qemu-aarch64")
                                                  : QStringLiteral("qemu-x86_64"));
        QVERIFY(test::writeFile(runner, "#!/bin/sh\n") &&
                QFile::setPermissions(runner, QFile::ReadOwner | QFile::ExeOwner));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(QFileInfo(runner).path()));
        const auto foreign = bootCommand(machine, image);
        qputenv("PATH", "/nonexistent");
        const auto missing = bootCommand(machine, image);
        qputenv("PATH", path);
        QCOMPARE(foreign.value().mid(0, 2), QStringList({runner, image}));
        QVERIFY(!missing && missing.error().text().contains(QStringLiteral("qemu-user")));
    }

    void refusals_data()
    {
        QTest::addColumn<Machine>("machine");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char *name, const char *member, const char *remedy, auto change) {
            Machine machine;
            change(machine);
            QTest::newRow(name) << machine << QString::fromLatin1(member)
                                << QString::fromUtf8(remedy);
        };
        const auto text = [](const char *value) { return QString::fromUtf8(value); };
        row("type", "type", "microvm, pc, q35", [&](Machine &m) { m.type = text("pdp11"); });
        row("memory", "memory", "1 MiB", [](Machine &m) { m.memoryMiB = 0; });
        row("accelerator", "accelerator", "auto, kvm, tcg",
            [&](Machine &m) { m.accelerator = text("warp"); });
        row("architecture", "architecture", "x86_64 or arm64",
            [&](Machine &m) { m.architecture = text("vax"); });
        row("platform", "platform", "qemu, linuxu", [&](Machine &m) { m.platform = text("xen"); });
        row("processors", "cpus", "1 to 255", [](Machine &m) { m.cpus = 256; });
        row("cpu", "cpu", "max", [&](Machine &m) { m.cpu = text("max -S"); });
        row("gic", "gic", "2, 3, max", [&](Machine &m) { m.gicVersion = text("9"); });
        row("network", "network.mode", "none, user, tap",
            [&](Machine &m) { m.network = text("bridge"); });
        row("no tap", "network.interface", "ip tuntap",
            [&](Machine &m) { m.network = text("tap"); });
        row("tap with a script", "network.interface", "ip tuntap", [&](Machine &m) {
            m.network = text("tap");
            m.tapInterface = text("a,script=/x");
        });
        row("mac", "network.mac", "52:54", [&](Machine &m) {
            m.network = text("user");
            m.macAddress = text("1:2");
        });
        row("forwarded twice", "network.forward", "another port", [&](Machine &m) {
            m.forwards = {PortForward::parse(text("80:80")).value(),
                          PortForward::parse(text("80:81")).value()};
        });
        row("share", "shares", "Make it", [&](Machine &m) {
            m.shares = {{text("/nonexistent"), text("fs0"), false}};
        });
        row("tag", "shares", "letters and digits", [&](Machine &m) {
            m.shares = {{text("/"), text("a,b"), false}};
        });
        row("initrd", "initrd", "another", [&](Machine &m) { m.initrd = text("/nonexistent"); });
        row("disk", "disks", "truncate", [&](Machine &m) { m.disks = {{text("/none"), false}}; });
        row("gdb", "gdb.port", "1234", [](Machine &m) {
            m.hasGdbStub = true;
            m.gdbPort = 70000;
        });
    }
    void refusals()
    {
        QFETCH(const Machine, machine);
        QFETCH(const QString, member);
        QFETCH(const QString, remedy);
        const test::Workspace workspace;
        const auto error = findError(machine.settled());
        QVERIFY(error);
        QCOMPARE(error->member, member);
        QVERIFY2(error->problem.remedy.contains(remedy), qPrintable(error->problem.text()));
        const auto command = bootCommand(machine, workspace.path(QStringLiteral("app/guest.sh")));
        QVERIFY(!command);
        QCOMPARE(command.error(), error->problem);
    }

    void noImage()
    {
        const auto missing = bootCommand(Machine(), QStringLiteral("/nonexistent/image"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().where, QStringLiteral("/nonexistent/image"));
        QVERIFY(missing.error().remedy.contains(QStringLiteral("Build")));
    }

    void noQemu()
    {
        const test::Workspace workspace;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        const auto command = bootCommand(Machine(), workspace.path(QStringLiteral("app/guest.sh")));
        qputenv("PATH", path);
        QVERIFY(!command);
        QCOMPARE(command.error().text(),
                 QStringLiteral("qemu-system-x86_64 was not found. Install it: sudo apt install "
                                "qemu-system-x86"));
    }

    void forwards()
    {
        for (const char *text : {"8080:80", "1:65535/udp", "*:8080:80", "10.0.0.1:22:22"}) {
            const auto forward = PortForward::parse(QString::fromLatin1(text));
            QVERIFY2(forward, text);
            QCOMPARE(forward->text(), QString::fromLatin1(text));
        }
        QCOMPARE(PortForward::parse(QStringLiteral("8080:80"))->address,
                 QStringLiteral("127.0.0.1"));
        for (const char *text :
             {"", "80", "0:80", "80:65536", "80:80/icmp", "999.0.0.1:1:1", "80:80,script=x"}) {
            const auto forward = PortForward::parse(QString::fromLatin1(text));
            QVERIFY2(!forward, text);
            QVERIFY(forward.error().remedy.contains(QStringLiteral("8080:80")));
        }
    }

    void accelerator()
    {
        Machine machine;
        qputenv("KILN_ACCEL", "tcg");
        QCOMPARE(effectiveAccelerator(machine), QStringLiteral("tcg"));
        qputenv("KILN_ACCEL", "kvm");
        QCOMPARE(effectiveAccelerator(machine), QStringLiteral("kvm"));
        machine.accelerator = QStringLiteral("tcg");
        QCOMPARE(effectiveAccelerator(machine), QStringLiteral("tcg"));
        // KVM can't run guests of another kind.
        qunsetenv("KILN_ACCEL");
        machine.accelerator = QStringLiteral("auto");
        machine.architecture = QSysInfo::currentCpuArchitecture() == QLatin1String("arm64")
                                   ? QStringLiteral("x86_64")
                                   : QStringLiteral("arm64");
        QCOMPARE(effectiveAccelerator(machine), QStringLiteral("tcg"));
        qputenv("KILN_ACCEL", "tcg");
    }

    void whatIsLeftOpenFollowsTheProject()
    {
        const test::Workspace workspace;
        Project project = workspace.project();
        project.tree.kind = KernelTree::Kind::bundled;
        QCOMPARE(Machine::forProject(project).type, QStringLiteral("microvm"));
        project.tree.kind = KernelTree::Kind::upstream;
        QCOMPARE(Machine::forProject(project).type, QStringLiteral("q35"));
        QVERIFY(test::writeFile(project.configFile,
                                "CONFIG_UK_NAME=\"app\"\nCONFIG_UK_ARCH=\"arm64\"\n"));
        QCOMPARE(Machine::forProject(project).type, QStringLiteral("virt"));
        QCOMPARE(Machine::forProject(project).architecture, QStringLiteral("arm64"));
        QCOMPARE(Machine::forProject(project).platform, QStringLiteral("qemu"));
        QVERIFY(test::writeFile(project.configFile,
                                "CONFIG_UK_NAME=\"app\"\nCONFIG_UK_ARCH=\"x86_64\"\n"
                                "CONFIG_PLAT_LINUXU=y\n"));
        QVERIFY(Machine::forProject(project).isLinuxProcess());
        QVERIFY(project.imagePath().endsWith(QStringLiteral("/app_linuxu-x86_64")));
        // What is said stays, and paths are those of the project.
        Machine machine;
        machine.platform = QStringLiteral("qemu");
        machine.initrd = QStringLiteral("fs/root.cpio");
        const Machine settled = machine.settled(&project);
        QVERIFY(!settled.isLinuxProcess());
        QCOMPARE(settled.initrd, project.directory + QStringLiteral("/fs/root.cpio"));
        QCOMPARE(settled.settled(&project), settled);
    }

    void script()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("boot it.sh"));
        const QStringList command{QStringLiteral("/bin/echo"), QStringLiteral("two  words"),
                                  QStringLiteral("it's"), QStringLiteral("$HOME")};
        QVERIFY(exportBootScript(command, path));
        QVERIFY(QFileInfo(path).isExecutable());
        // The shell is the oracle.
        QProcess shell;
        shell.start(path, {QStringLiteral("more")});
        QVERIFY(shell.waitForFinished(5000));
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("two  words it's $HOME more\n"));
        const auto refused = exportBootScript(command, QStringLiteral("/nonexistent/boot.sh"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().where, QStringLiteral("/nonexistent/boot.sh"));
    }

    void debugger()
    {
        Machine machine;
        machine.architecture = QSysInfo::currentCpuArchitecture();
        machine.gdbPort = 99;
        QCOMPARE(shellQuoted(gdbCommand(machine, QStringLiteral("/a b/x.dbg"))),
                 QStringLiteral("gdb '/a b/x.dbg' -ex 'target remote :99'"));
    }

    void quoting()
    {
        QCOMPARE(shellQuoted({QStringLiteral("a-b/c.d"), QStringLiteral("two words"),
                              QStringLiteral("it's"), QString(), QStringLiteral("$HOME")}),
                 QStringLiteral("a-b/c.d 'two words' 'it'\\''s' '' '$HOME'"));
    }
};

QTEST_GUILESS_MAIN(MachineTest)
#include "machine_test.moc"
