// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Searching in strings and cutting them.

#include <stdint.h>
#include <string.h>

namespace {

/** A set of byte values. */
class ByteSet
{
public:
    explicit ByteSet(const char *members)
    {
        for (; *members; ++members) {
            const auto byte = static_cast<unsigned char>(*members);
            m_bits[byte / 64] |= uint64_t{1} << (byte % 64);
        }
    }
    bool contains(char c) const
    {
        const auto byte = static_cast<unsigned char>(c);
        return (m_bits[byte / 64] >> (byte % 64)) & 1;
    }

private:
    uint64_t m_bits[4] = {};
};

} // namespace

extern "C" char *strchrnul(const char *text, int value)
{
    while (*text && *text != static_cast<char>(value))
        ++text;
    return const_cast<char *>(text);
}

extern "C" char *strchr(const char *text, int value)
{
    char *found = strchrnul(text, value);
    return *found == static_cast<char>(value) ? found : nullptr;
}

extern "C" char *strrchr(const char *text, int value)
{
    return static_cast<char *>(memrchr(text, value, strlen(text) + 1));
}

extern "C" char *index(const char *text, int value)
{
    return strchr(text, value);
}

extern "C" char *rindex(const char *text, int value)
{
    return strrchr(text, value);
}

extern "C" size_t strspn(const char *text, const char *accepted)
{
    const ByteSet set(accepted);
    size_t length = 0;
    while (text[length] && set.contains(text[length]))
        ++length;
    return length;
}

extern "C" size_t strcspn(const char *text, const char *rejected)
{
    const ByteSet set(rejected);
    size_t length = 0;
    while (text[length] && !set.contains(text[length]))
        ++length;
    return length;
}

extern "C" char *strpbrk(const char *text, const char *accepted)
{
    text += strcspn(text, accepted);
    return *text ? const_cast<char *>(text) : nullptr;
}

extern "C" char *strstr(const char *text, const char *wanted)
{
    const size_t length = strlen(wanted);
    if (length == 0)
        return const_cast<char *>(text);
    for (; (text = strchr(text, *wanted)) != nullptr; ++text) {
        if (strncmp(text, wanted, length) == 0)
            return const_cast<char *>(text);
    }
    return nullptr;
}

extern "C" char *strcasestr(const char *text, const char *wanted)
{
    const size_t length = strlen(wanted);
    for (;; ++text) {
        if (strncasecmp(text, wanted, length) == 0)
            return const_cast<char *>(text);
        if (!*text)
            return nullptr;
    }
}

extern "C" char *strsep(char **__restrict text, const char *__restrict separators)
{
    char *token = *text;
    if (!token)
        return nullptr;
    char *end = token + strcspn(token, separators);
    *text = nullptr;
    if (*end) {
        *end = '\0';
        *text = end + 1;
    }
    return token;
}

extern "C" char *strtok_r(char *__restrict text, const char *__restrict separators,
                          char **__restrict state)
{
    if (!text)
        text = *state;
    if (!text)
        return nullptr;
    text += strspn(text, separators);
    *state = text;
    return *text ? strsep(state, separators) : nullptr;
}

extern "C" char *strtok(char *__restrict text, const char *__restrict separators)
{
    static char *state;
    return strtok_r(text, separators, &state);
}
