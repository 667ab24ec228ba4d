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

/** What a row shows and how bytes are grouped (a row is `grps_per_line` groups). */
#define UK_HXDF_ADDR (1)      /**< the address before the bytes */
#define UK_HXDF_ASCIISEC (2)  /**< the bytes again as characters */
#define UK_HXDF_GRPBYTE (4)   /**< groups of 1 byte */
#define UK_HXDF_GRPWORD (8)   /**< groups of 2 bytes */
#define UK_HXDF_GRPDWORD (16) /**< groups of 4 bytes */
#define UK_HXDF_GRPQWORD (32) /**< groups of 8 bytes */
#define UK_HXDF_COMPRESS (64) /**< rows equal to the one before as one "*" */

/** Dumps `len` bytes at `data`, numbered from `addr0`, into `str` of `size` bytes, each row
 * after `line_prefix` (or NULL). Returns the length of the whole dump, as snprintf does. */
int uk_hexdumpsn(char *str, size_t size, const void *data, size_t len, size_t addr0, int flags,
                 unsigned int grps_per_line, const char *line_prefix);
#define uk_hexdumps(str, data, len, addr0, flags, grps_per_line, line_prefix)                      \
    uk_hexdumpsn((str), (size_t)-1, (data), (len), (addr0), (flags), (grps_per_line), (line_prefix))

/** The same to a stream. Returns the number of bytes written, or a negative number. */
int uk_hexdumpf(FILE *fp, const void *data, size_t len, size_t addr0, int flags,
                unsigned int grps_per_line, const char *line_prefix);
#define uk_hexdump(data, len, addr0, flags, grps_per_line, line_prefix)                            \
    uk_hexdumpf(stdout, (data), (len), (addr0), (flags), (grps_per_line), (line_prefix))

/** The same as kernel and debug messages. */
void _uk_hexdumpk(int lvl, __u16 libid, const char *srcname, unsigned int srcline, const void *data,
                  size_t len, size_t addr0, int flags, unsigned int grps_per_line,
                  const char *line_prefix);
void _uk_hexdumpd(__u16 libid, const char *srcname, unsigned int srcline, const void *data,
                  size_t len, size_t addr0, int flags, unsigned int grps_per_line,
                  const char *line_prefix);

#ifdef CONFIG_LIBUKDEBUG_PRINTK
#define uk_hexdumpk(lvl, data, len, flags, grps_per_line)                                          \
    do {                                                                                           \
        if ((lvl) <= KLVL_MAX)                                                                     \
            _uk_hexdumpk((lvl), uk_libid_self(), __STR_BASENAME__, __LINE__, (data), (len),        \
                         (size_t)(data), (flags), (grps_per_line), STRINGIFY(data) ": ");          \
    } while (0)
#else
#define uk_hexdumpk(lvl, data, len, flags, grps_per_line)                                          \
    do {                                                                                           \
        (void)(data);                                                                              \
        (void)(len);                                                                               \
    } while (0)
#endif

#if defined UK_DEBUG || defined CONFIG_LIBUKDEBUG_PRINTD
#define uk_hexdumpd(data, len, flags, grps_per_line)                                               \
    _uk_hexdumpd(uk_libid_self(), __STR_BASENAME__, __LINE__, (data), (len), (size_t)(data),       \
                 (flags), (grps_per_line), STRINGIFY(data) ": ")
#else
#define uk_hexdumpd(data, len, flags, grps_per_line)                                               \
    do {                                                                                           \
        (void)(data);                                                                              \
        (void)(len);                                                                               \
    } while (0)
#endif

/** The usual layout: address, two groups of eight bytes, characters. */
#define UK_HXDF_C (UK_HXDF_ADDR | UK_HXDF_ASCIISEC | UK_HXDF_GRPQWORD | UK_HXDF_COMPRESS)
#define uk_hexdumpCd(data, len) uk_hexdumpd((data), (len), UK_HXDF_C, 2)
#define uk_hexdumpCk(lvl, data, len) uk_hexdumpk((lvl), (data), (len), UK_HXDF_C, 2)
#define uk_hexdumpCf(fp, data, len)                                                                \
    uk_hexdumpf((fp), (data), (len), (size_t)(data), UK_HXDF_C, 2, NULL)
#define uk_hexdumpCsn(str, size, data, len)                                                        \
    uk_hexdumpsn((str), (size), (data), (len), (size_t)(data), UK_HXDF_C, 2, NULL)
#define uk_hexdumpCs(str, data, len)                                                               \
    uk_hexdumps((str), (data), (len), (size_t)(data), UK_HXDF_C, 2, NULL)
#define uk_hexdumpC(data, len) uk_hexdump((data), (len), (size_t)(data), UK_HXDF_C, 2, NULL)

#ifdef __cplusplus
}
#endif
