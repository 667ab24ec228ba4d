// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/isr/string.h>

extern "C" {

__sz strnlen_isr(const char *text, __sz most)
{
    __sz length = 0;
    while (length < most && text[length])
        ++length;
    return length;
}

__sz strlen_isr(const char *text)
{
    return strnlen_isr(text, ~__sz{0});
}

char *strcpy_isr(char *to, const char *from)
{
    memcpy_isr(to, from, strlen_isr(from) + 1);
    return to;
}

char *strncpy_isr(char *to, const char *from, __sz count)
{
    const __sz length = strnlen_isr(from, count);
    memcpy_isr(to, from, length);
    memset_isr(to + length, 0, count - length);
    return to;
}

__sz strlcpy_isr(char *to, const char *from, __sz size)
{
    const __sz length = strlen_isr(from);
    if (size > 0) {
        const __sz copied = length < size ? length : size - 1;
        memcpy_isr(to, from, copied);
        to[copied] = '\0';
    }
    return length;
}

__sz strlcat_isr(char *to, const char *from, __sz size)
{
    const __sz length = strnlen_isr(to, size);
    return length + strlcpy_isr(to + length, from, size - length);
}

int strncmp_isr(const char *left, const char *right, __sz count)
{
    for (; count; --count, ++left, ++right) {
        if (*left != *right || !*left)
            return static_cast<unsigned char>(*left) - static_cast<unsigned char>(*right);
    }
    return 0;
}

int strcmp_isr(const char *left, const char *right)
{
    return strncmp_isr(left, right, ~__sz{0});
}

char *strchrnul_isr(const char *text, int character)
{
    while (*text && *text != static_cast<char>(character))
        ++text;
    return const_cast<char *>(text);
}

char *strchr_isr(const char *text, int character)
{
    char *found = strchrnul_isr(text, character);
    return *found == static_cast<char>(character) ? found : nullptr;
}

char *strrchr_isr(const char *text, int character)
{
    return static_cast<char *>(memrchr_isr(text, character, strlen_isr(text) + 1));
}

__sz strspn_isr(const char *text, const char *accepted)
{
    __sz length = 0;
    while (text[length] && *strchrnul_isr(accepted, text[length]))
        ++length;
    return length;
}

__sz strcspn_isr(const char *text, const char *rejected)
{
    __sz length = 0;
    while (text[length] && !*strchrnul_isr(rejected, text[length]))
        ++length;
    return length;
}

char *strtok_isr(char *__restrict text, const char *__restrict separators, char **__restrict state)
{
    if (!text)
        text = *state;
    if (!text)
        return nullptr;
    text += strspn_isr(text, separators);
    if (!*text) {
        *state = nullptr;
        return nullptr;
    }
    char *end = text + strcspn_isr(text, separators);
    *state = *end ? end + 1 : nullptr;
    *end = '\0';
    return text;
}

} // extern "C"
