// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Evaluation in conf's order, and where the dialects' rules differ. The texts are what the conf of
// each dialect printed for the same tree.

#include "../unit/tree.h"
#include "configuration_state.h"

namespace kconfig::test {
namespace {

constexpr Dialect dialects[] = {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12};

std::string modules(Dialect dialect)
{
    return std::string("config MODULES\n\tbool \"Modules\"\n\tdefault y\n") +
           (dialect == Dialect::unikraft ? "\toption modules\n" : "\tmodules\n");
}

struct DialectTree : Tree
{
    DialectTree(Dialect dialect, const std::string &text)
    {
        options.dialect = dialect;
        load(text);
    }
    [[nodiscard]] std::string confText() const
    {
        std::string text;
        for (const Diagnostic &diagnostic : result.diagnostics)
            text += diagnostic.confText.value_or("");
        return text;
    }
};

const char *const unmetTree = "config DEP\n\ttristate \"Dep\"\n"
                              "config SEL\n\ttristate \"Sel\"\n\tdefault m\n\tselect TARGET if m\n"
                              "config SEL2\n\tbool \"Sel2\"\n\tdefault y\n\tselect TARGET\n"
                              "config TARGET\n\ttristate\n\tdepends on DEP && m\n";

TEST(ConfOrder, warnsAboutUnmetDependenciesInConfsWords)
{
    for (const Dialect dialect : dialects) {
        const DialectTree tree(dialect, modules(dialect) + unmetTree);
        const std::string m = dialect == Dialect::unikraft ? "m" : "m [=m]";
        const std::string expected = "\nWARNING: unmet direct dependencies detected for TARGET\n"
                                     "  Depends on [n]: DEP [=n] && " +
                                     m +
                                     " && MODULES [=y]\n"
                                     "  Selected by [y]:\n  - SEL2 [=y]\n"
                                     "  Selected by [m]:\n  - SEL [=m] && " +
                                     m + " && MODULES [=y]\n";
        Configuration c = tree.configuration();
        std::string said;
        ConfOrderEvaluation &conf = ConfigurationAccess::state(c).evaluator.evaluateInConfOrder(
            [&](const std::string &text) { said += text; });
        conf.restart();
        EXPECT_EQ(said, "") << "nothing but the modules symbol has been asked for";
        EXPECT_EQ(c.value(tree.symbol("TARGET")), "y");
        EXPECT_EQ(said, expected);
        static_cast<void>(c.value(tree.symbol("TARGET")));
        EXPECT_EQ(conf.warningCount(), 1) << "what is valid is not worked out again";
        conf.restart();
        static_cast<void>(writeConfig(c));
        EXPECT_EQ(said, expected + expected);
        EXPECT_EQ(conf.warningCount(), 2);
    }
}

TEST(ConfOrder, keepsWhatIsOutOfDateUntilItIsInvalid)
{
    const DialectTree tree(Dialect::linux_6_1, "config A\n\tbool \"A\"\nconfig B\n\tbool\n"
                                               "\tdefault A\n");
    Configuration c = tree.configuration();
    ConfOrderEvaluation &conf =
        ConfigurationAccess::state(c).evaluator.evaluateInConfOrder(nullptr);
    EXPECT_EQ(c.value(tree.symbol("B")), "n");
    c.assume(tree.symbol("A"), "y");
    conf.invalidate(tree.symbol("A"));
    EXPECT_EQ(c.value(tree.symbol("A")), "y");
    EXPECT_EQ(c.value(tree.symbol("B")), "n") << "as conf has it between two choices";
    Configuration copy = c;
    conf.invalidate(tree.symbol("B"));
    EXPECT_EQ(c.value(tree.symbol("B")), "y");
    EXPECT_EQ(copy.value(tree.symbol("B")), "n") << "a copy is independent";
}

TEST(ConfOrder, followsChainsOfAnyLength)
{
    std::string text;
    const int length = 20000;
    for (int i = 0; i < length; ++i)
        text += "config S" + std::to_string(i) + "\n\tbool\n\tdefault " +
                (i + 1 < length ? "S" + std::to_string(i + 1) : "y") + "\n";
    const DialectTree tree(Dialect::linux_6_1, text);
    ASSERT_FALSE(tree.result.hasErrors());
    Configuration c = tree.configuration();
    ConfigurationAccess::state(c).evaluator.evaluateInConfOrder(nullptr);
    EXPECT_EQ(c.value(tree.symbol("S0")), "y");
    EXPECT_EQ(tree.configuration().value(tree.symbol("S0")), "y");
}

TEST(ConfOrder, reportsLoopsInConfsWords)
{
    const std::string text = "config A\n\tbool \"A\"\n\tdepends on B\nconfig B\n\tbool\n"
                             "\tselect C\nconfig C\n\tbool\n\timply B\n"
                             "choice\n\tprompt \"Which\"\nconfig P\n\tbool \"P\" if Z\nconfig Q\n"
                             "\tbool \"Q\"\nendchoice\nconfig Z\n\tbool \"Z\" if Q\n";
    const std::string advice[] = {
        "For a resolution refer to Documentation/kbuild/kconfig-language.txt\n"
        "subsection \"Kconfig recursive dependency limitations\"\n\n",
        "For a resolution refer to Documentation/kbuild/kconfig-language.rst\n"
        "subsection \"Kconfig recursive dependency limitations\"\n\n"};
    const std::string throughChoice = "Kconfig:10:error: recursive dependency detected!\n"
                                      "Kconfig:10:\tchoice <choice> contains symbol P\n"
                                      "Kconfig:12:\tsymbol P is part of choice Z\n"
                                      "Kconfig:18:\tsymbol Z prompt is visible depending on Q\n"
                                      "Kconfig:14:\tsymbol Q is part of choice <choice>\n";
    const std::string throughImply = "Kconfig:4:error: recursive dependency detected!\n"
                                     "Kconfig:4:\tsymbol B is implied by C\n"
                                     "Kconfig:7:\tsymbol C is selected by B\n";
    EXPECT_EQ(DialectTree(Dialect::unikraft, text).confText(),
              throughChoice + advice[0] + throughImply + advice[0]);
    EXPECT_EQ(DialectTree(Dialect::linux_6_1, text).confText(),
              throughChoice + advice[1] + throughImply + advice[1]);
    EXPECT_EQ(DialectTree(Dialect::linux_6_12, text).confText(),
              "error: recursive dependency detected!\n"
              "\tsymbol B is implied by C\n"
              "\tsymbol C is selected by B\n" +
                  advice[1] +
                  "error: recursive dependency detected!\n"
                  "\tsymbol <choice> unknown is visible depending on P\n"
                  "\tsymbol P prompt is visible depending on Z\n"
                  "\tsymbol Z prompt is visible depending on Q\n"
                  "\tsymbol Q is part of choice block at Kconfig:10\n" +
                  advice[1]);
}

TEST(DialectRules, differWhereTheDialectsDo)
{
    const std::string text = "config SEL\n\ttristate \"Sel\"\n\tdefault m\n"
                             "config IMP\n\ttristate \"Imp\"\n\tdefault y\n\timply WEAK\n"
                             "config WEAK\n\ttristate \"Weak\"\n\tdepends on SEL\n"
                             "config LESS\n\tbool\n\tdefault y if m > n\n"
                             "config EMPTY\n\tint\n"
                             "config ZERO\n\tbool\n\tdefault y if EMPTY = 0\n"
                             "config HEX\n\thex\n\tdefault 5\n\trange 0x010 0x20\n";
    const std::vector<std::vector<std::string>> expected = {
        {"y", "n", "", "n", "0x10"}, {"m", "y", "", "n", "0x010"}, {"m", "y", "0", "y", "0x010"}};
    const char *const names[] = {"WEAK", "LESS", "EMPTY", "ZERO", "HEX"};
    for (std::size_t i = 0; i < 3; ++i) {
        const DialectTree tree(dialects[i], modules(dialects[i]) + text);
        for (std::size_t k = 0; k < 5; ++k) {
            EXPECT_EQ(tree.value(names[k]), expected[i][k]) << names[k] << " in dialect " << i;
            Configuration c = tree.configuration();
            ConfigurationAccess::state(c).evaluator.evaluateInConfOrder(nullptr).restart();
            EXPECT_EQ(c.value(tree.symbol(names[k])), expected[i][k]) << names[k];
        }
    }
}

const char *const choiceTree = "config SHOW\n\tbool \"Show\"\n\tdefault y\nchoice\n"
                               "\tprompt \"Which\"\nconfig A\n\tbool \"A\"\nconfig B\n\tbool \"B\""
                               "\n\tdepends on SHOW\nconfig C\n\tbool \"C\"\nendchoice\n";

TEST(DialectRules, aChoiceRemembersWhatWasChosenWhileItCannotBeSeen)
{
    for (const Dialect dialect : dialects) {
        const DialectTree tree(dialect, choiceTree);
        Configuration c = tree.configuration();
        ASSERT_TRUE(c.apply({tree.symbol("B"), "y"}));
        ASSERT_TRUE(c.apply({tree.symbol("SHOW"), "n"}));
        EXPECT_EQ(c.value(tree.symbol("A")), "y");
        EXPECT_EQ(c.value(tree.symbol("B")), "n");
        ASSERT_TRUE(c.apply({tree.symbol("SHOW"), "y"}));
        EXPECT_EQ(c.value(tree.symbol("B")), "y");
        EXPECT_EQ(c.origin(tree.symbol("B")).origin, Origin::user);
        const auto undo = c.apply({tree.symbol("C"), "y"});
        ASSERT_TRUE(undo);
        EXPECT_EQ(c.value(tree.symbol("C")), "y");
        c.restore(*undo);
        EXPECT_EQ(c.value(tree.symbol("B")), "y");
        ASSERT_TRUE(c.apply({tree.model().symbol(tree.symbol("B")).choice, std::nullopt}));
        EXPECT_EQ(c.value(tree.symbol("A")), "y") << "forgotten, with what was said of its values";
    }
}

TEST(DialectRules, theLastLineOfAFileCountsInAChoice)
{
    const std::string file = "CONFIG_C=y\nCONFIG_B=y\n# CONFIG_A is not set\n";
    for (const Dialect dialect : dialects) {
        const DialectTree tree(dialect, choiceTree);
        EXPECT_EQ(tree.value("B", file), "y");
        EXPECT_EQ(tree.value("C", file + "# CONFIG_SHOW is not set\n"),
                  dialect == Dialect::linux_6_12 ? "y" : "n")
            << "6.12 has a second wish, older dialects know the last one only";
    }
}

TEST(Changes, areToldOnce)
{
    const DialectTree tree(Dialect::linux_6_1,
                           "config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A\n"
                           "config C\n\tbool \"C\"\n");
    Configuration c = tree.configuration();
    EXPECT_TRUE(c.takeChanges().empty());
    ASSERT_TRUE(c.apply({tree.symbol("A"), "y"}));
    EXPECT_EQ(c.takeChanges(), (std::vector<SymbolId>{tree.symbol("A"), tree.symbol("B")}));
    EXPECT_TRUE(c.takeChanges().empty());
    c.clear();
    EXPECT_EQ(c.takeChanges(), (std::vector<SymbolId>{tree.symbol("A"), tree.symbol("B")}));
}

} // namespace
} // namespace kconfig::test
