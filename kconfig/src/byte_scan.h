// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Finding the end of words and of plain text, sixteen bytes at a time where the machine can.
// The text must be followed by `scanSlack` bytes that may be read, the first of them a NUL.
#pragma once

#include <cstddef>

#ifdef __SSE2__
#include <bit>
#include <emmintrin.h>
#else
#include <cstring>
#endif

namespace kconfig {

/// How far a scan may read beyond the end of a text.
inline constexpr std::size_t scanSlack = 32;

/// Bytes that words are made of: letters, digits, `_` and `-`.
[[nodiscard]] constexpr bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/// Bytes that may end the plain part of a text in these quotes: the quote, `\`, `$` and, as one
/// test for newlines and the end of the text, whatever is not above a newline.
[[nodiscard]] constexpr bool isSpecialInQuotes(char c, char quote)
{
    return c == quote || c == '\\' || c == '$' || static_cast<unsigned char>(c) <= '\n';
}

#ifdef __SSE2__

/// The first byte that is no part of a word.
[[nodiscard]] inline const char *endOfWord(const char *at)
{
    const auto within = [](__m128i bytes, char first, int count) {
        // Signed comparison: moves the range to the lower end.
        const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first)));
        return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-128 + count)));
    };
    while (true) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        const __m128i word =
            _mm_or_si128(_mm_or_si128(within(lower, 'a', 26), within(bytes, '0', 10)),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')),
                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('-'))));
        const auto others = ~static_cast<unsigned>(_mm_movemask_epi8(word)) & 0xffffU;
        if (others != 0)
            return at + std::countr_zero(others);
        at += sizeof bytes;
    }
}

/// The first byte that is special in a quoted text.
[[nodiscard]] inline const char *endOfPlain(const char *at, char quote)
{
    const __m128i quotes = _mm_set1_epi8(quote);
    while (true) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const auto is = [&](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
        const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8('\n')), bytes);
        const __m128i special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), low),
                                             _mm_or_si128(is('\\'), is('$')));
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(special));
        if (found != 0)
            return at + std::countr_zero(found);
        at += sizeof bytes;
    }
}

/// The first newline, or `end` when there is none before it.
[[nodiscard]] inline const char *findNewline(const char *at, const char *end)
{
    for (; at < end; at += sizeof(__m128i)) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const auto found =
            static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'))));
        if (found != 0) {
            at += std::countr_zero(found);
            return at < end ? at : end;
        }
    }
    return end;
}

/// The first line that begins with this byte and does not begin the text; `end` when there is none.
[[nodiscard]] inline const char *findLineWith(char first, const char *at, const char *end)
{
    for (; at < end; at += sizeof(__m128i)) {
        const auto is = [](const char *from, char c) {
            return _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(from)),
                                  _mm_set1_epi8(c));
        };
        const auto found = static_cast<unsigned>(
            _mm_movemask_epi8(_mm_and_si128(is(at, '\n'), is(at + 1, first))));
        if (found != 0) {
            at += std::countr_zero(found) + 1;
            return at < end ? at : end;
        }
    }
    return end;
}

#else

/// The first newline, or `end` when there is none before it.
[[nodiscard]] inline const char *findNewline(const char *at, const char *end)
{
    const auto *found =
        static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    return found != nullptr ? found : end;
}

[[nodiscard]] inline const char *findLineWith(char first, const char *at, const char *end)
{
    while ((at = findNewline(at, end)) < end)
        if (*++at == first && at < end)
            return at;
    return end;
}

[[nodiscard]] inline const char *endOfWord(const char *at)
{
    while (isWordCharacter(*at))
        ++at;
    return at;
}

[[nodiscard]] inline const char *endOfPlain(const char *at, char quote)
{
    while (!isSpecialInQuotes(*at, quote))
        ++at;
    return at;
}

#endif

} // namespace kconfig
