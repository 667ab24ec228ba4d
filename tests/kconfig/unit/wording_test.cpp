// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the engine says, in another language: nothing of it stays English.

#include "tree.h"

#include "kconfig/alternative_view.h"
#include "kconfig/explain.h"
#include "kconfig/resolve.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <regex>
#include <set>

namespace kconfig::test {
namespace {

// Names and prompts in capitals: all other words are the engine's.
constexpr char tree[] = R"(config MODULES
	bool "MODULES"
	modules
config NET
	tristate "NET"
	select CORE
config USB
	bool "USB"
	depends on NET
	imply LED
config CORE
	bool "CORE"
config HELPER
	bool
config PUBLIC
	bool "PUBLIC" if USB && SIZE > 5
	select HELPER if !QUIET
config QUIET
	def_bool NET
config SIZE
	int "SIZE"
	range 1 TOP if USB
	default 3
config TOP
	int "TOP"
	default 9
config BASE
	hex "BASE"
	range 0x10 0x20
config NAME
	string "NAME"
config LED
	tristate "LED"
	depends on NET || USB || SIZE = 7
	depends on FOREIGN || SIZE > 1
menu "MENU"
	visible if QUIET
config INSIDE
	bool "INSIDE"
endmenu
choice
	prompt "SPEED"
	depends on NET
config FAST
	bool "FAST"
config SLOW
	bool "SLOW"
endchoice
config NEVER
	bool
	default y if FOREIGN && NET
)";

constexpr const char *values[] = {"y", "n", "m", "7", "700", "0x18", "", "YES", "NO", "A\nB"};

/// A language that has the same arguments in the other order, and no word.
class Wordless : public Wording
{
public:
    [[nodiscard]] std::string pattern(std::string_view english) const override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_asked.emplace(english);
        }
        static const std::regex place("%[1-9]");
        const std::string text(english);
        std::string pattern;
        for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at)
            pattern.insert(0, at->str() + '|');
        return pattern;
    }
    [[nodiscard]] std::set<std::string> asked() const { return m_asked; }

private:
    mutable std::mutex m_mutex;
    mutable std::set<std::string> m_asked;
};

/// Words that are neither names nor values of this tree.
std::string wordsIn(const std::string &text)
{
    static const std::regex word("[A-Za-z]*[a-z]{2,}[A-Za-z]*");
    // Types, and <choice>, which an expression has for one without a name.
    static const std::set<std::string> own{"Kconfig", "bool",   "tristate", "int",
                                           "hex",     "string", "choice"};
    std::string found;
    for (std::sregex_iterator at(text.begin(), text.end(), word), end; at != end; ++at)
        if (own.count(at->str()) == 0)
            found += at->str() + ' ';
    return found;
}

/// All that is said about a configuration.
class Sayings
{
public:
    Sayings(const Configuration &configuration, const Wording &wording)
        : m_wording(wording)
    {
        const Model &model = configuration.model();
        for (std::uint32_t i = 0; i < model.symbols().size(); ++i)
            about(configuration, SymbolId{i});
    }
    [[nodiscard]] const std::vector<std::string> &all() const { return m_all; }

private:
    void add(const std::vector<Reason> &reasons)
    {
        for (const Reason &reason : reasons) {
            m_all.push_back(reason.text);
            EXPECT_EQ(reason.text, reason.clause.text(m_wording));
            add(reason.because);
        }
    }
    void about(const Configuration &configuration, SymbolId id)
    {
        const Model &model = configuration.model();
        m_all.push_back(displayName(model, id, m_wording));
        const Explanation story = explain(configuration, id, false, m_wording);
        m_all.push_back(story.sentence);
        m_all.push_back(story.valueSentence);
        add({story.whyValue});
        add(story.obstacles);
        m_all.push_back(whyFixed(configuration, id, m_wording));
        for (const std::string value : values) {
            if (const auto refusal = whyNot(configuration, id, value, m_wording)) {
                m_all.push_back(refusal->sentence);
                add(refusal->reasons);
            }
            const std::vector<Wish> wishes{{id, value}};
            for (const auto &keep : {std::vector<SymbolId>{}, std::vector{id}})
                if (const auto error = checkWishes(model, wishes, keep, m_wording))
                    m_all.push_back(error->message);
            if (model.symbol(id).isConstant)
                continue;
            m_all.push_back(whyRefused(configuration, {id, value}, m_wording));
            Configuration after = configuration;
            if (!after.apply({id, value}))
                continue;
            for (const SymbolId other : Configuration::differences(configuration, after))
                m_all.push_back(whyEffect(
                    after, {other, configuration.value(other), after.value(other)}, m_wording));
        }
    }

    const Wording &m_wording;
    std::vector<std::string> m_all;
};

