// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The resolver against the search that tries everything, on small trees by dice: there is a fix
// exactly when one exists, and the first one has as few edits as any.
//
// KCONFIG_RESOLVE_TREES says how many trees there are, KCONFIG_RESOLVE_SEED asks for the trees of
// one seed only, to look at what failed.

#include "enumeration.h"
#include "small_case.h"
#include "solver.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>

namespace kconfig::test {
namespace {

constexpr Dialect dialects[] = {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12};
const char *const dialectNames[] = {"unikraft", "linux-6.1", "linux-6.12"};
constexpr std::size_t mostStates = 40000;

unsigned numberFrom(const char *variable, unsigned otherwise)
{
    const char *text = std::getenv(variable);
    return text ? static_cast<unsigned>(std::atoi(text)) : otherwise;
}

struct Counts
{
    int trees = 0;
    int questions = 0;
    int possible = 0;
    int impossible = 0;
    int undecided = 0; ///< the search had too much to try
    int refused = 0;   ///< checkWishes() says beforehand that they can't be
    /// Nothing leads there, and the resolver says that it does not know. It may where texts are
    /// compared by their order, which it does not encode exactly.
    int open = 0;
    int failures = 0;
    std::map<std::string, int> byFault; ///< by the first line of what is wrong
    std::array<int, 6> byEdits{}; ///< questions with so many edits at least; the last: and more
};

class Judge
{
public:
    Judge(SmallCase &each, std::string name, Counts &counts)
        : m_case(each)
        , m_name(std::move(name))
        , m_counts(counts)
        , m_resolver(makeResolver(each.sharedModel()))
    {}

    void ask(int questions)
    {
        const Configuration start = m_case.randomStart();
        std::vector<Question> asked;
        std::vector<Target> targets;
        for (int i = 0; i < questions; ++i) {
            asked.push_back(m_case.randomQuestion(start));
            targets.push_back(
                [question = asked.back(), &start](const Configuration &configuration) {
                    return isFulfilled(configuration, question, start);
                });
        }
        const SearchResult search = searchEdits(start, m_case.texts(), targets, mostStates);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (!search.shortest[i] && !search.isComplete)
                ++m_counts.undecided;
            else
                judge(start, asked[i], search.shortest[i]);
        }
    }

private:
    using Fewest = std::optional<std::vector<Edit>>;

    void judge(const Configuration &start, const Question &question, Fewest fewest)
    {
        ++m_counts.questions;
        if (const auto refused = checkWishes(m_case.model(), question.wishes, question.keep)) {
            ++m_counts.refused;
            if (fewest)
                fail("refused, and yet there is a fix: " + refused->message + '\n', start, question,
                     fewest, {});
            return;
        }
        ResolveOptions options;
        options.keep = question.keep;
        const Resolution resolution = m_resolver->resolve(start, question.wishes, options);
        std::string faults = faultsOf(resolution, question, start);
        if (resolution.isPartial && !fewest)
            ++m_counts.open;
        else if (resolution.isPartial)
            faults += "partial without a deadline\n";
        if (!resolution.alternatives.empty() && !resolution.isSmallest)
            faults += "not proven to be smallest, without a deadline\n";
        const std::size_t given =
            resolution.alternatives.empty() ? 0 : resolution.alternatives.front().edits.size();
        if (faults.empty() && !resolution.alternatives.empty() &&
            (!fewest || given < fewest->size()))
            fewest = searchWith(resolution.alternatives.front().edits, start, question);
        if (fewest && resolution.alternatives.empty())
            faults += "there is a fix, and none was found\n";
        if (!fewest && !resolution.alternatives.empty())
            faults += "there is no fix that the search knows\n";
        if (fewest && !resolution.alternatives.empty() && given != fewest->size())
            faults += "the fewest edits are " + std::to_string(fewest->size()) + ", not " +
                      std::to_string(given) + '\n';
        ++(fewest ? m_counts.possible : m_counts.impossible);
        if (fewest)
            ++m_counts.byEdits[std::min<std::size_t>(fewest->size(), 5)];
        if (!faults.empty())
            fail(faults, start, question, fewest, resolution);
    }

    void fail(const std::string &faults, const Configuration &start, const Question &question,
              const Fewest &fewest, const Resolution &resolution)
    {
        ++m_counts.failures;
        if (++m_counts.byFault[faultKind(faults)] <= 3) // the rest is counted
            ADD_FAILURE() << m_name << '\n'
                          << faults << "asked: " << describe(m_case.model(), question)
                          << "\nuser values: " << describe(m_case.model(), start.userValues())
                          << "\nfewest edits: "
                          << (fewest ? describe(m_case.model(), *fewest) : "none lead there")
                          << "\nthe resolver:\n"
                          << describe(m_case.model(), resolution) << "the tree:\n"
                          << m_case.text();
    }

    /// Its line that says most, without the number of the alternative.
    static std::string faultKind(const std::string &faults)
    {
        std::istringstream lines(faults);
        std::string line;
        std::getline(lines, line);
        if (line.compare(0, 11, "alternative") == 0)
            std::getline(lines, line);
        return line.substr(0, line.find(':'));
    }

    /// Tries again with the resolver's texts among those that are tried: it may know a number
    /// between two others that the search would not think of.
    Fewest searchWith(const std::vector<Edit> &edits, const Configuration &start,
                      const Question &question)
    {
        CandidateTexts texts = m_case.texts();
        for (const Edit &edit : edits)
            if (edit.value)
                texts.add(edit.symbol, *edit.value);
        const std::vector<Target> target{[&](const Configuration &configuration) {
            return isFulfilled(configuration, question, start);
        }};
        return searchEdits(start, texts, target, mostStates).shortest.front();
    }

