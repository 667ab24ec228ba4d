/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Atomic operations on integers and pointers, sequentially consistent (ISO C 5.1.2.4). */

#include <uk/arch/lcpu.h>

#define uk_load_n(at) __atomic_load_n(at, __ATOMIC_SEQ_CST)
#define uk_store_n(at, value) __atomic_store_n(at, value, __ATOMIC_SEQ_CST)

/** These return the value from before ... */
#define uk_exchange_n(at, value) __atomic_exchange_n(at, value, __ATOMIC_SEQ_CST)
#define uk_fetch_add(at, value) __atomic_fetch_add(at, value, __ATOMIC_SEQ_CST)
#define uk_fetch_sub(at, value) __atomic_fetch_sub(at, value, __ATOMIC_SEQ_CST)
#define uk_inc(at) uk_fetch_add(at, 1)
#define uk_dec(at) uk_fetch_sub(at, 1)
#define uk_or(at, bits) __atomic_fetch_or(at, bits, __ATOMIC_SEQ_CST)
#define uk_and(at, bits) __atomic_fetch_and(at, bits, __ATOMIC_SEQ_CST)
/** ... and these the value after the operation. */
#define uk_add_fetch(at, value) __atomic_add_fetch(at, value, __ATOMIC_SEQ_CST)
#define uk_sub_fetch(at, value) __atomic_sub_fetch(at, value, __ATOMIC_SEQ_CST)

/** Stores `wanted` where *at is *expected, and returns true; else puts what is there into
 * *expected.
 */
#define uk_compare_exchange_n(at, expected, wanted)                                                \
    __atomic_compare_exchange_n(at, expected, wanted, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)

/** Stores `new_value` where *ptr is `old_value`; returns the one of the two that *ptr then had. */
#define uk_compare_exchange_sync(ptr, old_value, new_value)                                        \
    ({                                                                                             \
        __typeof__(*(ptr)) __uk_expected = (old_value);                                            \
        __typeof__(*(ptr)) __uk_wanted = (new_value);                                              \
        __atomic_compare_exchange_n((ptr), &__uk_expected, __uk_wanted, 0, __ATOMIC_SEQ_CST,       \
                                    __ATOMIC_SEQ_CST)                                              \
            ? __uk_wanted                                                                          \
            : (old_value);                                                                         \
    })

/** One access that the compiler neither repeats nor leaves out. */
#define UK_ACCESS_ONCE(x) (*(volatile __typeof__(x) *)&(x))
#define UK_WRITE_ONCE(x, v)                                                                        \
    do {                                                                                           \
        barrier();                                                                                 \
        UK_ACCESS_ONCE(x) = (v);                                                                   \
        barrier();                                                                                 \
    } while (0)
#define UK_READ_ONCE(x)                                                                            \
    ({                                                                                             \
        barrier();                                                                                 \
        __typeof__(x) __uk_read = UK_ACCESS_ONCE(x);                                               \
        barrier();                                                                                 \
        __uk_read;                                                                                 \
    })
