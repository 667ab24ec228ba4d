// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/config_tree.h"

#include "fixture.h"

using namespace kiln;

namespace {

QString value(const LoadedConfig &loaded, const char *name)
{
    const kconfig::SymbolId symbol = loaded.configuration.model().find(name);
    return symbol.isValid() ? QString::fromStdString(loaded.configuration.value(symbol))
                            : QStringLiteral("<none>");
}

} // namespace

class ConfigTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatChangedIsReadAgain()
    {
        const test::Workspace workspace;
        ConfigTree tree(workspace.project(), true);
        const auto first = tree.read();
        QVERIFY(first);
        QVERIFY(first->effort.filesRead > 3);
        tree.prepare();
        const auto second = tree.read();
        QVERIFY(second);
        QVERIFY(!second->effort.isNewModel);
        QCOMPARE(second->effort.filesRead, std::size_t(0));
        QCOMPARE(second->effort.filesLookedAt, std::size_t(0));
        QCOMPARE(&second->configuration.model(), &first->configuration.model());

        QVERIFY(test::writeFile(workspace.app() + QStringLiteral("/Config.uk"),
                                "config APPFIXTURE_OTHER\n\tbool \"Other\"\n\tdefault y\n"));
        const auto third = tree.read();
        QVERIFY(third);
        QCOMPARE(third->effort.filesRead, std::size_t(1));
        QCOMPARE(third->effort.filesReused, first->effort.filesRead - 1);
        QCOMPARE(value(*third, "APPFIXTURE_OTHER"), QStringLiteral("y"));
        QCOMPARE(value(*third, "APPFIXTURE_GREET"), QStringLiteral("<none>"));
        QCOMPARE(value(*first, "APPFIXTURE_GREET"), QStringLiteral("y"));
    }

    void valuesComeFromTheFileEachTime()
    {
        const test::Workspace workspace;
        const Project project = workspace.project();
        ConfigTree tree(project, true);
        QVERIFY(test::writeFile(project.configFile, "CONFIG_LIBFIRST=y\n"));
        const auto first = tree.read();
        QVERIFY(first);
        QCOMPARE(value(*first, "LIBFIRST"), QStringLiteral("y"));
        QVERIFY(test::writeFile(project.configFile, "CONFIG_LIBFIRST=y\nCONFIG_LIBFIRST_SIZE=5\n"));
        const QString source = workspace.app() + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(source, test::contents(source) + "\nconfig APPFIXTURE_NEW\n\tbool "
                                                                 "\"New\"\n"));
        const auto second = tree.read();
        QVERIFY(second);
        QCOMPARE(second->effort.filesRead, std::size_t(1));
        QCOMPARE(value(*second, "LIBFIRST_SIZE"), QStringLiteral("5"));
        QCOMPARE(value(*second, "APPFIXTURE_NEW"), QStringLiteral("n"));
    }

    void aLibraryThatIsAdded()
    {
        const test::Workspace workspace;
        ConfigTree tree(workspace.project(), true);
        QVERIFY(tree.read());
        tree.prepare();
        QVERIFY(test::writeFile(workspace.tree() + QStringLiteral("/lib/added/Config.uk"),
                                "config LIBADDED\n\tbool \"Added\"\n"));
        QVERIFY(test::writeFile(workspace.tree() + QStringLiteral("/lib/added/Makefile.uk"), "\n"));
        const auto second = tree.read();
        QVERIFY(second);
        QCOMPARE(value(*second, "LIBADDED"), QStringLiteral("n"));
        QVERIFY(second->effort.filesReused > 2);
        QVERIFY(QDir(workspace.tree() + QStringLiteral("/lib/added")).removeRecursively());
        const auto third = tree.read();
        QVERIFY(third);
        QCOMPARE(value(*third, "LIBADDED"), QStringLiteral("<none>"));
        QVERIFY(!third->treeHasErrors);
    }

    void refusedCommandsAreCountedOnce()
    {
        const test::Workspace workspace;
        const QString source = workspace.app() + QStringLiteral("/Config.uk");
        QVERIFY(test::writeFile(source, "config APPFIXTURE_GREET\n\tbool \"Greet\"\n\tdefault "
                                        "$(shell,false)\n"));
        ConfigTree tree(workspace.project(), false);
        for (int i = 0; i < 3; ++i) {
            const auto loaded = tree.read();
            QVERIFY(loaded);
            QCOMPARE(loaded->refusedShells, 1);
        }
        QVERIFY(test::writeFile(source, "config APPFIXTURE_GREET\n\tbool \"Greet\"\n"));
        const auto without = tree.read();
        QVERIFY(without);
        QCOMPARE(without->refusedShells, 0);
        QVERIFY(test::writeFile(source, "config APPFIXTURE_GREET\n\tbool \"Greet\"\n\tdefault "
                                        "$(shell,false)\n"));
        const auto again = tree.read();
        QVERIFY(again);
        QCOMPARE(again->refusedShells, 1);
    }

    void onlyCommandsWhoseInputsChangedRunAgain()
    {
        const test::Workspace workspace;
        const QString input = workspace.path(QStringLiteral("input"));
        QVERIFY(test::writeFile(input, "one"));
        QVERIFY(test::writeFile(workspace.app() + QStringLiteral("/Config.uk"),
                                "config APPFIXTURE_TEXT\n\tstring \"Text\"\n\tdefault "
                                "\"$(shell,cat " +
                                    input.toUtf8() + ")\"\n"));
        ConfigTree tree(workspace.project(), true);
        const auto first = tree.read();
        QVERIFY(first);
        QCOMPARE(value(*first, "APPFIXTURE_TEXT"), QStringLiteral("one"));
        QVERIFY(test::writeFile(input, "two, and longer"));
        const auto second = tree.read();
        QVERIFY(second);
        QCOMPARE(value(*second, "APPFIXTURE_TEXT"), QStringLiteral("two, and longer"));
        QCOMPARE(second->effort.filesRead, std::size_t(1));
    }

    void aReadThatWasCancelled()
    {
        const test::Workspace workspace;
        ConfigTree tree(workspace.project(), true);
        QVERIFY(!tree.read([] { return true; }));
        const auto loaded = tree.read();
        QVERIFY(loaded);
        QCOMPARE(value(*loaded, "APPFIXTURE_GREET"), QStringLiteral("y"));
    }
};

QTEST_GUILESS_MAIN(ConfigTreeTest)
#include "config_tree_test.moc"
