// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A reload gives what a new load would, and does little more than what has changed.

#include "reloaded.h"

#include "kconfig/shell_cache.h"

#include <random>
#include <thread>

namespace kconfig::test {
namespace {

TEST(Reload, nothingChangedGivesTheSameModel)
{
    Reloaded reloaded;
    ReloadableTree &tree = reloaded.open();
    const auto model = tree.result().model;
    EXPECT_EQ(reloaded.reload().model, model);
    // Touched, and replaced by a file of the same text.
    reloaded.folder.write("a.uk", reloaded.folder.read("a.uk"));
    reloaded.folder.write("new", reloaded.folder.read("b.uk"));
    std::filesystem::rename(reloaded.folder.path("new"), reloaded.folder.path("b.uk"));
    EXPECT_EQ(reloaded.reload().model, model);
    EXPECT_FALSE(tree.effort().isNewModel);
    EXPECT_EQ(tree.effort().filesRead, 0U);
}

TEST(Reload, onlyTheChangedFileIsRead)
{
    Reloaded reloaded;
    ReloadableTree &tree = reloaded.open();
    const auto old = tree.result().model;
    reloaded.folder.write("a.uk", "config A\n\tbool \"A new\"\n\thelp\n\t  More.\n\nconfig A2\n"
                                  "\tdef_bool y\n");
    const LoadResult &result = reloaded.reload();
    EXPECT_NE(result.model, old);
    EXPECT_EQ(tree.effort().filesRead, 1U);
    EXPECT_EQ(tree.effort().filesReused, 2U);
    EXPECT_TRUE(result.model->find("A2").isValid());
    EXPECT_FALSE(old->find("A2").isValid()) << "who holds the old model keeps it";
    EXPECT_EQ(old->help(old->symbol(old->find("A")).nodes[0]), "About A.\n");
}

TEST(Reload, aHintIsEnough)
{
    Reloaded reloaded;
    ReloadableTree &tree = reloaded.open();
    reloaded.folder.write("a.uk", "config A\n\tbool \"hinted\"\n");
    tree.reload({reloaded.folder.path("a.uk")});
    EXPECT_EQ(tree.effort().filesRead, 1U);
    EXPECT_EQ(describe(tree.result()), describe(load(reloaded.options)));
    // A file nobody knows may be one that a pattern finds.
    reloaded.folder.write("b.uk", "config B\n\tbool \"unhinted\"\n");
    tree.reload({reloaded.folder.path("other")});
    EXPECT_EQ(describe(tree.result()), describe(load(reloaded.options)));
}

TEST(Reload, anEditorThatReplacesByRename)
{
    Reloaded reloaded;
    reloaded.open();
    for (int i = 0; i < 5; ++i) {
        reloaded.folder.write("a.uk~", "config A\n\tbool \"A" + std::to_string(i) + "\"\n");
        std::filesystem::rename(reloaded.folder.path("a.uk~"), reloaded.folder.path("a.uk"));
        const Model &model = *reloaded.reload().model;
        EXPECT_EQ(model.promptText(model.symbol(model.find("A")).nodes[0]),
                  "A" + std::to_string(i));
    }
}

TEST(Reload, aFileThatVanishesForAMoment)
{
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1}) {
        Reloaded reloaded(dialect);
        ReloadableTree &tree = reloaded.open();
        const auto good = tree.result().model;
        std::filesystem::rename(reloaded.folder.path("a.uk"), reloaded.folder.path("gone"));
        EXPECT_FALSE(reloaded.reload().model->find("A").isValid() &&
                     tree.result().model->symbol(tree.result().model->find("A")).isDefined());
        if (dialect == Dialect::linux_6_1) {
            EXPECT_TRUE(tree.result().hasErrors());
            EXPECT_EQ(tree.lastGoodModel(), good);
        }
        std::filesystem::rename(reloaded.folder.path("gone"), reloaded.folder.path("a.uk"));
        EXPECT_TRUE(reloaded.reload().model->symbol(tree.result().model->find("A")).isDefined());
        EXPECT_FALSE(tree.result().hasErrors());
        std::filesystem::rename(reloaded.folder.path("Kconfig"), reloaded.folder.path("gone"));
        EXPECT_TRUE(reloaded.reload().hasErrors());
        std::filesystem::rename(reloaded.folder.path("gone"), reloaded.folder.path("Kconfig"));
        EXPECT_FALSE(reloaded.reload().hasErrors());
    }
}

