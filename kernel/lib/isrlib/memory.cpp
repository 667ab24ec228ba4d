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

void *memcpy_isr(void *dst, const void *src, __sz len)
{
    copyForward(static_cast<Bytes>(dst), static_cast<ConstBytes>(src), len);
    return dst;
}

void *memmove_isr(void *dst, const void *src, __sz len)
{
    // One comparison finds both cases where copying forward is safe: dst before src, or past it.
    if (reinterpret_cast<__uptr>(dst) - reinterpret_cast<__uptr>(src) >= len)
        copyForward(static_cast<Bytes>(dst), static_cast<ConstBytes>(src), len);
    else
        copyBackward(static_cast<Bytes>(dst), static_cast<ConstBytes>(src), len);
    return dst;
}

void *memset_isr(void *ptr, int val, __sz len)
{
    for (Bytes at = static_cast<Bytes>(ptr); len; --len)
        *at++ = static_cast<unsigned char>(val);
    return ptr;
}

void *memchr_isr(const void *ptr, int val, __sz len)
{
    for (ConstBytes at = static_cast<ConstBytes>(ptr); len; --len, ++at) {
        if (*at == static_cast<unsigned char>(val))
            return const_cast<Bytes>(at);
    }
    return nullptr;
}

void *memrchr_isr(const void *ptr, int val, __sz len)
{
    ConstBytes begin = static_cast<ConstBytes>(ptr);
    while (len--) {
        if (begin[len] == static_cast<unsigned char>(val))
            return const_cast<Bytes>(begin + len);
    }
    return nullptr;
}

int memcmp_isr(const void *ptr1, const void *ptr2, __sz len)
{
    ConstBytes left = static_cast<ConstBytes>(ptr1);
    ConstBytes right = static_cast<ConstBytes>(ptr2);
    for (; len; --len, ++left, ++right) {
        if (*left != *right)
            return *left - *right;
    }
    return 0;
}

} // extern "C"
