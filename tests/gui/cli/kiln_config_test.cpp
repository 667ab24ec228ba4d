// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kiln config` as a user meets it.

#include "kiln_fixture.h"

using namespace kiln;
using test::Bench;
using test::Outcome;

class KilnConfigTest : public QObject
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

    void symbolsAreFoundAndRenamed()
    {
        const Bench bench;
        const auto symbol = [&](const QStringList &options) {
            return bench.kiln(bench.command(QStringLiteral("symbol"), options));
        };
        const Outcome found = symbol({QStringLiteral("--find"), QStringLiteral("CONFIG_LIBFIRST")});
        QCOMPARE(found.status, 0);
        CONTAINS(found.output, ": definition: config LIBFIRST\n");
        const QString wish = QStringLiteral("LIBFIRST=LIBPRIME");
        const Outcome shown = symbol({QStringLiteral("--rename"), wish});
        QCOMPARE(shown.status, 0);
        CONTAINS(shown.output, "  + config LIBPRIME\n");
        CONTAINS(shown.errors, "--apply");
        QCOMPARE(symbol({QStringLiteral("--find"), QStringLiteral("LIBPRIME")}).status, 1);
        const Outcome renamed =
            symbol({QStringLiteral("--rename"), wish, QStringLiteral("--apply")});
        QCOMPARE(renamed.status, 0);
        const Outcome none = symbol({QStringLiteral("--find"), QStringLiteral("LIBFIRST")});
        QCOMPARE(none.status, 1);
        CONTAINS(none.errors, "Nothing names LIBFIRST");
        QCOMPARE(symbol({}).status, 2);
        QCOMPARE(symbol({QStringLiteral("--rename"), QStringLiteral("LIBPRIME")}).status, 2);
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

QTEST_GUILESS_MAIN(KilnConfigTest)
#include "kiln_config_test.moc"