TEST(Reload, aSyntaxErrorInTheMiddleOfAnEdit)
{
    Reloaded reloaded;
    ReloadableTree &tree = reloaded.open();
    const auto good = tree.lastGoodModel();
    reloaded.folder.write("a.uk", "config A\n\tbool \"A\n\tdepend on\n");
    EXPECT_TRUE(reloaded.reload().hasErrors());
    EXPECT_EQ(tree.lastGoodModel(), good);
    EXPECT_NE(tree.result().model, good);
    // Still the same error, and no new model for it.
    const auto broken = tree.result().model;
    EXPECT_EQ(reloaded.reload().model, broken);
    reloaded.folder.write("b.uk", "config B\n\tbool \"B\"\n");
    EXPECT_TRUE(reloaded.reload().hasErrors()) << "an error in a file that was not touched stays";
    reloaded.folder.write("a.uk", "config A\n\tbool \"A\"\n");
    EXPECT_FALSE(reloaded.reload().hasErrors());
    EXPECT_EQ(tree.lastGoodModel(), tree.result().model);
}

TEST(Reload, onlyTextsChanged)
{
    Reloaded reloaded;
    ReloadableTree &tree = reloaded.open();
    const std::vector<std::string> texts{
        "config A\n\tbool \"A\"\n\thelp\n\t  Other.\n",
        "config A\n\tbool \"A\"\n\thelp\n\t  Longer\n\t  than before.\n\n\t  Much.\n",
        "# A comment\n\n\nconfig A\n\tbool \"A\"\n\thelp\n\t  Longer\n\t  than before.\n",
        "# A comment\n\n\nconfig A\n\tbool \"A\"\n\n\n\thelp\n\n\n\t    Deep.\n\t  Less.\n",
        "config A\n\tbool \"A\"\n\thelp\n",
        "config A\n\tbool \"A\"\n",
        "config A\n  bool \"A\"\n  help\n   Text\n",
    };
    for (int round = 0; round < 3; ++round)
        for (const std::string &text : texts) {
            reloaded.folder.write("a.uk", text);
            LoadResult old;
            old.model = tree.result().model;
            const std::string before = describe(old);
            reloaded.reload();
            EXPECT_EQ(describe(old), before) << "the old model stays as it was";
            Configuration configuration(tree.result().model);
            EXPECT_TRUE(configuration.apply({tree.result().model->find("A"), "y"}));
            EXPECT_EQ(configuration.value(tree.result().model->find("A")), "y");
        }
    // More copies than are chained.
    for (int i = 0; i < 120; ++i) {
        reloaded.folder.write("a.uk", "config A\n\tbool \"A\"\n\thelp\n\t  Text " +
                                          std::to_string(i) + std::string(i % 7, '\n') + ".\n");
        reloaded.reload();
    }
}

TEST(Reload, patternsFindNewAndLoseOldFiles)
{
    Reloaded reloaded;
    reloaded.folder.write("Kconfig", "source \"libs/*/Config.uk\"\nsource \"$(ARCH).uk\"\n");
    reloaded.folder.write("libs/one/Config.uk", "config ONE\n\tbool\n");
    reloaded.open();
    reloaded.folder.write("libs/two/Config.uk", "config TWO\n\tbool\n");
    EXPECT_TRUE(reloaded.reload().model->find("TWO").isValid());
    std::filesystem::remove_all(reloaded.folder.path("libs/one"));
    EXPECT_FALSE(reloaded.reload().model->find("ONE").isValid());
    reloaded.folder.write("x86.uk", "config X86\n\tbool\n");
    EXPECT_TRUE(reloaded.reload().model->find("X86").isValid());
    std::filesystem::remove(reloaded.folder.path("x86.uk"));
    EXPECT_FALSE(reloaded.reload().model->find("X86").isValid());
}

TEST(Reload, filesThatReadAVariableFollowItsDefinition)
{
    Reloaded reloaded;
    reloaded.folder.write("Kconfig", "source \"vars.uk\"\nsource \"reader.uk\"\nsource \"a.uk\"\n");
    reloaded.folder.write("vars.uk", "NAME := one\n");
    reloaded.folder.write("reader.uk", "OTHER = $(NAME) too\nconfig R\n\tstring\n\tdefault "
                                       "\"$(OTHER)\"\n");
    ReloadableTree &tree = reloaded.open();
    reloaded.folder.write("vars.uk", "NAME := two\n");
    reloaded.reload();
    EXPECT_EQ(Configuration(tree.result().model).value(tree.result().model->find("R")), "two too");
    EXPECT_EQ(tree.effort().filesRead, 2U);
    EXPECT_EQ(tree.effort().filesReused, 2U);
}

