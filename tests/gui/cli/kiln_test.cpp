// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program `kiln` as a user meets it: building, booting, logs.

#include "kiln_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <csignal>

using namespace kiln;
using test::Bench;
using test::Outcome;

class KilnTest : public QObject
{
    Q_OBJECT

private slots:
    void buildsRunsAndCleans()
    {
        const Bench bench;
        const Outcome built = bench.kiln(bench.command(QStringLiteral("build")));
        QCOMPARE(built.status, 0);
        CONTAINS(built.errors, "there was no configuration; wrote ");
        CONTAINS(built.output, "  CC      appfixture: main.o\n");
        CONTAINS(built.output, "_qemu-x86_64: ");
        const Outcome ran = bench.kiln(bench.command(QStringLiteral("run")));
        QCOMPARE(ran.status, 0);
        CONTAINS(ran.output, "Hello fixture!\r\n");
        const Outcome cleaned = bench.kiln(bench.command(QStringLiteral("clean")));
        QCOMPARE(cleaned.status, 0);
        QVERIFY(!QFileInfo::exists(bench.project().imagePath()));
        QCOMPARE(
            bench.kiln(bench.command(QStringLiteral("clean"), {QStringLiteral("--all")})).status,
            0);
        QVERIFY(!QFileInfo::exists(bench.project().buildDirectory));
        CONTAINS(bench.kiln(bench.command(QStringLiteral("clean"))).output, "nothing to remove");
    }

    void compileError()
    {
        const Bench bench;
        QVERIFY(test::writeFile(bench.app() + QStringLiteral("/main.c"),
                                "int main(void)\n{\n    return gone;\n}\n"));
        // Both objects of the fixture come from main.c; two compilers say the same, once.
        const Outcome built = bench.kiln(
            bench.command(QStringLiteral("build"), {QStringLiteral("-j"), QStringLiteral("2")}));
        QCOMPARE(built.status, 1);
        CONTAINS(built.errors, "/app/main.c:3:12: error: ");
        CONTAINS(built.errors, "1 error");
        const Outcome ran = bench.kiln(bench.command(QStringLiteral("run")));
        QCOMPARE(ran.status, 1);
        CONTAINS(ran.errors, "return gone;");
    }

    void missingTools()
    {
        const Bench bench;
        QVERIFY(bench.configure());
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        const Outcome built = bench.kiln(bench.command(QStringLiteral("build")));
        const Outcome ran = bench.kiln(bench.command(QStringLiteral("run")));
        qputenv("PATH", path);
        QCOMPARE(built.status, 3);
        CONTAINS(built.errors, "sudo apt install make gcc");
        QCOMPARE(ran.status, 3);
        CONTAINS(ran.errors, "qemu-system-x86_64 was not found. Install it: sudo apt install "
                             "qemu-system-x86");
    }

    void expectations()
    {
        const Bench bench;
        // A guest that would never end by itself.
        QVERIFY(bench.setGuest("echo 'value: 42'; sleep 60\n"));
        const auto run = [&](const QStringList &options) {
            return bench.kiln(bench.command(QStringLiteral("run"), options));
        };
        const Outcome seen = run({QStringLiteral("--expect"), QStringLiteral("^value: \\d+$"),
                                  QStringLiteral("--timeout"), QStringLiteral("20")});
        QCOMPARE(seen.status, 0);
        const Outcome late = run({QStringLiteral("--expect"), QStringLiteral("other"),
                                  QStringLiteral("--timeout"), QStringLiteral("1")});
        QCOMPARE(late.status, 124);
        CONTAINS(late.errors, "did not come within 1 s");
        QVERIFY(bench.setGuest("echo early; exit 0\n"));
        const Outcome never = run({QStringLiteral("--expect"), QStringLiteral("late")});
        QCOMPARE(never.status, 5);
        const Outcome wrong = run({QStringLiteral("--expect"), QStringLiteral("a(")});
        QCOMPARE(wrong.status, 2);
        CONTAINS(wrong.errors, "--expect");
    }

    void guestThatNeverPrints()
    {
        const Bench bench;
        QVERIFY(bench.setGuest("sleep 60\n"));
        const Outcome silent = bench.kiln(bench.command(
            QStringLiteral("run"), {QStringLiteral("--timeout"), QStringLiteral("1")}));
        QCOMPARE(silent.status, 124);
        CONTAINS(silent.errors, "printed nothing at all");
        CONTAINS(silent.errors, "--machine");
    }

