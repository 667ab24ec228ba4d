// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "parameters.hpp"

#include <string.h>

namespace uk::libparam {

namespace {

/** A number as C writes it: decimal, 0x hexadecimal, 0 octal; with its sign. */
struct Number
{
    __u64 magnitude = 0;
    bool isNegative = false;
};

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

bool readNumber(const char *text, Number &number)
{
    number.isNegative = *text == '-';
    if (*text == '-' || *text == '+')
        ++text;
    unsigned int base = 10;
    if (text[0] == '0' && (text[1] | 0x20) == 'x') {
        base = 16;
        text += 2;
    } else if (text[0] == '0' && text[1]) {
        base = 8;
        ++text;
    }
    if (!*text)
        return false;
    for (; *text; ++text) {
        const auto digit = static_cast<unsigned int>(digitOf(*text));
        if (digit >= base || __builtin_mul_overflow(number.magnitude, base, &number.magnitude) ||
            __builtin_add_overflow(number.magnitude, digit, &number.magnitude))
            return false;
    }
    return true;
}

template <typename T>
bool setInteger(void *array, __sz index, const char *text)
{
    constexpr bool isSigned = static_cast<T>(-1) < 0;
    constexpr __u64 most = ~0ULL >> (64 - 8 * sizeof(T)) >> (isSigned ? 1 : 0);
    Number number;
    if (!readNumber(text, number))
        return false;
    if (number.isNegative ? number.magnitude > (isSigned ? most + 1 : 0) : number.magnitude > most)
        return false;
    static_cast<T *>(array)[index] =
        static_cast<T>(number.isNegative ? 0 - number.magnitude : number.magnitude);
    return true;
}

bool setTruth(void *array, __sz index, const char *text)
{
    static constexpr const char *words[] = {"0", "off", "no", "false", "1", "on", "yes", "true"};
    for (int i = 0; i < 8; ++i) {
        if (strcmp(text, words[i]) == 0) {
            static_cast<bool *>(array)[index] = i >= 4;
            return true;
        }
    }
    return false;
}

} // namespace

bool setElement(const uk_libparam_param &parameter, __sz index, char *text)
{
    switch (parameter.type) {
    case _UK_LIBPARAM_PARAM_TYPE_bool:
        return setTruth(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___s8:
        return setInteger<__s8>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___u8:
        return setInteger<__u8>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___s16:
        return setInteger<__s16>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___u16:
        return setInteger<__u16>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___s32:
        return setInteger<__s32>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___u32:
        return setInteger<__u32>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___s64:
        return setInteger<__s64>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE___u64:
    case _UK_LIBPARAM_PARAM_TYPE___uptr:
        return setInteger<__u64>(parameter.addr, index, text);
    case _UK_LIBPARAM_PARAM_TYPE_charp:
        static_cast<char **>(parameter.addr)[index] = text;
        return true;
    case _UK_LIBPARAM_PARAM_TYPE___undef:
        break;
    }
    return false;
}

} // namespace uk::libparam
