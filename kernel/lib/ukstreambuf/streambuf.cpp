// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <stdio.h>
#include <string.h>
#include <uk/streambuf.h>

namespace {

/** Counts `wanted` bytes as written, as far as they fit. */
__sz advance(uk_streambuf &buffer, __sz wanted)
{
    const __sz begin = uk_streambuf_seek(&buffer);
    const __sz room = buffer.buflen - begin;
    if (wanted > room)
        buffer.flags |= UK_STREAMBUF_S_TRUNCATED;
    const __sz written = wanted < room ? wanted : room;
    buffer.seek = begin + written;
    return written;
}

} // namespace

extern "C" {

void uk_streambuf_init(struct uk_streambuf *sb, void *buf, __sz buflen, int cfg_flags)
{
    *sb = {};
    sb->bufp = static_cast<char *>(buf);
    sb->buflen = buflen;
    sb->flags = cfg_flags & UK_STREAMBUF_C_MASK;
    uk_streambuf_reset(sb);
}

void uk_streambuf_reset(struct uk_streambuf *sb)
{
    sb->flags &= UK_STREAMBUF_C_MASK;
    sb->seek = 0;
    if (sb->flags & UK_STREAMBUF_C_WIPEZERO)
        memset(sb->bufp, 0, sb->buflen);
    // An empty text, as long as nothing is written.
    if ((sb->flags & UK_STREAMBUF_C_TERMSHIFT) && sb->buflen)
        sb->bufp[0] = '\0';
}

#ifdef CONFIG_LIBUKALLOC
struct uk_streambuf *uk_streambuf_alloc2(struct uk_alloc *a, __sz buflen, __sz bufalign,
                                         int cfg_flags)
{
    if (!POWER_OF_2(bufalign))
        return nullptr;
    // The buffer lies behind the structure, in the same piece of memory.
    const __sz alignment = bufalign < alignof(uk_streambuf) ? alignof(uk_streambuf) : bufalign;
    const __sz offset = ALIGN_UP(sizeof(uk_streambuf), alignment);
    if (buflen > __SZ_MAX - offset)
        return nullptr;
    auto *memory = static_cast<char *>(uk_memalign(a, alignment, offset + buflen));
    if (!memory)
        return nullptr;
    auto *sb = reinterpret_cast<uk_streambuf *>(memory);
    uk_streambuf_init(sb, memory + offset, buflen, cfg_flags);
    sb->_a = a;
    return sb;
}

void uk_streambuf_free(struct uk_streambuf *sb)
{
    if (sb)
        uk_free(sb->_a, sb);
}
#endif

__sz uk_streambuf_printf(struct uk_streambuf *sb, const char *fmt, ...)
{
    va_list arguments;
    va_start(arguments, fmt);
    const __sz written = uk_streambuf_vprintf(sb, fmt, arguments);
    va_end(arguments);
    return written;
}

__sz uk_streambuf_vprintf(struct uk_streambuf *sb, const char *fmt, va_list ap)
{
    const int length =
        vsnprintf(static_cast<char *>(uk_streambuf_wptr(sb)), uk_streambuf_left(sb), fmt, ap);
    return length < 0 ? 0 : advance(*sb, static_cast<__sz>(length) + 1);
}

__sz uk_streambuf_strcpy(struct uk_streambuf *sb, const char *src)
{
    const __sz written = uk_streambuf_memcpy(sb, src, strlen(src) + 1);
    if (written)
        sb->bufp[sb->seek - 1] = '\0';
    return written;
}

__sz uk_streambuf_memcpy(struct uk_streambuf *sb, const void *src, __sz len)
{
    void *place = uk_streambuf_wptr(sb);
    const __sz written = advance(*sb, len);
    memcpy(place, src, written);
    return written;
}

} // extern "C"
