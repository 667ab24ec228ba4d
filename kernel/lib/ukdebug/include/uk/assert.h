/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Assertions and deliberate crashes. Each prints a message and ends the system with failure. */

#include <uk/essentials.h>
#include <uk/plat/bootstrap.h>
#include <uk/print.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Prints the call trace of the caller at critical level. */
void uk_print_backtrace(void);

/** Prints what was expected, the call trace, and crashes. */
#ifdef CONFIG_LIBUKDEBUG_ENABLE_ASSERT
#define UK_ASSERT(x)                                                                               \
    do {                                                                                           \
        if (unlikely(!(x))) {                                                                      \
            uk_pr_crit("Assertion failure: %s\n", STRINGIFY(x));                                   \
            uk_print_backtrace();                                                                  \
            ukplat_terminate(UKPLAT_CRASH);                                                        \
        }                                                                                          \
    } while (0)
#define UK_WARNIF(x)                                                                               \
    do {                                                                                           \
        if (unlikely(x))                                                                           \
            uk_pr_warn("Condition warning: %s\n", STRINGIFY(x));                                   \
    } while (0)
#else
#define UK_ASSERT(x)                                                                               \
    do {                                                                                           \
        (void)sizeof(x);                                                                           \
    } while (0)
#define UK_WARNIF(x)                                                                               \
    do {                                                                                           \
        (void)sizeof(x);                                                                           \
    } while (0)
#endif

#define UK_BUGON(x) UK_ASSERT(!(x))
#define UK_BUG() UK_BUGON(1)

/** Prints a message and crashes. */
#define UK_CRASH(fmt, ...)                                                                         \
    do {                                                                                           \
        uk_pr_crit((fmt), ##__VA_ARGS__);                                                          \
        ukplat_terminate(UKPLAT_CRASH);                                                            \
    } while (0)

#ifdef __cplusplus
}
#endif