TEST(Reload, assignmentsThatMove)
{
    Reloaded reloaded;
    reloaded.folder.write("first.uk", "NAME := first\n");
    reloaded.folder.write("second.uk", "NAME := second\n");
    reloaded.folder.write("reader.uk", "config R\n\tstring\n\tdefault \"$(NAME)\"\n");
    const std::vector<std::string> orders{
        "source \"first.uk\"\nsource \"reader.uk\"\nsource \"second.uk\"\n",
        "source \"second.uk\"\nsource \"reader.uk\"\nsource \"first.uk\"\n",
        "source \"first.uk\"\nsource \"second.uk\"\nsource \"reader.uk\"\n",
        "source \"reader.uk\"\nsource \"first.uk\"\nsource \"second.uk\"\n",
        "source \"first.uk\"\nsource \"reader.uk\"\nsource \"reader.uk\"\n",
        "source \"first.uk\"\nsource \"reader.uk\"\nsource \"second.uk\"\nsource \"reader.uk\"\n",
    };
    reloaded.folder.write("Kconfig", orders[0]);
    reloaded.open();
    for (std::size_t i = 0; i < orders.size(); ++i)
        for (const std::string &order : orders) {
            reloaded.folder.write("Kconfig", orders[i]);
            reloaded.reload();
            reloaded.folder.write("Kconfig", order);
            reloaded.reload();
        }
}

TEST(Reload, attributesBehindASourceFollowTheFile)
{
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12}) {
        Reloaded reloaded(dialect);
        reloaded.folder.write("Kconfig", "config TOP\n\tbool \"Top\"\nsource \"a.uk\"\n"
                                         "\tdefault y\n\thelp\n\t  Behind.\nsource \"b.uk\"\n");
        reloaded.open();
        const auto value = [&](const char *name) {
            const Model &model = *reloaded.tree->result().model;
            return Configuration(reloaded.tree->result().model).value(model.find(name));
        };
        EXPECT_EQ(value("A"), "y");
        EXPECT_EQ(value("TOP"), "n");
        reloaded.folder.write("a.uk", "config A\n\tbool \"A\"\nconfig A2\n\tbool \"A2\"\n");
        const Model &model = *reloaded.reload().model;
        EXPECT_EQ(value("A"), "n");
        EXPECT_EQ(value("A2"), "y");
        EXPECT_EQ(model.help(model.symbol(model.find("A2")).nodes[0]), "Behind.\n");
        reloaded.folder.write("a.uk", "source \"c.uk\"\n");
        reloaded.folder.write("c.uk", "config C\n\tbool \"C\"\n");
        reloaded.reload();
        EXPECT_EQ(value("C"), "y");
        reloaded.folder.write("b.uk", "config B2\n\tbool \"B2\"\n");
        reloaded.reload();
        EXPECT_EQ(value("C"), "y");
        reloaded.folder.write("c.uk", "if A\nendif\n");
        EXPECT_TRUE(reloaded.reload().hasErrors());
    }
}

TEST(Reload, attributesBehindASourceOfFilesThatAreReadAhead)
{
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1}) {
        Reloaded reloaded(dialect);
        std::string root;
        for (int i = 0; i < 400; ++i) {
            const std::string number = std::to_string(i);
            reloaded.folder.write("f" + number, "config F" + number + "\n\tint \"F\"\n");
            root += "source \"f" + number + "\"\n";
            if (i % 7 == 3)
                root += "\tdefault " + number + "\n";
        }
        reloaded.folder.write("Kconfig", root);
        reloaded.open();
        const LoadResult &result = reloaded.reload();
        EXPECT_FALSE(result.hasErrors());
        const Configuration configuration(result.model);
        for (int i = 0; i < 400; ++i)
            EXPECT_EQ(configuration.value(result.model->find("F" + std::to_string(i))),
                      i % 7 == 3 ? std::to_string(i) : "");
    }
}

TEST(Reload, whatWasSaidIsSaidAgain)
{
    Reloaded reloaded;
    reloaded.folder.write("b.uk", "$(info,hello)\n$(warning-if,y,mind)\nconfig B\n\tbool \"B\"\n");
    ReloadableTree &tree = reloaded.open();
    reloaded.folder.write("a.uk", "config A\n\tbool \"A changed\"\n");
    const LoadResult &result = reloaded.reload();
    EXPECT_EQ(result.messages, std::vector<std::string>{"hello"});
    EXPECT_FALSE(result.diagnostics.empty());
    EXPECT_EQ(tree.effort().filesRead, 2U);
}

TEST(Reload, answersOfShellsAreRemembered)
{
    Reloaded reloaded;
    reloaded.folder.write("b.uk", "config B\n\tstring\n\tdefault \"$(shell,ask)\"\n");
    int calls = 0;
    reloaded.options.shell = [&](const std::string &) {
        return ShellResult{std::to_string(++calls), 0};
    };
    ReloadableTree &tree = reloaded.open();
    reloaded.folder.write("a.uk", "config A\n\tbool \"A changed\"\n");
    const Model &model = *tree.reload().model;
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(Configuration(tree.result().model).value(model.find("B")), "1");
    EXPECT_EQ(tree.result().shells, 1);
}

