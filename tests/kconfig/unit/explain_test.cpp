// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Explanations: the chains of reasons and the sentence made of them.

#include "tree.h"

#include "kconfig/explain.h"

namespace kconfig::test {
namespace {

constexpr const char *tree = R"(menu "Top"
config BUS
	bool "Bus"
config NET
	bool "Network"
	depends on BUS && !QUIET
config QUIET
	bool "Quiet"
endmenu
config CORE
	bool "Core"
config DRIVER
	bool "Driver"
	select CORE
config HIDDEN
	def_bool NET
config SIZE
	int "Size" if NET
	default 7
	range 1 9
config HELPER
	bool
)";

std::string ends(const std::vector<Reason> &reasons)
{
    std::string text;
    for (const Reason &reason : reasons)
        text += reason.because.empty() ? reason.text + '\n' : ends(reason.because);
    return text;
}

TEST(Explain, NamesTheFailingLeavesOfAHiddenPrompt)
{
    Tree t(tree);
    Configuration c = t.configuration();
    ASSERT_TRUE(c.apply({t.symbol("QUIET"), "y"}));
    const Explanation story = explain(c, t.symbol("NET"));
    EXPECT_FALSE(story.isChangeable);
    ASSERT_EQ(story.obstacles.size(), 1u);
    const auto &because = story.obstacles[0].because;
    ASSERT_EQ(because.size(), 2u);
    EXPECT_EQ(because[0].symbol, t.symbol("BUS"));
    EXPECT_TRUE(because[0].isChangeable);
    EXPECT_EQ(because[0].position.line, 6u);
    EXPECT_EQ(because[1].text, "QUIET is y: you set it");
    EXPECT_EQ(story.dependency, "BUS [=n] && !QUIET [=y]");
    EXPECT_EQ(story.dependencyValue, Tristate::no);
    EXPECT_EQ(story.sentence,
              "NET is n (nothing turns it on), and you can't change it: its prompt is "
              "hidden because BUS && !QUIET is n (BUS is n: nothing turns it on; "
              "QUIET is y: you set it)");
}

TEST(Explain, FollowsChainsThroughOtherOptions)
{
    Tree t(tree);
    const Explanation story = explain(t.configuration(), t.symbol("SIZE"));
    EXPECT_EQ(story.value, "7");
    EXPECT_EQ(story.origin, Origin::defaultValue);
    EXPECT_EQ(story.whyValue.position.line, 19u);
    // SIZE needs NET, which needs BUS.
    EXPECT_NE(ends(story.obstacles).find("BUS is n"), std::string::npos) << ends(story.obstacles);
}

TEST(Explain, NamesWhoHoldsAnOptionUp)
{
    Tree t(tree);
    Configuration c = t.configuration();
    ASSERT_TRUE(c.apply({t.symbol("DRIVER"), "y"}));
    const Explanation story = explain(c, t.symbol("CORE"));
    EXPECT_EQ(story.origin, Origin::selected);
    ASSERT_EQ(story.obstacles.size(), 1u);
    EXPECT_EQ(story.obstacles[0].text, "CORE is held at y by select from DRIVER at Kconfig:14");
    EXPECT_EQ(story.obstacles[0].position.line, 14u);
    EXPECT_TRUE(story.obstacles[0].isChangeable);
    ASSERT_EQ(story.selectedBy.size(), 1u);
    EXPECT_EQ(story.selectedBy[0].strength, Tristate::yes);
    EXPECT_EQ(explain(c, t.symbol("DRIVER")).selects.size(), 1u);
}

TEST(Explain, OptionsWithoutPromptOrSource)
{
    Tree t(tree);
    const Explanation hidden = explain(t.configuration(), t.symbol("HIDDEN"));
    EXPECT_NE(hidden.sentence.find("no prompt"), std::string::npos) << hidden.sentence;
    const Explanation helper = explain(t.configuration(), t.symbol("HELPER"));
    EXPECT_NE(helper.sentence.find("nothing turns it on"), std::string::npos) << helper.sentence;
}

TEST(Explain, DefinitionsPathsAndReferences)
{
    Tree t(tree);
    const Explanation story = explain(t.configuration(), t.symbol("NET"));
    ASSERT_EQ(story.definitions.size(), 1u);
    EXPECT_EQ(story.definitions[0].position.line, 4u);
    EXPECT_EQ(story.definitions[0].prompt, "Network");
    ASSERT_FALSE(story.definitions[0].menuPath.empty());
    EXPECT_EQ(t.model().promptText(story.definitions[0].menuPath[0]), "Top");
    ASSERT_EQ(story.references.size(), 2u);
    EXPECT_EQ(story.references[0].position.line, 16u);
    EXPECT_EQ(t.model().node(story.references[0].from).symbol, t.symbol("HIDDEN"));
    EXPECT_EQ(story.references[1].position.line, 18u);
    // The line of a select is no mention of the one who selects.
    EXPECT_TRUE(explain(t.configuration(), t.symbol("DRIVER")).references.empty());
}

TEST(Explain, ChangeableOptionsSayHowFar)
{
    Tree t(tree);
    Configuration c = t.configuration();
    ASSERT_TRUE(c.apply({t.symbol("BUS"), "y"}));
    ASSERT_TRUE(c.apply({t.symbol("NET"), "y"}));
    const Explanation story = explain(c, t.symbol("SIZE"));
    EXPECT_TRUE(story.isChangeable);
    EXPECT_TRUE(story.obstacles.empty());
    EXPECT_NE(story.sentence.find("1 … 9"), std::string::npos) << story.sentence;
}

} // namespace
} // namespace kconfig::test
