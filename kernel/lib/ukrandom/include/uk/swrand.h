/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Random numbers from generators that a program seeds itself: the same seeds, the same numbers.
 * uk_swrand_def is seeded like <uk/random.h>, whose functions are the ones to use for secrets. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A generator: ChaCha20 with the seeds as its key. */
struct uk_swrand
{
    __u32 key[8];
    __u32 output[16];
    __u64 counter;
    unsigned int used; /**< words of `output` */
};

/** The common generator. */
extern struct uk_swrand uk_swrand_def;

/** Seeds a generator with `seedc` numbers. */
void uk_swrand_init_r(struct uk_swrand *r, unsigned int seedc, const __u32 seedv[]);

/** The next number. */
__u32 uk_swrand_randr_r(struct uk_swrand *r);

/** The same of the common generator. */
__u32 uk_swrand_randr(void);
void uk_swrand_fill_buffer(void *buf, __sz buflen);

#ifdef __cplusplus
}
#endif
