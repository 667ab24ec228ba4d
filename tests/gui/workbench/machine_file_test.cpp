// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/machine_file.h"

#include "workbench/project_machine.h"

#include "fixture.h"

using namespace kiln;

namespace {

Machine fullMachine()
{
    Machine machine;
    machine.platform = QStringLiteral("qemu");
    machine.architecture = QStringLiteral("arm64");
    machine.type = QStringLiteral("virt");
    machine.accelerator = QStringLiteral("tcg");
    machine.cpu = QStringLiteral("max,pmu=off");
    machine.cpus = 2;
    machine.memoryMiB = 512;
    machine.gicVersion = QStringLiteral("3");
    machine.network = QStringLiteral("user");
    machine.macAddress = QStringLiteral("52:54:00:00:00:01");
    machine.forwards = {PortForward::parse(QStringLiteral("*:8080:80")).value(),
                        PortForward::parse(QStringLiteral("53:53/udp")).value()};
    machine.shares = {{QStringLiteral("rootfs: #1"), QStringLiteral("fs0"), true},
                      {QStringLiteral("/data"), QStringLiteral("data"), false}};
    machine.initrd = QStringLiteral("init.cpio");
    machine.disks = {{QStringLiteral("disk.img"), true}};
    machine.kernelArguments = {QStringLiteral("-c"), QStringLiteral("say \"hi\": no"),
                               QStringLiteral("true"), QString()};
    machine.hasGdbStub = true;
    machine.gdbPort = 4444;
    machine.startsPaused = true;
    machine.extraArguments = {QStringLiteral("-rtc"), QStringLiteral("base=utc")};
    return machine;
}

} // namespace

