// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The words of a model and where they occur.
#pragma once

#include "kconfig/search.h"

namespace kconfig {

/// A letter of ASCII in lower case; other bytes as they are.
[[nodiscard]] constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether the byte is part of a word: letters, digits, underscore, and all that is not ASCII.
[[nodiscard]] constexpr bool isWordByte(char c)
{
    const char low = lowered(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Calls `found` with each word of a text.
template <typename Function>
void forEachWord(std::string_view text, const Function &found)
{
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !isWordByte(text[at]))
            ++at;
        const std::size_t start = at;
        while (at < text.size() && isWordByte(text[at]))
            ++at;
        if (at > start)
            found(text.substr(start, at - start));
    }
}

/// One occurrence of a word: the node in the upper bits, the field in the two lower ones.
using Posting = std::uint32_t;

struct SearchIndex::Index
{
    explicit Index(std::shared_ptr<const Model> sharedModel);

    [[nodiscard]] std::size_t wordCount() const { return wordStarts.size() - 1; }
    [[nodiscard]] std::string_view word(std::size_t number) const
    {
        return std::string_view(words).substr(wordStarts[number],
                                              wordStarts[number + 1] - wordStarts[number] - 1);
    }

    std::shared_ptr<const Model> model;
    std::string words;                     ///< every word once, in lower case, newline behind each
    std::vector<std::uint32_t> wordStarts; ///< one more than there are words
    std::vector<std::uint32_t> postingStarts;
    std::vector<Posting> postings;      ///< of each word, nodes ascending
    std::vector<std::uint32_t> letters; ///< by symbol: which letters the name has
    std::vector<SymbolId> names;        ///< defined symbols with a name
};

} // namespace kconfig
