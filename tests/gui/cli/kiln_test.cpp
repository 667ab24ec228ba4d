// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program `kiln` as a user meets it: what it prints and with which status it ends.

#include "fixture.h"
#include "tree_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>

using namespace kiln;

namespace {

struct Outcome
{
    int status = -1;
    QString output;
    QString errors;
};

/// The fixture's folders, and `kiln` run on them with settings of their own.
class Bench : public test::Workspace
{
public:
    Bench() { qputenv("XDG_CONFIG_HOME", path(QStringLiteral("settings")).toLocal8Bit()); }

    [[nodiscard]] QStringList command(const QString &name, const QStringList &options = {}) const
    {
        return QStringList{name, app(), QStringLiteral("--tree"), tree()} + options;
    }

    [[nodiscard]] Outcome kiln(const QStringList &arguments) const
    {
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral(KILN_PROGRAM), arguments);
        Outcome outcome;
        if (!process.waitForFinished(30000))
            return outcome;
        outcome.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        outcome.output = QString::fromUtf8(process.readAllStandardOutput());
        outcome.errors = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }

    [[nodiscard]] QByteArray config() const
    {
        return test::contents(app() + QStringLiteral("/.config"));
    }
};

} // namespace

#define CONTAINS(text, part)                                                                       \
    QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(QStringLiteral("in: ") + (text)))

class KilnTest : public QObject
{
    Q_OBJECT

private slots:
    void configFixes()
    {
        const Bench bench;
        const auto config = [&](const QString &option, const QString &value) {
            return bench.kiln(bench.command(QStringLiteral("config"), {option, value}));
        };
        const QString size = QStringLiteral("LIBFIRST_SIZE=16");
        const Outcome refused = config(QStringLiteral("--set"), size);
        QCOMPARE(refused.status, 1);
        CONTAINS(refused.errors, "--fix LIBFIRST_SIZE=16");
        const Outcome fixed = config(QStringLiteral("--fix"), size);
        QCOMPARE(fixed.status, 0);
        CONTAINS(fixed.output, "LIBFIRST_SIZE=16 by setting LIBFIRST=y, LIBFIRST_SIZE=16");
        CONTAINS(fixed.output, "LIBFIRST: n -> y");
        QVERIFY(bench.config().contains("CONFIG_LIBFIRST_SIZE=16\n"));
        const Outcome again = config(QStringLiteral("--fix"), size);
        QCOMPARE(again.status, 0);
        CONTAINS(again.output, "already");
        const QByteArray before = bench.config();
        const Outcome none = config(QStringLiteral("--fix"), QStringLiteral("LIBFIRST_SIZE=9999"));
        QCOMPARE(none.status, 1);
        CONTAINS(none.errors, "LIBFIRST_SIZE");
        QCOMPARE(config(QStringLiteral("--fix"), QStringLiteral("LIBFIRST_SIZE")).status, 1);
        QCOMPARE(bench.config(), before);
    }

    void configMakesAndChanges()
    {
        const Bench bench;
        const Outcome made = bench.kiln(bench.command(QStringLiteral("config")));
        QCOMPARE(made.status, 0);
        CONTAINS(made.output, "written, from the tree's defaults");
        QVERIFY(bench.config().contains("# CONFIG_LIBFIRST is not set"));

        const Outcome again = bench.kiln(bench.command(QStringLiteral("config")));
        QCOMPARE(again.status, 0);
        CONTAINS(again.output, "nothing to change");

        const Outcome set = bench.kiln(
            bench.command(QStringLiteral("config"),
                          {QStringLiteral("--set"), QStringLiteral("LIBSECOND=y"),
                           QStringLiteral("--set"), QStringLiteral("CONFIG_LIBFIRST_SIZE=16")}));
        QCOMPARE(set.status, 0);
        CONTAINS(set.output, "LIBSECOND: n -> y  (set)");
        CONTAINS(set.output, "LIBFIRST: n -> y  (selected by LIBSECOND)");
        QVERIFY(bench.config().contains("CONFIG_LIBFIRST_SIZE=16\n"));

        const Outcome get = bench.kiln(bench.command(
            QStringLiteral("config"), {QStringLiteral("--get"), QStringLiteral("LIBFIRST_SIZE")}));
        QCOMPARE(get.output, QStringLiteral("16\n"));
        const Outcome list =
            bench.kiln(bench.command(QStringLiteral("config"), {QStringLiteral("--list")}));
        CONTAINS(list.output, "LIBFIRST=y  # First library\n");

        const Outcome reset =
            bench.kiln(bench.command(QStringLiteral("config"),
                                     {QStringLiteral("--reset"), QStringLiteral("LIBFIRST_SIZE")}));
        QCOMPARE(reset.status, 0);
        QVERIFY(bench.config().contains("CONFIG_LIBFIRST_SIZE=8\n"));
    }

