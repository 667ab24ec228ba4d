// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Proofs of impossibility in words: given the rules, the text.

#include "tree.h"

#include "impossibility_text.h"

namespace kconfig::test {
namespace {

std::string describe(const Tree &t, const std::vector<std::string> &wishes,
                     const std::vector<std::string> &core)
{
    const auto read = readWishes(t.model(), wishes, "CONFIG_");
    EXPECT_TRUE(read);
    std::vector<RuleGroup> rules;
    for (const std::string &name : core) {
        RuleGroup rule;
        rule.symbol = t.symbol(name);
        rules.push_back(rule);
    }
    return describeImpossibility(t.model(), *read, rules).sentence;
}

TEST(Impossibility, FollowsNeedsToAChoice)
{
    const Tree t(
        "choice\n\tprompt \"Architecture\"\nconfig X86\n\tbool \"x86\"\nconfig ARM\n\tbool "
        "\"Arm\"\nendchoice\nconfig GIC\n\tbool \"GIC\"\n\tdepends on ARM\nconfig FOO\n\tbool "
        "\"Foo\"\n\tdepends on GIC && ANY\nconfig ANY\n\tbool \"Any\"\n");
    EXPECT_EQ(describe(t, {"FOO=y", "X86=y"}, {"FOO", "GIC", "X86", "ARM"}),
              "FOO=y with X86=y is impossible: FOO needs GIC (Kconfig:13), GIC needs ARM "
              "(Kconfig:10), and X86 and ARM are both values of the choice \"Architecture\", which "
              "has one at a time (Kconfig:1)");
}

TEST(Impossibility, OppositeNeeds)
{
    const Tree t("config C\n\tbool \"C\"\nconfig A\n\tbool \"A\"\n\tdepends on C\nconfig B\n\tbool "
                 "\"B\"\n\tdepends on !C\nconfig D\n\tbool \"D\"\n\tdepends on A && B\n");
    EXPECT_EQ(describe(t, {"D=y"}, {"D", "A", "B"}),
              "D=y is impossible: D needs A and B (Kconfig:11), A needs C (Kconfig:5), and B needs "
              "!C (Kconfig:8)");
}

TEST(Impossibility, UndefinedAndPromptless)
{
    const Tree t("config A\n\tbool \"A\"\n\tdepends on GHOST\nconfig B\n\tbool\nconfig "
                 "C\n\tbool\n\tdefault y if A\n");
    EXPECT_EQ(describe(t, {"A=y"}, {"A"}), "A=y is impossible: A needs GHOST (Kconfig:3), and "
                                           "GHOST is defined by no file, so it is always n");
    EXPECT_EQ(
        describe(t, {"B=y"}, {"B"}),
        "B=y is impossible: B has no prompt and no default, and nothing selects it (Kconfig:4)");
    EXPECT_EQ(describe(t, {"C=y"}, {"C", "A"}),
              "C=y is impossible: C has no prompt, and its default needs A (Kconfig:8), A needs "
              "GHOST (Kconfig:3), and GHOST is defined by no file, so it is always n");
}

TEST(Impossibility, WhatCantBeOff)
{
    const Tree t("config A\n\tbool \"A\"\n\tselect B\nconfig B\n\tbool \"B\"\nconfig C\n\tdef_bool "
                 "y\n\tselect D\nconfig D\n\tbool \"D\"\n");
    EXPECT_EQ(describe(t, {"B=n", "A=y"}, {"B"}),
              "B=n with A=y is impossible: A selects B (Kconfig:3)");
    EXPECT_EQ(describe(t, {"D=n"}, {"D", "C"}), "D=n is impossible: C selects D (Kconfig:8), and C "
                                                "has no prompt and is y by default (Kconfig:7)");
}

TEST(Impossibility, ConstantsThatMacrosLeave)
{
    const Tree t("no := n\nconfig A\n\tbool \"A\"\n\tdepends on $(no) && ANY\nconfig ANY\n\tbool "
                 "\"Any\"\nconfig B\n\tdef_bool $(no)\nconfig C\n\tbool \"C\"\n\tdepends on "
                 "\"gcc\" = \"clang\"\n");
    EXPECT_EQ(describe(t, {"A=y"}, {"A"}),
              "A=y is impossible: A needs $(no), which gave n (Kconfig:4)");
    EXPECT_EQ(describe(t, {"B=y"}, {"B"}),
              "B=y is impossible: B has no prompt, its default is n, and "
              "nothing selects it (Kconfig:8)");
    EXPECT_EQ(describe(t, {"C=y"}, {"C"}), "C=y is impossible: C needs gcc=clang (Kconfig:11)");
}

TEST(Impossibility, SeveralWays)
{
    const Tree t("config A\n\tbool\n\tdefault y if P\nconfig S\n\tbool \"S\"\n\tdepends on "
                 "Q\n\tselect A\nconfig P\n\tbool\nconfig Q\n\tbool\n");
    EXPECT_EQ(describe(t, {"A=y"}, {"A", "S", "P", "Q"}),
              "A=y is impossible: A comes only by its default y at Kconfig:3 if P, or by a select "
              "from S at Kconfig:7 if Q, P has no prompt and no default, and nothing selects it "
              "(Kconfig:8), S needs Q (Kconfig:6), and Q has no prompt and no default, and nothing "
              "selects it (Kconfig:10)");
}

TEST(Impossibility, RangesAndWhatIsKept)
{
    const Tree t("config TOP\n\tint \"Top\"\n\trange 1 9\nconfig N\n\tint \"N\"\n\trange 1 TOP\n");
    const auto wishes = readWishes(t.model(), std::vector<std::string>{"N=12"}, "");
    ASSERT_TRUE(wishes);
    std::vector<RuleGroup> rules(3);
    rules[0].symbol = t.symbol("N");
    rules[1].symbol = t.symbol("TOP");
    rules[2].symbol = t.symbol("TOP");
    rules[2].kind = RuleGroup::Kind::kept;
    rules[2].value = "5";
    EXPECT_EQ(describeImpossibility(t.model(), *wishes, rules).sentence,
              "N=12 is impossible: N has to be within 1 … TOP (Kconfig:6), TOP has to be within 1 "
              "… 9 (Kconfig:3), and TOP is to be kept at 5");
}

} // namespace
} // namespace kconfig::test
