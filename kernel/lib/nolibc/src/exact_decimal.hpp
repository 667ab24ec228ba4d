// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <float.h>
#include <stdint.h>
#include <string.h>

namespace nolibc {

/** A decimal number of any length: limbs of nine digits, the lowest first, and the number of digits
 * that stand after the point. */
class ExactDecimal
{
public:
    ExactDecimal(uint64_t mantissa, int exponent)
    {
        // Fewer trailing zeros mean fewer multiplications below.
        while (mantissa && !(mantissa & 1) && exponent < 0) {
            mantissa >>= 1;
            ++exponent;
        }
        for (; mantissa; mantissa /= base)
            m_limbs[m_count++] = static_cast<uint32_t>(mantissa % base);
        if (exponent >= 0) {
            for (; exponent >= 29; exponent -= 29)
                multiply(1U << 29);
            multiply(1U << exponent);
        } else {
            // m / 2^k is m * 5^k with the point moved by k digits.
            m_fraction = -exponent;
            int left = m_fraction;
            for (; left >= 13; left -= 13)
                multiply(1220703125U); // 5^13
            for (; left > 0; --left)
                multiply(5);
        }
    }

    /** Digits of the whole number, without leading zeros; 0 for zero. */
    int digits() const
    {
        if (m_count == 0)
            return 0;
        int digits = (m_count - 1) * limbDigits;
        for (uint32_t top = m_limbs[m_count - 1]; top; top /= 10)
            ++digits;
        return digits;
    }

    int fraction() const { return m_fraction; }

    /** The digit worth 10^index of the whole number; 0 outside of it. */
    char digit(int index) const
    {
        const int limb = index / limbDigits;
        if (index < 0 || limb >= m_count)
            return '0';
        return static_cast<char>('0' + m_limbs[limb] / power(index % limbDigits) % 10);
    }

    /** Replaces the lowest `dropped` digits by zeros, rounding half to even. */
    void round(int dropped)
    {
        if (dropped <= 0)
            return;
        if (dropped > digits()) {
            m_count = 0;
            return;
        }
        const bool up = roundsUp(dropped);
        const int limb = dropped / limbDigits;
        const uint32_t unit = power(dropped % limbDigits);
        if (limb >= m_count)
            m_limbs[m_count++] = 0;
        memset(m_limbs, 0, static_cast<size_t>(limb) * sizeof(m_limbs[0]));
        m_limbs[limb] -= m_limbs[limb] % unit;
        if (up)
            add(limb, unit);
        while (m_count && m_limbs[m_count - 1] == 0)
            --m_count;
    }

private:
    static constexpr uint32_t base = 1000000000;
    static constexpr int limbDigits = 9;
    // The longest number is the smallest denormal: m * 5^k with k = LDBL_MANT_DIG - LDBL_MIN_EXP.
    static constexpr int maxLimbs = ((LDBL_MANT_DIG - LDBL_MIN_EXP) * 7 / 10 + 20) / limbDigits + 3;

    static uint32_t power(int exponent)
    {
        uint32_t result = 1;
        while (exponent-- > 0)
            result *= 10;
        return result;
    }

    void multiply(uint32_t factor)
    {
        uint64_t carry = 0;
        for (int i = 0; i < m_count; ++i) {
            carry += uint64_t{m_limbs[i]} * factor;
            m_limbs[i] = static_cast<uint32_t>(carry % base);
            carry /= base;
        }
        for (; carry; carry /= base)
            m_limbs[m_count++] = static_cast<uint32_t>(carry % base);
    }

    void add(int limb, uint32_t value)
    {
        for (uint64_t sum = value; sum; ++limb) {
            if (limb == m_count)
                m_limbs[m_count++] = 0;
            sum += m_limbs[limb];
            m_limbs[limb] = static_cast<uint32_t>(sum % base);
            sum /= base;
        }
    }

    bool roundsUp(int dropped) const
    {
        const char first = digit(dropped - 1);
        if (first != '5')
            return first > '5';
        const int limb = (dropped - 1) / limbDigits;
        if (m_limbs[limb] % power((dropped - 1) % limbDigits) != 0)
            return true;
        for (int i = 0; i < limb; ++i) {
            if (m_limbs[i] != 0)
                return true;
        }
        return ((digit(dropped) - '0') & 1) != 0;
    }

    uint32_t m_limbs[maxLimbs];
    int m_count = 0;
    int m_fraction = 0;
};

} // namespace nolibc