    SmallCase &m_case;
    std::string m_name;
    Counts &m_counts;
    std::unique_ptr<Resolver> m_resolver;
};

TEST(ResolveOracle, agreesWithTryingEverything)
{
    const unsigned only = numberFrom("KCONFIG_RESOLVE_SEED", 0);
    const int trees = static_cast<int>(only ? 3 : numberFrom("KCONFIG_RESOLVE_TREES", 2000));
    Counts counts;
    for (unsigned seed = only ? only : 1; counts.trees < trees; ++seed) {
        for (std::size_t i = 0; i < 3 && counts.trees < trees; ++i) {
            SmallCase each(seed, dialects[i]);
            if (!each.isSound() || each.size() > 20000)
                continue;
            ++counts.trees;
            Judge judge(each, std::string(dialectNames[i]) + ", seed " + std::to_string(seed),
                        counts);
            judge.ask(4);
            judge.ask(4);
        }
        if (only)
            break;
    }
    std::cout << counts.trees << " trees, " << counts.questions << " questions: " << counts.possible
              << " can be, " << counts.impossible << " can't, " << counts.refused
              << " are refused, " << counts.open << " are left open, " << counts.undecided
              << " have too much to try\nfewest edits 0, 1, 2, 3, 4, more:";
    for (const int count : counts.byEdits)
        std::cout << ' ' << count;
    std::cout << '\n';
    for (const auto &[fault, count] : counts.byFault)
        std::cout << count << " times: " << fault << '\n';
    EXPECT_LE(counts.open, 1 + counts.questions / 10000);
    EXPECT_EQ(counts.failures, 0);
    EXPECT_GT(counts.questions, counts.trees) << "nearly every tree is asked something";
}

std::string namesOf(const Model &model, std::vector<SymbolId> ids)
{
    std::sort(ids.begin(), ids.end(), [](SymbolId a, SymbolId b) { return a.index < b.index; });
    std::string text;
    for (const SymbolId id : ids)
        text += std::string(model.symbol(id).name) + ' ';
    return text;
}

/// What enumeration finds to be n always, or never.
Resolver::Fixed fixedByEnumeration(const Enumeration &enumeration, const Model &model)
{
    std::vector<bool> isEverOff(model.symbols().size());
    std::vector<bool> isEverOn(model.symbols().size());
    enumeration.run([&](const Configuration &configuration) {
        for (std::uint32_t i = 0; i < model.symbols().size(); ++i)
            (configuration.tristate(SymbolId{i}) == Tristate::no ? isEverOff : isEverOn)[i] = true;
    });
    Resolver::Fixed fixed;
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        const bool isTruth =
            symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate;
        if (!isTruth || !symbol.isDefined() || symbol.isConstant || symbol.isChoice)
            continue;
        if (!isEverOn[i])
            fixed.dead.push_back(SymbolId{i});
        if (!isEverOff[i])
            fixed.alwaysOn.push_back(SymbolId{i});
    }
    return fixed;
}

TEST(ResolveOracle, findsWhatIsFixed)
{
    const unsigned only = numberFrom("KCONFIG_RESOLVE_SEED", 0);
    const int most = static_cast<int>(numberFrom("KCONFIG_RESOLVE_TREES", 2000)) / 5;
    int trees = 0;
    std::size_t dead = 0;
    std::size_t alwaysOn = 0;
    int reasons = 0;
    for (unsigned seed = only ? only : 1; trees < most; ++seed) {
        for (std::size_t i = 0; i < 3; ++i) {
            const SmallCase each(seed, dialects[i]);
            const Model &model = each.model();
            const Enumeration enumeration(each.sharedModel(), each.texts());
            if (!each.isSound() || enumeration.size() > 4000)
                continue;
            ++trees;
            const Resolver::Fixed expected = fixedByEnumeration(enumeration, model);
            const auto resolver = makeResolver(each.sharedModel());
            Resolver::Fixed found = resolver->findFixed({});
            const auto isChoice = [&](SymbolId id) { return model.symbol(id).isChoice; };
            std::erase_if(found.dead, isChoice);
            std::erase_if(found.alwaysOn, isChoice);
            EXPECT_TRUE(found.unknown.empty()) << "without a deadline";
            EXPECT_EQ(namesOf(model, found.dead), namesOf(model, expected.dead))
                << dialectNames[i] << ", seed " << seed << '\n'
                << each.text();
            EXPECT_EQ(namesOf(model, found.alwaysOn), namesOf(model, expected.alwaysOn))
                << dialectNames[i] << ", seed " << seed << '\n'
                << each.text();
            dead += expected.dead.size();
            alwaysOn += expected.alwaysOn.size();
            for (const SymbolId id : found.dead) {
                const Wish wish{id, "y"};
                const auto why = resolver->whyImpossible(std::span(&wish, 1), {});
                EXPECT_TRUE(why && !why->sentence.empty() && !why->reasons.empty())
                    << describe(model, Question{{wish}, {}}) << '\n'
                    << each.text();
                ++reasons;
            }
        }
        if (only)
            break;
    }
    std::cout << trees << " trees: " << dead << " options are dead, " << alwaysOn << " always on, "
              << reasons << " times why\n";
    EXPECT_TRUE(only || (dead > 0 && alwaysOn > 0));
}

} // namespace
} // namespace kconfig::test
