/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Kernel messages. A message goes out while it is formatted, so it can be of any length. Messages
 * below the configured level are dropped by the compiler. */

#include <stdarg.h>
#include <uk/arch/lcpu.h>
#include <uk/config.h>
#include <uk/essentials.h>
#include <uk/libid.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __BASENAME__
#define __STR_BASENAME__ STRINGIFY(__BASENAME__)
#else
#define __STR_BASENAME__ ((const char *)0)
#endif

/** Levels; a smaller number is more severe. */
#define KLVL_DEBUG (-1)
#define KLVL_INFO (3)
#define KLVL_WARN (2)
#define KLVL_ERR (1)
#define KLVL_CRIT (0)

/** The least severe level that is compiled in. */
#if defined CONFIG_LIBUKDEBUG_PRINTK_CRIT
#define KLVL_MAX KLVL_CRIT
#elif defined CONFIG_LIBUKDEBUG_PRINTK_WARN
#define KLVL_MAX KLVL_WARN
#elif defined CONFIG_LIBUKDEBUG_PRINTK_INFO
#define KLVL_MAX KLVL_INFO
#else
#define KLVL_MAX KLVL_ERR
#endif

/** Prints a message of level KLVL_CRIT to KLVL_INFO. `libid` is the sending library, `srcname` its
 * source file or NULL. Conversions are those of C's printf without floating point. */
void _uk_vprintk(int lvl, __u16 libid, const char *srcname, unsigned int srcline, const char *fmt,
                 va_list ap);
void _uk_printk(int lvl, __u16 libid, const char *srcname, unsigned int srcline, const char *fmt,
                ...) __printf(5, 6);
/** The same for debug messages. */
void _uk_vprintd(__u16 libid, const char *srcname, unsigned int srcline, const char *fmt,
                 va_list ap);
void _uk_printd(__u16 libid, const char *srcname, unsigned int srcline, const char *fmt, ...)
    __printf(4, 5);

/* Checks the format of a message that is compiled out. */
static inline __printf(1, 2) void _uk_print_nothing(const char *fmt __maybe_unused, ...) {}

/** Runs `statement` the first time it is reached. */
#define __UK_ONCE(statement)                                                                       \
    do {                                                                                           \
        static __u8 __uk_once_done;                                                                \
        if (unlikely(!__uk_once_done)) {                                                           \
            __uk_once_done = 1;                                                                    \
            statement;                                                                             \
        }                                                                                          \
    } while (0)

#ifdef CONFIG_LIBUKDEBUG_PRINTK
#define uk_printk(lvl, fmt, ...)                                                                   \
    do {                                                                                           \
        if ((lvl) <= KLVL_MAX)                                                                     \
            _uk_printk((lvl), uk_libid_self(), __STR_BASENAME__, __LINE__, (fmt), ##__VA_ARGS__);  \
    } while (0)
#define uk_vprintk(lvl, fmt, ap)                                                                   \
    do {                                                                                           \
        if ((lvl) <= KLVL_MAX)                                                                     \
            _uk_vprintk((lvl), uk_libid_self(), __STR_BASENAME__, __LINE__, (fmt), ap);            \
    } while (0)
#else
#define uk_printk(lvl, fmt, ...)                                                                   \
    do {                                                                                           \
        if (0)                                                                                     \
            _uk_print_nothing((fmt), ##__VA_ARGS__);                                               \
    } while (0)
#define uk_vprintk(lvl, fmt, ap)                                                                   \
    do {                                                                                           \
        (void)(fmt);                                                                               \
        (void)(ap);                                                                                \
    } while (0)
#endif
#define uk_printk_once(lvl, fmt, ...) __UK_ONCE(uk_printk(lvl, fmt, ##__VA_ARGS__))
#define uk_vprintk_once(lvl, fmt, ap) __UK_ONCE(uk_vprintk(lvl, fmt, ap))

/* Debug messages are on for everything by the option, or for one file or library by UK_DEBUG. */
#if defined UK_DEBUG || defined CONFIG_LIBUKDEBUG_PRINTD
#define uk_printd(fmt, ...)                                                                        \
    _uk_printd(uk_libid_self(), __STR_BASENAME__, __LINE__, (fmt), ##__VA_ARGS__)
#define uk_vprintd(fmt, ap) _uk_vprintd(uk_libid_self(), __STR_BASENAME__, __LINE__, (fmt), ap)
#else
#define uk_printd(fmt, ...)                                                                        \
    do {                                                                                           \
        if (0)                                                                                     \
            _uk_print_nothing((fmt), ##__VA_ARGS__);                                               \
    } while (0)
#define uk_vprintd(fmt, ap)                                                                        \
    do {                                                                                           \
        (void)(fmt);                                                                               \
        (void)(ap);                                                                                \
    } while (0)
#endif
#define uk_printd_once(fmt, ...) __UK_ONCE(uk_printd(fmt, ##__VA_ARGS__))
#define uk_vprintd_once(fmt, ap) __UK_ONCE(uk_vprintd(fmt, ap))

#define uk_pr_debug(fmt, ...) uk_printd(fmt, ##__VA_ARGS__)
#define uk_pr_debug_once(fmt, ...) uk_printd_once(fmt, ##__VA_ARGS__)
#define uk_pr_info(fmt, ...) uk_printk(KLVL_INFO, fmt, ##__VA_ARGS__)
#define uk_pr_info_once(fmt, ...) uk_printk_once(KLVL_INFO, fmt, ##__VA_ARGS__)
#define uk_pr_warn(fmt, ...) uk_printk(KLVL_WARN, fmt, ##__VA_ARGS__)
#define uk_pr_warn_once(fmt, ...) uk_printk_once(KLVL_WARN, fmt, ##__VA_ARGS__)
#define uk_pr_err(fmt, ...) uk_printk(KLVL_ERR, fmt, ##__VA_ARGS__)
#define uk_pr_err_once(fmt, ...) uk_printk_once(KLVL_ERR, fmt, ##__VA_ARGS__)
#define uk_pr_crit(fmt, ...) uk_printk(KLVL_CRIT, fmt, ##__VA_ARGS__)
#define uk_pr_crit_once(fmt, ...) uk_printk_once(KLVL_CRIT, fmt, ##__VA_ARGS__)

/** For functions that exist for the linker's sake: warns at the first call. */
#define UK_WARN_STUBBED() uk_pr_warn_once("%s() is not supported\n", __func__)
#ifndef WARN_STUBBED
#define WARN_STUBBED() UK_WARN_STUBBED()
#endif

#ifdef __cplusplus
}
#endif
