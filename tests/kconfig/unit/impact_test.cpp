// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What edits would do.

#include "tree.h"

#include "kconfig/impact.h"

namespace kconfig::test {
namespace {

constexpr const char *tree = R"(config NET
	bool "Network"
config TCP
	bool "TCP"
	depends on NET
	default y
	select CRC
config CRC
	bool "Checksums"
config PORTS
	int "Ports"
	depends on NET
	default 16
config QUIET
	bool "Quiet"
	depends on !NET
choice
	prompt "Speed"
	depends on NET
config FAST
	bool "Fast"
config SLOW
	bool "Slow"
endchoice
)";

std::string names(const Model &model, const std::vector<SymbolId> &symbols)
{
    std::string text;
    for (const SymbolId id : symbols)
        text += displayName(model, id) + ' ';
    return text;
}

std::string changes(const Model &model, const std::vector<Effect> &effects)
{
    std::string text;
    for (const Effect &effect : effects)
        text += displayName(model, effect.symbol) + ':' + effect.before + '>' + effect.after + ' ';
    return text;
}

TEST(Impact, OfTurningAnOptionOn)
{
    Tree t(tree);
    const Configuration off = t.configuration();
    const std::vector<Edit> edits{{t.symbol("NET"), "y"}};
    const auto impact = impactOf(off, edits);
    ASSERT_TRUE(impact);
    EXPECT_EQ(changes(t.model(), impact->changed), "NET:n>y TCP:n>y CRC:n>y PORTS:>16 FAST:n>y ");
    EXPECT_EQ(names(t.model(), impact->turnedOn), "NET TCP CRC FAST ");
    EXPECT_TRUE(impact->turnedOff.empty());
    EXPECT_EQ(names(t.model(), impact->withinReach), "TCP PORTS the choice \"Speed\" FAST SLOW ");
    // CRC keeps its prompt, but TCP holds it now.
    EXPECT_EQ(names(t.model(), impact->outOfReach), "CRC QUIET ");
    EXPECT_EQ(off.value(t.symbol("NET")), "n"); // nothing has happened
}

TEST(Impact, ThereAndBackAreMirrorImages)
{
    Tree t(tree);
    const Configuration off = t.configuration();
    Configuration on = off;
    ASSERT_TRUE(on.apply({t.symbol("NET"), "y"}));
    const Impact there = compare(off, on);
    const Impact back = compare(on, off);
    EXPECT_EQ(there.turnedOn, back.turnedOff);
    EXPECT_EQ(there.withinReach, back.outOfReach);
    EXPECT_EQ(there.outOfReach, back.withinReach);
    EXPECT_EQ(there.changed.size(), back.changed.size());
    EXPECT_TRUE(compare(on, on).changed.empty());
    EXPECT_TRUE(compare(on, on).outOfReach.empty());
}

TEST(Impact, EditsFollowEachOther)
{
    Tree t(tree);
    const std::vector<Edit> good{{t.symbol("NET"), "y"}, {t.symbol("PORTS"), "9"}};
    const auto impact = impactOf(t.configuration(), good);
    ASSERT_TRUE(impact);
    EXPECT_EQ(impact->changed.back().symbol, t.symbol("FAST"));
    const std::vector<Edit> bad{{t.symbol("PORTS"), "9"}, {t.symbol("NET"), "y"}};
    const auto refused = impactOf(t.configuration(), bad);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "PORTS needs NET");
}

TEST(Impact, ChoicesOfLinux612CanBeWithinReach)
{
    Tree t;
    t.options.dialect = Dialect::linux_6_12;
    t.load(tree);
    const std::vector<Edit> edits{{t.symbol("NET"), "y"}};
    const auto impact = impactOf(t.configuration(), edits);
    ASSERT_TRUE(impact);
    EXPECT_NE(names(t.model(), impact->withinReach).find("the choice \"Speed\""),
              std::string::npos);
}

} // namespace
} // namespace kconfig::test
