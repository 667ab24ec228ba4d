/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Appending to a buffer of a fixed size. */

#include <stdarg.h>
#include <uk/arch/types.h>
#include <uk/config.h>
#include <uk/essentials.h>
#ifdef CONFIG_LIBUKALLOC
#include <uk/alloc.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What a buffer is for: with TERMSHIFT it holds one text, each write goes over the NUL that ended
 * the one before; WIPEZERO zeroes it at first and by each reset. */
#define UK_STREAMBUF_C_TERMSHIFT 0x001
#define UK_STREAMBUF_C_WIPEZERO 0x002
#define UK_STREAMBUF_C_MASK 0x00F
/** What happened to it: something did not fit. */
#define UK_STREAMBUF_S_TRUNCATED 0x010
#define UK_STREAMBUF_S_MASK 0x0F0

struct uk_streambuf
{
    char *bufp;
    __sz buflen;
    __sz seek; /**< bytes written */
    int flags; /**< UK_STREAMBUF_ C and S */
#ifdef CONFIG_LIBUKALLOC
    struct uk_alloc *_a;
#endif
};

/** Makes `sb` write to [buf, buf + buflen), which the caller keeps. */
void uk_streambuf_init(struct uk_streambuf *sb, void *buf, __sz buflen, int cfg_flags);

/** Starts over with an empty buffer. */
void uk_streambuf_reset(struct uk_streambuf *sb);

#ifdef CONFIG_LIBUKALLOC
/** A new one with a buffer of its own, aligned to the power of two `bufalign`; NULL when there is
 * no memory. To be freed by uk_streambuf_free(). */
struct uk_streambuf *uk_streambuf_alloc2(struct uk_alloc *a, __sz buflen, __sz bufalign,
                                         int cfg_flags);
#define uk_streambuf_alloc(a, buflen, flags) uk_streambuf_alloc2((a), (buflen), 1, (flags))
void uk_streambuf_free(struct uk_streambuf *sb);
#endif

/** The buffer, its size, and how much of it has been written (with a text's NUL). */
#define uk_streambuf_buf(sb) ((void *)(sb)->bufp)
#define uk_streambuf_buflen(sb) ((sb)->buflen)
#define uk_streambuf_len(sb) ((sb)->seek)

/** Where the next write begins, as offset and address, and how many bytes fit from there on. */
#define uk_streambuf_seek(sb)                                                                      \
    ((sb)->seek - (((sb)->flags & UK_STREAMBUF_C_TERMSHIFT) && (sb)->seek ? 1 : 0))
#define uk_streambuf_wptr(sb) ((void *)((sb)->bufp + uk_streambuf_seek(sb)))
#define uk_streambuf_left(sb) ((sb)->buflen - uk_streambuf_seek(sb))

/** Not 0 when something did not fit. */
#define uk_streambuf_istruncated(sb) ((sb)->flags & UK_STREAMBUF_S_TRUNCATED)

/** Append formatted text, a text or bytes. What does not fit is cut off; a text always ends with
 * NUL, unless no byte is left. Return how many bytes were written, with the NUL. */
__sz uk_streambuf_printf(struct uk_streambuf *sb, const char *fmt, ...) __printf(2, 3);
__sz uk_streambuf_vprintf(struct uk_streambuf *sb, const char *fmt, va_list ap);
__sz uk_streambuf_strcpy(struct uk_streambuf *sb, const char *src);
__sz uk_streambuf_memcpy(struct uk_streambuf *sb, const void *src, __sz len);

/** Appends `len` bytes for the caller to write. Returns where they are, or NULL when they do not
 * all fit. */
static inline void *uk_streambuf_reserve(struct uk_streambuf *sb, __sz len)
{
    void *place = uk_streambuf_wptr(sb);
    if (uk_streambuf_left(sb) < len)
        return __NULL;
    sb->seek = uk_streambuf_seek(sb) + len;
    return place;
}

#ifdef __cplusplus
}
#endif
