// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How the menu tree is formed and checked in each dialect, in conf's words, and that everything in
// a model knows its place. What is expected here was seen from the conf of each dialect.

#include "tree.h"

#include <array>

namespace kconfig::test {
namespace {

constexpr std::array allDialects{Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12};

struct DialectTree : Tree
{
    DialectTree(Dialect dialect, const std::string &text)
    {
        options.dialect = dialect;
        load(text);
    }
    /// What conf prints on its standard error.
    [[nodiscard]] std::string confWords() const
    {
        std::string text;
        for (const Diagnostic &diagnostic : result.diagnostics)
            text += diagnostic.confText.value_or("no words of conf: " + diagnostic.message + '\n');
        return text;
    }
    [[nodiscard]] const Symbol &named(const std::string &name) const
    {
        return model().symbol(symbol(name));
    }
    [[nodiscard]] std::string dependsOn(const std::string &name) const
    {
        return model().describe(named(name).directDependency);
    }
    [[nodiscard]] std::string place(Position position) const
    {
        return model().sources().describe(position);
    }
};

struct Case
{
    const char *text;
    const char *words;
};

TEST(MenuTree, checksOfPropertiesInConfsWords)
{
    const Case cases[] = {
        {"config A\n\tbool \"A\"\nconfig A\n\ttristate\n",
         "Kconfig:3:warning: ignoring type redefinition of 'A' from 'bool' to 'tristate'\n"},
        {"config A\n\tint\n\thex\n\tdefault 1\n",
         "Kconfig:1:warning: ignoring type redefinition of 'A' from 'integer' to 'hex'\n"},
        {"config A\n\tprompt \"A\"\n", "Kconfig:1:warning: config symbol defined without type\n"},
        {"config A\n\tbool \"A\"\n\tprompt \"B\"\n", "Kconfig:3:warning: prompt redefined\n"},
        {"config A\n\tbool \" A\"\n", "Kconfig:2:warning: leading whitespace ignored\n"},
        {"config A\n\tstring\n\tdefault B && C\n",
         "Kconfig:3:warning: default for config symbol 'A' must be a single symbol\n"},
        {"config A\n\tint\n\tdefault x\n", "Kconfig:3:warning: 'A': number is invalid\n"},
        {"config A\n\tstring\n\tselect B\n",
         "Kconfig:3:warning: config symbol 'A' uses select, but is not bool or tristate\n"},
        {"config A\n\tbool\n\timply B\nconfig B\n\tstring\n",
         "Kconfig:3:warning: 'B' has wrong type. 'imply' only accept arguments of bool and "
         "tristate type\n"},
        {"config A\n\tbool\n\trange 1 2\n",
         "Kconfig:3:warning: range is only allowed for int or hex symbols\n"
         "Kconfig:3:warning: range is invalid\n"},
        {"config A\n\thex\n\trange 0x1 y\n", "Kconfig:3:warning: range is invalid\n"},
        {"choice\n\tprompt \"C\"\n\tdefault X\nconfig A\n\tbool \"a\"\nendchoice\n",
         "Kconfig:3:warning: choice default symbol 'X' is not contained in the choice\n"},
    };
    for (const Case &each : cases) {
        for (const Dialect dialect : allDialects) {
            const DialectTree tree(dialect, each.text);
            EXPECT_EQ(tree.confWords(), each.words) << each.text;
            EXPECT_FALSE(tree.result.hasErrors()) << each.text;
        }
    }
}

TEST(MenuTree, choiceValuesAreCheckedAsWarningsUpTo61AndAsErrorsIn612)
{
    const std::string text = "choice\n\tprompt \"C\"\nconfig A\n\tbool \"A\"\n\tdefault y\n"
                             "config B\n\tbool\nendchoice\nconfig A\n\tbool \"elsewhere\"\n";
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1}) {
        const DialectTree tree(dialect, text);
        EXPECT_EQ(tree.confWords(),
                  "Kconfig:5:warning: defaults for choice values not supported\n"
                  "Kconfig:10:warning: choice value used outside its choice group\n"
                  "Kconfig:6:warning: choice value must have a prompt\n");
        EXPECT_FALSE(tree.result.hasErrors());
    }
    const DialectTree tree(Dialect::linux_6_12, text);
    EXPECT_EQ(tree.confWords(),
              "Kconfig:6: error: choice member must have a prompt\n"
              "Kconfig:5: error: defaults for choice values not supported\n"
              "Kconfig:10: error: choice value has a prompt outside its choice group\n");
    EXPECT_EQ(tree.result.diagnostics.front().confStops, ConfStops::afterParsing);
}