TEST(Reload, onlyShellsWhoseInputsChangedRunAgain)
{
    Reloaded reloaded;
    reloaded.folder.write("input", "1");
    reloaded.folder.write("a.uk", "config A\n\tstring\n\tdefault \"$(shell,cat input)\"\n");
    reloaded.folder.write("b.uk", "config B\n\tstring\n\tdefault \"$(shell,echo fixed)\"\n");
    const auto cache = std::make_shared<ShellCache>();
    HostShellOptions host;
    host.directory = reloaded.folder.path();
    host.environment = reloaded.options.environment;
    std::this_thread::sleep_for(std::chrono::milliseconds(40));
    ReloadableTree tree(reloaded.options, [&] { return cachingShell(host, {cache}); });
    tree.load();
    EXPECT_EQ(tree.effort().shellsRun, 2U);
    const auto model = tree.result().model;
    EXPECT_EQ(tree.reload().model, model);
    EXPECT_EQ(tree.effort().shellsRun, 0U);
    reloaded.folder.write("input", "2");
    std::this_thread::sleep_for(std::chrono::milliseconds(40));
    tree.reload();
    EXPECT_EQ(Configuration(tree.result().model).value(tree.result().model->find("A")), "2");
    EXPECT_EQ(tree.effort().filesRead, 1U);
    EXPECT_EQ(tree.effort().filesReused, 2U);
    EXPECT_LE(tree.effort().shellsRun, 2U);
    EXPECT_EQ(tree.result().shells, 2);
}

TEST(Reload, listsThatShellsWriteAreFollowed)
{
    Reloaded reloaded;
    reloaded.folder.write("libs/one.uk", "config ONE\n\tbool\n");
    reloaded.folder.write("Kconfig",
                          "source \"$(shell,for f in libs/*.uk; do echo source \\\"$f\\\"; done > "
                          "list; echo list)\"\n");
    const auto cache = std::make_shared<ShellCache>();
    HostShellOptions host;
    host.directory = reloaded.folder.path();
    host.environment = reloaded.options.environment;
    ReloadableTree tree(reloaded.options, [&] { return cachingShell(host, {cache}); });
    EXPECT_TRUE(tree.load().model->find("ONE").isValid());
    reloaded.folder.write("libs/two.uk", "config TWO\n\tbool\n");
    EXPECT_TRUE(tree.reload().model->find("TWO").isValid());
    EXPECT_TRUE(tree.result().model->find("ONE").isValid());
}

TEST(Reload, anySequenceOfEditsGivesWhatALoadGives)
{
    std::mt19937 random(7);
    const std::vector<std::string> texts{
        "config X\n\tbool \"X\"\n",
        "config X\n\tbool \"X\"\n\tselect Y\nconfig Y\n\tbool\n",
        "menu \"M\"\nconfig Y\n\tbool \"Y\"\nendmenu\n",
        "if X\nsource \"f2\"\nendif\n",
        "V := $(V)v\nconfig S\n\tstring \"$(V)\"\n",
        "V = w\n",
        "choice\n\tprompt \"C\"\nconfig C1\n\tbool \"one\"\nsource \"f3\"\nendchoice\n",
        "config\n",
        "",
        "source \"f*\"\n",
    };
    const std::vector<std::pair<Dialect, ChangeDetection>> ways{
        {Dialect::unikraft, ChangeDetection::watch},
        {Dialect::unikraft, ChangeDetection::look},
        {Dialect::linux_6_1, ChangeDetection::watch},
        {Dialect::linux_6_12, ChangeDetection::watch},
    };
    for (const auto &[dialect, detection] : ways) {
        Reloaded reloaded(dialect);
        reloaded.folder.write("Kconfig", "source \"f0\"\nsource \"f1\"\nsource \"f2\"\n");
        for (int i = 0; i < 4; ++i)
            reloaded.folder.write("f" + std::to_string(i), texts[0]);
        reloaded.open(detection);
        for (int round = 0; round < 150; ++round) {
            const std::string file = "f" + std::to_string(random() % 4);
            if (random() % 8 == 0)
                std::filesystem::remove(reloaded.folder.path(file));
            else
                reloaded.folder.write(file, texts[random() % texts.size()]);
            reloaded.reload();
            if (::testing::Test::HasFailure())
                return;
        }
    }
}

} // namespace
} // namespace kconfig::test
