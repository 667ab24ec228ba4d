/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Bits of words and of arrays of words (bit n is bit n % 64 of word n / 64). */

#include <uk/arch/types.h>
#include <uk/bitcount.h>

#define UK_BITS_PER_LONG 64
#define UK_BITS_PER_LONG_LONG (8 * __SIZEOF_LONG_LONG__)
#define BITS_PER_BYTE 8

/** A word in which only bit `n` is set. */
#define UK_BIT(n) (1UL << (n))
#define UK_BIT_ULL(n) (1ULL << (n))
/** Where bit `n` of an array is: the index of its word, and its mask in there. */
#define UK_BIT_WORD(n) ((n) / UK_BITS_PER_LONG)
#define UK_BIT_MASK(n) UK_BIT((n) % UK_BITS_PER_LONG)
/** How many words hold `n` bits. */
#define UK_BITS_TO_LONGS(n) (((n) + UK_BITS_PER_LONG - 1) / UK_BITS_PER_LONG)
/** The bits `l` to `h`, both included. */
#define UK_GENMASK(h, l) ((~0UL << (l)) & (~0UL >> (UK_BITS_PER_LONG - 1 - (h))))
#define UK_GENMASK_ULL(h, l) ((~0ULL << (l)) & (~0ULL >> (UK_BITS_PER_LONG_LONG - 1 - (h))))
/** The bits of the word of bit `start` from there on, and the first `n` % 64 bits of a word (all of
 * them for a multiple of 64). */
#define UK_BITMAP_FIRST_WORD_MASK(start) (-UK_BIT_MASK(start))
#define UK_BITMAP_LAST_WORD_MASK(n) (~0UL >> (-(n) & (UK_BITS_PER_LONG - 1)))

/** How many bits of a word are set, by the names that Linux gives these functions. */
#define uk_hweight8(word) uk_bitcount64((__u8)(word))
#define uk_hweight16(word) uk_bitcount64((__u16)(word))
#define uk_hweight32(word) uk_bitcount64((__u32)(word))
#define uk_hweight64(word) uk_bitcount64((__u64)(word))
#define uk_hweight_long(word) uk_bitcount64((unsigned long)(word))

/** The number of the first or last bit set, from 1; 0 when none is. */
static inline int uk_ffs(unsigned int x)
{
    return __builtin_ffs((int)x);
}

static inline int uk_ffsl(unsigned long x)
{
    return __builtin_ffsl((long)x);
}

static inline int uk_fls(unsigned int x)
{
    return x ? 32 - __builtin_clz(x) : 0;
}

static inline int uk_flsl(unsigned long x)
{
    return x ? 64 - __builtin_clzl(x) : 0;
}

static inline int fls64(__u64 mask)
{
    return uk_flsl(mask);
}

static inline __u32 uk_ror32(__u32 word, unsigned int shift)
{
    return (word >> (shift % 32)) | (word << (-shift % 32));
}

/** The least n for which 2^n is not less than `number`. */
static inline int uk_get_count_order(unsigned int number)
{
    return number < 2 ? 0 : uk_fls(number - 1);
}

/** `value`, whose sign is in bit `index`, with that bit spread upwards. */
static inline __u64 uk_sign_extend64(__u64 value, int index)
{
    const int shift = 63 - index;
    return (__u64)((__s64)(value << shift) >> shift);
}

/* Searches for a bit equal to `!invert` in the bits `offset` to `size`; returns `size` when there
 * is none. */
static inline unsigned long __uk_find_bit(const unsigned long *words, unsigned long size,
                                          unsigned long offset, unsigned long invert)
{
    while (offset < size) {
        const unsigned long word =
            (words[UK_BIT_WORD(offset)] ^ invert) & UK_BITMAP_FIRST_WORD_MASK(offset);
        const unsigned long base = offset - offset % UK_BITS_PER_LONG;
        if (word) {
            const unsigned long found = base + (unsigned long)__builtin_ctzl(word);
            return found < size ? found : size;
        }
        offset = base + UK_BITS_PER_LONG;
    }
    return size;
}

/** The first bit that is set, or not, at or after `offset`; `size` when there is none. */
static inline unsigned long uk_find_next_bit(const unsigned long *words, unsigned long size,
                                             unsigned long offset)
{
    return __uk_find_bit(words, size, offset, 0);
}

static inline unsigned long uk_find_next_zero_bit(const unsigned long *words, unsigned long size,
                                                  unsigned long offset)
{
    return __uk_find_bit(words, size, offset, ~0UL);
}

static inline unsigned long uk_find_first_bit(const unsigned long *words, unsigned long size)
{
    return uk_find_next_bit(words, size, 0);
}

static inline unsigned long uk_find_first_zero_bit(const unsigned long *words, unsigned long size)
{
    return uk_find_next_zero_bit(words, size, 0);
}

static inline unsigned long uk_find_last_bit(const unsigned long *words, unsigned long size)
{
    for (unsigned long bit = size; bit > 0; --bit) {
        if (words[UK_BIT_WORD(bit - 1)] & UK_BIT_MASK(bit - 1))
            return bit - 1;
    }
    return size;
}

/** Runs a statement for each bit of the first `size` that is set, or not; `bit` is its number. */
#define uk_for_each_set_bit(bit, words, size)                                                      \
    for ((bit) = 0; ((bit) = uk_find_next_bit(words, size, bit)) < (size); ++(bit))
#define uk_for_each_clear_bit(bit, words, size)                                                    \
    for ((bit) = 0; ((bit) = uk_find_next_zero_bit(words, size, bit)) < (size); ++(bit))

/* Names that begin with uk_ are atomic, those with __uk_ are not. */

static inline void uk_set_bit(long n, volatile unsigned long *words)
{
    __atomic_fetch_or(words + UK_BIT_WORD(n), UK_BIT_MASK(n), __ATOMIC_SEQ_CST);
}

static inline void uk_clear_bit(long n, volatile unsigned long *words)
{
    __atomic_fetch_and(words + UK_BIT_WORD(n), ~UK_BIT_MASK(n), __ATOMIC_SEQ_CST);
}

static inline int uk_test_bit(long n, const volatile unsigned long *words)
{
    return (words[UK_BIT_WORD(n)] & UK_BIT_MASK(n)) != 0;
}

/** Whether the bit was set before. */
static inline int uk_test_and_set_bit(long n, volatile unsigned long *words)
{
    return (__atomic_fetch_or(words + UK_BIT_WORD(n), UK_BIT_MASK(n), __ATOMIC_SEQ_CST) &
            UK_BIT_MASK(n)) != 0;
}

static inline int uk_test_and_clear_bit(long n, volatile unsigned long *words)
{
    return (__atomic_fetch_and(words + UK_BIT_WORD(n), ~UK_BIT_MASK(n), __ATOMIC_SEQ_CST) &
            UK_BIT_MASK(n)) != 0;
}

static inline void __uk_set_bit(long n, volatile unsigned long *words)
{
    words[UK_BIT_WORD(n)] = words[UK_BIT_WORD(n)] | UK_BIT_MASK(n);
}

static inline void __uk_clear_bit(long n, volatile unsigned long *words)
{
    words[UK_BIT_WORD(n)] = words[UK_BIT_WORD(n)] & ~UK_BIT_MASK(n);
}

static inline int __uk_test_and_set_bit(long n, volatile unsigned long *words)
{
    const int was = uk_test_bit(n, words);
    __uk_set_bit(n, words);
    return was;
}

static inline int __uk_test_and_clear_bit(long n, volatile unsigned long *words)
{
    const int was = uk_test_bit(n, words);
    __uk_clear_bit(n, words);
    return was;
}
