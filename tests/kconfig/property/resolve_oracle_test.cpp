// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The resolver against the search that tries everything, on small trees by dice: there is a fix
// exactly when one exists, and the first one has as few edits as any.
//
// KCONFIG_RESOLVE_TREES says how many trees there are, KCONFIG_RESOLVE_SEED asks for the trees of
// one seed only, to look at what failed.

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
    int lostInFile = 0;
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
        ResolveOptions options;
        options.keep = question.keep;
        const Resolution resolution = m_resolver->resolve(start, question.wishes, options);
        std::string faults = faultsOf(resolution, question, start);
        if (resolution.isPartial)
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
        for (const Alternative &alternative : resolution.alternatives)
            checkFile(start, question, alternative);
        if (faults.empty())
            return;
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

    /// What the edits made holds the wishes also when it was written and read. There are states
    /// that no file holds: the mode of a choice is not written, and conf itself reads some of what
    /// it wrote as something else (a value of a choice that is y without a prompt becomes the
    /// chosen one; a number leaves a range whose ends have changed places).
    void checkFile(const Configuration &start, const Question &question,
                   const Alternative &alternative)
    {
        Configuration after = start;
        for (const Edit &edit : alternative.edits)
            static_cast<void>(applyAsUser(after, edit));
        const std::string written = writeConfig(after);
        Configuration again(m_case.sharedModel());
        readConfig(again, written, ".config");
        if (isFulfilled(again, question, start))
            return;
        ++m_counts.lostInFile;
        if (writeConfig(again) == written && !hasPartialChoice(after))
            ADD_FAILURE() << m_name << "\nlost when written and read\nasked: "
                          << describe(m_case.model(), question)
                          << "\nuser values: " << describe(m_case.model(), start.userValues())
                          << "\nedits: " << describe(m_case.model(), alternative.edits)
                          << "\nthe tree:\n"
                          << m_case.text() << "\n.config:\n"
                          << written;
    }

    /// Whether a choice is on without a value that says so in a file.
    [[nodiscard]] static bool hasPartialChoice(const Configuration &configuration)
    {
        const auto symbols = configuration.model().symbols();
        for (std::uint32_t i = 0; i < symbols.size(); ++i)
            if (symbols[i].isChoice && configuration.tristate(SymbolId{i}) != Tristate::no &&
                std::none_of(
                    symbols[i].choiceValues.begin(), symbols[i].choiceValues.end(),
                    [&](SymbolId value) { return configuration.tristate(value) != Tristate::no; }))
                return true;
        return false;
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
              << " can be, " << counts.impossible << " can't, " << counts.undecided
              << " have too much to try\nfewest edits 0, 1, 2, 3, 4, more:";
    for (const int count : counts.byEdits)
        std::cout << ' ' << count;
    std::cout << "\nlost when written and read: " << counts.lostInFile << '\n';
    for (const auto &[fault, count] : counts.byFault)
        std::cout << count << " times: " << fault << '\n';
    EXPECT_EQ(counts.failures, 0);
    EXPECT_GT(counts.questions, counts.trees) << "nearly every tree is asked something";
}

} // namespace
} // namespace kconfig::test
