// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Folders with Kconfig files that are neither an application nor Linux.
#include "session_fixture.h"

#include <QTemporaryDir>

using namespace kiln;

class PlainKconfigTest : public QObject
{
    Q_OBJECT

private slots:
    void variables()
    {
        const QTemporaryDir folder;
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("Kconfig")),
                                "config HERE\n\tbool \"Here\"\n"
                                "source \"$(BOARD_DIR)/Kconfig.board\"\n"
                                "source \"$(srctree)/sub/Kconfig\"\n"));
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("sub/Kconfig")),
                                "config SUB\n\tdef_bool y\n"));
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("boards/a/Kconfig.board")),
                                "config BOARD\n\tstring\n\tdefault \"$(BOARD_DIR)\"\n"));
        auto project = openProject(folder.path());
        QVERIFY(project);
        ConfigSession session;
        QVERIFY(test::load(session, *project));
        QVERIFY(test::symbol(session, "SUB").isValid());
        QVERIFY(session.isIncomplete());
        QCOMPARE(session.diagnostics().size(), 1);
        const ConfigDiagnostic &missing = session.diagnostics().constFirst();
        QCOMPARE(missing.severity, kconfig::Severity::error);
        QCOMPARE(missing.line, 3);
        QVERIFY(missing.message.contains(QStringLiteral("BOARD_DIR is not set")));
        QVERIFY(missing.hint.contains(QStringLiteral("--variable BOARD_DIR=")));
        QCOMPARE(session.unsetVariables(), QStringList(QStringLiteral("BOARD_DIR")));
        QVERIFY(!session.save());

        ProjectOptions options;
        options.variables = {{QStringLiteral("BOARD_DIR"), QStringLiteral("boards/a")}};
        project = openProject(folder.path(), options);
        QVERIFY(project);
        QVERIFY(test::load(session, *project));
        QVERIFY(session.diagnostics().isEmpty());
        QCOMPARE(test::value(session, "BOARD"), QStringLiteral("boards/a"));
        QVERIFY(session.save());
        QVERIFY(test::contents(folder.filePath(QStringLiteral(".config")))
                    .contains("CONFIG_BOARD=\"boards/a\"\n"));
    }

    void theProcessesOwnVariablesStayOut()
    {
        const QTemporaryDir folder;
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("Kconfig")),
                                "config SECRET\n\tstring\n\tdefault \"<$(KILN_TEST_SECRET)>\"\n"));
        qputenv("KILN_TEST_SECRET", "hidden");
        ConfigSession session;
        QVERIFY(test::load(session, *openProject(folder.path())));
        qunsetenv("KILN_TEST_SECRET");
        QCOMPARE(test::value(session, "SECRET"), QStringLiteral("<>"));
    }

    void commandsRunInTheFolderOnceTrusted()
    {
        const QTemporaryDir folder;
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("Kconfig")),
                                "config SAYS\n\tstring\n\tdefault \"$(shell,cat answer)\"\n"));
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("answer")), "42\n"));
        const auto project = openProject(folder.path());
        QVERIFY(project);
        QVERIFY(!project->isBuildable());
        ConfigSession session;
        QVERIFY(test::load(session, *project, false));
        QCOMPARE(session.refusedShells(), 1);
        QCOMPARE(test::value(session, "SAYS"), QString());
        QVERIFY(test::load(session, *project, true));
        QCOMPARE(test::value(session, "SAYS"), QStringLiteral("42"));
    }

    void startsFromADefconfig()
    {
        const QTemporaryDir folder;
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("Config.in")),
                                "config A\n\tbool \"A\"\n"));
        QVERIFY(test::writeFile(folder.filePath(QStringLiteral("defconfig")), "CONFIG_A=y\n"));
        ConfigSession session;
        QVERIFY(test::load(session, *openProject(folder.path())));
        QCOMPARE(test::value(session, "A"), QStringLiteral("y"));
        QCOMPARE(QFileInfo(session.startedFrom()).fileName(), QStringLiteral("defconfig"));
    }
};

QTEST_GUILESS_MAIN(PlainKconfigTest)
#include "plain_kconfig_test.moc"
