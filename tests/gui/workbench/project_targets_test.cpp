// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_targets.h"

#include "workbench/config_tree.h"
#include "workbench/kraft_settings.h"
#include "workbench/project_libraries.h"
#include "workbench/wanted_config.h"

#include "fixture.h"

#include <QStandardPaths>

using namespace kiln;

class ProjectTargetsTest : public QObject
{
    Q_OBJECT

    static bool writeKraftfile(const test::Workspace &workspace, const QByteArray &text)
    {
        return test::writeFile(workspace.app() + QStringLiteral("/Kraftfile"),
                               "spec: v0.6\n" + text);
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void filesAreItsOwn()
    {
        const test::Workspace workspace;
        QVERIFY(projectTargets(workspace.app())->isEmpty());
        QVERIFY(writeKraftfile(workspace, "targets:\n- qemu/x86_64\n- qemu/x86_64\n"
                                          "- {name: ../a b, platform: fc, architecture: amd64}\n"
                                          "- {name: .., platform: kvm, architecture: arm64}\n"));
        const auto targets = projectTargets(workspace.app());
        QVERIFY(targets);
        QStringList names;
        const QString folder = QFileInfo(workspace.app()).canonicalFilePath();
        for (const ProjectTarget &target : *targets) {
            names.append(target.name);
            QCOMPARE(QFileInfo(target.configFile).path(), folder);
            QCOMPARE(QDir::cleanPath(target.buildDirectory), target.buildDirectory);
            QCOMPARE(QFileInfo(target.buildDirectory).path(), folder);
        }
        QCOMPARE(names, QStringList({"qemu-x86_64", "qemu-x86_64-2", ".._a_b", ".."}));
        QCOMPARE(findTarget(folder, QStringLiteral("qemu/x86_64"))->name, names[0]);
        const auto none = findTarget(folder, QStringLiteral("xen/x86_64"));
        QVERIFY(!none && none.error().remedy.contains(names[1]));
    }

    void selection()
    {
        const test::Workspace workspace;
        QVERIFY(writeKraftfile(workspace, "targets: [qemu/x86_64, qemu/arm64]\n"));
        ProjectOptions options;
        options.tree = workspace.tree();
        QCOMPARE(optionsForTarget(workspace.app(), options, {})->configFile, QString());
        QVERIFY(selectTarget(workspace.app(), QStringLiteral("qemu/arm64")));
        QCOMPARE(selectedTarget(workspace.app()), QStringLiteral("qemu-arm64"));
        const auto chosen = optionsForTarget(workspace.app(), options, {});
        QVERIFY(chosen);
        const Project project = *openProject(workspace.app(), *chosen);
        QCOMPARE(project.configFile, project.directory + QStringLiteral("/.config.qemu-arm64"));
        QCOMPARE(project.buildDirectory, project.directory + QStringLiteral("/build-qemu-arm64"));
        QCOMPARE(targetOfProject(project)->name, QStringLiteral("qemu-arm64"));
        // What is named comes before what was chosen.
        QVERIFY(optionsForTarget(workspace.app(), options, QStringLiteral("qemu-x86_64"))
                    ->configFile.endsWith(QStringLiteral("x86_64")));
        options.configFile = QStringLiteral("/own");
        QCOMPARE(optionsForTarget(workspace.app(), options, {})->configFile, options.configFile);
        QVERIFY(!selectTarget(workspace.app(), QStringLiteral("nope")));
        // A choice that is gone is told, not passed over.
        QVERIFY(writeKraftfile(workspace, "targets: [qemu/x86_64]\n"));
        const auto gone = optionsForTarget(workspace.app(), {}, {});
        QVERIFY(!gone && gone.error().remedy.contains(QStringLiteral("--none")));
        QVERIFY(selectTarget(workspace.app(), {}));
        QVERIFY(optionsForTarget(workspace.app(), {}, {}));
        QVERIFY(selectedTarget(workspace.app()).isEmpty());
    }

    void kraftfileValuesHaveTheirPlace()
    {
        const test::Workspace workspace;
        QVERIFY(writeKraftfile(workspace, "unikraft:\n  kconfig:\n    CONFIG_APPFIXTURE_GREET: n\n"
                                          "    CONFIG_NOBODY: y\n"
                                          "targets:\n- name: loud\n  platform: qemu\n"
                                          "  architecture: x86_64\n"
                                          "  kconfig: [CONFIG_APPFIXTURE_GREET=y]\n"));
        Project project = workspace.project();
        const auto wanted = wantedSettings(project);
        QVERIFY(wanted);
        QCOMPARE(wanted->size(), 2);
        const QString path = project.directory + QStringLiteral("/Kraftfile");
        QCOMPARE(wanted->first().place, path + QStringLiteral(":4:5"));

        ConfigTree tree(project, true);
        auto loaded = tree.read();
        QVERIFY(loaded);
        const auto effects = applyKraftSettings(loaded->configuration, *wanted);
        QCOMPARE(effects.size(), 2);
        QCOMPARE(effects[0].before, QStringLiteral("y"));
        QVERIFY2(effects[0].hasChanged(), qPrintable(effects[0].why));
        QVERIFY(effects[0].text().contains(path + QStringLiteral(":4:5")));
        QVERIFY(effects[1].why.contains(QStringLiteral("no option")));
        QVERIFY(effects[1].text().startsWith(path + QStringLiteral(":5:5")));
        // Of a target, what it says itself comes last.
        project.configFile = projectTargets(project.directory)->first().configFile;
        const auto loud = wantedSettings(project);
        const auto again = applyKraftSettings(loaded->configuration, *loud);
        QCOMPARE(again[1].setting.place, path + QStringLiteral(":10:13"));
        QCOMPARE(again[1].now, QStringLiteral("y"));
    }

    void librariesStayInTheApplication()
    {
        const test::Workspace workspace;
        QVERIFY(writeKraftfile(workspace, "libraries:\n  one: stable\n  two: {version: x}\n"));
        const QString folder =
            QFileInfo(workspace.app()).canonicalFilePath() + QStringLiteral("/.unikraft/libs/");
        QVERIFY(presentLibraries(workspace.app()).isEmpty());
        QVERIFY(test::writeFile(folder + QStringLiteral("one/Makefile.uk"), "\n"));
        QCOMPARE(presentLibraries(workspace.app()), QStringList{folder + QStringLiteral("one")});
        // A link out of what is trusted is none.
        QVERIFY(test::writeFile(workspace.path(QStringLiteral("out/Makefile.uk")), "\n"));
        QVERIFY(QFile::link(workspace.path(QStringLiteral("out")), folder + QStringLiteral("two")));
        QCOMPARE(presentLibraries(workspace.app()).size(), 1);
        QVERIFY(writeKraftfile(workspace, "libraries:\n  ../../out: stable\n"));
        const auto evil = projectLibraries(workspace.app());
        QVERIFY(!evil && evil.error().where.endsWith(QStringLiteral(":3:3")));
    }
};

QTEST_GUILESS_MAIN(ProjectTargetsTest)
#include "project_targets_test.moc"
