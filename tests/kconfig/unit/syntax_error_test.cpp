// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a user reads when a file is wrong, and that the rest of the tree is there all the same.

#include "tree.h"

#include <array>
#include <utility>

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

TEST(SyntaxErrors, misspeltKeywordsGetASuggestion)
{
    const std::pair<const char *, const char *> cases[] = {
        {"config A\n\tbol \"a\"\n", "did you mean 'bool'?"},
        {"config A\n\tbool\n\tdepend on B\n", "did you mean 'depends'?"},
        {"config A\n\tbool\n\tslect B\n", "did you mean 'select'?"},
        {"cnofig A\n\tbool\n", "did you mean 'config'?"},
        {"config A\n\tbool\n\thlep\n\t  text\n", "did you mean 'help'?"},
        {"menucnofig A\n\tbool \"a\"\n", "did you mean 'menuconfig'?"},
        {"sorce \"a\"\n", "did you mean 'source'?"},
        {"if A\nendfi\nendif\n", "did you mean 'endif'?"},
    };
    for (const auto &[text, hint] : cases) {
        const std::string messages = messagesFor(text);
        EXPECT_NE(messages.find(hint), std::string::npos) << text << messages;
    }
}

struct DialectCase
{
    const char *text;
    std::array<std::size_t, 3> errors; ///< by dialect: Unikraft, Linux 6.1, 6.12
};

TEST(SyntaxErrors, whatADialectLacksIsAnErrorThereAndReadAllTheSame)
{
    const DialectCase cases[] = {
        {"config A\n\tbool unquoted\n", {0, 1, 1}},
        {"menu unquoted\nendmenu\n", {0, 1, 1}},
        {"config A\n\tbool \"a\"\n\tmodules\n", {1, 0, 0}},
        {"config A\n\tbool \"a\"\n\toption modules\n", {0, 1, 1}},
        {"config A\n\tbool \"a\"\n\toption allnoconfig_y\n", {0, 1, 1}},
        {"config A\n\tstring\n\toption env=\"E\"\n", {0, 1, 1}},
        {"config A\n\tbool\n\t---help---\n\t  Text.\n", {0, 1, 1}},
        {"config A\n\tbool\n\ttransitional\n", {1, 1, 0}},
        {"config A\n\tbool \"a\"\n\tdepends on REST if REST\n", {1, 1, 0}},
        {"config option\n\tbool \"o\"\n", {1, 0, 0}},
        {"config optional\n\tbool \"o\"\n", {1, 1, 0}},
        {"rsource \"a\"\n", {1, 1, 1}},
        {"osource \"none\"\n", {1, 1, 1}},
        {"orsource \"a\"\n", {1, 1, 1}},
        {"choice NAME\n\tprompt \"c\"\nconfig A\n\tbool \"a\"\nendchoice\n", {0, 0, 1}},
        {"choice\n\tprompt \"c\"\n\toptional\nconfig A\n\tbool \"a\"\nendchoice\n", {0, 0, 1}},
        {"choice\n\ttristate \"c\"\nconfig A\n\ttristate \"a\"\nendchoice\n", {0, 0, 1}},
        {"choice\n\tbool\n\tprompt \"c\"\nconfig A\n\tbool \"a\"\nendchoice\n", {0, 0, 1}},
        {"choice\n\tprompt \"c\"\nsource \"a\"\nendchoice\n", {0, 1, 1}},
        {"choice\n\tprompt \"c\"\nX = y\nconfig A\n\tbool \"a\"\nendchoice\n", {0, 1, 1}},
        {"choice\n\tprompt \"c\"\nmenuconfig A\n\tbool \"a\"\nendchoice\n", {0, 1, 1}},
    };
    for (const DialectCase &each : cases) {
        for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12}) {
            Tree tree;
            tree.options.dialect = dialect;
            tree.options.environment = {{"E", "value"}};
            tree.folder.write("a", "config SOURCED\n\tbool \"s\"\n");
            tree.load(std::string(each.text) + rest);
            std::size_t syntaxErrors = 0;
            for (const Diagnostic &diagnostic : tree.result.diagnostics)
                if (diagnostic.severity == Severity::error && diagnostic.isFromParsing)
                    ++syntaxErrors;
            EXPECT_EQ(syntaxErrors, each.errors[static_cast<std::size_t>(dialect)])
                << static_cast<int>(dialect) << '\n'
                << each.text << tree.messages();
            EXPECT_EQ(tree.value("REST"), "y") << each.text;
            if (std::string(each.text).find("source \"a\"") != std::string::npos) {
                EXPECT_TRUE(tree.symbol("SOURCED").isValid()) << each.text;
            }
        }
    }
}

TEST(SyntaxErrors, otherKindsOfSourceAreReadAndExplained)
{
    Tree tree;
    tree.options.dialect = Dialect::linux_6_1;
    tree.folder.write("d/Kconfig", "rsource \"e/Kconfig\"\norsource \"none\"\n");
    tree.folder.write("d/e/Kconfig", "config INNER\n\tbool\n\tdefault y\n");
    tree.load("source \"d/Kconfig\"\n" + std::string(rest));
    EXPECT_EQ(tree.value("INNER"), "y");
    EXPECT_EQ(tree.errorCount(), 2U) << tree.messages();
    EXPECT_NE(tree.messages().find("d/Kconfig:1:1: error: 'rsource' is no keyword in the dialect "
                                   "of Linux 6.1"),
              std::string::npos)
        << tree.messages();
    EXPECT_NE(tree.messages().find("write 'source' with a path from the root of the tree"),
              std::string::npos);
}

TEST(SyntaxErrors, remarksComeInTheOrderOfReading)
{
    Tree tree;
    tree.folder.write("a", "config A\n\tbool \"a\"\n\tprompt \"b\"\n");
    tree.load("source \"a\"\nnonsense here\nconfig B\n\tbool \"  b\"\n$(warning-if,y,last)\n" +
              std::string(rest));
    std::vector<std::string> places;
    for (const Diagnostic &diagnostic : tree.result.diagnostics)
        places.push_back(tree.model().sources().describe(diagnostic.position));
    EXPECT_EQ(places,
              (std::vector<std::string>{"a:3:2", "Kconfig:2:1", "Kconfig:4:7", "Kconfig:5:1"}))
        << tree.messages();
}

TEST(SyntaxErrors, helpThatConfWouldTakeForStatementsRunsNothing)
{
    Tree tree;
    int runs = 0;
    tree.options.shell = [&runs](const std::string &) {
        ++runs;
        return ShellResult{};
    };
    tree.load("config A\n\tbool\n\tnonsense\n\thelp\n\t  $(shell,rm -rf x)\n" + std::string(rest));
    EXPECT_EQ(runs, 0);
    EXPECT_EQ(tree.errorCount(), 1U) << tree.messages();
}

} // namespace
} // namespace kconfig::test
