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

/** The name of the source file that is being compiled, NULL when the build does not tell. */
#ifndef __BASENAME__
#define __STR_BASENAME__ ((const char *)0)
#else
#define __STR_BASENAME__ "" STRINGIFY(__BASENAME__)
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

/** Prints a message of level KLVL_CRIT to KLVL_INFO. `library` is the sending library, `source` its
 * source file or NULL. Conversions are those of C's printf without floating point. */
void _uk_vprintk(int level, __u16 library, const char *source, unsigned int line,
                 const char *format, va_list arguments);
void _uk_printk(int level, __u16 library, const char *source, unsigned int line, const char *format,
                ...) __printf(5, 6);
/** The same for debug messages. */
void _uk_vprintd(__u16 library, const char *source, unsigned int line, const char *format,
                 va_list arguments);
void _uk_printd(__u16 library, const char *source, unsigned int line, const char *format, ...)
    __printf(4, 5);

/* Checks the format of a message that is compiled out. */
static inline __printf(1, 2) void _uk_print_nothing(const char *format __maybe_unused, ...) {}

/** Runs `statement` the first time it is reached. */
#define __UK_ONCE(statement)                                                                       \
    do {                                                                                           \
        static __u8 __uk_once_done;                                                                \
        if (unlikely(!__uk_once_done)) {                                                           \
            __uk_once_done = 1;                                                                    \
            statement;                                                                             \
        }                                                                                          \
    } while (0)

/* What a message gets from the place it is sent at. */
#define _UK_PRINT_HERE uk_libid_self(), __STR_BASENAME__, __LINE__

/* Messages that are compiled out: arguments are checked and count as used. */
#define _UK_PRINT_NOTHING(...)                                                                     \
    do {                                                                                           \
        if (0)                                                                                     \
            _uk_print_nothing(__VA_ARGS__);                                                        \
    } while (0)
#define _UK_VPRINT_NOTHING(format, arguments) ((void)(format), (void)(arguments))

/** A message of level KLVL_CRIT to KLVL_INFO; the second with a va_list. */
#ifdef CONFIG_LIBUKDEBUG_PRINTK
#define _UK_IF_SHOWN(level, call)                                                                  \
    do {                                                                                           \
        if ((level) <= KLVL_MAX)                                                                   \
            call;                                                                                  \
    } while (0)
#define uk_printk(level, ...) _UK_IF_SHOWN(level, _uk_printk(level, _UK_PRINT_HERE, __VA_ARGS__))
#define uk_vprintk(level, format, arguments)                                                       \
    _UK_IF_SHOWN(level, _uk_vprintk(level, _UK_PRINT_HERE, format, arguments))
#else
#define uk_printk(level, ...) _UK_PRINT_NOTHING(__VA_ARGS__)
#define uk_vprintk(level, format, arguments) _UK_VPRINT_NOTHING(format, arguments)
#endif
#define uk_printk_once(level, ...) __UK_ONCE(uk_printk(level, __VA_ARGS__))
#define uk_vprintk_once(level, format, arguments) __UK_ONCE(uk_vprintk(level, format, arguments))

/** Debug messages. They are on for everything by the option, or for one file or library by
 * UK_DEBUG. */
#if defined CONFIG_LIBUKDEBUG_PRINTD || defined UK_DEBUG
#define uk_printd(...) _uk_printd(_UK_PRINT_HERE, __VA_ARGS__)
#define uk_vprintd(format, arguments) _uk_vprintd(_UK_PRINT_HERE, format, arguments)
#else
#define uk_printd(...) _UK_PRINT_NOTHING(__VA_ARGS__)
#define uk_vprintd(format, arguments) _UK_VPRINT_NOTHING(format, arguments)
#endif
#define uk_printd_once(...) __UK_ONCE(uk_printd(__VA_ARGS__))
#define uk_vprintd_once(format, arguments) __UK_ONCE(uk_vprintd(format, arguments))

/** By level: the format and its arguments. */
#define uk_pr_debug(...) uk_printd(__VA_ARGS__)
#define uk_pr_info(...) uk_printk(KLVL_INFO, __VA_ARGS__)
#define uk_pr_warn(...) uk_printk(KLVL_WARN, __VA_ARGS__)
#define uk_pr_err(...) uk_printk(KLVL_ERR, __VA_ARGS__)
#define uk_pr_crit(...) uk_printk(KLVL_CRIT, __VA_ARGS__)
/** The same, but only the first time the line is reached. */
#define uk_pr_debug_once(...) __UK_ONCE(uk_pr_debug(__VA_ARGS__))
#define uk_pr_info_once(...) __UK_ONCE(uk_pr_info(__VA_ARGS__))
#define uk_pr_warn_once(...) __UK_ONCE(uk_pr_warn(__VA_ARGS__))
#define uk_pr_err_once(...) __UK_ONCE(uk_pr_err(__VA_ARGS__))
#define uk_pr_crit_once(...) __UK_ONCE(uk_pr_crit(__VA_ARGS__))

/** For functions that exist for the linker's sake: warns at the first call. */
#define UK_WARN_STUBBED() uk_pr_warn_once("%s() is not supported\n", __func__)
#ifndef WARN_STUBBED
#define WARN_STUBBED() UK_WARN_STUBBED()
#endif

#ifdef __cplusplus
}
#endif
