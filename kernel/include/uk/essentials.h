/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Small macros that everything uses: alignment, ranges, strings, compile-time checks. */

#include <uk/config.h>

/** `v` rounded up or down to a multiple of `a`, a power of two of v's own type. */
#ifndef ALIGN_UP
#define ALIGN_UP(v, a) (((v) + (a)-1) & ~((a)-1))
#endif
#ifndef ALIGN_DOWN
#define ALIGN_DOWN(v, a) ((v) & ~((a)-1))
#endif
#ifndef IS_ALIGNED
#define IS_ALIGNED(v, a) (((v) & ((a)-1)) == 0)
#endif
#ifndef POWER_OF_2
#define POWER_OF_2(v) ((v) != 0 && (((v) & ((v)-1)) == 0))
#endif
#ifndef DIV_ROUND_UP
#define DIV_ROUND_UP(v, d) (((v) + (d)-1) / (d))
#endif

/** The macro-expanded argument as a string literal. */
#ifndef STRINGIFY
#ifndef __STRINGIFY
#define __STRINGIFY(x) #x
#endif
#define STRINGIFY(x) __STRINGIFY(x)
#endif
/** Both arguments macro-expanded and joined to one token. */
#ifndef UK_CONCAT
#define __UK_CONCAT_X(a, b) a##b
#define UK_CONCAT(a, b) __UK_CONCAT_X(a, b)
#endif

#ifndef __ASSEMBLY__

#include <uk/arch/types.h>
#include <uk/compiler.h>

/** Storage class of variables that each thread has its own copy of. */
#ifdef CONFIG_HAVE_SCHED
#define __uk_tls __thread
#else
#define __uk_tls
#endif

#define __align4 __align(4)
#define __align8 __align(8)
#define __align16 __align(16)
#define __align32 __align(32)
#define __align64 __align(64)
#define __align4k __align(4096)
#define __align32b __align4
#define __align64b __align8
#define __align128b __align16
#define __align256b __align32
#define __align512b __align64

#ifndef MIN
#define MIN(a, b)                                                                                  \
    ({                                                                                             \
        __typeof__(a) __min_a = (a);                                                               \
        __typeof__(b) __min_b = (b);                                                               \
        __min_a < __min_b ? __min_a : __min_b;                                                     \
    })
#endif
#ifndef MAX
#define MAX(a, b)                                                                                  \
    ({                                                                                             \
        __typeof__(a) __max_a = (a);                                                               \
        __typeof__(b) __max_b = (b);                                                               \
        __max_a > __max_b ? __max_a : __max_b;                                                     \
    })
#endif
#ifndef MIN3
#define MIN3(a, b, c) MIN(MIN((a), (b)), (c))
#endif
#ifndef MAX3
#define MAX3(a, b, c) MAX(MAX((a), (b)), (c))
#endif
#ifndef MIN4
#define MIN4(a, b, c, d) MIN(MIN((a), (b)), MIN((c), (d)))
#endif
#ifndef MAX4
#define MAX4(a, b, c, d) MAX(MAX((a), (b)), MAX((c), (d)))
#endif

/** Half-open ranges [base, base + len). */
#define IN_RANGE(val, base, len) ((val) >= (base) && (val) - (base) < (len))
#define RANGE_ISEQUAL(base0, len0, base1, len1) ((base0) == (base1) && (len0) == (len1))
/** True when range 1 lies within range 0. */
#define RANGE_CONTAIN(base0, len0, base1, len1)                                                    \
    ((base1) >= (base0) && (len1) <= (len0) && (base1) - (base0) <= (len0) - (len1))
#define RANGE_OVERLAP(base0, len0, base1, len1)                                                    \
    ((base1) < (base0) + (len0) && (base0) < (base1) + (len1))

#ifndef ARRAY_SIZE
#define ARRAY_SIZE(x) (sizeof(x) / sizeof((x)[0]))
#endif
#ifndef DECONST
#define DECONST(t, a) ((t)(__uptr)(const void *)(a))
#endif
#ifndef DEQUALIFY
#define DEQUALIFY(t, a) ((t)(__uptr)(const volatile void *)(a))
#endif

/** Fails the compilation when the constant `x` is false. */
#ifndef UK_CTASSERT
#ifdef __cplusplus
#define UK_CTASSERT(x) static_assert(x, #x)
#else
#define UK_CTASSERT(x) _Static_assert(x, #x)
#endif
#endif

/** The number of arguments given, 0 to 25. */
#ifndef UK_NARGS
#define __UK_NARGS_X(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, \
                     count, ...)                                                                   \
    count
#define UK_NARGS(...)                                                                              \
    __UK_NARGS_X(, ##__VA_ARGS__, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10,  \
                 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#endif

#endif /* !__ASSEMBLY__ */
