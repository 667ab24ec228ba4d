// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the statements mean: sources, menus, prompts, help, comparisons.

#include "tree.h"

namespace kconfig::test {
namespace {

const MenuNode &nodeOf(const Tree &tree, const std::string &name)
{
    return tree.model().node(tree.model().symbol(tree.symbol(name)).nodes[0]);
}

std::string helpOf(const Tree &tree, const std::string &name)
{
    return tree.model().help(tree.model().symbol(tree.symbol(name)).nodes[0]);
}

TEST(Language, positionsCountFromOneAndReachIntoExpressions)
{
    Tree tree("config A\n\tbool\n\tdepends on B && C\n");
    const MenuNode &node = nodeOf(tree, "A");
    EXPECT_EQ(tree.model().sources().describe(node.position), "Kconfig:1:1");
    const Expression &both = tree.model().expression(node.dependency);
    EXPECT_EQ(tree.model().sources().describe(tree.model().expression(both.right).position),
              "Kconfig:3:18");
}

TEST(Language, globsInSourceAreSortedAndSilent)
{
    Tree tree;
    tree.folder.write("lib/b/Config.uk", "config B\n\tbool\n");
    tree.folder.write("lib/a/Config.uk", "config A\n\tbool\n");
    tree.load("source \"lib/*/Config.uk\"\n");
    ASSERT_EQ(tree.messages(), "");
    EXPECT_EQ(tree.model().files(),
              (std::vector<std::string>{"Kconfig", "lib/a/Config.uk", "lib/b/Config.uk"}));
    EXPECT_LT(tree.symbol("A").index, tree.symbol("B").index);
}

TEST(Language, relativePathsAreFoundUnderSrctree)
{
    Tree tree;
    tree.folder.write("src/sub/Kconfig", "config A\n\tbool\n");
    tree.options.dialect = Dialect::linux_6_1;
    tree.options.environment = {{"srctree", tree.folder.path("src")}};
    tree.load("source \"sub/Kconfig\"\n");
    EXPECT_EQ(tree.messages(), "");
    EXPECT_TRUE(tree.symbol("A").isValid());
}

TEST(Language, helpIsDedentedAndEndsWhereTheIndentationDoes)
{
    Tree tree(
        "config A\n\tbool\n\thelp\n\t  First.\n\n\t    Deeper.\n\t  Last.\n\nconfig B\n\tbool\n"
        "\t---help---\n\t  Old style.\n");
    EXPECT_EQ(tree.messages(), "");
    EXPECT_EQ(helpOf(tree, "A"), "First.\n\n  Deeper.\nLast.\n");
    EXPECT_EQ(helpOf(tree, "B"), "Old style.\n");
}

TEST(Language, linesContinueBehindABackslash)
{
    Tree tree("config A\n\tbool\n\tdefault y if \\\n\t  B || \\\n\t  y\n");
    EXPECT_EQ(tree.messages(), "");
    EXPECT_EQ(tree.value("A"), "y");
}

TEST(Language, carriageReturnsBeforeNewlinesAreNoTrouble)
{
    Tree tree("config A\r\n\tbool \"Text\"\r\n\tdefault y\r\n\thelp\r\n\t  Words.\r\n");
    ASSERT_EQ(tree.result.diagnostics.size(), 1U) << "once a file";
    EXPECT_EQ(tree.result.diagnostics[0].severity, Severity::note);
    EXPECT_EQ(tree.value("A"), "y");
    EXPECT_EQ(helpOf(tree, "A"), "Words.\n");
    EXPECT_EQ(tree.model().promptText(tree.model().symbol(tree.symbol("A")).nodes[0]), "Text");
}

TEST(Language, quotesAndEscapes)
{
    Tree tree("config A\n\tstring\n\tdefault \"a \\\"b\\\" 'c' \\\\\"\nconfig B\n\tstring\n"
              "\tdefault 'single \"double\"'\n");
    EXPECT_EQ(tree.value("A"), "a \"b\" 'c' \\");
    EXPECT_EQ(tree.value("B"), "single \"double\"");
    EXPECT_NE(tree.written().find("CONFIG_A=\"a \\\"b\\\" 'c' \\\\\"\n"), std::string::npos);
}

TEST(Language, dependenciesOfBlocksReachWhatIsInThem)
{
    Tree tree(
        "config X\n\tbool\nmenu \"M\"\n\tdepends on X\nif Y\nconfig A\n\tbool\n\tdepends on Z\n"
        "\tdefault y if W\nendif\nendmenu\n");
    EXPECT_EQ(tree.model().describe(nodeOf(tree, "A").dependency), "X && Y && Z");
    const PropertyId property = tree.model().symbol(tree.symbol("A")).properties[0];
    EXPECT_EQ(tree.model().describe(tree.model().property(property).condition), "X && Y && Z && W");
}

TEST(Language, expressionsAreSimplifiedAsConfDoes)
{
    const struct
    {
        const char *written;
        const char *simplified;
    } cases[] = {
        {"!(A && B)", "!A || !B"},
        {"!(A || !B)", "!A && B"},
        {"A = y", "A"},
        {"A != y", "!A"},
        {"!(A = n)", "A"},
        {"A && B && A", "B && A"},
        {"A || !A", "y"},
        {"T = y || T = m", "T!=n"},
        {"T && T = y", "T=y"},
        {"T != n && T", "T"},
        {"!(I < 5)", "I>=5"},
        {"T != y && T = y", "n"},
        {"A && (B || A)", "A && (B || A)"},
        {"(A || B) && (B || A)", "A || B"},
    };
    for (const auto &each : cases) {
        Tree tree("config A\n\tbool\nconfig B\n\tbool\nconfig T\n\ttristate\nconfig I\n\tint\n"
                  "\tdefault 1\nconfig R\n\tbool\n\tdepends on " +
                  std::string(each.written) + "\n");
        EXPECT_EQ(tree.model().describe(nodeOf(tree, "R").dependency), each.simplified)
            << each.written;
    }
}

TEST(Language, entriesThatDependOnTheOneBeforeThemFormASubmenu)
{
    Tree tree("config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A\nconfig C\n"
              "\tbool \"C\"\n\tdepends on B\nconfig D\n\tbool \"D\"\n");
    const Model &model = tree.model();
    const NodeId a = model.symbol(tree.symbol("A")).nodes[0];
    const NodeId b = model.symbol(tree.symbol("B")).nodes[0];
    const NodeId c = model.symbol(tree.symbol("C")).nodes[0];
    const NodeId d = model.symbol(tree.symbol("D")).nodes[0];
    EXPECT_EQ(model.node(a).firstChild, b);
    EXPECT_EQ(model.node(b).firstChild, c);
    EXPECT_EQ(model.node(a).nextSibling, d);
    EXPECT_EQ(model.node(c).parent, b);
    EXPECT_EQ(model.node(d).parent, model.root());
}

TEST(Language, ifBlocksDissolve)
{
    Tree tree(
        "config X\n\tbool\nif X\nconfig A\n\tbool \"A\"\nif Y\nconfig B\n\tbool \"B\"\nendif\n"
        "endif\nconfig C\n\tbool \"C\"\n");
    const Model &model = tree.model();
    std::vector<std::string> top;
    for (NodeId at = model.node(model.root()).firstChild; at.isValid();
         at = model.node(at).nextSibling)
        top.emplace_back(model.symbol(model.node(at).symbol).name);
    EXPECT_EQ(top, (std::vector<std::string>{"X", "A", "B", "C"}));
    EXPECT_EQ(model.nodeCount(), 5U);
}

TEST(Language, comparisonsKnowNumbersAndTexts)
{
    const struct
    {
        const char *expression;
        bool holds;
    } cases[] = {
        {"I < 10", true},
        {"I > 10", false},
        {"I = 9", true},
        {"I >= 9", true},
        {"H > 0xf", true},
        {"H = 0x10", true},
        {"H < 17", true},
        {"S = \"text\"", true},
        {"S != \"text\"", false},
        {"S > \"tex\"", true},
        {"I != UNDEF", true},
        {"\"10\" > 9", true},
        {"\"a10\" > \"a9\"", false},
        {"B = y", true},
        {"B = m", false},
    };
    for (const auto &each : cases) {
        Tree tree("config I\n\tint\n\tdefault 9\nconfig H\n\thex\n\tdefault 0x10\nconfig S\n"
                  "\tstring\n\tdefault \"text\"\nconfig B\n\tbool\n\tdefault y\nconfig R\n\tbool\n"
                  "\tdefault y if " +
                  std::string(each.expression) + "\n");
        EXPECT_EQ(tree.value("R"), each.holds ? "y" : "n") << each.expression;
    }
}

TEST(Language, modulesIsAStatementOfNewerDialects)
{
    const std::string text = "config MODULES\n\tbool\n\tmodules\n\tdefault y\nconfig T\n"
                             "\ttristate\n\tdefault m\n";
    Tree tree;
    tree.options.dialect = Dialect::linux_6_1;
    tree.load(text);
    EXPECT_EQ(tree.messages(), "");
    EXPECT_EQ(tree.value("T"), "m");
    EXPECT_NE(Tree(text).messages().find("Kconfig:3:2: error: this attribute means nothing"),
              std::string::npos);
}

TEST(Language, optionEnvReadsTheEnvironment)
{
    Tree tree;
    tree.options.environment = {{"ARCH", "arm"}};
    tree.load("config ARCH\n\tstring\n\toption env=\"ARCH\"\n");
    EXPECT_EQ(tree.messages(), "");
    EXPECT_EQ(tree.value("ARCH"), "arm");
}

TEST(Language, warningsForWhatCannotWork)
{
    const struct
    {
        const char *text;
        const char *message;
    } cases[] = {
        {"config A\n", "Kconfig:1:1: warning: 'A' has no type"},
        {"config A\n\tbool\nconfig A\n\tint\n", "Kconfig:4:2: warning: 'A' is a bool already"},
        {"config A\n\tbool \"a\"\n\tprompt \"b\"\n",
         "Kconfig:3:2: warning: this entry has a prompt"},
        {"config A\n\tint\n\tdefault \"x\"\n",
         "Kconfig:3:2: warning: the default of 'A' is no int"},
        {"config A\n\tbool\n\trange 1 2\n", "Kconfig:3:2: warning: 'A' is a bool; a range"},
        {"config A\n\tint\n\tdefault 1\n\tselect B\n",
         "Kconfig:4:2: warning: 'A' is a int and can't"},
        {"config A\n\tbool\n\tselect B\nconfig B\n\tint\n\tdefault 1\n",
         "Kconfig:3:2: warning: 'B' is a int; it can't be"},
        {"choice\n\tprompt \"C\"\n\tdefault X\nconfig A\n\tbool \"a\"\nendchoice\n",
         "Kconfig:3:2: warning: 'X' is no value of this choice"},
        {"choice\n\tprompt \"C\"\nconfig A\n\tbool\nendchoice\n",
         "Kconfig:3:1: warning: the choice value 'A' has no prompt"},
        {"config A\n\tbool @ \"x\"\n", "Kconfig:2:7: warning: '@' means nothing here"},
        {"config A\n\tbool", "Kconfig:2:6: warning: the file does not end with a newline"},
    };
    for (const auto &each : cases) {
        Tree tree(each.text);
        EXPECT_NE(tree.messages().find(each.message), std::string::npos)
            << each.text << tree.messages();
        EXPECT_FALSE(tree.result.hasErrors()) << tree.messages();
    }
}

TEST(Language, dependencyLoopsAreReportedAndBroken)
{
    Tree tree("config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A\n\tselect C\n"
              "config C\n\tbool \"C\"\n\tselect A\n");
    EXPECT_EQ(tree.errorCount(), 1U);
    const std::string messages = tree.messages();
    for (const char *part :
         {"error: dependency loop: ", "'A' is selected by 'C'", "'C' is selected by 'B'"})
        EXPECT_NE(messages.find(part), std::string::npos) << messages;
    EXPECT_EQ(tree.value("A", "CONFIG_A=y\nCONFIG_B=y\n").size(), 1U) << "evaluation ends";
}

TEST(Language, everyKindOfLoopEnds)
{
    for (const char *text :
         {"config A\n\tbool\n\tdefault A\n", "config A\n\tbool \"A\" if A\n",
          "config A\n\tbool \"A\"\n\tdepends on A\n", "config A\n\tbool\n\tselect A\n",
          "config A\n\tint\n\tdefault B\nconfig B\n\tint\n\tdefault A\n",
          "choice\n\tprompt \"C\"\nconfig A\n\tbool \"A\"\nconfig X\n\tbool \"X\"\nconfig B\n"
          "\tbool \"B\"\n\tdepends on A\nendchoice\n",
          "choice\n\tprompt \"C\" if A\nconfig A\n\tbool \"A\"\nendchoice\n"}) {
        Tree tree(text);
        EXPECT_NE(tree.messages().find("error: dependency loop"), std::string::npos) << text;
        Configuration configuration = tree.configuration();
        EXPECT_FALSE(writeConfig(configuration).empty()) << text;
    }
    // No dialect calls this an error; a number that bounds itself is within its bounds.
    Tree range("config A\n\tint \"A\"\n\tdefault 1\n\trange A 5\n");
    EXPECT_EQ(range.errorCount(), 0U) << range.messages();
    EXPECT_EQ(range.value("A", "CONFIG_A=3\n"), "3");
}

} // namespace
} // namespace kconfig::test
