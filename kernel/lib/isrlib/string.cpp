// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/isr/string.h>

extern "C" {

__sz strnlen_isr(const char *str, __sz maxlen)
{
    __sz length = 0;
    while (length < maxlen && str[length])
        ++length;
    return length;
}

__sz strlen_isr(const char *str)
{
    return strnlen_isr(str, ~__sz{0});
}

char *strcpy_isr(char *dst, const char *src)
{
    memcpy_isr(dst, src, strlen_isr(src) + 1);
    return dst;
}

char *strncpy_isr(char *dst, const char *src, __sz len)
{
    const __sz length = strnlen_isr(src, len);
    memcpy_isr(dst, src, length);
    memset_isr(dst + length, 0, len - length);
    return dst;
}

__sz strlcpy_isr(char *dst, const char *src, __sz size)
{
    const __sz length = strlen_isr(src);
    if (size > 0) {
        const __sz copied = length < size ? length : size - 1;
        memcpy_isr(dst, src, copied);
        dst[copied] = '\0';
    }
    return length;
}

__sz strlcat_isr(char *dst, const char *src, __sz size)
{
    const __sz length = strnlen_isr(dst, size);
    return length + strlcpy_isr(dst + length, src, size - length);
}

int strncmp_isr(const char *str1, const char *str2, __sz len)
{
    for (; len; --len, ++str1, ++str2) {
        if (*str1 != *str2 || !*str1)
            return static_cast<unsigned char>(*str1) - static_cast<unsigned char>(*str2);
    }
    return 0;
}

int strcmp_isr(const char *str1, const char *str2)
{
    return strncmp_isr(str1, str2, ~__sz{0});
}

char *strchrnul_isr(const char *str, int c)
{
    while (*str && *str != static_cast<char>(c))
        ++str;
    return const_cast<char *>(str);
}

char *strchr_isr(const char *str, int c)
{
    char *found = strchrnul_isr(str, c);
    return *found == static_cast<char>(c) ? found : nullptr;
}

char *strrchr_isr(const char *str, int c)
{
    return static_cast<char *>(memrchr_isr(str, c, strlen_isr(str) + 1));
}

__sz strspn_isr(const char *str, const char *accepted)
{
    __sz length = 0;
    while (str[length] && *strchrnul_isr(accepted, str[length]))
        ++length;
    return length;
}

__sz strcspn_isr(const char *str, const char *rejected)
{
    __sz length = 0;
    while (str[length] && !*strchrnul_isr(rejected, str[length]))
        ++length;
    return length;
}

char *strtok_isr(char *__restrict str, const char *__restrict separators, char **__restrict state)
{
    if (!str)
        str = *state;
    if (!str)
        return nullptr;
    str += strspn_isr(str, separators);
    if (!*str) {
        *state = nullptr;
        return nullptr;
    }
    char *end = str + strcspn_isr(str, separators);
    *state = *end ? end + 1 : nullptr;
    *end = '\0';
    return str;
}

} // extern "C"
