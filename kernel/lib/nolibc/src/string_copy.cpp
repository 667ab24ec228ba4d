// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Lengths, copies and comparisons of strings.

#include <ctype.h>
#include <string.h>

extern "C" size_t strlen(const char *text)
{
    const char *end = text;
    while (*end)
        ++end;
    return static_cast<size_t>(end - text);
}

extern "C" size_t strnlen(const char *text, size_t limit)
{
    size_t length = 0;
    while (length < limit && text[length])
        ++length;
    return length;
}

extern "C" char *stpcpy(char *__restrict to, const char *__restrict from)
{
    const size_t length = strlen(from);
    memcpy(to, from, length + 1);
    return to + length;
}

extern "C" char *strcpy(char *__restrict to, const char *__restrict from)
{
    stpcpy(to, from);
    return to;
}

extern "C" char *stpncpy(char *__restrict to, const char *__restrict from, size_t count)
{
    const size_t length = strnlen(from, count);
    memcpy(to, from, length);
    memset(to + length, 0, count - length);
    return to + length;
}

extern "C" char *strncpy(char *__restrict to, const char *__restrict from, size_t count)
{
    stpncpy(to, from, count);
    return to;
}

extern "C" char *strcat(char *__restrict to, const char *__restrict from)
{
    strcpy(to + strlen(to), from);
    return to;
}

extern "C" char *strncat(char *__restrict to, const char *__restrict from, size_t count)
{
    const size_t length = strnlen(from, count);
    char *end = to + strlen(to);
    memcpy(end, from, length);
    end[length] = '\0';
    return to;
}

extern "C" size_t strlcpy(char *__restrict to, const char *__restrict from, size_t size)
{
    const size_t length = strlen(from);
    if (size > 0) {
        const size_t copied = length < size ? length : size - 1;
        memcpy(to, from, copied);
        to[copied] = '\0';
    }
    return length;
}

extern "C" size_t strlcat(char *__restrict to, const char *__restrict from, size_t size)
{
    const size_t length = strnlen(to, size);
    return length + strlcpy(to + length, from, size - length);
}

extern "C" int strcmp(const char *a, const char *b)
{
    while (*a && *a == *b) {
        ++a;
        ++b;
    }
    return static_cast<unsigned char>(*a) - static_cast<unsigned char>(*b);
}

extern "C" int strncmp(const char *a, const char *b, size_t count)
{
    for (; count; --count, ++a, ++b) {
        if (*a != *b || !*a)
            return static_cast<unsigned char>(*a) - static_cast<unsigned char>(*b);
    }
    return 0;
}

extern "C" int strcoll(const char *a, const char *b)
{
    return strcmp(a, b);
}

extern "C" int strncasecmp(const char *a, const char *b, size_t count)
{
    for (; count; --count, ++a, ++b) {
        const int left = tolower(static_cast<unsigned char>(*a));
        const int right = tolower(static_cast<unsigned char>(*b));
        if (left != right || !left)
            return left - right;
    }
    return 0;
}

extern "C" int strcasecmp(const char *a, const char *b)
{
    return strncasecmp(a, b, static_cast<size_t>(-1));
}
