// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <float.h>
#include <stdint.h>
#include <string.h>

namespace nolibc {

/** The type that numbers are written and read with: long double where its mantissa fits into 64
 * bits, otherwise double, so that a long double of 128 bits keeps 53 bits of its mantissa. */
#if LDBL_MANT_DIG <= 64

using Real = long double;
constexpr int realMantissaBits = LDBL_MANT_DIG;
constexpr int realMinimumExponent = LDBL_MIN_EXP;
constexpr int realMaximumExponent = LDBL_MAX_EXP;

inline Real narrowed(long double value)
{
    return value;
}
inline long double widened(Real value)
{
    return value;
}

#else

using Real = double;
constexpr int realMantissaBits = DBL_MANT_DIG;
constexpr int realMinimumExponent = DBL_MIN_EXP;
constexpr int realMaximumExponent = DBL_MAX_EXP;

// IEEE 754 binary128 to binary64 and back, by their bits: the compiler would call its own library,
// which is not there.
using Bits128 = unsigned __int128;
constexpr int exponentBias64 = 1023;
constexpr int exponentBias128 = 16383;
constexpr int exponentMask64 = 0x7ff;
constexpr int exponentMask128 = 0x7fff;
constexpr int fraction64 = 52;
constexpr int fraction128 = 112;

/** The nearest double, half to even. */
inline Real narrowed(long double value)
{
    Bits128 bits;
    memcpy(&bits, &value, sizeof(bits));
    const uint64_t sign = static_cast<uint64_t>(bits >> 127) << 63;
    const int field = static_cast<int>(bits >> fraction128) & exponentMask128;
    const bool hasFraction = (bits & ((Bits128{1} << fraction128) - 1)) != 0;
    const int exponent = field - exponentBias128;
    constexpr uint64_t infinity = static_cast<uint64_t>(exponentMask64) << fraction64;
    constexpr uint64_t quiet = uint64_t{1} << (fraction64 - 1);

    uint64_t result = 0;
    if (field == exponentMask128) {
        result = infinity | (hasFraction ? quiet : 0);
    } else if (exponent > exponentBias64) {
        result = infinity;
    } else if (exponent >= -exponentBias64 - fraction64) {
        const int missing = exponent < 1 - exponentBias64 ? 1 - exponentBias64 - exponent : 0;
        // The upper 63 bits of the mantissa, the lowest of which stands for all the others as well:
        // shifts of 128 bits by a variable would be calls, too.
        constexpr int left = 63;
        uint64_t mantissa = static_cast<uint64_t>(bits >> (fraction128 + 1 - left));
        mantissa = (mantissa & ((uint64_t{1} << (left - 1)) - 1)) | uint64_t{1} << (left - 1);
        if (bits & ((Bits128{1} << (fraction128 + 1 - left)) - 1))
            mantissa |= 1;
        const int shift = left - 1 - fraction64 + missing;
        const uint64_t rest = mantissa & ((uint64_t{1} << shift) - 1);
        const uint64_t half = uint64_t{1} << (shift - 1);
        result = mantissa >> shift;
        // The first bit of a normal number adds one to the exponent; so may rounding up.
        if (!missing)
            result += static_cast<uint64_t>(exponent + exponentBias64 - 1) << fraction64;
        if (rest > half || (rest == half && (result & 1)))
            ++result;
    }
    result |= sign;
    Real narrow;
    memcpy(&narrow, &result, sizeof(narrow));
    return narrow;
}

inline long double widened(Real value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof(bits));
    const int field = static_cast<int>(bits >> fraction64) & exponentMask64;
    uint64_t fraction = bits & ((uint64_t{1} << fraction64) - 1);
    Bits128 result = 0;
    if (field == exponentMask64) {
        result = static_cast<Bits128>(exponentMask128) << fraction128;
    } else if (field || fraction) {
        // Every double is a normal number here.
        int exponent = field ? field : 1;
        for (; !field && !(fraction >> fraction64); --exponent)
            fraction <<= 1;
        fraction &= (uint64_t{1} << fraction64) - 1;
        result = static_cast<Bits128>(exponent - exponentBias64 + exponentBias128) << fraction128;
    }
    result |= static_cast<Bits128>(fraction) << (fraction128 - fraction64);
    result |= static_cast<Bits128>(bits >> 63) << 127;
    long double wide;
    memcpy(&wide, &result, sizeof(wide));
    return wide;
}

#endif

} // namespace nolibc
