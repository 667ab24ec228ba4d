// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Trees made by dice, with everything the language has.
#pragma once

#include "kconfig/dialect.h"

#include <random>
#include <string>
#include <vector>

namespace kconfig::test {

/// The text of a tree without dependency loops: whatever a symbol's value depends on stands before
/// it in the order of numbering. The same seed and dialect give the same text.
/// Which choices a tree has.
enum class ChoiceForms
{
    all,
    /// Those that a .config tells whole, so that reading what was written gives them back. It does
    /// not, nor does conf's, where a tristate choice is m and none of its values, or where a value
    /// is y by a default of its own beside the one that was chosen.
    retold
};

class RandomTree
{
public:
    /// So many entries at the top, menus among them, behind a modules symbol, two numbers and a
    /// string.
    RandomTree(unsigned seed, Dialect dialect, int entries, ChoiceForms forms = ChoiceForms::all);
    /// With at most so many symbols, choices counted (at least 2). Whether there are modules, and
    /// whether the user decides that, is left to the dice.
    [[nodiscard]] static RandomTree small(unsigned seed, Dialect dialect, int mostSymbols);
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    RandomTree(unsigned seed, Dialect dialect)
        : m_random(seed)
        , m_dialect(dialect)
    {}

    struct Names
    {
        std::vector<std::string> truths;  ///< bools and tristates
        std::vector<std::string> numbers; ///< ints and hexes
        std::vector<std::string> ints;
        std::vector<std::string> hexes;
        std::vector<std::string> strings;
    };

    [[nodiscard]] unsigned roll(unsigned below)
    {
        return static_cast<unsigned>(m_random() % below);
    }
    [[nodiscard]] bool chance(unsigned percent) { return roll(100) < percent; }
    [[nodiscard]] const std::string &pick(const std::vector<std::string> &names)
    {
        return names[roll(static_cast<unsigned>(names.size()))];
    }
    std::string newName();
    std::string truth();
    std::string condition();
    std::string leaf();
    std::string stringLeaf();
    void startSmall();
    void addModules(const std::string &body);
    std::string orNot(unsigned percent, const char *before);
    void addEntry(int depth);
    void addTruth();
    void addNumber();
    void addString();
    void addChoice();
    void addBlock(int depth);
    void addPulls();
    void settlePulls();

    std::mt19937 m_random;
    Dialect m_dialect;
    std::string m_text;
    Names m_names;
    int m_count = 0;
    int m_left = 1000000; ///< how many more symbols there may be
    bool m_isSmall = false;
    ChoiceForms m_forms = ChoiceForms::all;
    /// Targets of selects and implies that stand above; defined by settlePulls().
    std::vector<std::string> m_pulled;
    std::size_t m_settled = 0; ///< how many were defined by now
};

} // namespace kconfig::test
