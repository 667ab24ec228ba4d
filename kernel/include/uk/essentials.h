/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Small macros that everything uses: alignment, ranges, strings, compile-time checks. */

#include <uk/config.h>

/** `value` rounded down or up to a multiple of `step`, a power of two of value's own type. */
#ifndef ALIGN_DOWN
#define ALIGN_DOWN(value, step) ((value) & -(step))
#endif
#ifndef ALIGN_UP
#define ALIGN_UP(value, step) (((value) + ((step)-1)) & -(step))
#endif
#ifndef IS_ALIGNED
#define IS_ALIGNED(value, step) (!((value) & ((step)-1)))
#endif
#ifndef POWER_OF_2
#define POWER_OF_2(value) ((value) != 0 && !((value) & ((value)-1)))
#endif
/** How many times `per` it takes to hold `count`. */
#ifndef DIV_ROUND_UP
#define DIV_ROUND_UP(count, per) (((count) + ((per)-1)) / (per))
#endif

/** The macro-expanded argument as a string literal. */
#ifndef STRINGIFY
#ifndef __STRINGIFY
#define __STRINGIFY(...) #__VA_ARGS__
#endif
#define STRINGIFY(...) __STRINGIFY(__VA_ARGS__)
#endif
/** Both arguments macro-expanded and joined to one token. */
#ifndef UK_CONCAT
#define _UK_JOIN(left, right) left##right
#define UK_CONCAT(left, right) _UK_JOIN(left, right)
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

/** A variable without an initial value that can be written until main() is called, never after. */
#define __ro_after_init __attribute__((__section__(".bss.ro_after_init")))

#define __align4 __align(4)
#define __align8 __align(8)
#define __align16 __align(16)
#define __align32 __align(32)
#define __align64 __align(64)
#define __align4k __align(4096)
/* The same in bits. */
#define __align32b __align(32 / 8)
#define __align64b __align(64 / 8)
#define __align128b __align(128 / 8)
#define __align256b __align(256 / 8)
#define __align512b __align(512 / 8)

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
#define MIN3(a, b, c) MIN(a, MIN(b, c))
#endif
#ifndef MAX3
#define MAX3(a, b, c) MAX(a, MAX(b, c))
#endif
#ifndef MIN4
#define MIN4(a, b, c, d) MIN(a, MIN3(b, c, d))
#endif
#ifndef MAX4
#define MAX4(a, b, c, d) MAX(a, MAX3(b, c, d))
#endif

/** Half-open ranges [base, base + len). */
#define IN_RANGE(value, base, len) ((value) >= (base) && (value) - (base) < (len))
#define RANGE_ISEQUAL(base, len, base2, len2) ((base) == (base2) && (len) == (len2))
/** True when the inner range lies within the outer one. */
#define RANGE_CONTAIN(outer, outer_len, inner, inner_len)                                          \
    ((inner) >= (outer) && (inner_len) <= (outer_len) &&                                           \
     (inner) - (outer) <= (outer_len) - (inner_len))
/** True when the two have an element in common. */
#define RANGE_OVERLAP(base, len, base2, len2)                                                      \
    ((base2) < (base) + (len) && (base) < (base2) + (len2))

/** The number of elements of an array (not of a pointer). */
#ifndef ARRAY_SIZE
#define ARRAY_SIZE(array) (sizeof(array) / sizeof(*(array)))
#endif
/** The pointer as one of `type`, without const or any qualifier of what it points to. */
#ifndef DECONST
#define DECONST(type, pointer) ((type)(__uptr)(const void *)(pointer))
#endif
#ifndef DEQUALIFY
#define DEQUALIFY(type, pointer) ((type)(__uptr)(const volatile void *)(pointer))
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
