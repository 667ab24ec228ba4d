/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** How many bits of a word are set. Without the processor's instruction for it, which not every one
 * has. */

#include <uk/arch/types.h>

static inline __u64 uk_bitcount64(__u64 x)
{
    x -= (x >> 1) & 0x5555555555555555ULL;
    x = (x & 0x3333333333333333ULL) + ((x >> 2) & 0x3333333333333333ULL);
    x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fULL;
    return (x * 0x0101010101010101ULL) >> 56;
}

static inline __u32 uk_bitcount32(__u32 x)
{
    return (__u32)uk_bitcount64(x);
}

static inline __u16 uk_bitcount16(__u16 x)
{
    return (__u16)uk_bitcount64(x);
}

#define uk_bitcountl(word) uk_bitcount64((unsigned long)(word))
#define uk_bitcount(word) uk_bitcount32((unsigned int)(word))
