// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Trees on which the resolver was wrong once: what resolve_oracle_test found, as small as it gets.

#include "../unit/tree.h"
#include "exhaustive_search.h"
#include "resolution_checks.h"
#include "solver.h"

#include <sstream>

namespace kconfig::test {
namespace {

struct Case
{
    const char *title;
    Dialect dialect;
    const char *tree;
    const char *user;   ///< "A=y B=5", in the order in which they are said
    const char *wishes; ///< the same
    const char *keep;   ///< "A B"
    int fewest;         ///< edits; -1: it can't be
};

const char *const modulesOn = "config MODULES\n\tbool \"Modules\"\n\tdefault y\n\toption modules\n";
const char *const modulesOff = "config MODULES\n\tbool \"Modules\"\n\toption modules\n";

std::vector<Wish> readAll(const Model &model, const std::string &text)
{
    std::vector<Wish> all;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const std::size_t sign = word.find('=');
        all.push_back({model.find(word.substr(0, sign)),
                       sign == std::string::npos ? "" : word.substr(sign + 1)});
        EXPECT_TRUE(all.back().symbol.isValid()) << word;
    }
    return all;
}

void check(const Case &each, const char *modules)
{
    SCOPED_TRACE(each.title);
    Tree tree;
    tree.options.dialect = each.dialect;
    tree.load(std::string(modules) + each.tree);
    ASSERT_FALSE(tree.result.hasErrors()) << tree.messages();
    Configuration start = tree.configuration();
    for (const Wish &said : readAll(tree.model(), each.user))
        start.assume(said.symbol, said.value);
    Question question{readAll(tree.model(), each.wishes), {}};
    for (const Wish &kept : readAll(tree.model(), each.keep))
        question.keep.push_back(kept.symbol);

    ResolveOptions options;
    options.keep = question.keep;
    const Resolution resolution =
        makeResolver(tree.result.model)->resolve(start, question.wishes, options);
    EXPECT_EQ(faultsOf(resolution, question, start), "") << describe(tree.model(), resolution);
    const auto fewest = [](const auto &edits) { return static_cast<int>(edits.size()); };
    EXPECT_EQ(resolution.alternatives.empty() ? -1 : fewest(resolution.alternatives.front().edits),
              each.fewest)
        << describe(tree.model(), resolution);
    const std::vector<Target> target{[&](const Configuration &configuration) {
        return isFulfilled(configuration, question, start);
    }};
    const SearchResult search = searchEdits(start, CandidateTexts(tree.model()), target, 100000);
    EXPECT_EQ(search.shortest[0] ? fewest(*search.shortest[0]) : -1, each.fewest)
        << "the case itself is wrong";
}

TEST(ResolveCases, aValuePickedBeforeItsChoiceIsM)
{
    check({"picking one value says n of the others", Dialect::unikraft,
           "choice C\n\tprompt \"Choice\"\n\ttristate\nconfig A\n\ttristate \"A\"\n"
           "config B\n\ttristate \"B\"\nendchoice\n"
           "config AFTER\n\tbool\n\tdepends on B\n\tdefault y if A=n\n",
           "MODULES=y B=n A=y C=y", "B=m AFTER=y", "", 2},
          modulesOn);
}

TEST(ResolveCases, aChoiceIsMOnceThereAreModules)
{
    const char *const tree =
        "choice C\n\tprompt \"Choice\"\n\ttristate\n\tdefault LAST if MODULES\n"
        "config FIRST\n\ttristate \"First\" if MODULES\n\tdepends on m\n"
        "config NEXT\n\ttristate \"Next\"\nconfig LAST\n\ttristate \"Last\"\n"
        "endchoice\n";
    check({"and one of its values too", Dialect::unikraft, tree, "", "NEXT=m", "LAST", 2},
          modulesOff);
    check({"and then none of them is y", Dialect::unikraft, tree, "", "NEXT=n", "", 1}, modulesOff);
}

TEST(ResolveCases, whatAFileHolds)
{
    check({"a value that is y without a prompt becomes the chosen one", Dialect::unikraft,
           "choice C\n\tprompt \"Choice\"\n\ttristate\nconfig A\n\ttristate \"A\"\n"
           "config B\n\ttristate \"B\"\nconfig HIDDEN\n\ttristate \"Hidden\" if !MODULES\n"
           "\tdefault y\nendchoice\n",
           "A=m C=n", "HIDDEN=y B=y", "", -1},
          modulesOn);
    check({"a choice that is m, by a value that is", Dialect::unikraft,
           "choice C\n\tprompt \"Choice\"\n\ttristate\n\toptional\n\tdefault A\n"
           "config A\n\ttristate \"A\"\nconfig B\n\ttristate \"B\" if !MODULES\n"
           "\tdepends on MODULES\nendchoice\n",
           "B=m C=m", "C=m", "", 2},
          modulesOff);
}

} // namespace
} // namespace kconfig::test
