/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/** ISO C 7.2: assertions. May be included again after NDEBUG changed. */

#ifdef __cplusplus
extern "C" {
#endif

/** Prints where and what, and crashes. The target of assert(). */
void __assert_fail(const char *expression, const char *file, unsigned int line,
                   const char *function) __attribute__((noreturn));

#ifdef __cplusplus
}
#endif

#undef assert
#ifdef NDEBUG
#define assert(expression) ((void)0)
#else
#define assert(expression)                                                                         \
    ((expression) ? (void)0 : __assert_fail(#expression, __FILE__, __LINE__, __func__))
#endif

#ifndef __cplusplus
#undef static_assert
#define static_assert _Static_assert
#endif
