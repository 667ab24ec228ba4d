// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Integers from text.

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>

namespace {

/** The value of a digit or letter, 36 for anything else. */
unsigned digitValue(char c)
{
    if (isdigit(static_cast<unsigned char>(c)))
        return static_cast<unsigned>(c - '0');
    if (isalpha(static_cast<unsigned char>(c)))
        return static_cast<unsigned>(tolower(static_cast<unsigned char>(c)) - 'a' + 10);
    return 36;
}

struct Parsed
{
    unsigned long long magnitude = 0;
    bool negative = false;
    bool tooLarge = false; ///< more than unsigned long long holds
};

/** ISO C 7.22.1.4: blanks, a sign, a prefix that fits the base, digits. Without digits *end is
 * `text`. */
Parsed parse(const char *text, char **end, int base)
{
    Parsed result;
    const char *at = text;
    const char *last = text;
    if (base != 0 && (base < 2 || base > 36)) {
        errno = EINVAL;
    } else {
        while (isspace(static_cast<unsigned char>(*at)))
            ++at;
        if (*at == '-' || *at == '+')
            result.negative = *at++ == '-';
        const bool prefix = *at == '0' && (at[1] | 0x20) == 'x' && digitValue(at[2]) < 16;
        if (prefix && (base == 0 || base == 16)) {
            at += 2;
            base = 16;
        } else if (base == 0) {
            base = *at == '0' ? 8 : 10;
        }
        const auto radix = static_cast<unsigned>(base);
        for (; digitValue(*at) < radix; ++at) {
            result.tooLarge |= __builtin_mul_overflow(result.magnitude, radix, &result.magnitude);
            result.tooLarge |=
                __builtin_add_overflow(result.magnitude, digitValue(*at), &result.magnitude);
            last = at + 1;
        }
    }
    if (end)
        *end = const_cast<char *>(last);
    return result;
}

template <typename Signed>
Signed toSigned(const char *text, char **end, int base, Signed minimum, Signed maximum)
{
    const Parsed parsed = parse(text, end, base);
    const auto limit = static_cast<unsigned long long>(maximum) + parsed.negative;
    if (parsed.tooLarge || parsed.magnitude > limit) {
        errno = ERANGE;
        return parsed.negative ? minimum : maximum;
    }
    return static_cast<Signed>(parsed.negative ? 0 - parsed.magnitude : parsed.magnitude);
}

template <typename Unsigned>
Unsigned toUnsigned(const char *text, char **end, int base, Unsigned maximum)
{
    const Parsed parsed = parse(text, end, base);
    if (parsed.tooLarge || parsed.magnitude > maximum) {
        errno = ERANGE;
        return maximum;
    }
    return static_cast<Unsigned>(parsed.negative ? 0 - parsed.magnitude : parsed.magnitude);
}

} // namespace

extern "C" {

long strtol(const char *__restrict text, char **__restrict end, int base)
{
    return toSigned<long>(text, end, base, LONG_MIN, LONG_MAX);
}

long long strtoll(const char *__restrict text, char **__restrict end, int base)
{
    return toSigned<long long>(text, end, base, LLONG_MIN, LLONG_MAX);
}

unsigned long strtoul(const char *__restrict text, char **__restrict end, int base)
{
    return toUnsigned<unsigned long>(text, end, base, ULONG_MAX);
}

unsigned long long strtoull(const char *__restrict text, char **__restrict end, int base)
{
    return toUnsigned<unsigned long long>(text, end, base, ULLONG_MAX);
}

intmax_t strtoimax(const char *text, char **end, int base)
{
    return strtoll(text, end, base);
}

uintmax_t strtoumax(const char *text, char **end, int base)
{
    return strtoull(text, end, base);
}

int atoi(const char *text)
{
    return static_cast<int>(strtol(text, nullptr, 10));
}

long atol(const char *text)
{
    return strtol(text, nullptr, 10);
}

long long atoll(const char *text)
{
    return strtoll(text, nullptr, 10);
}

} // extern "C"
