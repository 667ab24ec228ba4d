// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program `kiln` as a user meets it: what it prints and with which status it ends.

#include "fixture.h"

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

    void wrongUsage()
    {
        const Bench bench;
        QCOMPARE(bench.kiln({}).status, 2);
        const Outcome unknown = bench.kiln({QStringLiteral("bake"), bench.app()});
        QCOMPARE(unknown.status, 2);
        CONTAINS(unknown.errors, "config, build, run, clean");
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
