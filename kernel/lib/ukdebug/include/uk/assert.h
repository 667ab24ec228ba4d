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

/* The end: a critical message, the call trace if `trace` is true, no return. */
#define _UK_DIE(trace, ...)                                                                        \
    do {                                                                                           \
        uk_pr_crit(__VA_ARGS__);                                                                   \
        if (trace)                                                                                 \
            uk_print_backtrace();                                                                  \
        ukplat_terminate(UKPLAT_CRASH);                                                            \
    } while (0)

/* Runs `statement` when `condition` holds and checks are compiled in. */
#ifdef CONFIG_LIBUKDEBUG_ENABLE_ASSERT
#define _UK_CHECK(condition, statement)                                                            \
    do {                                                                                           \
        if (unlikely(condition))                                                                   \
            statement;                                                                             \
    } while (0)
#else
#define _UK_CHECK(condition, statement) ((void)sizeof(condition))
#endif

/** Prints what was expected, the call trace, and crashes, unless it is so. */
#define UK_ASSERT(expected)                                                                        \
    _UK_CHECK(!(expected), _UK_DIE(1, "Assertion failure: %s\n", STRINGIFY(expected)))
/** Prints a warning if it is so. */
#define UK_WARNIF(unwanted)                                                                        \
    _UK_CHECK(unwanted, uk_pr_warn("Condition warning: %s\n", STRINGIFY(unwanted)))

/** The contrary of UK_ASSERT(), and a place that must not be reached. */
#define UK_BUGON(unwanted) UK_ASSERT(!(unwanted))
#define UK_BUG() UK_BUGON(1)

/** Prints a message (format, arguments) and crashes. */
#define UK_CRASH(...) _UK_DIE(0, __VA_ARGS__)

#ifdef __cplusplus
}
#endif
