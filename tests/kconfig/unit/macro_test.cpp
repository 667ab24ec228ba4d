// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The macro language.

#include "tree.h"

#include <map>
#include <utility>

namespace kconfig::test {
namespace {

/// The text that a macro expression gives, seen as the default of a string.
std::string expand(const std::string &definitions, const std::string &text,
                   const std::map<std::string, std::string> &environment = {})
{
    Tree tree;
    tree.options.environment = environment;
    tree.options.shell = [](const std::string &command) {
        return ShellResult{"<" + command + ">\n", 0};
    };
    tree.load(definitions + "\nconfig RESULT\n\tstring\n\tdefault \"" + text + "\"\n");
    EXPECT_EQ(tree.messages(), "");
    return tree.value("RESULT");
}

TEST(Macros, recursiveVariablesAreExpandedWhereTheyAreUsed)
{
    EXPECT_EQ(expand("A = $(B)\nB = late", "$(A)"), "late");
}

TEST(Macros, simpleVariablesAreExpandedWhereTheyAreDefined)
{
    EXPECT_EQ(expand("B = early\nA := $(B)\nB = late", "$(A)"), "early");
}

TEST(Macros, appendingKeepsTheFlavour)
{
    EXPECT_EQ(expand("X = one\nA = first\nA += $(X)\nX = two", "$(A)"), "first two");
    EXPECT_EQ(expand("X = one\nA := first\nA += $(X)\nX = two", "$(A)"), "first one");
    EXPECT_EQ(expand("A += new", "$(A)"), "new");
}

TEST(Macros, userFunctionsTakeArguments)
{
    EXPECT_EQ(expand("greet = Hello $(1), $(2)", "$(greet,you,there)!"), "Hello you, there!");
    EXPECT_EQ(expand("twice = $(1)$(1)\nA = x", "$(twice,$(A))"), "xx");
    EXPECT_EQ(expand("a-b = dashed\nname = a-b", "$($(name))"), "dashed");
}

TEST(Macros, missingVariablesAndArgumentsAreEmpty)
{
    EXPECT_EQ(expand("f = [$(1)][$(2)]", "$(f,a)$(NONE)"), "[a][]");
}

TEST(Macros, theEnvironmentComesLastAndIsRemembered)
{
    EXPECT_EQ(expand("", "$(ARCH)", {{"ARCH", "x86"}}), "x86");
    EXPECT_EQ(expand("ARCH = own", "$(ARCH)", {{"ARCH", "x86"}}), "own");

    Tree tree;
    tree.options.environment = {{"USED", "1"}, {"UNUSED", "2"}};
    tree.load("config A\n\tstring\n\tdefault \"$(USED) $(USED)\"\n");
    ASSERT_EQ(tree.model().environment().size(), 1U);
    EXPECT_EQ(tree.model().environment()[0].first, "USED");
}

TEST(Macros, shellOutputIsOneLine)
{
    Tree tree;
    tree.options.shell = [](const std::string &) { return ShellResult{"one\ntwo\n\n", 0}; };
    tree.load("config A\n\tstring\n\tdefault \"$(shell,ls)\"\n");
    EXPECT_EQ(tree.value("A"), "one two");
}

TEST(Macros, shellOutputIsCutAsConfCutsIt)
{
    Tree tree;
    tree.options.shell = [](const std::string &) { return ShellResult{std::string(1000, 'x'), 0}; };
    tree.load("config A\n\tstring\n\tdefault \"$(shell,long)\"\n");
    EXPECT_EQ(tree.value("A").size(), 255U);
}

TEST(Macros, refusedShellsGiveNothingAndAreCounted)
{
    Tree tree("config A\n\tstring\n\tdefault \"a$(shell,rm -rf x)b$(shell,y)\"\n");
    EXPECT_EQ(tree.value("A"), "ab");
    EXPECT_EQ(tree.result.refusedShells, 2);
    EXPECT_NE(tree.messages().find("Kconfig:3:12: warning: a shell command was not run: rm -rf x"),
              std::string::npos)
        << tree.messages();
}

TEST(Macros, theHostShellRunsInItsFolderWithItsEnvironment)
{
    Folder folder;
    const Shell shell = hostShell(folder.path(), {{"NAME", "value"}, {"PATH", "/bin:/usr/bin"}});
    EXPECT_EQ(shell("echo $NAME; pwd").output,
              "value\n" + std::filesystem::canonical(folder.path()).string() + "\n");
    EXPECT_EQ(shell("exit 3").exitStatus, 3);
}

TEST(Macros, fileNameLineNumberAndInfo)
{
    Tree tree;
    tree.folder.write("sub/Kconfig", "config B\n\tstring\n\tdefault \"$(filename):$(lineno)\"\n");
    tree.load("$(info,hello $(filename))\nsource \"sub/Kconfig\"\n");
    EXPECT_EQ(tree.value("B"), "sub/Kconfig:3");
    EXPECT_EQ(tree.result.messages, std::vector<std::string>{"hello Kconfig"});
}

TEST(Macros, warningsAndErrorsOfTheTree)
{
    Tree tree("$(warning-if,y,mind this)\n$(warning-if,n,not that)\n$(error-if,y,stop here)\n"
              "config A\n\tbool\n\tdefault y\n");
    EXPECT_NE(tree.messages().find("Kconfig:1:1: warning: mind this"), std::string::npos);
    EXPECT_EQ(tree.messages().find("not that"), std::string::npos);
    EXPECT_NE(tree.messages().find("Kconfig:3:1: error: stop here"), std::string::npos);
    EXPECT_EQ(tree.value("A"), "y") << "the rest of the tree is read all the same";
}

TEST(Macros, expansionsAreNotSplitIntoTokens)
{
    Tree tree("value = \"quoted\" if n # no comment\nconfig A\n\tstring\n\tdefault $(value)\n");
    EXPECT_EQ(tree.value("A"), "\"quoted\" if n # no comment");
}

TEST(Macros, aReferenceThatEndsEarlyIsAnErrorWithItsPlace)
{
    Tree tree("config A\n\tstring\n\tdefault \"$(B\"\nconfig C\n\tbool\n\tdefault y\n");
    EXPECT_NE(tree.messages().find("Kconfig:3:11: error: '$(' has no matching ')'"),
              std::string::npos)
        << tree.messages();
    EXPECT_EQ(tree.value("C"), "y");
}

TEST(Macros, circlesAreErrors)
{
    Tree tree("A = $(B)\nB = $(A)\nconfig X\n\tstring\n\tdefault \"$(A)\"\n");
    EXPECT_NE(tree.messages().find("error: variable 'A' refers to itself"), std::string::npos)
        << tree.messages();
    Tree deep("f = $(f,$(1)x)\nconfig X\n\tstring\n\tdefault \"$(f,x)\"\n");
    EXPECT_NE(deep.messages().find("error: macros are nested too deeply"), std::string::npos)
        << deep.messages();
}

TEST(Macros, variablesThatDoubleEachOtherComeToAnEnd)
{
    std::string text = "V0 = xxxxxxxxxx\n";
    for (int i = 1; i < 64; ++i)
        text += "V" + std::to_string(i) + " = $(V" + std::to_string(i - 1) + ")$(V" +
                std::to_string(i - 1) + ")\n";
    Tree tree(text + "config X\n\tstring\n\tdefault \"$(V63)\"\n");
    EXPECT_EQ(tree.errorCount(), 1U) << tree.messages();
}

TEST(Macros, builtInsCheckTheirArguments)
{
    Tree tree("A := $(shell)\nB := $(warning-if,y)\n");
    EXPECT_NE(tree.messages().find("'$(shell)' takes 1 argument(s), not 0"), std::string::npos);
    EXPECT_NE(tree.messages().find("'$(warning-if)' takes 2 argument(s), not 1"),
              std::string::npos);
}

TEST(Macros, lineNumbersAreThoseOfConf)
{
    // conf comes to an assignment when it has read the end of its line.
    EXPECT_EQ(expand("A := $(lineno)\nB = $(lineno)", "$(A) $(B) $(lineno)"), "2 5 5");
}

TEST(Macros, argumentsKeepTheirBlanksAndParentheses)
{
    EXPECT_EQ(expand("f = [$(1)][$(2)]", "$(f, a ,(b,c))"), "[ a ][(b,c)]");
    EXPECT_EQ(expand("f = [$(0)][$(3)]", "$(f,a,b)"), "[][]");
}

TEST(Macros, aDollarWithoutParenthesisIsADollar)
{
    EXPECT_EQ(expand("", "$ $$ $x"), "$ $$ $x");
}

TEST(Macros, functionsNobodyKnowsGiveNothing)
{
    EXPECT_EQ(expand("", "[$(nothing,x)]"), "[]");
}

TEST(Macros, wordsMadeOfMacrosAreNamesButNoKeywords)
{
    Tree tree;
    tree.options.environment = {{"NAME", "B"}, {"WORD", "bool"}};
    tree.load("config A_$(NAME)_C\n\tbool\n\tdefault y\nconfig D\n\tbool\n\tdefault A_$(NAME)_C\n");
    EXPECT_EQ(tree.messages(), "");
    EXPECT_EQ(tree.value("D"), "y");
    Tree keyword;
    keyword.options.environment = tree.options.environment;
    keyword.load("config A\n\t$(WORD)\n");
    EXPECT_NE(keyword.messages().find("Kconfig:2:2: error: 'bool' is not a keyword"),
              std::string::npos)
        << keyword.messages();
}

TEST(Macros, positionsAreThoseOfTheReferences)
{
    Tree tree("X = B\nconfig A\n\tbool \"a\"\n\tdepends on C && $(X)D && \\\n\t  E\n"
              "config BD\n\tbool \"bd\"\nconfig C\n\tbool \"c\"\nconfig E\n\tbool \"e\"\n");
    EXPECT_EQ(tree.messages(), "");
    std::map<std::string, std::string> places;
    for (std::uint32_t i = 0; i < tree.model().expressionCount(); ++i) {
        const Expression &leaf = tree.model().expression(ExpressionId{i});
        if (leaf.kind == ExpressionKind::symbol)
            places.emplace(tree.model().symbol(leaf.symbol).name,
                           tree.model().sources().describe(leaf.position));
    }
    EXPECT_EQ(places["C"], "Kconfig:4:13");
    EXPECT_EQ(places["BD"], "Kconfig:4:18");
    EXPECT_EQ(places["E"], "Kconfig:5:4");
}

TEST(Macros, stopsOfConfAreMarked)
{
    const std::pair<const char *, const char *> cases[] = {
        {"$(error-if,y,stop)\n", "Kconfig:1: stop\n"},
        {"A = $(A)\n$(A)\n", "Kconfig:2: Recursive variable 'A' references itself (eventually)\n"},
        {"A := $(shell)\n", "Kconfig:2: too few function arguments passed to 'shell'\n"},
        {"$(info,a,b)\n", "Kconfig:1: too many function arguments passed to 'info'\n"},
        {"$(filename,a)\n", "Kconfig:1: too many function arguments passed to 'filename'\n"},
        {"$(lineno,a)\n", "Kconfig:1: too many function arguments passed to 'lineno'\n"},
        {"$(warning-if,y)\n", "Kconfig:1: too few function arguments passed to 'warning-if'\n"},
        {"$(error-if)\n", "Kconfig:1: too few function arguments passed to 'error-if'\n"},
        {"$(info,x\n", "Kconfig:1: unterminated reference to 'info,x': missing ')'\n"},
    };
    for (const auto &[text, words] : cases) {
        Tree tree(std::string(text) + "config REST\n\tbool\n\tdefault y\n");
        ASSERT_FALSE(tree.result.diagnostics.empty()) << text;
        EXPECT_EQ(tree.result.diagnostics[0].confText, words);
        EXPECT_EQ(tree.result.diagnostics[0].confStops, ConfStops::atOnce) << text;
        EXPECT_EQ(tree.value("REST"), "y") << text;
    }
    Tree warning("$(warning-if,y,mind this)\n");
    EXPECT_EQ(warning.result.diagnostics.at(0).confText, "Kconfig:1: mind this\n");
    EXPECT_EQ(warning.result.diagnostics.at(0).confStops, ConfStops::never);
}

} // namespace
} // namespace kconfig::test
