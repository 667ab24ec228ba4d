// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/isr/string.h>

namespace {

using Bytes = unsigned char *;
using ConstBytes = const unsigned char *;

void copyForward(Bytes to, ConstBytes from, __sz count)
{
    while (count--)
        *to++ = *from++;
}

void copyBackward(Bytes to, ConstBytes from, __sz count)
{
    while (count--)
        to[count] = from[count];
}

} // namespace

extern "C" {

void *memcpy_isr(void *to, const void *from, __sz count)
{
    copyForward(static_cast<Bytes>(to), static_cast<ConstBytes>(from), count);
    return to;
}

void *memmove_isr(void *to, const void *from, __sz count)
{
    // One comparison finds both cases where copying forward is safe: `to` before `from`, or past
    // it.
    if (reinterpret_cast<__uptr>(to) - reinterpret_cast<__uptr>(from) >= count)
        copyForward(static_cast<Bytes>(to), static_cast<ConstBytes>(from), count);
    else
        copyBackward(static_cast<Bytes>(to), static_cast<ConstBytes>(from), count);
    return to;
}

void *memset_isr(void *memory, int byte, __sz count)
{
    for (Bytes at = static_cast<Bytes>(memory); count; --count)
        *at++ = static_cast<unsigned char>(byte);
    return memory;
}

void *memchr_isr(const void *memory, int byte, __sz count)
{
    for (ConstBytes at = static_cast<ConstBytes>(memory); count; --count, ++at) {
        if (*at == static_cast<unsigned char>(byte))
            return const_cast<Bytes>(at);
    }
    return nullptr;
}

void *memrchr_isr(const void *memory, int byte, __sz count)
{
    ConstBytes begin = static_cast<ConstBytes>(memory);
    while (count--) {
        if (begin[count] == static_cast<unsigned char>(byte))
            return const_cast<Bytes>(begin + count);
    }
    return nullptr;
}

int memcmp_isr(const void *left, const void *right, __sz count)
{
    for (__sz at = 0; at < count; ++at) {
        const int a = static_cast<ConstBytes>(left)[at];
        const int b = static_cast<ConstBytes>(right)[at];
        if (a != b)
            return a - b;
    }
    return 0;
}

} // extern "C"
