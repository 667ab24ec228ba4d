/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Dumps of memory as hexadecimal digits. */

#include <stdio.h>
#include <uk/arch/types.h>
#include <uk/print.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a row shows and how bytes are grouped (a row has as many groups as the call says). */
#define UK_HXDF_ADDR (1)      /**< the address before the bytes */
#define UK_HXDF_ASCIISEC (2)  /**< the bytes again as characters */
#define UK_HXDF_GRPBYTE (4)   /**< groups of 1 byte */
#define UK_HXDF_GRPWORD (8)   /**< groups of 2 bytes */
#define UK_HXDF_GRPDWORD (16) /**< groups of 4 bytes */
#define UK_HXDF_GRPQWORD (32) /**< groups of 8 bytes */
#define UK_HXDF_COMPRESS (64) /**< rows equal to the one before as one "*" */

/** Dumps `length` bytes at `data`, numbered from `address`, into `text` of `size` bytes, `groups`
 * groups a row and each row after `prefix` (or NULL). Returns the length of the whole dump, as
 * snprintf does. */
int uk_hexdumpsn(char *text, size_t size, const void *data, size_t length, size_t address,
                 int flags, unsigned int groups, const char *prefix);
/** The same without a limit: `text` is known to be large enough. */
#define uk_hexdumps(text, data, length, address, flags, groups, prefix)                            \
    uk_hexdumpsn(text, ~(size_t)0, data, length, address, flags, groups, prefix)

/** The same to a stream. Returns the number of bytes written, or a negative number. */
int uk_hexdumpf(FILE *stream, const void *data, size_t length, size_t address, int flags,
                unsigned int groups, const char *prefix);
/** The same to standard output. */
#define uk_hexdump(data, length, address, flags, groups, prefix)                                   \
    uk_hexdumpf(stdout, data, length, address, flags, groups, prefix)

/* The same as kernel and debug messages of a library's source line. */
void _uk_hexdumpk(int level, __u16 library, const char *source, unsigned int line, const void *data,
                  size_t length, size_t address, int flags, unsigned int groups,
                  const char *prefix);
void _uk_hexdumpd(__u16 library, const char *source, unsigned int line, const void *data,
                  size_t length, size_t address, int flags, unsigned int groups,
                  const char *prefix);

/* What both get from the place they are used at: who, where, what and its name. */
#define _UK_HEXDUMP_HERE(data, length, flags, groups)                                              \
    uk_libid_self(), __STR_BASENAME__, __LINE__, data, length, (size_t)(data), flags, groups,      \
        STRINGIFY(data) ": "
/* A dump that is compiled out: its arguments count as used. */
#define _UK_HEXDUMP_NOTHING(data, length) ((void)(data), (void)(length))

/** A dump as kernel message of level `level`, each row after the expression `data` itself. */
#ifdef CONFIG_LIBUKDEBUG_PRINTK
#define uk_hexdumpk(level, data, length, flags, groups)                                            \
    ((level) <= KLVL_MAX ? _uk_hexdumpk(level, _UK_HEXDUMP_HERE(data, length, flags, groups))      \
                         : (void)0)
#else
#define uk_hexdumpk(level, data, length, flags, groups) _UK_HEXDUMP_NOTHING(data, length)
#endif

/** A dump as debug message. */
#if defined CONFIG_LIBUKDEBUG_PRINTD || defined UK_DEBUG
#define uk_hexdumpd(data, length, flags, groups)                                                   \
    _uk_hexdumpd(_UK_HEXDUMP_HERE(data, length, flags, groups))
#else
#define uk_hexdumpd(data, length, flags, groups) _UK_HEXDUMP_NOTHING(data, length)
#endif

/** The usual layout, as `hexdump -C` has it: address, two groups of eight bytes, characters. */
#define UK_HXDF_C (UK_HXDF_ADDR | UK_HXDF_GRPQWORD | UK_HXDF_ASCIISEC | UK_HXDF_COMPRESS)
#define _UK_HXDF_C_AT(data) (size_t)(data), UK_HXDF_C, 2, NULL
#define uk_hexdumpC(data, length) uk_hexdumpf(stdout, data, length, _UK_HXDF_C_AT(data))
#define uk_hexdumpCf(stream, data, length) uk_hexdumpf(stream, data, length, _UK_HXDF_C_AT(data))
#define uk_hexdumpCs(text, data, length)                                                           \
    uk_hexdumpsn(text, ~(size_t)0, data, length, _UK_HXDF_C_AT(data))
#define uk_hexdumpCsn(text, size, data, length)                                                    \
    uk_hexdumpsn(text, size, data, length, _UK_HXDF_C_AT(data))
#define uk_hexdumpCk(level, data, length) uk_hexdumpk(level, data, length, UK_HXDF_C, 2)
#define uk_hexdumpCd(data, length) uk_hexdumpd(data, length, UK_HXDF_C, 2)

#ifdef __cplusplus
}
#endif
