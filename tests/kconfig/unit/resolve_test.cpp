// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The resolver, rule by rule: the fewest edits for a wish, or the rules that exclude it. Every
// answer here is checked by the evaluator, too.

#include "resolve_question.h"

#include <chrono>
#include <thread>

namespace kconfig::test {
namespace {

TEST(Resolve, NothingToDo)
{
    const Question q(boolean("A", "\tdefault y\n"), "A=y");
    ASSERT_EQ(q.resolution.alternatives.size(), 1U);
    EXPECT_TRUE(q.resolution.alternatives[0].edits.empty());
    EXPECT_TRUE(q.resolution.isSmallest);
}

TEST(Resolve, WhatItDependsOnComesFirst)
{
    const Question q(
        boolean("A", "\tdepends on B\n") + boolean("B", "\tdepends on C\n") + boolean("C"), "A=y");
    EXPECT_EQ(q.all(), Texts{"C=y B=y A=y"});
    EXPECT_TRUE(q.resolution.isSmallest);
    EXPECT_FALSE(q.resolution.isPartial);
    EXPECT_EQ(q.resolution.alternatives[0].effects.size(), 3U);
}

TEST(Resolve, FewestEditsFirst)
{
    const std::string tree = boolean("A", "\tdepends on B || C\n") + boolean("B") +
                             boolean("C", "\tdepends on D\n") + boolean("D");
    EXPECT_EQ(Question(tree, "A=y").first(), "B=y A=y");
    EXPECT_EQ(Question(tree, "A=y").all(), (Texts{"B=y A=y", "D=y C=y A=y"}));
}

TEST(Resolve, DormantValuesComeBackByThemselves)
{
    EXPECT_EQ(
        Question(boolean("A", "\tdepends on B\n") + boolean("B"), "A=y", "CONFIG_A=y\n").first(),
        "B=y");
}

TEST(Resolve, SelectsHoldUp)
{
    const std::string tree =
        boolean("A") + boolean("B", "\tselect A\n") + boolean("C", "\tselect A if B\n");
    EXPECT_EQ(Question(tree, "A=n", "CONFIG_A=y\nCONFIG_B=y\nCONFIG_C=y\n").first(), "B=n A=n");
    EXPECT_EQ(Question("config P\n\tbool\n" + boolean("S", "\tselect P\n"), "P=y").first(), "S=y");
}

TEST(Resolve, ContradictionsNameTheirRules)
{
    const Question q(boolean("A", "\tdepends on B && C\n") + boolean("B", "\tdepends on D\n") +
                         boolean("C", "\tdepends on !D\n") + boolean("D") +
                         boolean("E", "\tselect D\n"),
                     "A=y");
    EXPECT_EQ(q.first(), "impossible");
    EXPECT_EQ(q.reasons(), (Texts{"A", "B", "C"}));
    const Question undefined(boolean("A", "\tdepends on GONE\n"), "A=y");
    EXPECT_EQ(undefined.first(), "impossible");
    EXPECT_FALSE(undefined.resolution.impossible->reasons.empty());
}

TEST(Resolve, EveryProofNamesARule)
{
    for (const Dialect dialect : allDialects) {
        EXPECT_EQ(Question(tristate("A"), "A=m", {}, dialect).reasons(), Texts{"A"});
        EXPECT_EQ(Question("config A\n\tbool\n", "A=y", {}, dialect).reasons(), Texts{"A"});
        EXPECT_FALSE(Question("config B\n\tbool\nconfig A\n\tdef_bool B\n", "A=y", {}, dialect)
                         .reasons()
                         .empty());
        EXPECT_FALSE(Question("config S\n\tstring \"S\"\n" + boolean("A", "\tdepends on S != S\n"),
                              "A=y", {}, dialect)
                         .reasons()
                         .empty());
    }
}

TEST(Resolve, TwoWishesAndWhatIsKept)
{
    const std::string tree = boolean("A", "\tdepends on B || C\n") + boolean("B") + boolean("C");
    EXPECT_EQ(Question(tree, "A=y B=n").first(), "C=y A=y");
    EXPECT_EQ(Question(tree, "A=y", {}, Dialect::linux_6_1, {"B"}).all(), Texts{"C=y A=y"});
    const Question q(tree, "A=y", {}, Dialect::linux_6_1, {"B", "C"});
    EXPECT_EQ(q.first(), "impossible");
    EXPECT_NE(q.resolution.impossible->sentence.find("kept"), std::string::npos)
        << q.resolution.impossible->sentence;
}

TEST(Resolve, TristatesFollowWhatTheyDependOn)
{
    const std::string tree = modules + tristate("A", "\tdepends on B\n") + tristate("B");
    EXPECT_EQ(Question(tree, "A=m").first().substr(0, 2), "B=");
    const std::string both = "CONFIG_MODULES=y\nCONFIG_B=m\nCONFIG_A=m\n";
    EXPECT_EQ(Question(tree, "A=y", both, Dialect::linux_6_1, {"MODULES"}).first(), "B=y A=y");
    EXPECT_EQ(Question(tree, "A=y", both).first(), "MODULES=n"); // without modules m is y
    for (const Dialect dialect : allDialects) {
        EXPECT_EQ(Question(tree, "A=m", "# CONFIG_MODULES is not set\n", dialect).first(),
                  "MODULES=y B=m A=m");
        EXPECT_EQ(Question(tristate("A"), "A=m", {}, dialect).first(), "impossible");
    }
}

TEST(Resolve, ImpliesBesideOtherValues)
{
    const std::string tree = modules + tristate("A", "\tdepends on D\n") +
                             boolean("B", "\timply A\n") + tristate("D", "\tdefault m\n");
    // Where y implies it, 5.2 makes y of what m allows; later dialects stay with the dependency.
    EXPECT_EQ(Question(tree, "A=y", {}, Dialect::unikraft).first(), "B=y");
    EXPECT_EQ(Question(tree, "A=y", {}, Dialect::linux_6_1).first(), "D=y A=y");
    EXPECT_EQ(Question(tree, "A=m", {}, Dialect::linux_6_1).resolution.alternatives.size(), 2U);
}

TEST(Resolve, ChoicesArePickedFrom)
{
    const std::string tree = "choice\n\tprompt \"Which\"\n\tdefault V2 if D\n" + boolean("V1") +
                             boolean("V2", "\tdepends on !E\n") + "endchoice\n" + boolean("D") +
                             boolean("E") + boolean("X", "\tdepends on V2\n");
    for (const Dialect dialect : allDialects) {
        EXPECT_EQ(Question(tree, "V2=y", {}, dialect).all(), (Texts{"D=y", "V2=y"}));
        EXPECT_EQ(Question(tree, "V2=y", "CONFIG_E=y\nCONFIG_V1=y\n", dialect).first(), "E=n V2=y");
        EXPECT_EQ(Question(tree, "X=y", "CONFIG_V1=y\n# CONFIG_V2 is not set\n", dialect).first(),
                  "V2=y X=y");
        EXPECT_EQ(Question(tree, "V1=n", "CONFIG_V1=y\n# CONFIG_V2 is not set\n", dialect).first(),
                  "V2=y");
        const Question both(tree, "V1=y V2=y", {}, dialect);
        EXPECT_EQ(both.first(), "impossible");
        EXPECT_NE(both.resolution.impossible->sentence.find("one at a time"), std::string::npos)
            << both.resolution.impossible->sentence;
    }
}

TEST(Resolve, OptionalAndTristateChoices)
{
    const std::string optional =
        "choice\n\tprompt \"Which\"\n\toptional\n" + boolean("V1") + boolean("V2") + "endchoice\n";
    EXPECT_EQ(Question(optional, "V1=y").first(), "the choice \"Which\"=y");
    EXPECT_EQ(Question(optional, "V2=y").first(), "the choice \"Which\"=y V2=y");
    EXPECT_EQ(Question(optional, "V2=n V1=n", "CONFIG_V1=y\n").first(), "the choice \"Which\"=n");
    const std::string tristates = modules + "choice\n\ttristate\n\tprompt \"Which\"\n" +
                                  tristate("V1") + tristate("V2") + "endchoice\n";
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1}) {
        EXPECT_EQ(Question(tristates, "V1=m V2=m", "CONFIG_V1=y\n", dialect).first(),
                  "the choice \"Which\"=m V2=m"); // V1 was wanted y, as far as the choice goes
        // Picking V2 while the choice is y makes V1 n, which counts as soon as the choice is m.
        EXPECT_EQ(Question(tristates, "V1=n V2=m", "CONFIG_V1=y\n", dialect).first(),
                  "V2=y the choice \"Which\"=m");
    }
}