    void configTakesDefconfigs()
    {
        const Bench bench;
        const QString file = bench.path(QStringLiteral("other"));
        QVERIFY(test::writeFile(file, "CONFIG_LEVEL_HIGH=y\n"));
        const Outcome named = bench.kiln(
            bench.command(QStringLiteral("config"), {QStringLiteral("--defconfig=") + file}));
        QCOMPARE(named.status, 0);
        QVERIFY(bench.config().contains("CONFIG_LEVEL_HIGH=y\n"));
        const Outcome own =
            bench.kiln(bench.command(QStringLiteral("config"), {QStringLiteral("--defconfig")}));
        QCOMPARE(own.status, 0);
        QVERIFY(bench.config().contains("CONFIG_LEVEL_LOW=y\n"));
    }

    void configRefuses()
    {
        const Bench bench;
        QCOMPARE(bench.kiln(bench.command(QStringLiteral("config"))).status, 0);
        const QByteArray before = bench.config();
        const auto set = [&](const QString &setting) {
            return bench.kiln(
                bench.command(QStringLiteral("config"), {QStringLiteral("--set"), setting}));
        };
        const Outcome typo = set(QStringLiteral("LIBFRIST=y"));
        QCOMPARE(typo.status, 1);
        CONTAINS(typo.errors, "no option LIBFRIST");
        CONTAINS(typo.errors, "Did you mean LIBFIRST");
        QCOMPARE(set(QStringLiteral("LIBFIRST=7")).status, 1);
        QCOMPARE(set(QStringLiteral("nonsense")).status, 1);
        const Outcome fixed = set(QStringLiteral("LIBFIRST_HELPER=y"));
        QCOMPARE(fixed.status, 1);
        CONTAINS(fixed.errors, "no prompt");
        CONTAINS(fixed.errors, "Config.uk:");
        QCOMPARE(bench.config(), before);
    }

    void badInputNamesFileAndLine()
    {
        const Bench bench;
        QVERIFY(test::writeFile(bench.app() + QStringLiteral("/.config"),
                                "CONFIG_GONE=y\nCONFIG_LIBFIRST=maybe\n"));
        const Outcome odd = bench.kiln(bench.command(QStringLiteral("config")));
        QCOMPARE(odd.status, 0);
        CONTAINS(odd.errors, "/app/.config:1:");
        CONTAINS(odd.errors, "GONE");
        CONTAINS(odd.errors, "/app/.config:2:");
        QVERIFY(test::writeFile(bench.app() + QStringLiteral("/Config.uk"),
                                "config X\n\tbool \"x\"\n\tdefualt y\n"));
        const Outcome broken = bench.kiln(bench.command(QStringLiteral("config")));
        QCOMPARE(broken.status, 1);
        CONTAINS(broken.errors, "/app/Config.uk:3:");
        CONTAINS(broken.errors, "defualt");
    }

