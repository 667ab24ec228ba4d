// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/search.h"

#include "search_index.h"
#include "spelling.h"

#include <algorithm>
#include <bit>

namespace kconfig {

namespace {

constexpr std::uint8_t unmatched = 0xFF;
constexpr std::size_t shortest = 3; ///< bytes of a word that is looked for inside of others, too

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lowered);
    return result;
}

std::string_view withoutPrefix(std::string_view word)
{
    constexpr std::string_view prefix = "config_";
    if (word.size() > prefix.size() && word.substr(0, prefix.size()) == prefix)
        word.remove_prefix(prefix.size());
    return word;
}

std::vector<std::string> wordsOf(std::string_view query)
{
    std::vector<std::string> words;
    forEachWord(query, [&](std::string_view word) {
        const std::string low = lower(word);
        words.emplace_back(withoutPrefix(low));
    });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

/// How well `wanted` fits a name that it occurs in, first at `at`.
MatchRank rankInName(std::string_view name, std::string_view wanted, std::size_t at)
{
    if (name.size() == wanted.size())
        return MatchRank::exactName;
    if (at == 0)
        return MatchRank::namePrefix;
    for (; at != std::string_view::npos; at = name.find(wanted, at + 1))
        if (name[at - 1] == '_')
            return MatchRank::namePart;
    return MatchRank::insideName;
}

void appendSpans(std::vector<MatchSpan> &spans, MatchField field, std::string_view text,
                 const std::vector<std::string> &words)
{
    constexpr std::size_t most = 64; // of one text; more highlights nothing
    const std::string low = lower(text);
    const std::size_t first = spans.size();
    for (const std::string &word : words) {
        for (std::size_t at = low.find(word);
             at != std::string::npos && spans.size() < first + most;
             at = low.find(word, at + word.size()))
            spans.push_back(
                {field, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(word.size())});
    }
    const auto begin = spans.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, spans.end(),
              [](const MatchSpan &a, const MatchSpan &b) { return a.start < b.start; });
    std::size_t kept = first;
    for (std::size_t i = first; i < spans.size(); ++i) {
        if (kept > first && spans[i].start <= spans[kept - 1].start + spans[kept - 1].length) {
            MatchSpan &before = spans[kept - 1];
            before.length =
                std::max(before.length, spans[i].start + spans[i].length - before.start);
        } else {
            spans[kept++] = spans[i];
        }
    }
    spans.resize(kept);
}

} // namespace

SearchIndex::SearchIndex(std::shared_ptr<const Model> model)
    : m_index(std::make_unique<const Index>(std::move(model)))
{}

SearchIndex::~SearchIndex() = default;

const Model &SearchIndex::model() const
{
    return *m_index->model;
}

