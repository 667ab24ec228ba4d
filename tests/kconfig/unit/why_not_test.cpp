// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The sentences of explain() and whyNot(), case by case.

#include "tree.h"

#include "kconfig/explain.h"

#include <random>

namespace kconfig::test {
namespace {

/// A tree, and what is said about it.
struct Story : Tree
{
    Configuration c;

    Story(const std::string &text,
          const std::vector<std::pair<std::string, std::string>> &values = {})
        : Tree(text)
        , c(result.model)
    {
        for (const auto &[name, value] : values)
            c.assume(symbol(name), value);
    }
    std::string why(const std::string &name) { return explain(c, symbol(name)).sentence; }
    std::string whyNot(const std::string &name, const std::string &value)
    {
        const auto refusal = kconfig::whyNot(c, symbol(name), value);
        if (!refusal)
            return {};
        EXPECT_FALSE(refusal->reasons.empty());
        return refusal->sentence;
    }
};

TEST(Why, NoPrompt)
{
    Story s("config A\n\tbool \"A\"\nconfig B\n\tdef_bool A\nconfig C\n\tbool\nconfig D\n\tbool "
            "\"D\"\n\tdepends on A\n\tselect C\nconfig E\n\tbool\n\tdefault y if A\n");
    EXPECT_EQ(s.why("B"),
              "B is n (default A at Kconfig:4), and you can't change it: it has no prompt; its "
              "value follows from other options (A is n: nothing turns it on)");
    EXPECT_EQ(s.why("C"),
              "C is n (nothing turns it on), and you can't change it: it has no prompt; it is on "
              "when D selects it (D is n: nothing turns it on); the prompt of D is hidden because "
              "A is n (nothing turns it on); you can change A");
    EXPECT_EQ(s.why("E"), "E is n (nothing turns it on), and you can't change it: it has no "
                          "prompt; its value follows from other options (its default y does not "
                          "apply because A is n); you can change A");
    EXPECT_EQ(s.whyNot("E", "n"), "");
    EXPECT_EQ(s.whyNot("B", "y").substr(0, 45), "B can't be y now: it has no prompt; its value");
}

TEST(Why, NoPromptAndImpliedOutsideItsDependencies)
{
    Story s("config A\n\tbool \"A\"\n\timply B\nconfig B\n\tbool\n\tdepends on C\nconfig "
            "C\n\tbool \"C\"\n",
            {{"A", "y"}});
    EXPECT_EQ(s.whyNot("B", "y"),
              "B can't be y now: it has no prompt; its value follows from other "
              "options (A implies it, but not while C is n)");
}

TEST(Why, NoPromptAndManySelectors)
{
    std::string tree = "config H\n\tbool\n";
    for (const char *name : {"A", "B", "C", "D", "E"})
        tree += std::string("config ") + name + "\n\tbool \"P\"\n\tselect H\n";
    Story s(tree);
    EXPECT_EQ(
        s.whyNot("H", "y"),
        "H can't be y now: it has no prompt; it is on when A, B, C or one of 2 others selects it");
    EXPECT_EQ(explain(s.c, s.symbol("H")).obstacles.front().because.size(), 5u);
}

TEST(Why, HiddenPrompt)
{
    const std::string tree = "config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\nconfig C\n\tbool "
                             "\"C\"\n\tselect B\nconfig X\n\tbool \"X\"\n\tdepends on A && !B\n";
    Story s(tree, {{"A", "n"}, {"C", "y"}});
    EXPECT_EQ(
        s.why("X"),
        "X is n (nothing turns it on), and you can't change it: its prompt is hidden because A && "
        "!B is n (A is n: you set it; B is y: selected by C at Kconfig:7); you can change A and C");
    EXPECT_EQ(s.whyNot("X", "y"),
              "X can't be y now: its prompt is hidden because A && !B is n (A is n: you set it; B "
              "is y: selected by C at Kconfig:7); you can change A and C");
    EXPECT_EQ(s.whyNot("X", "n"), "");
    Story waiting(tree, {{"X", "y"}});
    EXPECT_EQ(waiting.why("X"), "X is n (nothing turns it on, and the y that you set has no effect "
                                "while its prompt is hidden), and you can't change it: its prompt "
                                "is hidden because A is n (nothing turns it on)");
}

TEST(Why, HiddenByAnAlternativeOrAComparison)
{
    Story s("config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\nconfig N\n\tint \"N\"\n\tdefault "
            "3\nconfig M\n\tint \"M\"\n\tdefault 5\nconfig X\n\tbool \"X\"\n\tdepends on A || "
            "B\nconfig Y\n\tbool \"Y\"\n\tdepends on N > 5\nconfig Z\n\tbool \"Z\"\n\tdepends on N "
            "> M\nconfig U\n\tbool \"U\"\n\tdepends on GHOST\n");
    EXPECT_EQ(s.whyNot("X", "y"), "X can't be y now: its prompt is hidden because A || B is n "
                                  "(nothing turns any of them on); you can change A or B");
    EXPECT_EQ(s.whyNot("Y", "y"), "Y can't be y now: its prompt is hidden because N>5 does not "
                                  "hold (N is 3: default at Kconfig:7)");
    EXPECT_EQ(s.whyNot("Z", "y"), "Z can't be y now: its prompt is hidden because N>M does not "
                                  "hold (N is 3 and M is 5); you can change N and M");
    EXPECT_EQ(s.whyNot("U", "y"),
              "U can't be y now: its prompt is hidden because GHOST is n (no file defines it)");
}

TEST(Why, HeldBySelect)
{
    Story s("config MODULES\n\tbool \"M\"\n\toption modules\n\tdefault y\nconfig CORE\n\ttristate "
            "\"Core\"\nconfig D\n\ttristate \"D\"\n\tselect CORE\n",
            {{"D", "y"}});
    EXPECT_EQ(s.why("CORE"), "CORE is y (selected by D at Kconfig:9), and you can't change it: it "
                             "is held at y by select from D at Kconfig:9 (D is y: you set it)");
    EXPECT_EQ(
        s.whyNot("CORE", "n"),
        "CORE can't be n now: it is held at y by select from D at Kconfig:9 (D is y: you set it)");
    s.c.assume(s.symbol("D"), "m");
    EXPECT_EQ(s.why("CORE"), "CORE is m (selected by D at Kconfig:9); you can make it m or y, for "
                             "it is held at m by select from D at Kconfig:9 (D is m: you set it)");
    EXPECT_EQ(s.whyNot("CORE", "y"), "");
}

TEST(Why, LimitedToModules)
{
    Story s("config MODULES\n\tbool \"M\"\n\toption modules\nconfig BUS\n\ttristate "
            "\"Bus\"\nconfig D\n\ttristate \"D\"\n\tdepends on BUS\nconfig F\n\tbool \"F\"\n",
            {{"MODULES", "y"}, {"BUS", "m"}, {"D", "y"}});
    EXPECT_EQ(s.why("D"), "D is m (you set it to y); you can make it n or m, for it can be m at "
                          "most because BUS is m (you set it)");
    EXPECT_EQ(s.whyNot("D", "y"),
              "D can't be y now: it can be m at most because BUS is m (you set it)");
    EXPECT_EQ(s.whyNot("F", "m"),
              "F is a bool, which is y or n; only tristates can be m: write F=y");
    s.c.assume(s.symbol("MODULES"), "n");
    s.c.assume(s.symbol("BUS"), "y");
    EXPECT_EQ(s.whyNot("D", "m"),
              "D can't be m now: it can't be m because MODULES is n (you set it)");
    Story none("config D\n\ttristate \"D\"\n");
    EXPECT_EQ(none.whyNot("D", "m"),
              "D can't be m now: it can't be m because this tree has no modules");
}

TEST(Why, Choices)
{
    Story s("config BIG\n\tbool \"Big\"\n\tdefault y\nchoice\n\tprompt \"Speed\"\n\tdepends on "
            "BIG\nconfig FAST\n\tbool \"Fast\"\nconfig SLOW\n\tbool \"Slow\"\nendchoice\n");
    EXPECT_EQ(s.why("FAST"), "FAST is y (the choice \"Speed\" falls back to it); to turn it off, "
                             "choose another value of the choice \"Speed\"");
    EXPECT_EQ(s.why("SLOW"), "SLOW is n (the choice \"Speed\" has FAST); you can change it");
    EXPECT_EQ(s.whyNot("FAST", "n"), "FAST can't be n now: it is what the choice \"Speed\" has; to "
                                     "turn it off, choose another of its values");
    EXPECT_EQ(s.whyNot("SLOW", "y"), "");
    s.c.assume(s.symbol("BIG"), "n");
    EXPECT_EQ(s.whyNot("SLOW", "y"),
              "SLOW can't be y now: its prompt is hidden because the choice \"Speed\" is off (its "
              "prompt is hidden); the prompt of the choice \"Speed\" is hidden because BIG is n "
              "(you set it); you can change BIG");
    const SymbolId choice = s.model().symbol(s.symbol("FAST")).choice;
    s.c.assume(s.symbol("BIG"), "y");
    EXPECT_EQ(explain(s.c, choice).sentence,
              "the choice \"Speed\" is y (it has FAST), and you can't change it: it always has one "
              "of its values; choose another value instead");
}

TEST(Why, UnnamedChoicesGoByTheirPrompt)
{
    Story s("config NET\n\tbool \"Net\"\nchoice\n\tprompt \"Protocol\"\n\toptional\nconfig TCP\n"
            "\tbool \"TCP\"\n\tdepends on NET\nendchoice\n");
    EXPECT_EQ(s.whyNot("TCP", "y"), "TCP can't be y now: its prompt is hidden because the choice "
                                    "\"Protocol\" && NET is n (nothing turns any of them on)");
}

TEST(Why, ConstantsThatMacrosLeave)
{
    Story s("no := n\nconfig A\n\tbool \"A\"\n\tdepends on $(no)\nconfig B\n\tbool \"B\"\n"
            "\tdepends on n\n");
    EXPECT_EQ(s.whyNot("A", "y"),
              "A can't be y now: its prompt is hidden because $(no) gave n (the "
              "macro is expanded at Kconfig:4)");
    EXPECT_EQ(s.whyNot("B", "y"),
              "B can't be y now: its prompt is hidden because its condition is the "
              "constant n (that is written at Kconfig:7)");
}

TEST(Why, RangesAndTypes)
{
    Story s(
        "config TOP\n\tint \"Top\"\n\tdefault 9\nconfig N\n\tint \"N\"\n\trange 1 TOP\n\tdefault "
        "5\nconfig S\n\tstring \"S\"\n\tdefault \"a: b\"\nconfig B\n\tbool \"B\"\n");
    EXPECT_EQ(s.why("N"), "N is 5 (default at Kconfig:7); you can set it to 1 … 9");
    EXPECT_EQ(s.whyNot("N", "7"), "");
    EXPECT_EQ(s.whyNot("N", "12"), "N can't be 12 now: it has to be within 1 … 9 at Kconfig:6 (TOP "
                                   "is 9: default at Kconfig:3)");
    EXPECT_EQ(s.whyNot("N", "x"), "'x' is no value for N, which is an int; write decimal digits "
                                  "without leading zeros, as in N=10");
    EXPECT_EQ(s.why("S"), "S is \"a: b\" (default at Kconfig:10); you can change it");
    s.c.assume(s.symbol("N"), "20");
    EXPECT_EQ(
        s.why("N"),
        "N is 9 (you set it to 20, which is outside its range 1 … 9); you can set it to 1 … 9");
}

TEST(Why, VisibleIf)
{
    Story s("config EXPERT\n\tbool \"Expert\"\nmenu \"Tuning\"\n\tvisible if EXPERT\nconfig "
            "X\n\tbool \"X\"\n\tdefault y\nendmenu\n");
    EXPECT_EQ(s.why("X"),
              "X is y (default at Kconfig:7), and you can't change it: its prompt is hidden by "
              "\"visible if\" of the menu \"Tuning\" because EXPERT is n (nothing turns it on)");
}

TEST(Why, Imply)
{
    Story s("config MODULES\n\tbool \"M\"\n\toption modules\n\tdefault y\nconfig A\n\ttristate "
            "\"A\"\n\timply B\nconfig B\n\ttristate \"B\"\n",
            {{"A", "y"}});
    EXPECT_EQ(s.why("B"), "B is y (implied by A at Kconfig:7); you can change it");
    EXPECT_EQ(s.whyNot("B", "m"), "B can't be m now: it can't be m because A implies it at y at "
                                  "Kconfig:7 (A is y: you set it)");
    EXPECT_EQ(s.whyNot("B", "n"), "");
}

/// Whatever the configuration: what whyNot() has nothing against can be done, and nothing else.
TEST(Why, AgreesWithWhatEditsDo)
{
    Story s("config MODULES\n\tbool \"M\"\n\toption modules\n"
            "config A\n\ttristate \"A\"\n\timply E\nconfig B\n\ttristate \"B\"\n\tdepends on A\n"
            "\tselect C\nconfig C\n\ttristate \"C\"\nconfig D\n\tbool \"D\"\n\tdepends on !C\n"
            "\tselect H\nconfig E\n\ttristate \"E\"\nconfig H\n\tbool\nchoice\n\ttristate \"P\"\n"
            "\tdepends on A\nconfig X\n\ttristate \"X\"\nconfig Y\n\ttristate \"Y\"\nendchoice\n"
            "choice\n\tbool \"Q\"\n\toptional\nconfig V\n\tbool \"V\"\nconfig W\n\tbool \"W\"\n"
            "endchoice\nmenu \"Menu\"\n\tvisible if D\nconfig I\n\tbool \"I\"\nendmenu\n");
    std::mt19937 dice(7);
    const std::vector<std::string> values{"n", "m", "y"};
    std::vector<SymbolId> symbols;
    for (std::uint32_t i = 0; i < s.model().symbols().size(); ++i)
        if (s.model().symbols()[i].isDefined())
            symbols.push_back(SymbolId{i});
    std::size_t refused = 0;
    for (int round = 0; round < 400; ++round) {
        (void)s.c.apply({symbols[dice() % symbols.size()], values[dice() % values.size()]});
        for (const SymbolId id : symbols) {
            EXPECT_FALSE(explain(s.c, id).sentence.empty());
            for (const std::string &value : values) {
                const auto refusal = kconfig::whyNot(s.c, id, value);
                Configuration after = s.c;
                const bool can = s.c.value(id) == value ||
                                 (after.apply({id, value}) && after.value(id) == value);
                EXPECT_EQ(!refusal, can) << displayName(s.model(), id) << '=' << value << ": "
                                         << (refusal ? refusal->sentence : "nothing against it");
                refused += refusal ? 1 : 0;
            }
        }
    }
    EXPECT_GT(refused, 1000u);
}

TEST(Why, ChainsEndWithWhatCanBeChanged)
{
    Story s("config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A\nconfig C\n\tbool "
            "\"C\"\n\tdepends on B\nconfig D\n\tbool \"D\"\n\tdepends on C\n");
    EXPECT_EQ(s.whyNot("D", "y"),
              "D can't be y now: its prompt is hidden because C is n (nothing turns it on); the "
              "prompt of C is hidden because B is n (nothing turns it on); the prompt of B is "
              "hidden because A is n (nothing turns it on); you can change A");
}

} // namespace
} // namespace kconfig::test
