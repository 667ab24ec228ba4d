// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// "Did you mean …?"
#pragma once

#include <span>
#include <string_view>

namespace kconfig {

/// The candidate nearest to `word` when it is near enough to be a slip of the keyboard (Damerau's
/// distance of at most a third of the word, two at most); empty otherwise.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> candidates);

/// How many slips of the keyboard (letters left out, added, replaced, neighbours swapped) lie
/// between two words.
[[nodiscard]] std::size_t slipsBetween(std::string_view a, std::string_view b);
/// How many slips a word of that length may have to be recognized.
[[nodiscard]] std::size_t allowedSlips(std::string_view word);

} // namespace kconfig