    void untrustedTreesRunNothing()
    {
        const Bench bench;
        const QString mark = bench.path(QStringLiteral("ran"));
        QVERIFY(test::writeFile(bench.app() + QStringLiteral("/Config.uk"),
                                "config X\n\tstring \"x\"\n\tdefault \"$(shell,touch " +
                                    mark.toUtf8() + ")\"\n"));
        const Outcome careful =
            bench.kiln(bench.command(QStringLiteral("config"), {QStringLiteral("--list")}));
        QCOMPARE(careful.status, 0);
        CONTAINS(careful.errors, "--trust");
        QVERIFY(!QFileInfo::exists(mark));
        QCOMPARE(bench
                     .kiln(bench.command(QStringLiteral("config"),
                                         {QStringLiteral("--list"), QStringLiteral("--trust")}))
                     .status,
                 0);
        QVERIFY(QFileInfo::exists(mark));
    }

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

    void linuxTrees()
    {
        const Bench bench;
        const test::LinuxWorkspace linux;
        const auto kiln = [&](const QString &arguments) {
            return bench.kiln(QStringList(QStringLiteral("config"))
                              << linux.tree() << arguments.split(u' ', Qt::SkipEmptyParts));
        };
        // Without trust, all can be read and nothing saved.
        const Outcome untrusted = kiln(QStringLiteral("--arch arm64 --get COMPILER_NUMBER"));
        QCOMPARE(untrusted.status, 0);
        QCOMPARE(untrusted.output, QStringLiteral("0\n"));
        CONTAINS(untrusted.errors, "3 commands of the tree were not run");
        QCOMPARE(kiln(QStringLiteral("--arch arm64 --set NET=m")).status, 1);

        const Outcome set = kiln(QStringLiteral(
            "--arch arm64 --trust --variable CC_VERSION_TEXT=mine --set NET_DEBUG=y"));
        QCOMPARE(set.status, 0);
        CONTAINS(set.output, "/arch/arm64/configs/defconfig");
        const QByteArray config = test::contents(linux.tree() + QStringLiteral("/.config"));
        QVERIFY(config.contains("# Linux/arm64 6.1.7-rc2 Kernel Configuration\n"));
        QVERIFY(config.contains("CONFIG_NET_DEBUG=y\n"));
        QVERIFY(config.contains("CONFIG_COMPILER_TEXT=\"<mine>\"\n"));
        QVERIFY(config.contains("CONFIG_COMPILER_NUMBER=120345\n"));
        QCOMPARE(kiln(QStringLiteral("--get ARM64")).output, QStringLiteral("y\n"));

        // A defconfig in place of the folder.
        const Outcome taken =
            bench.kiln({QStringLiteral("config"),
                        linux.tree() + QStringLiteral("/arch/x86/configs/i386_defconfig")});
        QCOMPARE(taken.status, 0);
        CONTAINS(taken.output, "i386_defconfig");
        CONTAINS(taken.output, "MODULES: n -> y");
        QVERIFY(test::contents(linux.tree() + QStringLiteral("/.config"))
                    .contains("# Linux/i386 6.1.7-rc2 Kernel Configuration\n"));

        const Outcome vax = kiln(QStringLiteral("--arch vax"));
        QCOMPARE(vax.status, 4);
        CONTAINS(vax.errors, "Name one of arm64, i386");
        QCOMPARE(kiln(QStringLiteral("--variable =1")).status, 2);
        for (const char *command : {"build", "run", "clean"}) {
            const Outcome refused = bench.kiln({QString::fromLatin1(command), linux.tree()});
            QCOMPARE(refused.status, 4);
            CONTAINS(refused.errors, "does not build or boot it");
        }
        const Outcome arch = bench.kiln(bench.command(
            QStringLiteral("config"), {QStringLiteral("--arch"), QStringLiteral("arm64")}));
        QCOMPARE(arch.status, 4);
        CONTAINS(arch.errors, "Leave --arch out");
    }
};

QTEST_GUILESS_MAIN(KilnTest)
#include "kiln_test.moc"
