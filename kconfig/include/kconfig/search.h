// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Finding options by words in their names, prompts and help texts.
#pragma once

#include "kconfig/model.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// Where a query matched, the best first.
enum class MatchRank : std::uint8_t
{
    exactName,  ///< the name itself, with or without CONFIG_
    namePrefix, ///< the name begins with it
    namePart,   ///< a part of the name between underscores begins with it
    insideName, ///< anywhere else in the name
    prompt,     ///< in the prompt, or in the title of a menu, choice or comment
    help        ///< in the help text
};

enum class MatchField : std::uint8_t
{
    name,
    prompt,
    help
};

/// A piece of a text to highlight; bytes.
struct MatchSpan
{
    MatchField field = MatchField::name;
    std::uint32_t start = 0;
    std::uint32_t length = 0;

    friend bool operator==(const MatchSpan &, const MatchSpan &) = default;
};

struct SearchHit
{
    NodeId node;     ///< the entry; of several definitions of a symbol the best
    SymbolId symbol; ///< invalid for menus and comments
    MatchRank rank = MatchRank::help;
    std::vector<MatchSpan> spans; ///< in the order of the texts, not overlapping
};

struct SearchResult
{
    std::vector<SearchHit> hits; ///< the best first, at most as many as asked for
    std::size_t total = 0;       ///< how many there are
    /// When nothing matched: names that are one or two slips of the keyboard away, nearest first.
    std::vector<SymbolId> suggestions;
};

/// An index over the texts of a model. Building it takes tens of milliseconds for 5 MB of texts, so
/// build it when the first query comes. Immutable: any number of threads may search at once.
class SearchIndex
{
public:
    explicit SearchIndex(std::shared_ptr<const Model> model);
    SearchIndex(const SearchIndex &) = delete;
    SearchIndex &operator=(const SearchIndex &) = delete;
    ~SearchIndex();

    /// Entries in which every word of the query occurs, in any letter case (ASCII), at any place of
    /// a word of the name, prompt or help text. Words are runs of letters, digits and underscores;
    /// CONFIG_ in front of one is left out. One or two letters are looked for at the beginning of
    /// words and behind underscores only. An empty query finds nothing.
    /// With `accepts`, entries for which it is false are neither found nor counted.
    [[nodiscard]] SearchResult search(std::string_view query, std::size_t limit = 200,
                                      const std::function<bool(NodeId)> &accepts = {}) const;

    /// Names of defined symbols that `name` may be a slip of, nearest first.
    [[nodiscard]] std::vector<SymbolId> similarNames(std::string_view name,
                                                     std::size_t limit = 3) const;

    [[nodiscard]] const Model &model() const;

private:
    struct Index;
    std::unique_ptr<const Index> m_index;
};

} // namespace kconfig