TEST(Resolve, VisibleIfHidesPrompts)
{
    const std::string tree =
        "menu \"M\"\n\tvisible if E\n" + boolean("A") + "endmenu\n" + boolean("E");
    EXPECT_EQ(Question(tree, "A=y").first(), "E=y A=y");
}

TEST(Resolve, OptionsWithoutPrompts)
{
    const std::string tree = "config A\n\tbool\n\tdefault y if B && !C\n" + boolean("B") +
                             boolean("C", "\tdefault y\n") + "config D\n\tbool\n";
    EXPECT_EQ(Question(tree, "A=y").all(), Texts{"C=n B=y"});
    const Question never(tree, "D=y");
    EXPECT_EQ(never.first(), "impossible");
    EXPECT_EQ(never.reasons(), Texts{"D"});
}

TEST(Resolve, SeveralDefinitions)
{
    const std::string tree = boolean("A", "\tdepends on B\n") + boolean("A", "\tdepends on C\n") +
                             boolean("B") + boolean("C");
    EXPECT_EQ(Question(tree, "A=y").all(), (Texts{"B=y A=y", "C=y A=y"}));
}

TEST(Resolve, WhatWritingAndReadingWouldLoseIsNoAnswer)
{
    // A is y by default, but who says so can say no more than m.
    const std::string tree = modules + tristate("M", "\tdefault m\n") +
                             "config A\n\ttristate \"A\" if M\n\tdefault y if D\n" + boolean("D");
    EXPECT_EQ(Question(tree, "A=y").first().find("M=") != std::string::npos, true);
}

