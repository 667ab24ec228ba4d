// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Questions by dice: a small tree, a state to start from, and wishes.
#pragma once

#include "../unit/tree.h"
#include "exhaustive_search.h"
#include "resolution_checks.h"

#include <random>

namespace kconfig::test {

/// A tree and what is asked of it. The same seed and dialect give the same case.
class SmallCase
{
public:
    SmallCase(unsigned seed, Dialect dialect);

    /// Whether the tree is sound; nothing can be asked of others.
    [[nodiscard]] bool isSound() const { return !m_tree.result.hasErrors(); }
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const Model &model() const { return m_tree.model(); }
    [[nodiscard]] std::shared_ptr<const Model> sharedModel() const { return m_tree.result.model; }
    [[nodiscard]] const CandidateTexts &texts() const { return *m_texts; }
    /// How many configurations there may be at most.
    [[nodiscard]] double size() const { return m_size; }

    /// What a user may have done before: nothing, some edits, a file read, or a file that says
    /// things which can't take effect now.
    [[nodiscard]] Configuration randomStart();
    /// One or two wishes that take more than doing them where that can be, sometimes with something
    /// to be kept.
    [[nodiscard]] Question randomQuestion(const Configuration &start);

private:
    unsigned roll(std::size_t below) { return static_cast<unsigned>(m_random() % below); }
    [[nodiscard]] std::vector<std::string> valuesOf(SymbolId id) const;
    [[nodiscard]] static bool isOneEdit(const Configuration &start, const Wish &wish);
    Wish randomWish();

    std::mt19937 m_random;
    std::string m_text;
    Tree m_tree;
    std::optional<CandidateTexts> m_texts;
    std::vector<SymbolId> m_symbols; ///< defined, and with a type
    double m_size = 1;
};

} // namespace kconfig::test
