// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/project_location.h"

#include "tree_fixture.h"

using namespace kiln;

class ProjectLocationTest : public QObject
{
    Q_OBJECT

private slots:
    void application()
    {
        const test::Workspace workspace;
        const QString app = QFileInfo(workspace.app()).canonicalFilePath();
        for (const char *name : {"", "/Config.uk", "/Makefile.uk", "/main.c"}) {
            const auto found = locateProject(workspace.app() + QLatin1String(name));
            QVERIFY2(found, name);
            QCOMPARE(found->kind, ProjectKind::application);
            QCOMPARE(found->directory, app);
            QVERIFY(found->configFile.isEmpty());
        }
        QVERIFY(test::writeFile(workspace.app() + QStringLiteral("/other"), "CONFIG_LIBFIRST=y\n"));
        const auto other = locateProject(workspace.app() + QStringLiteral("/other"));
        QVERIFY(other);
        QCOMPARE(other->directory, app);
        QCOMPARE(other->configFile, workspace.app() + QStringLiteral("/other"));
    }

    void linuxTree()
    {
        const test::LinuxWorkspace workspace;
        QVERIFY(workspace.isValid());
        for (const char *name : {"", "/Kconfig", "/drivers/Kconfig", "/scripts/Kconfig.include",
                                 "/arch/x86/Kconfig", "/drivers", "/arch"}) {
            const auto found = locateProject(workspace.tree() + QLatin1String(name));
            QVERIFY2(found, name);
            QCOMPARE(found->kind, ProjectKind::linuxTree);
            QCOMPARE(found->directory, workspace.canonicalTree());
            QCOMPARE(found->rootFile, QStringLiteral("Kconfig"));
            QVERIFY(found->buildDirectory.isEmpty());
        }
    }

    void buildFolderOfLinux()
    {
        const test::LinuxWorkspace workspace;
        const QString build = workspace.path(QStringLiteral("build"));
        QVERIFY(QDir().mkpath(build));
        QVERIFY(!locateProject(build));
        // As the tree's own make leaves it.
        QVERIFY(test::writeFile(build + QStringLiteral("/Makefile"),
                                "include " + workspace.canonicalTree().toUtf8() + "/Makefile\n"));
        const auto byMakefile = locateProject(build);
        QVERIFY(byMakefile);
        QCOMPARE(byMakefile->kind, ProjectKind::linuxTree);
        QCOMPARE(byMakefile->directory, workspace.canonicalTree());
        QCOMPARE(byMakefile->buildDirectory, QFileInfo(build).canonicalFilePath());
        QVERIFY(QFile::remove(build + QStringLiteral("/Makefile")));
        QVERIFY(QFile::link(workspace.tree(), build + QStringLiteral("/source")));
        QCOMPARE(locateProject(build), byMakefile);
        QVERIFY(test::writeFile(build + QStringLiteral("/.config"), "CONFIG_NET=y\n"));
        const auto config = locateProject(build + QStringLiteral("/.config"));
        QVERIFY(config);
        QCOMPARE(config->directory, workspace.canonicalTree());
        QCOMPARE(config->configFile, build + QStringLiteral("/.config"));
    }

    void defconfigNamesTheArchitecture()
    {
        const test::LinuxWorkspace workspace;
        const struct
        {
            const char *file;
            const char *architecture;
        } cases[] = {{"arch/arm64/configs/defconfig", "arm64"},
                     {"arch/x86/configs/i386_defconfig", "i386"},
                     {"arch/x86/configs/x86_64_defconfig", "x86_64"},
                     {"arch/um/configs/x86_64_defconfig", "um"}};
        for (const auto &each : cases) {
            const QString file = workspace.canonicalTree() + u'/' + QLatin1String(each.file);
            const auto found = locateProject(file);
            QVERIFY2(found, each.file);
            QCOMPARE(found->valuesFile, file);
            QVERIFY(found->configFile.isEmpty());
            QCOMPARE(found->architecture, QLatin1String(each.architecture));
        }
    }

    void plainKconfig()
    {
        const QTemporaryDir scratch;
        const QString folder = QFileInfo(scratch.path()).canonicalFilePath();
        QVERIFY(test::writeFile(folder + QStringLiteral("/Config.in"), "config A\n\tbool \"A\"\n"));
        QCOMPARE(locateProject(folder)->rootFile, QStringLiteral("Config.in"));
        QVERIFY(test::writeFile(folder + QStringLiteral("/Kconfig"), "config A\n\tbool \"A\"\n"));
        QVERIFY(test::writeFile(folder + QStringLiteral("/sub/Kconfig.net"),
                                "config B\n\tbool \"B\"\n"));
        const auto found = locateProject(folder);
        QVERIFY(found);
        QCOMPARE(found->kind, ProjectKind::kconfig);
        QCOMPARE(found->rootFile, QStringLiteral("Kconfig"));
        const auto file = locateProject(folder + QStringLiteral("/sub/Kconfig.net"));
        QVERIFY(file);
        QCOMPARE(file->directory, folder + QStringLiteral("/sub"));
        QCOMPARE(file->rootFile, QStringLiteral("Kconfig.net"));
        QVERIFY(test::writeFile(folder + QStringLiteral("/sub/board.config"), "CONFIG_A=y\n"));
        const auto config = locateProject(folder + QStringLiteral("/sub/board.config"));
        QVERIFY(config);
        QCOMPARE(config->directory, folder);
        QCOMPARE(config->configFile, folder + QStringLiteral("/sub/board.config"));
    }

    /// U-Boot's shape: everything of Linux, but no architecture that make would have to name.
    void otherProjectsShapedLikeLinux()
    {
        const test::LinuxWorkspace workspace;
        QVERIFY(test::writeFile(workspace.tree() + QStringLiteral("/arch/Kconfig"),
                                "source \"arch/arm64/Kconfig\"\n"));
        const auto found = locateProject(workspace.tree());
        QVERIFY(found);
        QCOMPARE(found->kind, ProjectKind::kconfig);
    }

    void whatCannotBeOpened()
    {
        const QTemporaryDir scratch;
        const auto empty = locateProject(scratch.path());
        QVERIFY(!empty);
        QVERIFY(empty.error().what.contains(QStringLiteral("no Kconfig file")));
        QVERIFY(test::writeFile(scratch.filePath(QStringLiteral("picture.png")), "\x89PNG"));
        const auto picture = locateProject(scratch.filePath(QStringLiteral("picture.png")));
        QVERIFY(!picture);
        QVERIFY(picture.error().what.contains(QStringLiteral("neither a Kconfig file")));
        QVERIFY(test::writeFile(scratch.filePath(QStringLiteral("saved")), "CONFIG_A=y\n"));
        const auto stray = locateProject(scratch.filePath(QStringLiteral("saved")));
        QVERIFY(!stray);
        QVERIFY(stray.error().remedy.contains(QStringLiteral("import")));
        const auto gone = locateProject(scratch.filePath(QStringLiteral("gone")));
        QVERIFY(!gone);
        QCOMPARE(gone.error().where, scratch.filePath(QStringLiteral("gone")));
    }
};

QTEST_GUILESS_MAIN(ProjectLocationTest)
#include "project_location_test.moc"
