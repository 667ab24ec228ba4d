// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "search_index.h"

namespace kconfig {

namespace {

/// Numbers words in the order of their first occurrence.
class WordTable
{
public:
    WordTable(std::string &words, std::vector<std::uint32_t> &starts)
        : m_words(words)
        , m_starts(starts)
        , m_slots(1U << 15U, empty)
    {
        m_starts.assign(1, 0);
    }

    std::uint32_t numberOf(std::string_view word)
    {
        std::uint32_t hash = 2166136261U; // FNV-1a
        for (const char c : word)
            hash = (hash ^ static_cast<unsigned char>(lowered(c))) * 16777619U;
        const auto mask = static_cast<std::uint32_t>(m_slots.size() - 1);
        std::uint32_t slot = (hash ^ (hash >> 15U)) & mask;
        for (; m_slots[slot] != empty; slot = (slot + 1) & mask)
            if (m_hashes[m_slots[slot]] == hash && isWord(m_slots[slot], word))
                return m_slots[slot];
        const auto number = static_cast<std::uint32_t>(m_hashes.size());
        m_slots[slot] = number;
        m_hashes.push_back(hash);
        for (const char c : word)
            m_words += lowered(c);
        m_words += '\n';
        m_starts.push_back(static_cast<std::uint32_t>(m_words.size()));
        if (m_hashes.size() * 2 > m_slots.size())
            grow();
        return number;
    }

    [[nodiscard]] std::size_t count() const { return m_hashes.size(); }

private:
    static constexpr std::uint32_t empty = UINT32_MAX;

    [[nodiscard]] bool isWord(std::uint32_t number, std::string_view word) const
    {
        const std::uint32_t start = m_starts[number];
        if (m_starts[number + 1] - start - 1 != word.size())
            return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (m_words[start + i] != lowered(word[i]))
                return false;
        return true;
    }

    void grow()
    {
        m_slots.assign(m_slots.size() * 2, empty);
        const auto mask = static_cast<std::uint32_t>(m_slots.size() - 1);
        for (std::uint32_t number = 0; number < m_hashes.size(); ++number) {
            const std::uint32_t hash = m_hashes[number];
            std::uint32_t slot = (hash ^ (hash >> 15U)) & mask;
            while (m_slots[slot] != empty)
                slot = (slot + 1) & mask;
            m_slots[slot] = number;
        }
    }

    std::string &m_words;
    std::vector<std::uint32_t> &m_starts;
    std::vector<std::uint32_t> m_slots;
    std::vector<std::uint32_t> m_hashes;
};

std::uint32_t lettersOf(std::string_view name)
{
    std::uint32_t letters = 0;
    for (const char c : name)
        letters |= 1U << (static_cast<unsigned char>(lowered(c)) & 31U);
    return letters;
}

} // namespace

SearchIndex::Index::Index(std::shared_ptr<const Model> sharedModel)
    : model(std::move(sharedModel))
{
    WordTable table(words, wordStarts);
    std::vector<std::uint32_t> wordOf; // of each posting, in the order of the texts
    std::vector<Posting> found;
    std::vector<Posting> last; // by word: the posting noted last, so that none is noted twice
    const auto note = [&](NodeId node, MatchField field, std::string_view text) {
        const Posting posting = node.index * 4 + static_cast<Posting>(field);
        forEachWord(text, [&](std::string_view each) {
            const std::uint32_t number = table.numberOf(each);
            if (number == last.size())
                last.push_back(UINT32_MAX);
            if (last[number] == posting)
                return;
            last[number] = posting;
            wordOf.push_back(number);
            found.push_back(posting);
        });
    };
    for (std::uint32_t i = 0; i < model->nodeCount(); ++i) {
        const MenuNode &node = model->node(NodeId{i});
        if (node.symbol.isValid())
            note(NodeId{i}, MatchField::name, model->symbol(node.symbol).name);
        note(NodeId{i}, MatchField::prompt, model->promptText(NodeId{i}));
        if (model->hasHelp(NodeId{i}))
            note(NodeId{i}, MatchField::help, model->help(NodeId{i}));
    }
    postingStarts.assign(table.count() + 1, 0);
    for (const std::uint32_t number : wordOf)
        ++postingStarts[number + 1];
    for (std::size_t i = 1; i < postingStarts.size(); ++i)
        postingStarts[i] += postingStarts[i - 1];
    std::vector<std::uint32_t> fill(postingStarts.begin(), postingStarts.end() - 1);
    postings.resize(found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        postings[fill[wordOf[i]]++] = found[i];

    const auto symbols = model->symbols();
    letters.resize(symbols.size());
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        if (!symbols[i].isDefined() || symbols[i].name.empty())
            continue;
        letters[i] = lettersOf(symbols[i].name);
        names.push_back(SymbolId{i});
    }
}

} // namespace kconfig
