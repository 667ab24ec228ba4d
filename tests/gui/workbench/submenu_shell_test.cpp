// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/submenu_shell.h"

#include "fixture.h"

using namespace kiln;

class SubmenuShellTest : public QObject
{
    Q_OBJECT

private slots:
    void listsFolders()
    {
        const test::Workspace workspace;
        const QString out = workspace.path(QStringLiteral("out"));
        QDir().mkpath(out);
        int refused = 0;
        const auto shell = submenuShell(workspace.tree(), out, &refused);
        const QString tree = workspace.tree();
        const auto result = shell(
            QStringLiteral("%1/support/build/config-submenu.sh -q -o '%2/libs.uk' -r '%1/lib' -l "
                           "'%1/lib' -c '%3:/nonexistent' -e '%1/lib/second'")
                .arg(tree, out, workspace.app())
                .toStdString());
        QCOMPARE(refused, 0);
        QCOMPARE(result.exitStatus, 0);
        QCOMPARE(QString::fromStdString(result.output), out + QStringLiteral("/libs.uk\n"));
        const QByteArray text = test::contents(out + QStringLiteral("/libs.uk"));
        const QByteArray first = "source \"" + tree.toUtf8() + "/lib/first/Config.uk\"\n";
        const QByteArray app = "source \"" + workspace.app().toUtf8() + "/Config.uk\"\n";
        QVERIFY(text.endsWith(first + app));
        QVERIFY(!text.contains("second"));
    }

    void menuWithTitle()
    {
        const test::Workspace workspace;
        int refused = 0;
        const auto shell = submenuShell(workspace.tree(), workspace.app(), &refused);
        (void)shell(QStringLiteral("%1/support/build/config-submenu.sh -q -o '%2/app.uk' -t \"The "
                                   "Application\" -l '%2'")
                        .arg(workspace.tree(), workspace.app())
                        .toStdString());
        const QByteArray text = test::contents(workspace.app() + QStringLiteral("/app.uk"));
        QVERIFY(text.contains("menu \"The Application\"\nsource "));
        QVERIFY(text.endsWith("endmenu\n"));
    }

    void comparison()
    {
        int refused = 0;
        const auto shell = submenuShell(QStringLiteral("/t"), QStringLiteral("/o"), &refused);
        QCOMPARE(shell("test /a = /a && echo y || echo n").output, std::string("y\n"));
        QCOMPARE(shell("test /a = /b && echo y || echo n").output, std::string("n\n"));
        QCOMPARE(refused, 0);
    }

    void runsNothing()
    {
        const test::Workspace workspace;
        int refused = 0;
        const auto shell = submenuShell(workspace.tree(), workspace.app(), &refused);
        const QString mark = workspace.path(QStringLiteral("mark"));
        const QString script =
            workspace.tree() + QStringLiteral("/support/build/config-submenu.sh");
        const QStringList commands{
            QStringLiteral("touch ") + mark,
            QStringLiteral("test a = $(touch %1) && echo y || echo n").arg(mark),
            QStringLiteral("test a = a; touch %1 && echo y || echo n").arg(mark),
            script + QStringLiteral(" -q -o '%1/x.uk'; touch %2").arg(workspace.app(), mark),
            // Out of the folder that it may write to.
            script + QStringLiteral(" -q -o '%1' -l '/tmp'").arg(mark),
            script + QStringLiteral(" -q -o '%1/../mark' -l '/tmp'").arg(workspace.app()),
            script + QStringLiteral(" -z"),
            QStringLiteral("echo 'unbalanced"),
        };
        for (const QString &command : commands) {
            const auto result = shell(command.toStdString());
            QVERIFY2(result.output.empty(), qPrintable(command));
        }
        QCOMPARE(refused, int(commands.size()));
        QVERIFY(!QFileInfo::exists(mark));
    }
};

QTEST_GUILESS_MAIN(SubmenuShellTest)
#include "submenu_shell_test.moc"
