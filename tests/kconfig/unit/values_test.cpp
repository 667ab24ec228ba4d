// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What symbols are worth: defaults, selects, implies, ranges, choices, tristates.

#include "tree.h"

namespace kconfig::test {
namespace {

TEST(Values, theFirstDefaultWhoseConditionHoldsCounts)
{
    Tree tree("config A\n\tbool \"A\"\nconfig N\n\tint\n\tdefault 1 if A\n\tdefault 2\n");
    EXPECT_EQ(tree.value("N"), "2");
    EXPECT_EQ(tree.value("N", "CONFIG_A=y\n"), "1");
}

TEST(Values, usersOnlySetWhatTheyCanSee)
{
    Tree tree("config A\n\tbool\n\tdefault n\nconfig B\n\tbool \"B\"\n\tdepends on A\n");
    EXPECT_EQ(tree.value("A", "CONFIG_A=y\n"), "n");
    EXPECT_EQ(tree.value("B", "CONFIG_B=y\n"), "n");
    EXPECT_EQ(tree.written("CONFIG_A=y\nCONFIG_B=y\n"), "");
}

TEST(Values, selectsForceAndImpliesSuggest)
{
    Tree tree("config A\n\tbool \"A\"\n\tselect S\n\timply I\nconfig S\n\tbool \"S\"\nconfig I\n"
              "\tbool \"I\"\n");
    EXPECT_EQ(tree.value("S", "CONFIG_A=y\n# CONFIG_S is not set\n"), "y");
    EXPECT_EQ(tree.value("I", "CONFIG_A=y\n"), "y");
    EXPECT_EQ(tree.value("I", "CONFIG_A=y\n# CONFIG_I is not set\n"), "n");
}

TEST(Values, impliesRespectDependenciesAndSelectsDoNot)
{
    Tree tree("config A\n\tbool \"A\"\n\tselect S\n\timply I\nconfig X\n\tbool \"X\"\nconfig S\n"
              "\tbool \"S\"\n\tdepends on X\nconfig I\n\tbool \"I\"\n\tdepends on X\n");
    EXPECT_EQ(tree.value("S", "CONFIG_A=y\n"), "y");
    EXPECT_EQ(tree.value("I", "CONFIG_A=y\n"), "n");
}

TEST(Values, withoutModulesATristateIsABool)
{
    Tree tree("config T\n\ttristate \"T\"\n\tdefault m\nconfig U\n\ttristate\n\tdefault T\n");
    EXPECT_EQ(tree.value("T"), "y");
    EXPECT_EQ(tree.value("T", "CONFIG_T=m\n"), "y");
    EXPECT_EQ(tree.value("U"), "y");
}

TEST(Values, withModulesItIsNot)
{
    const std::string text = "config MODULES\n\tbool \"Modules\"\n\toption modules\nconfig T\n"
                             "\ttristate \"T\"\nconfig U\n\ttristate \"U\"\n\tdepends on T\n"
                             "config B\n\tbool \"B\"\n\tdepends on T\nconfig M\n\tbool\n"
                             "\tdefault y if m\n";
    Tree tree(text);
    const std::string on = "CONFIG_MODULES=y\nCONFIG_T=m\nCONFIG_U=y\nCONFIG_B=y\n";
    EXPECT_EQ(tree.written(on),
              "CONFIG_MODULES=y\nCONFIG_T=m\nCONFIG_U=m\nCONFIG_B=y\nCONFIG_M=y\n");
    EXPECT_EQ(tree.value("M"), "n") << "m as a condition needs modules";
}

TEST(Values, numbersStayInTheirRange)
{
    Tree tree(
        "config L\n\tint \"L\"\n\tdefault 2\nconfig N\n\tint \"N\"\n\tdefault 50\n\trange L 10\n"
        "config H\n\thex \"H\"\n\tdefault 0x5\n\trange 0x10 0xff\n");
    EXPECT_EQ(tree.value("N"), "10") << "a default out of range becomes the nearest bound";
    EXPECT_EQ(tree.value("N", "CONFIG_L=12\n"), "10");
    EXPECT_EQ(tree.value("N", "CONFIG_N=5\n"), "5");
    EXPECT_EQ(tree.value("N", "CONFIG_N=1\n"), "10") << "a user's value out of range is dropped";
    EXPECT_EQ(tree.value("H"), "0x10");
}

TEST(Values, dependantsFollowAValueThatIsDropped)
{
    Tree tree("config N\n\tint \"N\"\n\tdefault 1\n\trange 1 9\nconfig MANY\n\tbool\n"
              "\tdefault y if N > 1\n");
    EXPECT_EQ(tree.written("CONFIG_N=500\n"), "CONFIG_N=1\n");
}

TEST(Values, aChoiceTakesItsDefaultOrItsFirstVisibleValue)
{
    const std::string values = "config A\n\tbool \"A\"\n\tdepends on X\nconfig B\n\tbool \"B\"\n"
                               "config C\n\tbool \"C\"\nendchoice\n";
    const std::string head = "config X\n\tbool \"X\"\nchoice\n\tprompt \"Which\"\n";
    Tree plain(head + values);
    EXPECT_EQ(plain.value("B"), "y");
    EXPECT_EQ(plain.value("A", "CONFIG_X=y\n"), "y");
    Tree withDefault(head + "\tdefault A\n\tdefault C\n" + values);
    EXPECT_EQ(withDefault.value("C"), "y") << "A can't be seen";
    EXPECT_EQ(withDefault.value("A", "CONFIG_X=y\n"), "y");
    EXPECT_EQ(withDefault.written("CONFIG_B=y\n"),
              "# CONFIG_X is not set\nCONFIG_B=y\n# CONFIG_C is not set\n");
}

TEST(Values, anOptionalChoiceMayBeOff)
{
    Tree tree(
        "choice\n\tprompt \"Which\"\n\toptional\nconfig A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n"
        "endchoice\n");
    EXPECT_EQ(tree.written(), "");
    EXPECT_EQ(tree.written("CONFIG_B=y\n"), "# CONFIG_A is not set\nCONFIG_B=y\n");
}

TEST(Values, aTristateChoiceAtMMayHaveSeveralValues)
{
    Tree tree("config MODULES\n\tbool\n\toption modules\n\tdefault y\nchoice\n\tprompt \"Which\"\n"
              "\ttristate\nconfig A\n\ttristate \"A\"\nconfig B\n\ttristate \"B\"\nendchoice\n");
    EXPECT_EQ(tree.written("CONFIG_A=m\nCONFIG_B=m\n"),
              "CONFIG_MODULES=y\nCONFIG_A=m\nCONFIG_B=m\n");
    EXPECT_EQ(tree.written("CONFIG_B=y\n"),
              "CONFIG_MODULES=y\n# CONFIG_A is not set\nCONFIG_B=y\n");
}

TEST(Values, visibleIfHidesPromptsOnly)
{
    Tree tree(
        "config X\n\tbool \"X\"\nmenu \"M\"\n\tvisible if X\nconfig A\n\tbool \"A\"\n\tdefault y\n"
        "endmenu\n");
    EXPECT_EQ(tree.value("A", "# CONFIG_A is not set\n"), "y");
    EXPECT_EQ(tree.value("A", "CONFIG_X=y\n# CONFIG_A is not set\n"), "n");
}

TEST(Values, aStringTakesItsDefaultFromAnotherSymbol)
{
    Tree tree("config A\n\tstring \"A\"\n\tdefault \"x\"\nconfig B\n\tstring\n\tdefault A\n");
    EXPECT_EQ(tree.value("B", "CONFIG_A=\"deep\"\n"), "deep");
}

TEST(Values, severalDefinitionsOfOneSymbolAddUp)
{
    Tree tree(
        "config X\n\tbool \"X\"\nconfig A\n\tbool\n\tdefault y if X\nconfig A\n\tbool \"A\"\n");
    EXPECT_EQ(tree.value("A", "CONFIG_X=y\n"), "y");
    EXPECT_EQ(tree.value("A", "CONFIG_A=y\n"), "y");
    EXPECT_EQ(tree.model().symbol(tree.symbol("A")).nodes.size(), 2U);
}

TEST(Edits, obeyTheRules)
{
    Tree tree(
        "config X\n\tbool \"X\"\nconfig A\n\tbool \"A\"\n\tdepends on X\nconfig S\n\tbool \"S\"\n"
        "\tselect T\nconfig T\n\tbool \"T\"\nconfig N\n\tint \"N\"\n\trange 1 5\n\tdefault 2\n"
        "config P\n\tbool\n");
    Configuration c = tree.configuration();
    const auto error = [&](const char *name, const char *value) {
        const auto result = c.apply({tree.symbol(name), value});
        return result ? std::string() : result.error().message;
    };
    EXPECT_EQ(error("A", "y"), "A needs X");
    EXPECT_EQ(error("X", "y"), "");
    EXPECT_EQ(error("A", "y"), "");
    EXPECT_EQ(error("X", "2"), "'2' is no value for the bool X; use y, m or n");
    EXPECT_EQ(error("S", "y"), "");
    EXPECT_EQ(error("T", "n"), "T is held at y by a select of S (Kconfig:8:2)");
    EXPECT_EQ(error("N", "9"), "N must be between 1 and 5");
    EXPECT_EQ(error("N", "x"), "'x' is no value for the int N; use decimal digits");
    EXPECT_EQ(error("N", "4"), "");
    EXPECT_EQ(c.value(tree.symbol("N")), "4");
    EXPECT_EQ(error("P", "y"),
              "P has no prompt: its value follows from other options (Kconfig:15:1)");
}

TEST(Edits, canBeTakenBack)
{
    Tree tree(
        "choice\n\tprompt \"Which\"\nconfig A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\nendchoice\n"
        "config N\n\tint \"N\"\n\tdefault 2\n");
    Configuration c = tree.configuration();
    const std::string before = writeConfig(c);
    const auto first = c.apply({tree.symbol("B"), "y"});
    ASSERT_TRUE(first);
    const std::string between = writeConfig(c);
    const auto second = c.apply({tree.symbol("N"), "7"});
    ASSERT_TRUE(second);
    EXPECT_EQ(c.selection(tree.model().symbol(tree.symbol("B")).choice), tree.symbol("B"));
    c.restore(*second);
    EXPECT_EQ(writeConfig(c), between);
    c.restore(*first);
    EXPECT_EQ(writeConfig(c), before);
    ASSERT_TRUE(c.apply({tree.symbol("N"), "7"}));
    ASSERT_TRUE(c.apply({tree.symbol("N"), std::nullopt}));
    EXPECT_EQ(c.value(tree.symbol("N")), "2");
}

TEST(Edits, originsSayWhereAValueComesFrom)
{
    Tree tree("config S\n\tbool \"S\"\n\tselect T\n\timply I\nconfig T\n\tbool \"T\"\nconfig I\n"
              "\tbool \"I\"\nconfig D\n\tbool\n\tdefault y\n");
    Configuration c = tree.configuration();
    ASSERT_TRUE(c.apply({tree.symbol("S"), "y"}));
    EXPECT_EQ(c.origin(tree.symbol("S")).origin, Origin::user);
    const ValueOrigin selected = c.origin(tree.symbol("T"));
    EXPECT_EQ(selected.origin, Origin::selected);
    EXPECT_EQ(selected.by, tree.symbol("S"));
    EXPECT_EQ(tree.model().sources().describe(selected.position), "Kconfig:3:2");
    EXPECT_EQ(c.origin(tree.symbol("I")).origin, Origin::implied);
    EXPECT_EQ(tree.model().sources().describe(c.origin(tree.symbol("D")).position), "Kconfig:11:2");
}

TEST(Edits, differencesNameWhatChanged)
{
    Tree tree("config A\n\tbool \"A\"\nconfig B\n\tbool\n\tdefault A\nconfig C\n\tbool \"C\"\n");
    Configuration a = tree.configuration();
    Configuration b = a;
    ASSERT_TRUE(b.apply({tree.symbol("A"), "y"}));
    EXPECT_EQ(Configuration::differences(a, b),
              (std::vector<SymbolId>{tree.symbol("A"), tree.symbol("B")}));
    EXPECT_EQ(a.value(tree.symbol("A")), "n") << "a copy is independent";
}

} // namespace
} // namespace kconfig::test