TEST(MenuTree, aChoiceTakesItsTypeFromItsValuesUpTo61)
{
    const std::string text = "choice\n\tprompt \"C\"\nconfig A\n\ttristate \"A\"\nconfig B\n"
                             "\tprompt \"B\"\nendchoice\n";
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1}) {
        const DialectTree tree(dialect, text);
        EXPECT_EQ(tree.named("B").type, SymbolType::tristate);
        EXPECT_EQ(tree.model().symbol(tree.named("B").choice).type, SymbolType::tristate);
    }
    const DialectTree tree(Dialect::linux_6_12, text);
    EXPECT_EQ(tree.confWords(), "Kconfig:3: error: choice member must be bool\n"
                                "Kconfig:5: error: choice member must be bool\n"
                                "Kconfig:5:warning: config symbol defined without type\n");
    EXPECT_EQ(tree.model().symbol(tree.named("B").choice).type, SymbolType::boolean);
}

TEST(MenuTree, choicesWithoutPrompt)
{
    const std::string text = "choice\nconfig A\n\tbool \"A\"\nendchoice\n";
    EXPECT_EQ(DialectTree(Dialect::linux_6_1, text).confWords(),
              "Kconfig:1:warning: choice must have a prompt\n");
    EXPECT_EQ(DialectTree(Dialect::linux_6_12, text).confWords(),
              "Kconfig:1: error: choice must have a prompt\n");
}

TEST(MenuTree, valuesInsideIfBlocksOfAChoiceAreItsValues)
{
    const std::string text = "config X\n\tbool \"X\"\nchoice\n\tprompt \"C\"\nif X\nconfig A\n"
                             "\tbool \"A\"\nendif\nconfig B\n\tbool \"B\"\nendchoice\n";
    for (const Dialect dialect : allDialects) {
        const DialectTree tree(dialect, text);
        const SymbolId choice = tree.named("A").choice;
        ASSERT_TRUE(choice.isValid());
        EXPECT_EQ(tree.model().symbol(choice).choiceValues.size(), 2U);
        EXPECT_EQ(tree.named("B").choice, choice);
    }
}

TEST(MenuTree, modulesBelongsToOneSymbol)
{
    const DialectTree old(Dialect::unikraft, "config A\n\tbool \"A\"\n\toption modules\nconfig B\n"
                                             "\tbool \"B\"\n\toption modules\n");
    const DialectTree tree(Dialect::linux_6_1, "config A\n\tbool \"A\"\n\tmodules\nconfig B\n"
                                               "\tbool \"B\"\n\tmodules\n");
    const char *words =
        "Kconfig:6: symbol 'B' redefines option 'modules' already defined by symbol 'A'\n";
    EXPECT_EQ(old.confWords(), words);
    EXPECT_EQ(tree.confWords(), words);
}

TEST(MenuTree, comparisonsOfBoolsWithMAreSpokenOf)
{
    const std::string text =
        "config A\n\tbool \"A\"\nconfig B\n\tbool\n\tdefault y if A=m || A!=m\n";
    const std::string no = "boolean symbol A tested for 'm'? test forced to 'n'";
    const std::string yes = "boolean symbol A tested for 'm'? test forced to 'y'";
    using Lines = std::vector<std::string>;
    EXPECT_EQ(DialectTree(Dialect::unikraft, text).result.messages, (Lines{no, yes}));
    EXPECT_EQ(DialectTree(Dialect::linux_6_1, text).result.messages, (Lines{no, yes}));
    EXPECT_EQ(DialectTree(Dialect::linux_6_12, text).result.messages, (Lines{yes, no}));
}

TEST(MenuTree, constantsLeaveConditionsIn612)
{
    const std::string text = "config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A && y\n"
                             "config C\n\tbool \"C\"\n\tdepends on B && (A || n) && B\n";
    const DialectTree before(Dialect::linux_6_1, text);
    EXPECT_EQ(before.dependsOn("B"), "A && y");
    EXPECT_EQ(before.dependsOn("C"), "A && B");
    const DialectTree tree(Dialect::linux_6_12, text);
    EXPECT_EQ(tree.dependsOn("B"), "A");
    EXPECT_EQ(tree.dependsOn("C"), "A && B");
}