TEST(Resolve, AValueHoldsItsChoiceInTheFile)
{
    // That C is m is written only as a value that is.
    Tree t("config MODULES\n\tbool \"Modules\"\n\toption modules\nchoice C\n"
           "\tprompt \"Choice\"\n\ttristate\n\toptional\n\tdefault A\n" +
           tristate("A") + "endchoice\n");
    Configuration configuration(t.result.model);
    configuration.assume(t.symbol("C"), "m");
    const std::vector<Wish> wishes{{t.symbol("C"), "m"}};
    const Resolution resolution = makeResolver(t.result.model)->resolve(configuration, wishes, {});
    ASSERT_FALSE(resolution.alternatives.empty());
    EXPECT_EQ(resolution.alternatives[0].edits,
              (std::vector<Edit>{{t.symbol("MODULES"), "y"}, {t.symbol("A"), "m"}}));
}

TEST(Resolve, DependencyLoopsAreReadAsTheEvaluatorDoes)
{
    Tree tree;
    tree.options.dialect = Dialect::linux_6_1;
    tree.load(boolean("A", "\tdepends on B\n") + boolean("B", "\tdepends on A\n") +
              boolean("C", "\tdepends on A || D\n") + boolean("D"));
    const Configuration configuration(tree.result.model);
    const auto resolver = makeResolver(tree.result.model);
    const std::vector<Wish> wishes{{tree.symbol("C"), "y"}};
    const Resolution resolution = resolver->resolve(configuration, wishes, {});
    ASSERT_FALSE(resolution.alternatives.empty());
    EXPECT_EQ(resolution.alternatives[0].edits.size(), 2U);
}

