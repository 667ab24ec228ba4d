/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Bits of words and of arrays of words (bit n is bit n % 64 of word n / 64). */

#include <uk/arch/types.h>
#include <uk/bitcount.h>

#define UK_BITS_PER_LONG 64
#define UK_BITS_PER_LONG_LONG 64
#define BITS_PER_BYTE 8

#define UK_BIT(nr) (1UL << (nr))
#define UK_BIT_ULL(nr) (1ULL << (nr))
#define UK_BIT_MASK(nr) (1UL << ((nr) % UK_BITS_PER_LONG))
#define UK_BIT_WORD(nr) ((nr) / UK_BITS_PER_LONG)
#define UK_BITS_TO_LONGS(n) (((n) + UK_BITS_PER_LONG - 1) / UK_BITS_PER_LONG)
/** The bits `l` to `h`, both included. */
#define UK_GENMASK(h, l) ((~0UL << (l)) & (~0UL >> (UK_BITS_PER_LONG - 1 - (h))))
#define UK_GENMASK_ULL(h, l) ((~0ULL << (l)) & (~0ULL >> (UK_BITS_PER_LONG_LONG - 1 - (h))))
/** The bits of the word of bit `start` from there on, and the first `n` % 64 bits of a word (all of
 * them for a multiple of 64). */
#define UK_BITMAP_FIRST_WORD_MASK(start) (~0UL << ((start) % UK_BITS_PER_LONG))
#define UK_BITMAP_LAST_WORD_MASK(n) (~0UL >> (-(n) & (UK_BITS_PER_LONG - 1)))

#define uk_hweight8(x) uk_bitcount((__u8)(x))
#define uk_hweight16(x) uk_bitcount16(x)
#define uk_hweight32(x) uk_bitcount32(x)
#define uk_hweight64(x) uk_bitcount64(x)
#define uk_hweight_long(x) uk_bitcountl(x)

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

/** The least n for which 2^n is not less than `count`. */
static inline int uk_get_count_order(unsigned int count)
{
    return count < 2 ? 0 : uk_fls(count - 1);
}

/** `value`, whose sign is in bit `index`, with that bit spread upwards. */
static inline __u64 uk_sign_extend64(__u64 value, int index)
{
    const int shift = 63 - index;
    return (__u64)((__s64)(value << shift) >> shift);
}

/* Searches for a bit equal to `!invert` in the bits `offset` to `size`; returns `size` when there
 * is none. */
static inline unsigned long __uk_find_bit(const unsigned long *addr, unsigned long size,
                                          unsigned long offset, unsigned long invert)
{
    while (offset < size) {
        const unsigned long word =
            (addr[UK_BIT_WORD(offset)] ^ invert) & UK_BITMAP_FIRST_WORD_MASK(offset);
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
static inline unsigned long uk_find_next_bit(const unsigned long *addr, unsigned long size,
                                             unsigned long offset)
{
    return __uk_find_bit(addr, size, offset, 0);
}

static inline unsigned long uk_find_next_zero_bit(const unsigned long *addr, unsigned long size,
                                                  unsigned long offset)
{
    return __uk_find_bit(addr, size, offset, ~0UL);
}

static inline unsigned long uk_find_first_bit(const unsigned long *addr, unsigned long size)
{
    return uk_find_next_bit(addr, size, 0);
}

static inline unsigned long uk_find_first_zero_bit(const unsigned long *addr, unsigned long size)
{
    return uk_find_next_zero_bit(addr, size, 0);
}

static inline unsigned long uk_find_last_bit(const unsigned long *addr, unsigned long size)
{
    for (unsigned long bit = size; bit > 0; --bit) {
        if (addr[UK_BIT_WORD(bit - 1)] & UK_BIT_MASK(bit - 1))
            return bit - 1;
    }
    return size;
}

#define uk_for_each_set_bit(bit, addr, size)                                                       \
    for ((bit) = uk_find_first_bit((addr), (size)); (bit) < (size);                                \
         (bit) = uk_find_next_bit((addr), (size), (bit) + 1))
#define uk_for_each_clear_bit(bit, addr, size)                                                     \
    for ((bit) = uk_find_first_zero_bit((addr), (size)); (bit) < (size);                           \
         (bit) = uk_find_next_zero_bit((addr), (size), (bit) + 1))

/* Names that begin with uk_ are atomic, those with __uk_ are not. */

static inline void uk_set_bit(long nr, volatile unsigned long *addr)
{
    __atomic_fetch_or(addr + UK_BIT_WORD(nr), UK_BIT_MASK(nr), __ATOMIC_SEQ_CST);
}

static inline void uk_clear_bit(long nr, volatile unsigned long *addr)
{
    __atomic_fetch_and(addr + UK_BIT_WORD(nr), ~UK_BIT_MASK(nr), __ATOMIC_SEQ_CST);
}

static inline int uk_test_bit(long nr, const volatile unsigned long *addr)
{
    return (addr[UK_BIT_WORD(nr)] & UK_BIT_MASK(nr)) != 0;
}

/** Whether the bit was set before. */
static inline int uk_test_and_set_bit(long nr, volatile unsigned long *addr)
{
    return (__atomic_fetch_or(addr + UK_BIT_WORD(nr), UK_BIT_MASK(nr), __ATOMIC_SEQ_CST) &
            UK_BIT_MASK(nr)) != 0;
}

static inline int uk_test_and_clear_bit(long nr, volatile unsigned long *addr)
{
    return (__atomic_fetch_and(addr + UK_BIT_WORD(nr), ~UK_BIT_MASK(nr), __ATOMIC_SEQ_CST) &
            UK_BIT_MASK(nr)) != 0;
}

static inline void __uk_set_bit(long nr, volatile unsigned long *addr)
{
    addr[UK_BIT_WORD(nr)] = addr[UK_BIT_WORD(nr)] | UK_BIT_MASK(nr);
}

static inline void __uk_clear_bit(long nr, volatile unsigned long *addr)
{
    addr[UK_BIT_WORD(nr)] = addr[UK_BIT_WORD(nr)] & ~UK_BIT_MASK(nr);
}

static inline int __uk_test_and_set_bit(long nr, volatile unsigned long *addr)
{
    const int was = uk_test_bit(nr, addr);
    __uk_set_bit(nr, addr);
    return was;
}

static inline int __uk_test_and_clear_bit(long nr, volatile unsigned long *addr)
{
    const int was = uk_test_bit(nr, addr);
    __uk_clear_bit(nr, addr);
    return was;
}