TEST(MenuTree, testsAgainstNoAreRewrittenForBoolsIn52Only)
{
    const std::string text = "config T\n\ttristate \"T\"\nconfig B\n\tbool \"B\" if T!=n\n";
    const auto condition = [](const DialectTree &tree) {
        const NodeId node = tree.named("B").nodes[0];
        return tree.model().describe(
            tree.model().property(tree.model().node(node).prompt).condition);
    };
    EXPECT_EQ(condition(DialectTree(Dialect::unikraft, text)), "T");
    EXPECT_EQ(condition(DialectTree(Dialect::linux_6_1, text)), "T!=n");
    EXPECT_EQ(condition(DialectTree(Dialect::linux_6_12, text)), "T!=n");
}

TEST(MenuTree, noSubmenusInsideAChoiceIn612)
{
    const std::string text =
        "choice\n\tprompt \"C\"\nconfig A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n"
        "\tdepends on A\nendchoice\n";
    const DialectTree before(Dialect::linux_6_1, text);
    EXPECT_EQ(before.model().node(before.named("B").nodes[0]).parent, before.named("A").nodes[0]);
    const DialectTree tree(Dialect::linux_6_12, text);
    EXPECT_EQ(tree.model().node(tree.named("B").nodes[0]).parent,
              tree.model().node(tree.named("A").nodes[0]).parent);
}

TEST(MenuTree, everyPropertyAndLeafKnowsItsPlace)
{
    for (const Dialect dialect : {Dialect::linux_6_1, Dialect::linux_6_12}) {
        Tree tree;
        tree.options.dialect = dialect;
        tree.folder.write("sub", "w := B\n"
                                 "config A\n"
                                 "\tint \"prompt\" if P\n"
                                 "\trange LOW 7 if R\n"
                                 "\tdefault 3 if Q\n"
                                 "\tdepends on C || $(w)\n"
                                 "config S\n"
                                 "\tbool\n"
                                 "\tselect T if U\n"
                                 "\timply V\n");
        tree.load("menu \"M\"\n\tdepends on OUTER\nsource \"" + tree.folder.path("sub") +
                  "\"\nendmenu\n");
        ASSERT_FALSE(tree.result.hasErrors()) << tree.messages();
        const Model &model = tree.model();
        const std::string sub = tree.folder.path("sub");
        const auto placeOf = [&](const char *owner, PropertyKind kind) {
            for (const PropertyId id : model.symbol(tree.symbol(owner)).properties)
                if (model.property(id).kind == kind)
                    return model.sources().describe(model.property(id).position);
            return std::string("none");
        };
        EXPECT_EQ(placeOf("A", PropertyKind::prompt), sub + ":3:2");
        EXPECT_EQ(placeOf("A", PropertyKind::range), sub + ":4:2");
        EXPECT_EQ(placeOf("A", PropertyKind::defaultValue), sub + ":5:2");
        EXPECT_EQ(placeOf("S", PropertyKind::select), sub + ":9:2");
        EXPECT_EQ(placeOf("S", PropertyKind::imply), sub + ":10:2");

        // Every leaf of every condition that names a symbol stands where the symbol is written.
        const auto placesOf = [&](const char *name) {
            std::vector<std::string> places;
            for (std::uint32_t i = 0; i < model.expressionCount(); ++i) {
                const Expression &node = model.expression(ExpressionId{i});
                if ((node.kind == ExpressionKind::symbol || node.kind == ExpressionKind::equal) &&
                    model.symbol(node.symbol).name == name)
                    places.push_back(model.sources().describe(node.position));
            }
            std::sort(places.begin(), places.end());
            places.erase(std::unique(places.begin(), places.end()), places.end());
            return places;
        };
        using Places = std::vector<std::string>;
        EXPECT_EQ(placesOf("OUTER"), Places{"Kconfig:2:13"});
        EXPECT_EQ(placesOf("B"), Places{sub + ":6:18"});
        EXPECT_EQ(placesOf("P"), Places{sub + ":3:18"});
        EXPECT_EQ(placesOf("R"), Places{sub + ":4:17"});
        EXPECT_EQ(placesOf("Q"), Places{sub + ":5:15"});
        EXPECT_EQ(placesOf("T"), Places{sub + ":9:9"});
        EXPECT_EQ(placesOf("U"), Places{sub + ":9:14"});
        EXPECT_EQ(placesOf("V"), Places{sub + ":10:8"});
    }
}

} // namespace
} // namespace kconfig::test
