// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project.h"

#include "workbench/dot_config.h"
#include "workbench/kconfig_lists.h"

#include "fixture.h"

using namespace kiln;

class ProjectTest : public QObject
{
    Q_OBJECT

private slots:
    void kernelTree()
    {
        const auto tree = openKernelTree(test::dataPath(QStringLiteral("tree")));
        QVERIFY(tree);
        QCOMPARE(tree->kind, KernelTree::Kind::bundled);
        QCOMPARE(tree->version, QStringLiteral("0.17.3"));
        QCOMPARE(tree->codename, QStringLiteral("Fixture"));
        const auto none = openKernelTree(test::dataPath(QStringLiteral("app")));
        QVERIFY(!none);
        QVERIFY(none.error().what.contains(QStringLiteral("no version.mk")));
    }

    void upstreamTreeIsRecognised()
    {
        const test::Workspace workspace;
        QVERIFY(test::writeFile(workspace.tree() + QStringLiteral("/Config.uk"),
                                "source \"$(shell,support/build/config-submenu.sh -q)\"\n"));
        const auto tree = openKernelTree(workspace.tree());
        QVERIFY(tree);
        QCOMPARE(tree->kind, KernelTree::Kind::upstream);
    }

    void opens()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        QCOMPARE(project.name, QStringLiteral("app"));
        QCOMPARE(project.configFile, project.directory + QStringLiteral("/.config"));
        QCOMPARE(project.buildDirectory, project.directory + QStringLiteral("/build"));
        QVERIFY(workspace.configure());
        QVERIFY(test::writeFile(project.configFile,
                                "CONFIG_UK_NAME=\"shop\"\nCONFIG_UK_ARCH=\"arm64\"\n"));
        QCOMPARE(project.imagePath(), project.buildDirectory + QStringLiteral("/shop_qemu-arm64"));
        QCOMPARE(project.debugImagePath(QStringLiteral("x86_64")),
                 project.buildDirectory + QStringLiteral("/shop_qemu-x86_64.dbg"));
        QCOMPARE(workspace.project().name, QStringLiteral("shop"));
    }

    /// Of several lines the last counts, and only what begins a line is one.
    void singleValues()
    {
        const test::Workspace workspace;
        const QString file = workspace.app() + QStringLiteral("/.config");
        QVERIFY(test::writeFile(file, "CONFIG_UK_NAME=\"old\"\n"
                                      "CONFIG_UK_ARCH=\"arm64\"\r\n"
                                      "  CONFIG_UK_NAME=\"a \\\"b\\\" c\"\n"
                                      "# CONFIG_UK_NAME=\"comment\"\n"
                                      "CONFIG_OTHER=\"CONFIG_UK_NAME=y\"\n"
                                      "CONFIG_MY_CONFIG_UK_ARCH=y\n"
                                      "# CONFIG_PLAT_KVM is not set\n"
                                      "CONFIG_LAST=0x10"));
        const auto values = readDotConfig(
            file, {QStringLiteral("UK_NAME"), QStringLiteral("UK_ARCH"), QStringLiteral("PLAT_KVM"),
                   QStringLiteral("LAST"), QStringLiteral("ABSENT")});
        const QHash<QString, QString> expected{
            {QStringLiteral("UK_NAME"), QStringLiteral("a \"b\" c")},
            {QStringLiteral("UK_ARCH"), QStringLiteral("arm64")},
            {QStringLiteral("LAST"), QStringLiteral("0x10")}};
        QCOMPARE(values, expected);
        QCOMPARE(dotConfigValue(file, QStringLiteral("OTHER")), QStringLiteral("CONFIG_UK_NAME=y"));
        QVERIFY(dotConfigValue(file + QStringLiteral(".none"), QStringLiteral("LAST")).isEmpty());
    }

    void treeOfTheConfiguration()
    {
        const test::Workspace workspace;
        QVERIFY(test::writeFile(workspace.app() + QStringLiteral("/.config"),
                                "CONFIG_UK_BASE=\"" + workspace.tree().toUtf8() + "\"\n"));
        const auto project = openProject(workspace.app());
        QVERIFY(project);
        QCOMPARE(project->tree.directory, QFileInfo(workspace.tree()).canonicalFilePath());
    }

    void noApplication()
    {
        const test::Workspace workspace;
        const QString empty = workspace.path(QStringLiteral("empty"));
        QDir().mkpath(empty);
        const auto folder = openProject(empty);
        QVERIFY(!folder);
        QVERIFY(folder.error().what.contains(QStringLiteral("no Makefile.uk")));
        QVERIFY(folder.error().remedy.contains(QStringLiteral("addlib")));
        QCOMPARE(folder.error().where, QFileInfo(empty).canonicalFilePath());

        const auto missing = openProject(workspace.path(QStringLiteral("gone")));
        QVERIFY(!missing);
        QCOMPARE(missing.error().what, QStringLiteral("There is no such file or folder"));
        const auto tree = openProject(workspace.tree());
        QVERIFY(!tree);
        QVERIFY(tree.error().what.contains(QStringLiteral("kernel tree")));
    }

    void libraries()
    {
        const test::Workspace workspace;
        ProjectOptions options;
        options.tree = workspace.tree();
        options.libraries = {workspace.app()};
        const auto good = openProject(workspace.app(), options);
        QVERIFY(good);
        QCOMPARE(good->libraries.size(), 1);
        options.libraries = {workspace.tree()};
        const auto bad = openProject(workspace.app(), options);
        QVERIFY(!bad);
        QVERIFY(bad.error().what.contains(QStringLiteral("no library")));
    }

    void environment()
    {
        const test::Workspace workspace;
        ProjectOptions options;
        options.tree = workspace.tree();
        options.libraries = {workspace.app()};
        const Project project = *openProject(workspace.app(), options);
        const auto environment = kconfigEnvironment(project, QStringLiteral("0.17.3~abc"));
        for (const char *name : {"UK_BASE",
                                 "UK_APP",
                                 "UK_CONFIG",
                                 "UK_FULLVERSION",
                                 "UK_CODENAME",
                                 "UK_ARCH",
                                 "UK_NAME",
                                 "HOST_ARCH",
                                 "BUILD_DIR",
                                 "KCONFIG_DIR",
                                 "KCONFIG_LIB_BASE",
                                 "KCONFIG_ELIB_DIRS",
                                 "KCONFIG_PLAT_BASE",
                                 "KCONFIG_EPLAT_DIRS",
                                 "KCONFIG_DRIV_BASE",
                                 "KCONFIG_EAPP_DIR",
                                 "KCONFIG_EXCLUDEDIRS",
                                 "KCONFIG_CONFIG",
                                 "KCONFIG_AUTOCONFIG",
                                 "KCONFIG_AUTOHEADER",
                                 "KCONFIG_TRISTATE",
                                 "CONFIG_"})
            QVERIFY2(environment.count(name) == 1, name);
        QCOMPARE(environment.count("srctree"), 0U);
        QCOMPARE(environment.at("UK_FULLVERSION"), std::string("0.17.3~abc"));
        QCOMPARE(environment.at("UK_BASE"), project.tree.directory.toStdString());
        QCOMPARE(environment.at("KCONFIG_ELIB_DIRS"), project.libraries[0].toStdString());
        QCOMPARE(
            environment.at("KCONFIG_AUTOHEADER"),
            (project.buildDirectory + QStringLiteral("/include/uk/bits/config.h")).toStdString());
    }

    void lists()
    {
        const test::Workspace workspace;
        ProjectOptions options;
        options.tree = workspace.tree();
        options.libraries = {workspace.app()};
        const Project project = *openProject(workspace.app(), options);
        const auto lists = kconfigLists(project);
        QCOMPARE(lists.keys(),
                 QStringList({QStringLiteral("app.uk"), QStringLiteral("drivers.uk"),
                              QStringLiteral("libs.uk"), QStringLiteral("plats.uk")}));
        const QByteArray app = project.directory.toUtf8();
        QCOMPARE(lists[QStringLiteral("libs.uk")], "# Written by the build; changes are lost.\n"
                                                   "source \"$(UK_BASE)/lib/*/Config.uk\"\n"
                                                   "source \"" +
                                                       app + "/Config.uk\"\n");
        QCOMPARE(lists[QStringLiteral("app.uk")], "# Written by the build; changes are lost.\n"
                                                  "menu \"Application Options\"\n"
                                                  "source \"" +
                                                      app + "/Config.uk\"\nendmenu\n");

        QVERIFY(prepareKconfig(project));
        const QString file = project.kconfigDirectory() + QStringLiteral("/libs.uk");
        QCOMPARE(test::contents(file), lists[QStringLiteral("libs.uk")]);
        const QDateTime written = QFileInfo(file).lastModified();
        QTest::qWait(20);
        QVERIFY(prepareKconfig(project));
        QCOMPARE(QFileInfo(file).lastModified(), written);
    }

    void buildFolderThatCannotBeMade()
    {
        const test::Workspace workspace;
        ProjectOptions options;
        options.tree = workspace.tree();
        // Nobody can make folders there, not even root.
        options.buildDirectory = QStringLiteral("/proc/kiln-build");
        const auto prepared = prepareKconfig(*openProject(workspace.app(), options));
        QVERIFY(!prepared);
        QVERIFY(prepared.error().where.startsWith(QStringLiteral("/proc/kiln-build")));
        QVERIFY(prepared.error().remedy.contains(QStringLiteral("--build-dir")));
    }

    void defaultConfig()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        QCOMPARE(defaultConfigFile(project), QString());
        const QString some = project.directory + QStringLiteral("/defconfigs/fc-x86_64");
        QVERIFY(test::writeFile(some, "CONFIG_LIBFIRST=y\n"));
        QCOMPARE(defaultConfigFile(project), some);
        const QString qemu = project.directory + QStringLiteral("/defconfigs/qemu-x86_64");
        QVERIFY(test::writeFile(qemu, "CONFIG_LIBFIRST=y\n"));
        QCOMPARE(defaultConfigFile(project), qemu);
        const QString own = project.directory + QStringLiteral("/defconfig");
        QVERIFY(test::writeFile(own, "CONFIG_LIBFIRST=y\n"));
        QCOMPARE(defaultConfigFile(project), own);
    }
};

QTEST_GUILESS_MAIN(ProjectTest)
#include "project_test.moc"
