// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/argparse.h>

namespace {

constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/** Reads a word from `from` and writes it, without quotes and backslashes, to `to`, which never
 * gets ahead of `from`. */
class Word
{
public:
    Word(char *&from, char *end)
        : m_from(from)
        , m_end(end)
        , m_to(from)
    {}

    /** Returns whether more of the line may follow. */
    bool read()
    {
        char quote = '\0';
        while (m_from < m_end && *m_from) {
            const char c = *m_from++;
            if (quote ? c == quote : c == '"' || c == '\'') {
                quote = quote ? '\0' : c;
            } else if (!quote && isBlank(c)) {
                *m_to = '\0';
                return true;
            } else if (c == '\\' && quote != '\'' && m_from < m_end && *m_from) {
                *m_to++ = *m_from++;
            } else {
                *m_to++ = c;
            }
        }
        *m_to = '\0';
        return false;
    }

private:
    char *&m_from;
    char *m_end;
    char *m_to;
};

} // namespace

extern "C" {

int uk_argnparse(char *line, __sz size, char *argv[], int most)
{
    if (size == 0)
        return 0;
    char *at = line;
    // The address of the last byte, where NUL must stand at the latest; do not run past the end of
    // the address space.
    char *end = size - 1 > __SZ_MAX - reinterpret_cast<__sz>(line)
                    ? reinterpret_cast<char *>(__SZ_MAX)
                    : line + (size - 1);
    int count = 0;
    bool more = true;
    while (more && count < most) {
        while (at < end && isBlank(*at))
            ++at;
        if (at >= end || !*at)
            break;
        argv[count++] = at;
        more = Word(at, end).read();
    }
    return count;
}

__sz uk_nextarg_r(const char **list, int separator)
{
    const char *begin = *list;
    if (!begin)
        return 0;
    __sz length = 0;
    while (begin[length] && begin[length] != static_cast<char>(separator))
        ++length;
    *list = begin[length] ? begin + length + 1 : nullptr;
    return length;
}

char *uk_nextarg(char **list, int separator)
{
    char *begin = *list;
    if (!begin)
        return nullptr;
    const char *next = begin;
    begin[uk_nextarg_r(&next, separator)] = '\0';
    *list = const_cast<char *>(next);
    return begin;
}

__ssz uk_strnkeycmp(const char *str, __sz strlen, const char *key, const char separators[])
{
    __sz length = 0;
    for (; key[length]; ++length) {
        if (length == strlen || str[length] != key[length])
            return -1;
    }
    if (length == strlen || !str[length])
        return 0;
    for (; separators && *separators; ++separators) {
        if (str[length] == *separators)
            return static_cast<__ssz>(length);
    }
    return -1;
}

} // extern "C"