TEST(Resolve, NoMoreAlternativesThanAskedFor)
{
    std::string tree = "config P\n\tbool\n";
    for (int i = 0; i < 9; ++i)
        tree += boolean("S" + std::to_string(i), "\tselect P\n");
    const Tree t(tree);
    const auto resolver = makeResolver(t.result.model);
    const std::vector<Wish> wishes{{t.symbol("P"), "y"}};
    ResolveOptions options;
    for (const std::size_t most : {1U, 5U, 9U, 20U}) {
        options.mostAlternatives = most;
        const Resolution resolution = resolver->resolve(t.configuration(), wishes, options);
        EXPECT_EQ(resolution.alternatives.size(), std::min<std::size_t>(most, 9U));
        EXPECT_FALSE(resolution.isPartial);
    }
}

/// A tree that takes long: pigeons, each in one of too few holes.
std::string pigeons(int count)
{
    std::string tree;
    std::string all;
    for (int pigeon = 0; pigeon < count; ++pigeon) {
        std::string any;
        for (int hole = 0; hole + 1 < count; ++hole) {
            const std::string name = "P" + std::to_string(pigeon) + "_" + std::to_string(hole);
            tree += boolean(name);
            any += (any.empty() ? "" : " || ") + name;
            for (int other = 0; other < pigeon; ++other)
                all += " && !(" + name + " && P" + std::to_string(other) + "_" +
                       std::to_string(hole) + ")";
        }
        all += " && (" + any + ")";
    }
    return tree + boolean("A", "\tdepends on " + all.substr(4) + "\n");
}

TEST(Resolve, GivesUpAtTheDeadline)
{
    const Tree t(pigeons(12));
    ASSERT_EQ(t.errorCount(), 0U) << t.messages();
    const auto resolver = makeResolver(t.result.model);
    const std::vector<Wish> wishes{{t.symbol("A"), "y"}};
    ResolveOptions options;
    const auto start = std::chrono::steady_clock::now();
    options.deadline = start + std::chrono::milliseconds(100);
    const Resolution resolution = resolver->resolve(t.configuration(), wishes, options);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    EXPECT_TRUE(resolution.isPartial);
    EXPECT_FALSE(resolution.whyPartial.empty());
    EXPECT_FALSE(resolution.impossible.has_value());
}

TEST(Resolve, StopsWhenAskedFromAnotherThread)
{
    const Tree t(pigeons(12));
    const auto resolver = makeResolver(t.result.model);
    const std::vector<Wish> wishes{{t.symbol("A"), "y"}};
    std::stop_source source;
    ResolveOptions options;
    options.stop = source.get_token();
    const std::jthread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        source.request_stop();
    });
    const Resolution resolution = resolver->resolve(t.configuration(), wishes, options);
    EXPECT_TRUE(resolution.isPartial);
    EXPECT_NE(resolution.whyPartial.find("stopped"), std::string::npos);
}

TEST(Resolve, TellsOfAlternativesAsTheyAreFound)
{
    const Tree t(boolean("A", "\tdepends on B || (C && D)\n") + boolean("B") + boolean("C") +
                 boolean("D"));
    const auto resolver = makeResolver(t.result.model);
    const std::vector<Wish> wishes{{t.symbol("A"), "y"}};
    std::vector<std::vector<Edit>> told;
    ResolveOptions options;
    options.found = [&](const Alternative &found) { told.push_back(found.edits); };
    const Resolution resolution = resolver->resolve(t.configuration(), wishes, options);
    ASSERT_EQ(told.size(), 2U);
    ASSERT_EQ(resolution.alternatives.size(), 2U);
    EXPECT_EQ(told[0], resolution.alternatives[0].edits);
    EXPECT_EQ(told[1], resolution.alternatives[1].edits);
}

TEST(Resolve, OneResolverForManyConfigurations)
{
    const Tree t(boolean("A", "\tdepends on B && N > 3\n") + boolean("B") +
                 "config N\n\tint \"N\"\n\tdefault 1\n");
    const auto resolver = makeResolver(t.result.model);
    const std::vector<Wish> wishes{{t.symbol("A"), "y"}};
    const auto count = [&](const std::string &config) {
        Configuration configuration(t.result.model);
        readConfig(configuration, config, ".config");
        return resolver->resolve(configuration, wishes, {}).alternatives.at(0).edits.size();
    };
    EXPECT_EQ(count(""), 3U);
    EXPECT_EQ(count("CONFIG_N=17\n"), 2U);
    EXPECT_EQ(count("CONFIG_N=17\nCONFIG_B=y\n"), 1U);
    EXPECT_EQ(count("CONFIG_A=y\nCONFIG_N=18\n"), 1U);
    EXPECT_EQ(count(""), 3U);
}