    void guestsThatFail()
    {
        const Bench bench;
        const auto run = [&](const QByteArray &guest) {
            return bench.setGuest(guest) ? bench.kiln(bench.command(QStringLiteral("run")))
                                         : Outcome();
        };
        const Outcome status = run("exit 11\n");
        QCOMPARE(status.status, 9);
        CONTAINS(status.errors, "status 5");
        const Outcome crash =
            run("printf '[    0.000001] CRIT: [libkvmplat] <traps.c @   84> Unhandled Trap 6 "
                "(invalid opcode), error code=0x0\\r\\n'; exit 255\n");
        QCOMPARE(crash.status, 7);
        CONTAINS(crash.errors, "invalid opcode");
        const Outcome refused = run("echo 'qemu: bad image' >&2; exit 1\n");
        QCOMPARE(refused.status, 8);
        CONTAINS(refused.errors, "bad image");
    }

    void machineOptions()
    {
        const Bench bench;
        QVERIFY(bench.setGuest("echo up\n"));
        const auto run = [&](const QStringList &options) {
            return bench.kiln(bench.command(QStringLiteral("run"), options));
        };
        // The project's description, and options on top of it.
        QVERIFY(test::writeFile(bench.app() + QStringLiteral("/.kiln/machine.yaml"),
                                "memory: 96\ntype: q35\nnetwork:\n  forward: ['8080:80']\n"));
        const Outcome ran = run({"--verbose", "--cpus", "2", "--share", ".:root"});
        QCOMPARE(ran.status, 0);
        CONTAINS(ran.errors, "-machine q35 ");
        CONTAINS(ran.errors, "-m 96 ");
        CONTAINS(ran.errors, "-smp 2 ");
        CONTAINS(ran.errors, "hostfwd=tcp:127.0.0.1:8080-:80");
        QVERIFY(ran.errors.contains(u'=' + QDir::currentPath() + u','));
        CONTAINS(ran.errors, "mount_tag=root");
        const QString disk = bench.path(QStringLiteral("disk.img"));
        QVERIFY(test::writeFile(disk, QByteArray(512, '\0')));
        const Outcome disks = run({"--verbose", "--disk", disk + ":ro", "--disk", disk});
        QCOMPARE(disks.errors.count(QStringLiteral("read-only=on")), 1);
        QCOMPARE(disks.errors.count(QStringLiteral("/disk.img")), 2);
        const Outcome help = run({"--help"});
        CONTAINS(help.output, "124  --timeout passed");
        // Another file in its place.
        const QString other = bench.path(QStringLiteral("other.yaml"));
        QVERIFY(test::writeFile(other, "memory: 17\n"));
        const Outcome from = run({"--verbose", "--machine", other, "--gdb", "4567"});
        CONTAINS(from.errors, "-machine microvm ");
        CONTAINS(from.errors, "-m 17 ");
        CONTAINS(from.errors, "debug it with: gdb ");
        CONTAINS(from.errors, "'target remote :4567'");

        QVERIFY(test::writeFile(other, "memory: 17\nprogram: /bin/sh\n"));
        const Outcome broken = run({"--machine", other});
        QCOMPARE(broken.status, 2);
        CONTAINS(broken.errors, "other.yaml:2:1: There is no setting");
        QCOMPARE(run({"--machine", "pdp11"}).status, 2);
        const Outcome port = run({"--forward", "80"});
        QCOMPARE(port.status, 2);
        CONTAINS(port.errors, "8080:80");
        const Outcome none = run({"--target", "qemu/x86_64"});
        QCOMPARE(none.status, 2);
        CONTAINS(none.errors, "no Kraftfile");
        QVERIFY(test::writeFile(bench.app() + QStringLiteral("/Kraftfile"),
                                "spec: v0.6\ntargets: [qemu/x86_64, fc/x86_64]\n"));
        QCOMPARE(run({"--target", "qemu/x86_64"}).status, 0);
        const Outcome unknown = run({"--target", "fc/x86_64"});
        QCOMPARE(unknown.status, 2);
        CONTAINS(unknown.errors, "Choose one of: qemu/x86_64");
    }

    void filtersAndJson()
    {
        const Bench bench;
        QVERIFY(bench.setGuest(
            "printf '[    0.000100] Info: [liba] <a.c @   12> one\\r\\n'\n"
            "printf '[    0.000200] Warn: [liba] <a.c @   13> two\\r\\n'\n"
            "printf '[    0.000300] ERR:  [libb] <b.c @   14> two and \"three\"\\r\\n'\n"
            "printf 'plain two'\n"));
        const auto run = [&](const QStringList &options) {
            return bench.kiln(bench.command(QStringLiteral("run"), options));
        };
        const Outcome json = run({"--json", "--filter", "level=warning"});
        QCOMPARE(json.status, 0);
        const QList<QByteArray> lines = json.output.toUtf8().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject error = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(error["message"].toString(), QStringLiteral("two and \"three\""));
        QCOMPARE(error["level"].toString(), QStringLiteral("error"));
        QCOMPARE(error["library"].toString(), QStringLiteral("libb"));
        QCOMPARE(error["file"].toString(), QStringLiteral("b.c"));
        QCOMPARE(error["line"].toInt(), 14);
        QCOMPARE(error["time"].toDouble(), 0.0003);
        const Outcome both = run({"--filter", "two", "--filter", "library=liba"});
        QCOMPARE(both.output.count('\n'), 1);
        CONTAINS(both.output, "] <a.c @   13> two");
        const Outcome plain = run({"--filter", "^plain"});
        QCOMPARE(plain.output, QStringLiteral("plain two\n"));
        // What is filtered out is still waited for.
        QCOMPARE(run({"--filter", "nothing", "--expect", "three"}).status, 0);
        QCOMPARE(run({"--filter", "("}).status, 2);
        QCOMPARE(run({"--filter", "level=loud"}).status, 2);
    }

