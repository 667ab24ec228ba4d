// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Evaluation that goes on from the last state must agree with evaluation from scratch, and edits
// that are taken back must leave no trace.

#include "tree.h"

#include <random>

namespace kconfig::test {
namespace {

/// A tree without loops: conditions look back, selects look forward to what nobody has looked at.
class RandomTree
{
public:
    explicit RandomTree(unsigned seed)
        : m_random(seed)
    {
        m_text = "config MODULES\n\tbool \"Modules\"\n\toption modules\n";
        m_names.emplace_back("MODULES");
        for (int i = 0; i < 60; ++i)
            add(i);
    }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    unsigned roll(unsigned below) { return static_cast<unsigned>(m_random() % below); }
    std::string condition()
    {
        const auto leaf = [this] {
            std::string name = m_names[roll(static_cast<unsigned>(m_names.size()))];
            if (roll(4) == 0)
                name += roll(2) == 0 ? "=y" : "!=n";
            return (roll(4) == 0 ? "!" : "") + name;
        };
        std::string text = leaf();
        while (roll(3) == 0)
            text += (roll(2) == 0 ? " && " : " || ") + leaf();
        return text;
    }
    void add(int i)
    {
        const std::string name = "S" + std::to_string(i);
        if (roll(12) == 0) {
            m_text += "choice\n\tprompt \"Choice\"\n";
            if (roll(3) == 0)
                m_text += "\toptional\n";
            for (const char *suffix : {"A", "B", "C"})
                m_text += "config " + name + suffix + "\n\tbool \"x\"\n" +
                          (roll(3) == 0 ? "\tdepends on " + condition() + "\n" : "");
            m_text += "endchoice\n";
            m_names.push_back(name + "B");
            return;
        }
        const unsigned type = roll(6);
        if (type == 5) {
            m_text += "config " + name + "\n\tint \"n\" if " + condition() + "\n\tdefault " +
                      std::to_string(roll(9)) + " if " + condition() +
                      "\n\tdefault 4\n\trange 2 7\n";
            m_text += "config " + name + "X\n\tbool\n\tdefault y if " + name + " > 3\n";
            m_names.push_back(name + "X");
            return;
        }
        m_text += "config " + name + (type < 3 ? "\n\tbool" : "\n\ttristate") +
                  (roll(4) != 0 ? " \"x\"\n" : "\n");
        if (roll(2) == 0)
            m_text += "\tdepends on " + condition() + "\n";
        if (roll(2) == 0)
            m_text +=
                "\tdefault " + std::string(roll(2) == 0 ? "y" : "m") + " if " + condition() + "\n";
        if (roll(3) == 0)
            m_text += (roll(2) == 0 ? "\tselect T" : "\timply T") + std::to_string(roll(5)) + "\n";
        if (i > 50)
            m_text += "config T" + std::to_string(i % 5) + "\n\tbool \"t\"\n";
        m_names.push_back(name);
    }

    std::mt19937 m_random;
    std::string m_text;
    std::vector<std::string> m_names;
};

std::string state(const Configuration &configuration)
{
    std::string text = writeConfig(configuration);
    const auto count = static_cast<std::uint32_t>(configuration.model().symbols().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        text += letter(configuration.visibility(SymbolId{i}));
        text += configuration.value(SymbolId{i});
    }
    return text;
}

TEST(Incremental, agreesWithEvaluationFromScratchAndUndoes)
{
    int applied = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const RandomTree random(seed);
        Tree tree(random.text());
        ASSERT_FALSE(tree.result.hasErrors()) << tree.messages() << random.text();
        Configuration c = tree.configuration();
        std::mt19937 dice(seed);
        std::vector<std::pair<Undo, std::string>> history;
        const auto count = static_cast<unsigned>(tree.model().symbols().size());
        for (int step = 0; step < 250; ++step) {
            const SymbolId symbol{static_cast<std::uint32_t>(dice() % count)};
            const char *const values[] = {"y", "m", "n", "3", "6"};
            std::optional<std::string> value;
            if (dice() % 8 != 0)
                value = values[dice() % 5];
            std::string before = state(c);
            auto undo = c.apply({symbol, value});
            if (!undo)
                continue;
            ++applied;
            history.emplace_back(std::move(*undo), std::move(before));
            Configuration fresh = tree.configuration();
            fresh.restore(c.userValues());
            ASSERT_EQ(state(c), state(fresh)) << "seed " << seed << " step " << step;
        }
        while (!history.empty()) {
            c.restore(history.back().first);
            ASSERT_EQ(state(c), history.back().second) << "seed " << seed;
            history.pop_back();
        }
    }
    EXPECT_GT(applied, 1000);
}

} // namespace
} // namespace kconfig::test
