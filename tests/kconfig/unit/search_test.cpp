// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Search: which entries match, in which order, and what is highlighted.

#include "tree.h"

#include "kconfig/search.h"

namespace kconfig::test {
namespace {

constexpr const char *tree = R"(mainmenu "M"
menu "Networking"
config NET
	bool "Network support"
	help
	  Packets and sockets.
config NET_USB
	bool "USB ethernet"
	help
	  Speaks to sockets, too.
config USB_NET_HOST
	tristate "Host"
config TELNET
	bool "Remote shell"
endmenu
comment "About sockets"
choice
	prompt "Flavour"
config SWEET
	bool "Sweet"
config SOUR
	bool "Sour"
endchoice
config NET
	bool
	depends on SWEET
)";

std::vector<std::string> names(const Tree &t, const SearchResult &result)
{
    std::vector<std::string> found;
    for (const SearchHit &hit : result.hits)
        found.emplace_back(hit.symbol.isValid() && !t.model().symbol(hit.symbol).name.empty()
                               ? t.model().symbol(hit.symbol).name
                               : t.model().promptText(hit.node));
    return found;
}

using Names = std::vector<std::string>;

TEST(Search, RanksNamesBeforePromptsBeforeHelp)
{
    const Tree t(tree);
    const SearchIndex index(t.result.model);
    const auto result = index.search("net");
    EXPECT_EQ(names(t, result), (Names{"NET", "NET_USB", "USB_NET_HOST", "TELNET", "Networking"}));
    EXPECT_EQ(result.hits[0].rank, MatchRank::exactName);
    EXPECT_EQ(result.hits[1].rank, MatchRank::namePrefix);
    EXPECT_EQ(result.hits[2].rank, MatchRank::namePart);
    EXPECT_EQ(result.hits[3].rank, MatchRank::insideName);
    EXPECT_EQ(result.hits[4].rank, MatchRank::prompt);
    EXPECT_EQ(names(t, index.search("sockets")), (Names{"About sockets", "NET", "NET_USB"}));
}

TEST(Search, EveryWordMustMatchInAnyCaseAndWithOrWithoutPrefix)
{
    const Tree t(tree);
    const SearchIndex index(t.result.model);
    EXPECT_EQ(names(t, index.search("SOCKETS usb")), (Names{"NET_USB"}));
    EXPECT_EQ(names(t, index.search("config_net_usb")), (Names{"NET_USB"}));
    EXPECT_EQ(names(t, index.search("flavour")), (Names{"Flavour"}));
    EXPECT_TRUE(index.search("sockets nowhere").hits.empty());
    EXPECT_TRUE(index.search("").hits.empty());
    EXPECT_TRUE(index.search(" ,;").hits.empty());
}

TEST(Search, TellsWhereToHighlight)
{
    const Tree t(tree);
    const auto result = SearchIndex(t.result.model).search("usb eth");
    ASSERT_EQ(result.hits.size(), 1u);
    EXPECT_EQ(result.hits[0].spans, (std::vector<MatchSpan>{{MatchField::name, 4, 3},
                                                            {MatchField::prompt, 0, 3},
                                                            {MatchField::prompt, 4, 3}}));
}

TEST(Search, LimitsAndCounts)
{
    const Tree t(tree);
    const auto result = SearchIndex(t.result.model).search("net", 2);
    EXPECT_EQ(result.hits.size(), 2u);
    EXPECT_EQ(result.total, 5u);
}

TEST(Search, SuggestsForSlips)
{
    const Tree t(tree);
    const SearchIndex index(t.result.model);
    const auto result = index.search("TELENT");
    EXPECT_TRUE(result.hits.empty());
    ASSERT_EQ(result.suggestions.size(), 1u);
    EXPECT_EQ(t.model().symbol(result.suggestions[0]).name, "TELNET");
    EXPECT_EQ(index.similarNames("CONFIG_NET_UBS").size(), 1u);
    EXPECT_TRUE(index.similarNames("COMPLETELY_DIFFERENT").empty());
}

} // namespace
} // namespace kconfig::test