class WordingTest : public testing::Test
{
protected:
    WordingTest()
    {
        m_tree.options.dialect = Dialect::linux_6_1;
        m_tree.load(tree);
        EXPECT_EQ(m_tree.errorCount(), 0u) << m_tree.messages();
    }
    [[nodiscard]] Configuration
    with(const std::vector<std::pair<std::string, std::string>> &settings) const
    {
        Configuration configuration = m_tree.configuration();
        for (const auto &[name, value] : settings)
            configuration.assume(m_tree.symbol(name), value);
        return configuration;
    }
    [[nodiscard]] std::vector<Configuration> configurations() const
    {
        return {with({}), with({{"NET", "y"}, {"USB", "y"}, {"SIZE", "99"}, {"CORE", "n"}}),
                with({{"MODULES", "y"}, {"NET", "m"}, {"LED", "y"}, {"INSIDE", "y"}}),
                with({{"MODULES", "y"}, {"NET", "y"}, {"SLOW", "y"}, {"NAME", "A: B"}})};
    }

    Tree m_tree;
};

TEST_F(WordingTest, NothingStaysEnglish)
{
    const Wordless wording;
    for (const Configuration &configuration : configurations()) {
        const Sayings sayings(configuration, wording);
        for (const std::string &each : sayings.all())
            EXPECT_EQ(wordsIn(each), "") << each;
    }
    for (const std::vector<std::string> &texts :
         {std::vector<std::string>{"A B"}, {"NOTHING"}, {"NOTHING=y"}, {"FOREIGN=y"}, {"y=n"}}) {
        const auto wishes = readWishes(m_tree.model(), texts, "CONFIG_", wording);
        ASSERT_FALSE(wishes);
        // What to type into a shell is the same in every language.
        EXPECT_EQ(wordsIn(wishes.error().message), "") << wishes.error().message;
    }
    // Much of it was asked for, and nothing that is not on the list.
    const auto listed = everyPattern();
    const std::set<std::string> all(listed.begin(), listed.end());
    const std::set<std::string> asked = wording.asked();
    EXPECT_GT(asked.size(), 80u);
    EXPECT_TRUE(std::includes(all.begin(), all.end(), asked.begin(), asked.end()));
}

TEST_F(WordingTest, EnglishIsWhatIsSaidWithoutOne)
{
    for (const Configuration &configuration : configurations()) {
        const Wording english;
        const Sayings sayings(configuration, english);
        std::size_t withWords = 0;
        for (const std::string &each : sayings.all())
            withWords += wordsIn(each).empty() ? 0 : 1;
        EXPECT_GT(withWords, sayings.all().size() / 3);
        for (std::uint32_t i = 0; i < m_tree.model().symbols().size(); ++i) {
            const SymbolId id{i};
            EXPECT_EQ(whyFixed(configuration, id, english), configuration.whyFixed(id));
            if (m_tree.model().symbol(id).isConstant)
                continue;
            for (const std::string value : values) {
                Configuration after = configuration;
                const auto done = after.apply({id, value});
                EXPECT_EQ(whyRefused(configuration, {id, value}, english),
                          done ? "" : done.error().message);
            }
        }
    }
}

TEST_F(WordingTest, ArgumentsMayChangePlaces)
{
    class German : public Wording
    {
    public:
        [[nodiscard]] std::string pattern(std::string_view english) const override
        {
            static const std::map<std::string_view, std::string> words{
                {"%1 is %2", "%1 ist %2"},
                {"%1 at %2", "%1 in %2"},
                {"%1 is held at %2 by select from %3", "%1 wird von %3 auf %2 gehalten"},
                {"it", "sie"},
                {"you set it", "von Ihnen gesetzt"},
                {"selected by %1", "ausgewählt durch %1"},
                {"%1, and you can't change it: %2", "%1 und ist fest: %2"}};
            const auto found = words.find(english);
            return found == words.end() ? std::string(english) : found->second;
        }
    };
    const Configuration configuration = with({{"NET", "y"}});
    const Explanation story = explain(configuration, m_tree.symbol("CORE"), false, German());
    EXPECT_EQ(story.sentence,
              "CORE ist y (ausgewählt durch NET in Kconfig:6) und ist fest: sie wird von NET in "
              "Kconfig:6 auf y gehalten (NET ist y: von Ihnen gesetzt)");
    EXPECT_EQ(story.obstacles.at(0).text, "CORE wird von NET in Kconfig:6 auf y gehalten");
    EXPECT_EQ(placeBehind(m_tree.model(), story.obstacles.at(0)), ""); // the text has it
}

TEST(Clauses, TextsAreTakenAsTheyAre)
{
    class Odd : public Wording
    {
    public:
        [[nodiscard]] std::string pattern(std::string_view) const override
        {
            return "100 % of %2%1, %9 and %";
        }
    };
    Tree t("config A\n\tbool \"A\"\n");
    const auto error = readWishes(t.model(), std::vector<std::string>{"%2 %1"}, "", Wording());
    ASSERT_FALSE(error);
    EXPECT_EQ(error.error().message,
              "'%2 %1' is no wish; write NAME=VALUE, as in NET=y, without spaces");
    // A place that has no argument stands for itself.
    EXPECT_EQ(error.error().clause.text(Odd()), "100 % of %2%2 %1, %9 and %");
    EXPECT_EQ(Clause().text(), "");
}

TEST(Clauses, PatternsAreTexts)
{
    for (const std::string_view each : everyPattern()) {
        EXPECT_FALSE(each.empty());
        EXPECT_EQ(each.data()[each.size()], '\0');
    }
}

} // namespace
} // namespace kconfig::test
