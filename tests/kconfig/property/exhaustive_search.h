// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The least number of edits that reaches a goal, found by trying everything: what a resolver has to
// agree with. Only for small trees.
#pragma once

#include "kconfig/configuration.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kconfig::test {

/// What a search looks for.
using Target = std::function<bool(const Configuration &)>;

/// The texts that numbers and strings are tried with, by symbol.
class CandidateTexts
{
public:
    /// Every constant of the tree that is a value of the symbol's type, for numbers also what lies
    /// next to it, for strings also the empty text and one that the tree does not mention.
    explicit CandidateTexts(const Model &model);
    /// One more text for a symbol; nothing when it is there already.
    void add(SymbolId symbol, const std::string &text);
    [[nodiscard]] const std::vector<std::string> &of(SymbolId symbol) const
    {
        return m_texts[symbol.index];
    }

private:
    std::vector<std::vector<std::string>> m_texts;
};

struct SearchResult
{
    /// For each target the fewest edits that reach it; nothing when none was found.
    std::vector<std::optional<std::vector<Edit>>> shortest;
    /// Whether everything that edits can reach was seen, so that what was not found does not exist.
    bool isComplete = false;
    std::size_t states = 0;
};

/// Breadth first over all edits that a user can make in menuconfig, from `start` on, until every
/// target is reached or `mostStates` states were seen. A bound of a range in force is tried, too.
[[nodiscard]] SearchResult searchEdits(const Configuration &start, const CandidateTexts &texts,
                                       const std::vector<Target> &targets, std::size_t mostStates);

} // namespace kconfig::test