    void exportsAScript()
    {
        const Bench bench;
        QVERIFY(bench.setGuest("echo \"by script: $GUEST_ARGUMENTS\"\n"));
        const QString script = bench.path(QStringLiteral("boot it.sh"));
        const Outcome written = bench.kiln(bench.command(
            QStringLiteral("run"), {"--export", script, "--arg", "it's", "--memory", "16"}));
        QCOMPARE(written.status, 0);
        QVERIFY(!written.output.contains(QStringLiteral("by script")));
        QProcess shell;
        shell.start(script);
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("by script: it's\n"));
        QCOMPARE(bench
                     .kiln(bench.command(QStringLiteral("run"),
                                         {"--export", QStringLiteral("/nonexistent/x.sh")}))
                     .status,
                 1);
    }

    void argumentsReachTheGuest()
    {
        const Bench bench;
        QVERIFY(bench.setGuest("echo \"<$GUEST_ARGUMENTS>\"\n"));
        const Outcome ran = bench.kiln(
            bench.command(QStringLiteral("run"), {QStringLiteral("--arg"), QStringLiteral("a b"),
                                                  QStringLiteral("--"), QStringLiteral("-x")}));
        QCOMPARE(ran.status, 0);
        CONTAINS(ran.output, "<\"a b\" -x>");
    }

    void inputReachesTheGuest()
    {
        const Bench bench;
        QVERIFY(bench.setGuest("read line; echo \"got $line\"\n"));
        QCOMPARE(bench.kiln(bench.command(QStringLiteral("build"))).status, 0);
        QProcess process;
        process.start(QStringLiteral(KILN_PROGRAM),
                      bench.command(QStringLiteral("run"), {QStringLiteral("--no-build")}));
        process.write("hello\n");
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("got hello"));
    }

    void interruptEndsTheGuest_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("interrupt") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("kill") << SIGKILL;
    }

    void interruptEndsTheGuest()
    {
        QFETCH(int, number);
        const Bench bench;
        const QString pidFile = bench.path(QStringLiteral("pid"));
        QVERIFY(bench.setGuest("echo $$ > " + pidFile.toUtf8() + "; while :; do sleep 1; done\n"));
        QCOMPARE(bench.kiln(bench.command(QStringLiteral("build"))).status, 0);
        QProcess process;
        process.start(QStringLiteral(KILN_PROGRAM),
                      bench.command(QStringLiteral("run"), {QStringLiteral("--no-build")}));
        QTRY_VERIFY(test::contents(pidFile).endsWith('\n'));
        const pid_t guest = test::contents(pidFile).trimmed().toInt();
        QVERIFY(guest > 0);
        ::kill(pid_t(process.processId()), number);
        QVERIFY(process.waitForFinished());
        if (number != SIGKILL)
            QCOMPARE(process.exitCode(), 130);
        QTRY_VERIFY(::kill(guest, 0) != 0 ||
                    test::contents(QStringLiteral("/proc/%1/stat").arg(guest)).contains(") Z "));
    }

    void logAsJson()
    {
        const Bench bench;
        const QString file = test::dataPath(QStringLiteral("logs/everything.log"));
        const Outcome all = bench.kiln({QStringLiteral("log"), file, QStringLiteral("--json")});
        QCOMPARE(all.status, 0);
        const QStringList lines = all.output.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 7);
        QList<QJsonObject> records;
        for (const QString &line : lines) {
            QJsonParseError error{};
            records.append(QJsonDocument::fromJson(line.toUtf8(), &error).object());
            QCOMPARE(error.error, QJsonParseError::NoError);
            QCOMPARE(records.last().keys(),
                     QStringList({QStringLiteral("file"), QStringLiteral("level"),
                                  QStringLiteral("library"), QStringLiteral("line"),
                                  QStringLiteral("message"), QStringLiteral("thread"),
                                  QStringLiteral("time")}));
        }
        const QJsonObject wanted{
            {QStringLiteral("time"), 0.100004},
            {QStringLiteral("level"), QStringLiteral("warning")},
            {QStringLiteral("library"), QStringLiteral("libcrane_hook")},
            {QStringLiteral("file"), QStringLiteral("hook.c")},
            {QStringLiteral("line"), 512},
            {QStringLiteral("thread"), QStringLiteral("harbour")},
            {QStringLiteral("message"), QStringLiteral("rope is 1.5 m short")}};
        QCOMPARE(records.at(2), wanted);
        QVERIFY(records.at(5)[QStringLiteral("level")].isNull());
        QVERIFY(records.at(5)[QStringLiteral("time")].isNull());
        QCOMPARE(records.at(5)[QStringLiteral("message")].toString(),
                 QStringLiteral("and the crew sings"));
    }

    void logFiltered()
    {
        const Bench bench;
        const QString file = test::dataPath(QStringLiteral("logs/timed.log"));
        const auto lines = [&](const QStringList &options) {
            const Outcome outcome = bench.kiln(QStringList{QStringLiteral("log"), file} + options);
            return outcome.status == 0 ? outcome.output.count(u'\n') : -1;
        };
        QCOMPARE(lines({}), 7);
        QCOMPARE(lines({QStringLiteral("--level"), QStringLiteral("warning")}), 3);
        QCOMPARE(lines({QStringLiteral("--level"), QStringLiteral("info,plain")}), 3);
        QCOMPARE(lines({QStringLiteral("--library"), QStringLiteral("libukboot"),
                        QStringLiteral("--library"), QStringLiteral("appshop")}),
                 2);
        QCOMPARE(lines({QStringLiteral("--match"), QStringLiteral("till|tag")}), 2);
        // They stack.
        QCOMPARE(lines({QStringLiteral("--match"), QStringLiteral("till|tag"),
                        QStringLiteral("--match"), QStringLiteral("ERR")}),
                 1);
        QCOMPARE(lines({QStringLiteral("--exclude"), QStringLiteral("till"),
                        QStringLiteral("--exclude"), QStringLiteral("tag")}),
                 5);
        // The bytes are the guest's own.
        const Outcome one = bench.kiln(
            {QStringLiteral("log"), file, QStringLiteral("--level"), QStringLiteral("critical")});
        QVERIFY(test::contents(file).contains(one.output.toUtf8()));

        QCOMPARE(bench.kiln({QStringLiteral("log")}).status, 2);
        const Outcome level = bench.kiln(
            {QStringLiteral("log"), file, QStringLiteral("--level"), QStringLiteral("loud")});
        QCOMPARE(level.status, 2);
        CONTAINS(level.errors, "Levels: plain, debug, info");
        const Outcome wrong = bench.kiln(
            {QStringLiteral("log"), file, QStringLiteral("--match"), QStringLiteral("(")});
        QCOMPARE(wrong.status, 2);
        CONTAINS(wrong.errors, "column 2");
        const Outcome missing = bench.kiln({QStringLiteral("log"), QStringLiteral("/nowhere")});
        QCOMPARE(missing.status, 1);
        CONTAINS(missing.errors, "/nowhere");
    }

    void wrongUsage()
    {
        const Bench bench;
        QCOMPARE(bench.kiln({}).status, 2);
        const Outcome unknown = bench.kiln({QStringLiteral("bake"), bench.app()});
        QCOMPARE(unknown.status, 2);
        CONTAINS(unknown.errors, "config, build, run, ");
        QCOMPARE(bench.kiln({QStringLiteral("build")}).status, 2);
        QCOMPARE(bench.kiln({QStringLiteral("build"), bench.app(), QStringLiteral("two")}).status,
                 2);
        QCOMPARE(bench
                     .kiln(bench.command(QStringLiteral("build"),
                                         {QStringLiteral("-j"), QStringLiteral("none")}))
                     .status,
                 2);
        QCOMPARE(bench.kiln({QStringLiteral("--help")}).status, 0);
        const Outcome help = bench.kiln({QStringLiteral("run"), QStringLiteral("--help")});
        QCOMPARE(help.status, 0);
        QVERIFY(help.output.startsWith(QStringLiteral("usage: kiln run DIR [OPTION...]\n")));
        CONTAINS(help.output, "--expect <REGEX>");
        const Outcome folder = bench.kiln({QStringLiteral("build"), bench.path(QString())});
        QCOMPARE(folder.status, 4);
        CONTAINS(folder.errors, "no Makefile.uk");
        const Outcome tree = bench.kiln(
            {QStringLiteral("build"), bench.app(), QStringLiteral("--tree"), bench.app()});
        QCOMPARE(tree.status, 4);
        CONTAINS(tree.errors, "no kernel tree");
    }
};

QTEST_GUILESS_MAIN(KilnTest)
#include "kiln_test.moc"
