// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "spelling.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace kconfig {

/// Optimal string alignment distance.
std::size_t slipsBetween(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::size_t allowedSlips(std::string_view word)
{
    return std::min<std::size_t>(2, (word.size() + 1) / 3);
}

namespace {

/// Which letters a word has, upper and lower case alike.
std::uint32_t lettersOf(std::string_view word)
{
    std::uint32_t letters = 0;
    for (const char c : word)
        letters |= 1U << (static_cast<unsigned char>(c) & 31U);
    return letters;
}

} // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates)
{
    std::size_t best = allowedSlips(word) + 1;
    std::string_view result;
    const std::uint32_t letters = lettersOf(word);
    for (const std::string_view candidate : candidates) {
        const std::size_t longer = std::max(word.size(), candidate.size());
        const std::size_t shorter = std::min(word.size(), candidate.size());
        // A slip changes two letters of the set at most.
        if (longer - shorter >= best ||
            static_cast<std::size_t>(std::popcount(letters ^ lettersOf(candidate))) >= 2 * best)
            continue;
        const std::size_t found = slipsBetween(word, candidate);
        if (found < best) {
            best = found;
            result = candidate;
        }
    }
    return result;
}

} // namespace kconfig