SearchResult SearchIndex::search(std::string_view query, std::size_t limit,
                                 const std::function<bool(NodeId)> &accepts) const
{
    SearchResult result;
    const std::vector<std::string> wanted = wordsOf(query);
    if (wanted.empty())
        return result;
    const Index &index = *m_index;
    const Model &model = *index.model;
    // By node: the worst of the words' ranks, and the sum of them, over the words seen so far.
    std::vector<std::uint8_t> worst(model.nodeCount(), 0);
    std::vector<std::uint16_t> sum(model.nodeCount(), 0);
    std::vector<std::uint8_t> best(model.nodeCount());
    for (const std::string &word : wanted) {
        std::fill(best.begin(), best.end(), unmatched);
        std::size_t at = index.words.find(word);
        while (at != std::string::npos) {
            // A letter or two stand inside of almost every word; only beginnings say something. A
            // newline ends the word before.
            if (word.size() < shortest && at != 0 && index.words[at - 1] != '\n' &&
                index.words[at - 1] != '_') {
                at = index.words.find(word, at + 1);
                continue;
            }
            const auto next =
                std::upper_bound(index.wordStarts.begin(), index.wordStarts.end(), at);
            const auto number = static_cast<std::size_t>(next - index.wordStarts.begin()) - 1;
            const auto inName = static_cast<std::uint8_t>(
                rankInName(index.word(number), word, at - index.wordStarts[number]));
            for (std::uint32_t i = index.postingStarts[number]; i < index.postingStarts[number + 1];
                 ++i) {
                const Posting posting = index.postings[i];
                std::uint8_t rank = inName;
                if (posting % 4 != static_cast<Posting>(MatchField::name))
                    rank = static_cast<std::uint8_t>(
                        posting % 4 == static_cast<Posting>(MatchField::prompt) ? MatchRank::prompt
                                                                                : MatchRank::help);
                best[posting / 4] = std::min(best[posting / 4], rank);
            }
            at = index.words.find(word, *next);
        }
        for (std::size_t i = 0; i < best.size(); ++i) {
            worst[i] = std::max(worst[i], best[i]);
            sum[i] = static_cast<std::uint16_t>(std::min<unsigned>(0xFFFF, sum[i] + best[i] + 0U));
        }
    }

    struct Candidate
    {
        std::uint8_t rank;
        std::uint16_t sum;
        std::uint32_t length; ///< of the name: the shorter one is nearer to what was asked for
        std::uint32_t node;
        auto operator<=>(const Candidate &) const = default;
    };
    std::vector<Candidate> candidates;
    std::vector<std::uint32_t> candidateOf(model.symbols().size(), UINT32_MAX);
    for (std::uint32_t i = 0; i < worst.size(); ++i) {
        if (worst[i] == unmatched || (accepts && !accepts(NodeId{i})))
            continue;
        const SymbolId symbol = model.node(NodeId{i}).symbol;
        Candidate candidate{worst[i], sum[i], UINT32_MAX, i};
        if (symbol.isValid()) {
            candidate.length = static_cast<std::uint32_t>(model.symbol(symbol).name.size());
            std::uint32_t &known = candidateOf[symbol.index];
            if (known != UINT32_MAX) {
                candidates[known] = std::min(candidates[known], candidate);
                continue;
            }
            known = static_cast<std::uint32_t>(candidates.size());
        }
        candidates.push_back(candidate);
    }
    result.total = candidates.size();
    const std::size_t shown = std::min(limit, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(shown),
                      candidates.end());
    for (std::size_t i = 0; i < shown; ++i) {
        SearchHit hit;
        hit.node = NodeId{candidates[i].node};
        const MenuNode &node = model.node(hit.node);
        hit.symbol = node.symbol;
        hit.rank = static_cast<MatchRank>(candidates[i].rank);
        if (node.symbol.isValid())
            appendSpans(hit.spans, MatchField::name, model.symbol(node.symbol).name, wanted);
        appendSpans(hit.spans, MatchField::prompt, model.promptText(hit.node), wanted);
        appendSpans(hit.spans, MatchField::help, model.help(hit.node), wanted);
        result.hits.push_back(std::move(hit));
    }
    if (candidates.empty() && wanted.size() == 1)
        result.suggestions = similarNames(query);
    return result;
}

std::vector<SymbolId> SearchIndex::similarNames(std::string_view name, std::size_t limit) const
{
    const Index &index = *m_index;
    std::string wanted(withoutPrefix(lower(name)));
    std::uint32_t letters = 0;
    for (char &c : wanted) {
        letters |= 1U << (static_cast<unsigned char>(c) & 31U);
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    const std::size_t allowed = allowedSlips(wanted);
    std::vector<std::pair<std::size_t, SymbolId>> near;
    for (const SymbolId id : index.names) {
        const std::string_view other = index.model->symbol(id).name;
        const std::size_t difference =
            std::max(wanted.size(), other.size()) - std::min(wanted.size(), other.size());
        // A slip changes at most two letters of the set.
        if (difference > allowed || static_cast<std::size_t>(std::popcount(
                                        letters ^ index.letters[id.index])) > 2 * allowed)
            continue;
        const std::size_t slips = slipsBetween(wanted, other);
        if (slips <= allowed)
            near.emplace_back(slips, id);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<SymbolId> result;
    for (std::size_t i = 0; i < near.size() && i < limit; ++i)
        result.push_back(near[i].second);
    return result;
}

} // namespace kconfig
