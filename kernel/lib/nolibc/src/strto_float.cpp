// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Floating-point numbers from text, correctly rounded.
//
// The digits are kept as the decimal number they are and multiplied or divided by powers of two
// until the bits of the result stand before the point. Every step is exact as long as the digits
// fit; what does not fit can no longer decide more than a tie, for which one flag is enough.

#include "real.hpp"
#include "shifted_decimal.hpp"

#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

namespace {

using nolibc::Real;
using nolibc::ShiftedDecimal;

/** The binary format aimed at: bits of the mantissa, exponents of its first bit. */
struct Format
{
    int bits;
    int minimum;
    int maximum;
};

/** mantissa * 2^exponent; both the product and the power may be outside of double's range. */
Real scaled(uint64_t mantissa, int exponent)
{
    auto value = static_cast<Real>(mantissa);
    for (; exponent > 0; --exponent)
        value *= 2;
    for (; exponent < 0; ++exponent)
        value /= 2;
    return value;
}

struct Binary
{
    uint64_t mantissa = 0;
    int exponent = 0;
    bool overflow = false;
    bool tiny = false; ///< fewer bits than the format has, or none
};

Binary fromDecimal(ShiftedDecimal &number, const Format &format)
{
    Binary result;
    if (number.isZero())
        return result;
    // 2^n < 10^whole, so these steps never go past the goal by more than a few.
    static const unsigned char safe[] = {0,  3,  6,  9,  13, 16, 19, 23, 26,
                                         29, 33, 36, 39, 43, 46, 49, 53};
    constexpr int known = sizeof(safe);
    int exponent = 0; // of the power of two that number has to be multiplied by
    if (number.whole() > 6000 || number.whole() < -6000) {
        result.overflow = number.whole() > 0;
        result.tiny = !result.overflow;
        return result;
    }
    while (number.whole() > 0) {
        const int step = number.whole() < known ? safe[number.whole()] : 53;
        number.divideByPowerOfTwo(step);
        exponent += step;
    }
    while (number.belowHalf()) {
        const int step =
            -number.whole() < known ? safe[-number.whole()] + (number.whole() == 0) : 53;
        number.multiplyByPowerOfTwo(step ? step : 1);
        exponent -= step ? step : 1;
    }
    // Now 1/2 <= number < 1, and the first bit is worth 2^(exponent - 1).
    int bits = format.bits;
    if (exponent - 1 < format.minimum) {
        bits -= format.minimum - (exponent - 1);
        result.tiny = true;
        if (bits < 0)
            return result;
    }
    for (int left = bits; left > 0;) {
        const int step = left < 53 ? left : 53;
        number.multiplyByPowerOfTwo(step);
        left -= step;
    }
    result.mantissa = number.rounded();
    result.exponent = exponent - bits;
    if (bits == 64 && result.mantissa == 0) { // carried out of 64 bits
        result.mantissa = uint64_t{1} << 63;
        ++result.exponent;
        ++exponent;
    } else if (bits < 64 && result.mantissa == uint64_t{1} << bits && bits == format.bits) {
        ++exponent;
    }
    result.overflow = exponent - 1 > format.maximum;
    return result;
}

/** Hexadecimal digits with a binary exponent, ISO C 7.22.1.3. */
Binary fromHexadecimal(const char *begin, const char *end, int64_t exponent, const Format &format)
{
    __extension__ using Wide = unsigned __int128;
    Binary result;
    Wide mantissa = 0;
    bool sticky = false;
    bool point = false;
    for (const char *c = begin; c < end; ++c) {
        if (*c == '.') {
            point = true;
            continue;
        }
        const int digit =
            isdigit(static_cast<unsigned char>(*c)) ? *c - '0' : (*c | 0x20) - 'a' + 10;
        if (mantissa >> 124) {
            sticky |= digit != 0;
            exponent += point ? 0 : 4;
        } else {
            mantissa = mantissa << 4 | static_cast<unsigned>(digit);
            exponent -= point ? 4 : 0;
        }
    }
    if (!mantissa)
        return result;
    while (!(mantissa >> 127)) {
        mantissa <<= 1;
        --exponent;
    }
    int64_t cut = 128 - format.bits;
    const int64_t first = exponent + 127;
    if (first < format.minimum) {
        cut += format.minimum - first;
        result.tiny = true;
    }
    if (cut > 128)
        return result;
    const Wide rest = cut == 128 ? mantissa : mantissa & ((Wide{1} << cut) - 1);
    const Wide half = Wide{1} << (cut - 1);
    Wide kept = cut == 128 ? 0 : mantissa >> cut;
    kept += rest > half || (rest == half && (sticky || (kept & 1)));
    const bool carried = kept >> format.bits;
    if (carried)
        kept >>= 1;
    result.mantissa = static_cast<uint64_t>(kept);
    result.overflow = first + carried > format.maximum;
    result.exponent = static_cast<int>(result.overflow ? 0 : exponent + cut + carried);
    return result;
}

bool startsWith(const char *text, const char *word)
{
    return strncasecmp(text, word, strlen(word)) == 0;
}

/** The exponent after its letter; *end moves past it when there are digits. Saturates. */
int64_t readExponent(const char *at, const char *&end)
{
    bool negative = false;
    if (*at == '-' || *at == '+')
        negative = *at++ == '-';
    if (!isdigit(static_cast<unsigned char>(*at)))
        return 0;
    int64_t value = 0;
    for (; isdigit(static_cast<unsigned char>(*at)); ++at) {
        if (value < int64_t{1} << 40)
            value = value * 10 + (*at - '0');
    }
    end = at;
    return negative ? -value : value;
}

Real parse(const char *text, char **end, const Format &format, unsigned char *digits, int capacity)
{
    const char *at = text;
    while (isspace(static_cast<unsigned char>(*at)))
        ++at;
    bool negative = false;
    if (*at == '-' || *at == '+')
        negative = *at++ == '-';
    const char *last = text;
    Real value = 0;
    if (startsWith(at, "inf")) {
        value = static_cast<Real>(__builtin_inf());
        last = at + (startsWith(at, "infinity") ? 8 : 3);
    } else if (startsWith(at, "nan")) {
        value = static_cast<Real>(__builtin_nan(""));
        last = at + 3;
        if (*last == '(') {
            const char *close = last + 1;
            while (isalnum(static_cast<unsigned char>(*close)) || *close == '_')
                ++close;
            if (*close == ')')
                last = close + 1;
        }
    } else {
        const bool hexadecimal = *at == '0' && (at[1] | 0x20) == 'x' &&
                                 (isxdigit(static_cast<unsigned char>(at[2])) ||
                                  (at[2] == '.' && isxdigit(static_cast<unsigned char>(at[3]))));
        const char *begin = hexadecimal ? at + 2 : at;
        const char *stop = begin;
        int found = 0;
        bool point = false;
        for (;; ++stop) {
            const auto c = static_cast<unsigned char>(*stop);
            if (hexadecimal ? isxdigit(c) : isdigit(c))
                ++found;
            else if (c == '.' && !point)
                point = true;
            else
                break;
        }
        if (found > 0) {
            last = stop;
            int64_t exponent = 0;
            if ((*stop | 0x20) == (hexadecimal ? 'p' : 'e'))
                exponent = readExponent(stop + 1, last);
            Binary binary;
            if (hexadecimal) {
                binary = fromHexadecimal(begin, stop, exponent, format);
            } else {
                ShiftedDecimal number(digits, capacity);
                number.read(begin, stop, exponent);
                binary = fromDecimal(number, format);
            }
            if (binary.overflow || binary.tiny)
                errno = ERANGE;
            value = binary.overflow ? static_cast<Real>(__builtin_inf())
                                    : scaled(binary.mantissa, binary.exponent);
        }
    }
    if (end)
        *end = const_cast<char *>(last);
    return negative ? -value : value;
}

} // namespace

extern "C" {

// The longest exact tie of double has 768 digits, that of x87's long double 11,515.

double strtod(const char *__restrict text, char **__restrict end)
{
    unsigned char digits[900];
    return static_cast<double>(
        parse(text, end, {DBL_MANT_DIG, DBL_MIN_EXP - 1, DBL_MAX_EXP - 1}, digits, sizeof(digits)));
}

float strtof(const char *__restrict text, char **__restrict end)
{
    unsigned char digits[900];
    return static_cast<float>(
        parse(text, end, {FLT_MANT_DIG, FLT_MIN_EXP - 1, FLT_MAX_EXP - 1}, digits, sizeof(digits)));
}

long double strtold(const char *__restrict text, char **__restrict end)
{
    unsigned char digits[nolibc::realMantissaBits == 64 ? 11700 : 900];
    return nolibc::widened(parse(text, end,
                                 {nolibc::realMantissaBits, nolibc::realMinimumExponent - 1,
                                  nolibc::realMaximumExponent - 1},
                                 digits, sizeof(digits)));
}

double atof(const char *text)
{
    return strtod(text, nullptr);
}

} // extern "C"
