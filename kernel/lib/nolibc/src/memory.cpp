// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <string.h>
#include <strings.h>

#include <stdint.h>

namespace {

using Bytes = unsigned char *;
using ConstBytes = const unsigned char *;

// Eight bytes at any address, of any type.
struct __attribute__((packed, may_alias)) Word
{
    uint64_t value;
};

void copyForward(Bytes to, ConstBytes from, size_t count)
{
#ifdef __x86_64__
    asm volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(count) : : "memory");
#else
    for (; count >= sizeof(Word); count -= sizeof(Word)) {
        reinterpret_cast<Word *>(to)->value = reinterpret_cast<const Word *>(from)->value;
        to += sizeof(Word);
        from += sizeof(Word);
    }
    while (count--)
        *to++ = *from++;
#endif
}

void copyBackward(Bytes to, ConstBytes from, size_t count)
{
    to += count;
    from += count;
    for (; count >= sizeof(Word); count -= sizeof(Word)) {
        to -= sizeof(Word);
        from -= sizeof(Word);
        reinterpret_cast<Word *>(to)->value = reinterpret_cast<const Word *>(from)->value;
    }
    while (count--)
        *--to = *--from;
}

} // namespace

extern "C" void *memcpy(void *__restrict to, const void *__restrict from, size_t count)
{
    copyForward(static_cast<Bytes>(to), static_cast<ConstBytes>(from), count);
    return to;
}

extern "C" void *mempcpy(void *__restrict to, const void *__restrict from, size_t count)
{
    return static_cast<char *>(memcpy(to, from, count)) + count;
}

extern "C" void *memmove(void *to, const void *from, size_t count)
{
    // One comparison finds both cases where copying forward is safe: `to` before `from`, or past
    // it.
    if (reinterpret_cast<uintptr_t>(to) - reinterpret_cast<uintptr_t>(from) >= count)
        copyForward(static_cast<Bytes>(to), static_cast<ConstBytes>(from), count);
    else
        copyBackward(static_cast<Bytes>(to), static_cast<ConstBytes>(from), count);
    return to;
}

extern "C" void *memset(void *to, int value, size_t count)
{
#ifdef __x86_64__
    Bytes at = static_cast<Bytes>(to);
    asm volatile("rep stosb" : "+D"(at), "+c"(count) : "a"(value) : "memory");
#else
    const uint64_t pattern = 0x0101010101010101U * static_cast<unsigned char>(value);
    Bytes at = static_cast<Bytes>(to);
    for (; count >= sizeof(Word); count -= sizeof(Word)) {
        reinterpret_cast<Word *>(at)->value = pattern;
        at += sizeof(Word);
    }
    while (count--)
        *at++ = static_cast<unsigned char>(value);
#endif
    return to;
}

extern "C" int memcmp(const void *a, const void *b, size_t count)
{
    ConstBytes left = static_cast<ConstBytes>(a);
    ConstBytes right = static_cast<ConstBytes>(b);
    for (; count >= sizeof(Word); count -= sizeof(Word)) {
        if (reinterpret_cast<const Word *>(left)->value !=
            reinterpret_cast<const Word *>(right)->value)
            break;
        left += sizeof(Word);
        right += sizeof(Word);
    }
    for (; count; --count, ++left, ++right) {
        if (*left != *right)
            return *left - *right;
    }
    return 0;
}

extern "C" void *memchr(const void *bytes, int value, size_t count)
{
    for (ConstBytes at = static_cast<ConstBytes>(bytes); count; --count, ++at) {
        if (*at == static_cast<unsigned char>(value))
            return const_cast<Bytes>(at);
    }
    return nullptr;
}

extern "C" void *memrchr(const void *bytes, int value, size_t count)
{
    for (ConstBytes at = static_cast<ConstBytes>(bytes) + count; count; --count) {
        if (*--at == static_cast<unsigned char>(value))
            return const_cast<Bytes>(at);
    }
    return nullptr;
}

extern "C" void *memmem(const void *bytes, size_t count, const void *wanted, size_t wantedCount)
{
    ConstBytes at = static_cast<ConstBytes>(bytes);
    for (; count >= wantedCount; ++at, --count) {
        if (memcmp(at, wanted, wantedCount) == 0)
            return const_cast<Bytes>(at);
    }
    return nullptr;
}

extern "C" int bcmp(const void *a, const void *b, size_t count)
{
    return memcmp(a, b, count);
}

extern "C" void bcopy(const void *from, void *to, size_t count)
{
    memmove(to, from, count);
}

extern "C" void bzero(void *to, size_t count)
{
    memset(to, 0, count);
}

extern "C" int ffs(int value)
{
    return __builtin_ffs(value);
}

extern "C" int ffsl(long value)
{
    return __builtin_ffsl(value);
}

extern "C" int ffsll(long long value)
{
    return __builtin_ffsll(value);
}
