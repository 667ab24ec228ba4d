// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/machine.h"

#include "fixture.h"

using namespace kiln;

class MachineTest : public QObject
{
    Q_OBJECT

private slots:
    void command()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("app/guest.sh"));
        Machine machine;
        machine.accelerator = QStringLiteral("tcg");
        machine.memoryMiB = 32;
        machine.kernelArguments = {QStringLiteral("-v"), QStringLiteral("two words")};
        machine.extraArguments = {QStringLiteral("-s")};
        const auto command = qemuCommand(machine, image);
        QVERIFY(command);
        QVERIFY(command->first().endsWith(QStringLiteral("/bin/qemu-system-x86_64")));
        const auto after = [&](const char *option) {
            return command->value(command->indexOf(QLatin1String(option)) + 1);
        };
        QCOMPARE(after("-machine"), QStringLiteral("microvm"));
        QCOMPARE(after("-accel"), QStringLiteral("tcg"));
        QCOMPARE(after("-m"), QStringLiteral("32"));
        QCOMPARE(after("-kernel"), image);
        QCOMPARE(after("-append"), QStringLiteral("-v \"two words\""));
        QCOMPARE(command->last(), QStringLiteral("-s"));
        QVERIFY(command->contains(QStringLiteral("-no-reboot")));
    }

    void refusals()
    {
        const test::Workspace workspace;
        const QString image = workspace.path(QStringLiteral("app/guest.sh"));
        const auto problem = [&](auto change, const QString &file) {
            Machine machine;
            change(machine);
            const auto command = qemuCommand(machine, file);
            return command ? Problem() : command.error();
        };
        QVERIFY(problem([](Machine &m) { m.type = QStringLiteral("pdp11"); }, image)
                    .remedy.contains(QStringLiteral("microvm, pc, q35")));
        QVERIFY(problem([](Machine &m) { m.memoryMiB = 0; }, image)
                    .remedy.contains(QStringLiteral("1 MiB")));
        QVERIFY(problem([](Machine &m) { m.accelerator = QStringLiteral("warp"); }, image)
                    .what.contains(QStringLiteral("warp")));
        QVERIFY(problem([](Machine &m) { m.architecture = QStringLiteral("vax"); }, image)
                    .what.contains(QStringLiteral("vax")));
        const auto missing = problem([](Machine &) {}, QStringLiteral("/nonexistent/image"));
        QCOMPARE(missing.where, QStringLiteral("/nonexistent/image"));
        QVERIFY(missing.remedy.contains(QStringLiteral("Build")));
    }

    void noQemu()
    {
        const test::Workspace workspace;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        const auto command = qemuCommand(Machine(), workspace.path(QStringLiteral("app/guest.sh")));
        qputenv("PATH", path);
        QVERIFY(!command);
        QCOMPARE(command.error().text(),
                 QStringLiteral("qemu-system-x86_64 was not found. Install it: sudo apt install "
                                "qemu-system-x86"));
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
        qputenv("KILN_ACCEL", "tcg");
    }

    void typeFollowsTheTree()
    {
        Project project;
        project.tree.kind = KernelTree::Kind::bundled;
        QCOMPARE(Machine::forProject(project).type, QStringLiteral("microvm"));
        project.tree.kind = KernelTree::Kind::upstream;
        QCOMPARE(Machine::forProject(project).type, QStringLiteral("q35"));
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
