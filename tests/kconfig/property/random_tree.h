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
class RandomTree
{
public:
    RandomTree(unsigned seed, Dialect dialect, int entries);
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
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
    std::string newName() { return "S" + std::to_string(m_count++); }
    std::string condition();
    std::string leaf();
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
    std::vector<std::string> m_pulled; ///< targets of selects and implies, to be defined at the end
};

} // namespace kconfig::test