class MachineFileTest : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new/.kiln/machine.yaml"));
        for (const Machine &machine : {fullMachine(), Machine()}) {
            QVERIFY(writeMachineFile(path, machine));
            const auto read = readMachineFile(path);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
            QCOMPARE(*read, machine);
        }
    }

    void readsWhatPeopleWrite()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("m.yaml"));
        QVERIFY(test::writeFile(path, "memory: 2G\n"
                                      "network: {forward: '8080:80'}\n"
                                      "arguments: one\n"
                                      "shares:\n- path: root\n- path: data\n"));
        const auto machine = readMachineFile(path);
        QVERIFY2(machine, qPrintable(machine ? QString() : machine.error().text()));
        QCOMPARE(machine->memoryMiB, 2048);
        QCOMPARE(machine->network, QStringLiteral("user"));
        QCOMPARE(machine->forwards.size(), 1);
        QCOMPARE(machine->kernelArguments, QStringList{QStringLiteral("one")});
        QCOMPARE(machine->shares.at(1).tag, QStringLiteral("fs1"));
        QVERIFY(test::writeFile(path, "# nothing yet\n"));
        QCOMPARE(readMachineFile(path).value(), Machine());
    }

    void complaintsSayWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *text, const char *place,
                            const char *said) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(place)
                                << QString::fromUtf8(said);
        };
        row("no YAML", "memory: [1\n", ":2:1", "no YAML");
        row("a list", "- 1\n", ":1:1", "settings");
        row("unknown key", "cpus: 1\nmemroy: 3\n", ":2:1", "no setting “memroy”");
        row("no number", "cpus: many\n", ":1:7", "no number");
        row("no amount", "memory: 3 pages\n", ":1:9", "amount of memory");
        row("too little", "type: q35\nmemory: 0\n", ":2:9", "too few");
        row("no type", "type: pdp11\n", ":1:7", "no machine type pdp11");
        row("no flag", "paused: perhaps\n", ":1:9", "neither true nor false");
        row("forward", "network:\n  forward:\n  - 80:80\n  - 80\n", ":4:5", "no port forward");
        row("twice", "network:\n  forward: [80:80, 80:81]\n", ":2:12", "twice");
        row("tap", "network:\n  mode: tap\n  interface: a,script=/x\n", ":3:14", "no name");
        row("share", "shares:\n- tag: fs0\n", ":2:3", "path is missing");
        row("a share that is none", "shares: root\n", ":1:9", "list");
    }
    void complaintsSayWhere()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, place);
        QFETCH(const QString, said);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("m.yaml"));
        QVERIFY(test::writeFile(path, text));
        const auto machine = readMachineFile(path);
        QVERIFY(!machine);
        QVERIFY2(machine.error().what.contains(said), qPrintable(machine.error().text()));
        QCOMPARE(machine.error().where, path + place);
        QVERIFY(!machine.error().remedy.isEmpty());
    }

    /// By none of these a file of a project makes QEMU run a program or write to the host.
    void namesNoProgram()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("m.yaml"));
        for (const char *argument :
             {"-netdev",    "-nic",     "-chardev",  "-incoming",    "--incoming",  "-plugin",
              "-daemonize", "-serial",  "-monitor",  "-qmp",         "-D",          "-L",
              "-runas",     "-add-fd",  "-drive",    "-hda",         "-readconfig", "-object",
              "-fsdev",     "-virtfs",  "-run-with", "-semihosting", "x",           "-kernel",
              "-trace",     "-pidfile", "-device"}) {
            QVERIFY(test::writeFile(path, QByteArray("extra-arguments: [-smp, '2', '") + argument +
                                              "', 'exec:/bin/sh']\n"));
            const auto machine = readMachineFile(path);
            QVERIFY2(!machine, argument);
            QVERIFY(machine.error().what.contains(QString::fromLatin1(argument)));
            QCOMPARE(machine.error().where, path + QStringLiteral(":1:18"));
            Machine own;
            own.extraArguments = {QString::fromLatin1(argument), QStringLiteral("value")};
            QVERIFY(!writeMachineFile(path, own));
        }
        QVERIFY(test::writeFile(path, "program: /bin/sh\n"));
        QVERIFY(!readMachineFile(path));
    }

    void filesThatCannotBeRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("m.yaml"));
        QCOMPARE(readMachineFile(path).error().where, path);
        QVERIFY(test::writeFile(path, QByteArray((1 << 20) + 2, '#')));
        QVERIFY(readMachineFile(path).error().what.contains(QStringLiteral("1 MiB")));
        QVERIFY(test::writeFile(path, QByteArray(1 << 16, '[')));
        QVERIFY(!readMachineFile(path));
        QVERIFY(test::writeFile(path, "? [a]\n: 1\n"));
        QVERIFY(!readMachineFile(path));
        QVERIFY(!writeMachineFile(path + QStringLiteral("/x/machine.yaml"), Machine()));
    }

    void projectsOwnDescriptionComesFirst()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        QCOMPARE(machineOfProject(project).machine, Machine());
        QVERIFY(machineOfProject(project).source.isEmpty());
        QVERIFY(test::writeFile(workspace.app() + QStringLiteral("/Kraftfile"),
                                "spec: v0.6\ncmd: [a, b]\nrootfs: ./Dockerfile\n"));
        auto found = machineOfProject(project);
        QVERIFY(found.source.endsWith(QStringLiteral("/Kraftfile")));
        QCOMPARE(found.machine.kernelArguments, QStringList({"a", "b"}));
        QCOMPARE(found.notes.size(), 1);
        QVERIFY(found.notes.first().startsWith(found.source + QStringLiteral(":3:9: ")));
        QVERIFY(test::writeFile(found.source, "spec: v0.6\ncmd: [a]\nenv: {HOME: /, LANG: C D}\n"));
        found = machineOfProject(project);
        QCOMPARE(found.machine.kernelArguments, QStringList{"a"});
        QVERIFY(found.notes.value(0).contains(QStringLiteral("env is left out")));
        Project upstream = project;
        upstream.tree.kind = KernelTree::Kind::upstream;
        found = machineOfProject(upstream);
        QVERIFY(found.notes.isEmpty());
        QCOMPARE(found.machine.kernelArguments,
                 QStringList({"env.vars=[", "HOME=/", "LANG=C D", "]", "--", "a"}));
        Machine own;
        own.cpus = 2;
        QVERIFY(writeMachineFile(machineFilePath(project), own));
        QCOMPARE(machineOfProject(project).machine, own);
        QVERIFY(test::writeFile(machineFilePath(project), "cpus: x\n"));
        found = machineOfProject(project);
        QVERIFY(found.problem);
        QCOMPARE(found.machine, Machine());
    }
};

QTEST_GUILESS_MAIN(MachineFileTest)
#include "machine_file_test.moc"