TEST(Resolve, FixedInEveryConfiguration)
{
    const Tree t("config ON\n\tbool\n\tdefault y\nconfig DEAD\n\tbool \"D\"\n\tdepends on GONE\n" +
                 boolean("FREE") + boolean("HELD", "\tdepends on FREE && !FREE\n") +
                 "config ALSO\n\tbool \"A\"\nconfig BY\n\tbool\n\tdefault y\n\tselect ALSO\n"
                 "choice\n\tprompt \"C\"\n" +
                 boolean("V1") + boolean("V2", "\tdepends on DEAD\n") + "endchoice\n");
    const auto resolver = makeResolver(t.result.model);
    const Resolver::Fixed fixed = resolver->findFixed({});
    const auto names = [&](const std::vector<SymbolId> &ids) {
        Texts texts;
        for (const SymbolId id : ids)
            texts.emplace_back(t.model().symbol(id).name);
        std::sort(texts.begin(), texts.end());
        return texts;
    };
    EXPECT_EQ(names(fixed.dead), (Texts{"DEAD", "HELD", "V2"}));
    EXPECT_EQ(names(fixed.alwaysOn), (Texts{"ALSO", "BY", "ON", "V1"}));
    EXPECT_EQ(names(fixed.unknown), Texts{});
    const std::vector<Wish> dead{{t.symbol("V2"), "y"}};
    const auto why = resolver->whyImpossible(dead, {});
    ASSERT_TRUE(why.has_value());
    EXPECT_FALSE(why->reasons.empty());
    const std::vector<Wish> free{{t.symbol("FREE"), "y"}};
    EXPECT_FALSE(resolver->whyImpossible(free, {}).has_value());
    EXPECT_TRUE(proofAsDimacs(t.model(), free).empty());
    EXPECT_EQ(proofAsDimacs(t.model(), dead).rfind("p cnf ", 0), 0U);
}

TEST(ResolveWording, ProofsComeInTheLanguageAskedFor)
{
    class Backwards : public Wording
    {
    public:
        [[nodiscard]] std::string pattern(std::string_view english) const override
        {
            return english == "%1 is impossible" ? "UNMOEGLICH %1"
                   : english == "%1 needs %2"    ? "%2 WIRD VON %1 GEBRAUCHT"
                   : english == "%1, and %2"     ? "%1 UND %2"
                   : english == "%1 with %2"     ? "%1 MIT %2"
                                                 : std::string(english);
        }
    };
    Tree t("config A\n\tbool \"A\"\n\tdepends on B\nconfig B\n\tbool \"B\"\n\tdepends on C\n"
           "config C\n\tbool \"C\"\n");
    const Backwards wording;
    ResolveOptions options;
    options.wording = &wording;
    const std::vector<Wish> wishes{{t.symbol("A"), "y"}, {t.symbol("C"), "n"}};
    const auto resolver = makeResolver(t.result.model);
    const Resolution resolution = resolver->resolve(t.configuration(), wishes, options);
    ASSERT_TRUE(resolution.impossible.has_value());
    const std::string proof = "UNMOEGLICH A=y MIT C=n: B WIRD VON A GEBRAUCHT (Kconfig:3) UND C "
                              "WIRD VON B GEBRAUCHT (Kconfig:6)";
    EXPECT_EQ(resolution.impossible->sentence, proof);
    EXPECT_EQ(resolution.impossible->reasons.at(0).text, "B WIRD VON A GEBRAUCHT");
    const auto never = resolver->whyImpossible(wishes, options);
    ASSERT_TRUE(never.has_value());
    EXPECT_EQ(never->sentence, proof);
}

} // namespace
} // namespace kconfig::test
