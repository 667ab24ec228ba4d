// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The search that judges the resolver, judged itself: what edits can reach from nothing is what the
// enumeration of all user values finds.

#include "enumeration.h"
#include "exhaustive_search.h"

#include "../unit/tree.h"
#include "random_tree.h"
#include "resolution_checks.h"

#include <iostream>
#include <set>

namespace kconfig::test {
namespace {

constexpr Dialect dialects[] = {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12};

std::string allValues(const Configuration &configuration)
{
    std::string text;
    const auto symbols = configuration.model().symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i)
        if (symbols[i].isDefined() && !symbols[i].isChoice)
            text += std::string(symbols[i].name) + '=' + configuration.value(SymbolId{i}) + ' ';
    return text;
}

TEST(ExhaustiveSearch, reachesWhatEnumerationFinds)
{
    int compared = 0;
    std::size_t values = 0;
    for (const Dialect dialect : dialects) {
        for (unsigned seed = 1; seed <= 150; ++seed) {
            const RandomTree random =
                RandomTree::small(seed, dialect, 2 + static_cast<int>(seed % 5));
            Tree tree;
            tree.options.dialect = dialect;
            tree.load(random.text());
            if (tree.result.hasErrors())
                continue;
            const CandidateTexts texts(tree.model());
            const Enumeration enumeration(tree.result.model, texts);
            if (enumeration.size() > 5000)
                continue;
            std::set<std::string> expected;
            enumeration.run([&](const Configuration &configuration) {
                expected.insert(allValues(configuration));
            });
            std::set<std::string> reached;
            const std::vector<Target> targets{[&](const Configuration &configuration) {
                reached.insert(allValues(configuration));
                return false;
            }};
            const SearchResult search = searchEdits(tree.configuration(), texts, targets, 100000);
            ASSERT_TRUE(search.isComplete);
            std::string differences;
            for (const std::string &each : expected)
                if (reached.count(each) == 0)
                    differences += "not reached: " + each + '\n';
            for (const std::string &each : reached)
                if (expected.count(each) == 0)
                    differences += "only reached: " + each + '\n';
            EXPECT_EQ(differences, "") << "seed " << seed << '\n' << random.text();
            ++compared;
            values += expected.size();
        }
    }
    std::cout << compared << " trees with " << values << " different configurations\n";
    EXPECT_GT(compared, 200);
}

TEST(ExhaustiveSearch, countsTheFewestEdits)
{
    const Tree tree("config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A\n"
                    "config N\n\tint \"N\"\n\tdepends on B\n\trange 3 8\n\tdefault 5\n"
                    "config OFF\n\tbool \"Off\"\n\tdepends on !A && B\n"
                    "config P\n\tbool\n\tdefault y if N > 6\n");
    const CandidateTexts texts(tree.model());
    const auto has = [&](const char *name, const char *value) -> Target {
        return [id = tree.symbol(name), value](const Configuration &configuration) {
            return configuration.value(id) == value;
        };
    };
    const SearchResult search = searchEdits(tree.configuration(), texts,
                                            {has("A", "n"), has("B", "y"), has("P", "y"),
                                             has("OFF", "y"), has("N", "8"), has("N", "9")},
                                            10000);
    EXPECT_TRUE(search.isComplete);
    const int counts[] = {0, 2, 3, -1, 3, -1};
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_EQ(search.shortest[i] ? static_cast<int>(search.shortest[i]->size()) : -1, counts[i])
            << i;
    Configuration configuration = tree.configuration();
    for (const Edit &edit : *search.shortest[2])
        EXPECT_TRUE(applyAsUser(configuration, edit));
    EXPECT_EQ(configuration.value(tree.symbol("P")), "y");
    EXPECT_FALSE(applyAsUser(configuration, {tree.symbol("P"), "n"})) << "nobody sees it";
    EXPECT_FALSE(applyAsUser(configuration, {tree.symbol("OFF"), "n"})) << "it is n, and hidden";
}

} // namespace
} // namespace kconfig::test
