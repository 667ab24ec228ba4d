// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a user reads when a file is wrong, and that the rest of the tree is there all the same.

#include "tree.h"

namespace kconfig::test {
namespace {

const char *const rest = "config REST\n\tbool\n\tdefault y\n";

/// Loads a broken text followed by a good entry, and gives the messages.
std::string messagesFor(const std::string &text)
{
    Tree tree(text + rest);
    EXPECT_EQ(tree.value("REST"), "y") << "nothing may be lost behind:\n" << text;
    EXPECT_TRUE(tree.result.hasErrors());
    return tree.messages();
}

TEST(SyntaxErrors, showTheLineACaretAndAWayOut)
{
    EXPECT_EQ(messagesFor("config A\n\tdefalt y\n\tbool\n"),
              "Kconfig:2:2: error: 'defalt' is not a keyword\n"
              "  \tdefalt y\n"
              "  \t^\n"
              "  hint: did you mean 'default'?\n");
}

TEST(SyntaxErrors, showTheChainOfSourceStatements)
{
    Tree tree;
    tree.folder.write("a/Kconfig", "source \"b/Kconfig\"\n");
    tree.folder.write("b/Kconfig", "config\n");
    tree.load("\nsource \"a/Kconfig\"\n");
    EXPECT_EQ(tree.messages(), "b/Kconfig:1:7: error: expected a symbol, but the line ends\n"
                               "  config\n"
                               "        ^\n"
                               "  hint: write the name of a symbol, y, m, n, or a quoted value\n"
                               "a/Kconfig:1:1: note: sourced from here\n"
                               "Kconfig:2:1: note: sourced from here\n");
}

TEST(SyntaxErrors, eachHasItsPlace)
{
    const struct
    {
        const char *text;
        const char *message;
    } cases[] = {
        {"config A\n\tbool\n\tdepends B\n", "Kconfig:3:10: error: expected 'on'"},
        {"config A\n\tbool\n\tdepends on B &&\n", "Kconfig:3:17: error: expected a symbol"},
        {"config A\n\tbool\n\tdepends on (B\n", "Kconfig:3:15: error: expected ')'"},
        {"config A\n\tbool\n\tdepends on B C\n",
         "Kconfig:3:15: error: expected the end of the line"},
        {"config A\n\tbool\n\tselect \"B\"\n", "Kconfig:3:9: error: expected a symbol"},
        {"config A\n\tbool\n\tdefault\n", "Kconfig:3:9: error: expected a symbol"},
        {"config A\n\tbool \"x\" if\n", "Kconfig:2:13: error: expected a symbol"},
        {"config A\n\tint\n\trange 1\n", "Kconfig:3:9: error: expected a symbol"},
        {"config A\n\tbool\n\toption foo\n", "Kconfig:3:9: error: unknown option"},
        {"config A\n\tbool\n\tvisible if B\n", "Kconfig:3:2: error: this attribute means nothing"},
        {"menu \"M\"\n\tselect A\nendmenu\n", "Kconfig:2:2: error: this attribute means nothing"},
        {"default y\n", "Kconfig:1:1: error: this attribute belongs to no entry"},
        {"menu\nendmenu\n", "Kconfig:1:5: error: expected a title"},
        {"if\nendif\n", "Kconfig:1:3: error: expected a symbol"},
        {"endmenu\n", "Kconfig:1:1: error: 'endmenu' closes nothing"},
        {"&& foo\n", "Kconfig:1:1: error: expected a keyword"},
        {"on\n", "Kconfig:1:1: error: this keyword can't begin a line"},
        {"source\n", "Kconfig:1:7: error: expected the path of a file"},
        {"choice\n\tdefault \"A\"\nendchoice\n", "Kconfig:2:10: error: the default of a choice"},
        {"choice\n\tdefault !A\nendchoice\n", "Kconfig:2:10: error: the default of a choice"},
        {"config B\n\tbool\nmainmenu \"Late\"\n",
         "Kconfig:3:1: error: 'mainmenu' must be the first"},
    };
    for (const auto &each : cases) {
        const std::string messages = messagesFor(each.text);
        EXPECT_NE(messages.find(each.message), std::string::npos) << each.text << messages;
        EXPECT_NE(messages.find("  hint: "), std::string::npos) << each.text << messages;
    }
}

TEST(SyntaxErrors, blocksThatAreNotClosed)
{
    EXPECT_NE(messagesFor("menu \"M\"\n").find("Kconfig:1:1: error: this menu is not closed"),
              std::string::npos);
    const std::string crossed = messagesFor("if A\nmenu \"M\"\nendif\nendmenu\n");
    EXPECT_NE(crossed.find("Kconfig:3:1: error: 'endif' comes before 'endmenu'"), std::string::npos)
        << crossed;
}

TEST(SyntaxErrors, blocksEndInTheFileTheyBeginIn)
{
    Tree tree;
    tree.folder.write("inner", "endmenu\nmenu \"Inner\"\n");
    tree.load("menu \"Outer\"\nsource \"inner\"\nendmenu\n" + std::string(rest));
    EXPECT_EQ(tree.errorCount(), 2U) << tree.messages();
    EXPECT_EQ(tree.value("REST"), "y");
    EXPECT_EQ(tree.model().node(tree.model().symbol(tree.symbol("REST")).nodes[0]).parent,
              tree.model().root());
}

TEST(SyntaxErrors, aMisspeltHelpDoesNotFlood)
{
    Tree tree("config A\n\tbool\n\thlep\n\t  Some words, in (brackets.\n\t  More = words\n" +
              std::string(rest));
    EXPECT_EQ(tree.errorCount(), 1U) << tree.messages();
}

TEST(SyntaxErrors, aMisspeltEntryKeepsItsAttributes)
{
    Tree tree("config A\n\tbool\nconfg B\n\tint\n\tdefault 3\n");
    EXPECT_EQ(tree.errorCount(), 1U) << tree.messages();
    EXPECT_EQ(tree.value("B"), "3");
    EXPECT_EQ(tree.value("A"), "n");
}

TEST(SyntaxErrors, aFileThatSourcesItself)
{
    Tree tree;
    tree.folder.write("a", "source \"b\"\n");
    tree.folder.write("b", "source \"a\"\n");
    tree.load("source \"a\"\n" + std::string(rest));
    EXPECT_NE(tree.messages().find("b:1:1: error: 'a' sources itself"), std::string::npos)
        << tree.messages();
    EXPECT_EQ(tree.value("REST"), "y");
}

TEST(SyntaxErrors, aFileThatSourcesItselfByAnotherName)
{
    Tree tree;
    tree.folder.write("d/a", "source \"./d/../d/a\"\n");
    tree.load("source \"d/a\"\n" + std::string(rest));
    EXPECT_NE(tree.messages().find("sources itself"), std::string::npos) << tree.messages();
}

TEST(SyntaxErrors, aMissingFileIsAnErrorInTheLinuxDialects)
{
    Tree tree;
    tree.options.dialect = Dialect::linux_6_1;
    tree.load("source \"missing\"\n" + std::string(rest));
    EXPECT_NE(tree.messages().find("Kconfig:1:1: error: can't read 'missing': No such file"),
              std::string::npos)
        << tree.messages();
    EXPECT_EQ(tree.value("REST"), "y");
}

TEST(SyntaxErrors, aMissingFileIsANoteInUnikraft)
{
    Tree tree("source \"missing\"\nsource \"*.none\"\n" + std::string(rest));
    EXPECT_FALSE(tree.result.hasErrors());
    EXPECT_NE(tree.messages().find("Kconfig:1:8: note: no file matches 'missing'"),
              std::string::npos)
        << tree.messages();
}

TEST(SyntaxErrors, anUnreadableFileIsAnErrorEverywhere)
{
    Tree tree;
    std::filesystem::create_directory(tree.folder.path("folder"));
    tree.load("source \"folder\"\n" + std::string(rest));
    EXPECT_NE(tree.messages().find("Kconfig:1:1: error: can't read 'folder': Is a directory"),
              std::string::npos)
        << tree.messages();
}

TEST(SyntaxErrors, aMissingRootFile)
{
    Tree tree;
    tree.options.rootFile = "none";
    tree.result = load(tree.options);
    EXPECT_EQ(tree.messages(), "none: error: can't read 'none': No such file or directory\n"
                               "  hint: name the root file of the tree (Config.uk, Kconfig)\n");
    ASSERT_NE(tree.result.model, nullptr);
}

TEST(SyntaxErrors, textWithoutItsClosingQuote)
{
    Tree tree("config A\n\tbool \"open\n" + std::string(rest));
    EXPECT_NE(tree.messages().find("Kconfig:2:7: warning: this string has no closing quote"),
              std::string::npos);
    EXPECT_EQ(tree.model().promptText(tree.model().symbol(tree.symbol("A")).nodes[0]), "open");
}

} // namespace
} // namespace kconfig::test
