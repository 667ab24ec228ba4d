// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <stdint.h>
#include <string.h>

namespace nolibc {

/** A decimal number: digits, the lowest first, with the point before the topmost `whole` ones
 * (which may be more than there are, or negative). */
class ShiftedDecimal
{
public:
    ShiftedDecimal(unsigned char *digits, int capacity)
        : m_digits(digits)
        , m_capacity(capacity)
    {}

    /** Takes the digits between `begin` and `end`, in which there may be one point. */
    void read(const char *begin, const char *end, int64_t exponent)
    {
        while (begin < end && (*begin == '0' || *begin == '.')) {
            if (*begin == '.') {
                for (++begin; begin < end && *begin == '0'; ++begin)
                    --exponent;
                readRest(begin, end, exponent, true);
                return;
            }
            ++begin;
        }
        readRest(begin, end, exponent, false);
    }

    bool isZero() const { return m_count == 0; }
    int whole() const { return m_whole; }
    bool belowHalf() const { return m_whole < 0 || (m_whole == 0 && m_digits[m_count - 1] < 5); }

    void multiplyByPowerOfTwo(int bits)
    {
        uint64_t carry = 0;
        for (int i = 0; i < m_count; ++i) {
            carry += uint64_t{m_digits[i]} << bits;
            m_digits[i] = static_cast<unsigned char>(carry % 10);
            carry /= 10;
        }
        for (; carry; carry /= 10) {
            if (m_count == m_capacity)
                drop(1);
            m_digits[m_count++] = static_cast<unsigned char>(carry % 10);
            ++m_whole;
        }
        trim();
    }

    void divideByPowerOfTwo(int bits)
    {
        // n / 2^b is n * 5^b with the point moved, so b more digits make the division exact.
        if (m_count + bits > m_capacity)
            drop(m_count + bits - m_capacity);
        memmove(m_digits + bits, m_digits, static_cast<size_t>(m_count));
        memset(m_digits, 0, static_cast<size_t>(bits));
        m_count += bits;
        uint64_t rest = 0;
        for (int i = m_count - 1; i >= 0; --i) {
            rest = rest * 10 + m_digits[i];
            m_digits[i] = static_cast<unsigned char>(rest >> bits);
            rest &= (uint64_t{1} << bits) - 1;
        }
        trim();
    }

    /** The digits before the point as a number, rounded half to even by those after it. */
    uint64_t rounded() const
    {
        uint64_t value = 0;
        for (int i = 0; i < m_whole; ++i)
            value = value * 10 + at(m_count - 1 - i);
        const int first = m_count - 1 - m_whole;
        const int next = m_whole < 0 ? 0 : at(first);
        bool more = m_dropped;
        for (int i = 0; i < first && !more; ++i)
            more = m_digits[i] != 0;
        if (next > 5 || (next == 5 && (more || (value & 1))))
            ++value;
        return value;
    }

private:
    int at(int index) const { return index >= 0 && index < m_count ? m_digits[index] : 0; }

    void readRest(const char *begin, const char *end, int64_t exponent, bool afterPoint)
    {
        int64_t whole = 0;
        int kept = 0;
        for (const char *c = begin; c < end; ++c) {
            if (*c == '.') {
                afterPoint = true;
                continue;
            }
            if (!afterPoint)
                ++whole;
            if (kept < m_capacity)
                m_digits[kept++] = static_cast<unsigned char>(*c - '0');
            else
                m_dropped |= *c != '0';
        }
        for (int i = 0; i < kept / 2; ++i) {
            const unsigned char other = m_digits[i];
            m_digits[i] = m_digits[kept - 1 - i];
            m_digits[kept - 1 - i] = other;
        }
        m_count = kept;
        whole += exponent;
        constexpr int limit = 100000; // far outside of every type's range
        m_whole = static_cast<int>(whole > limit ? limit : whole < -limit ? -limit : whole);
        trim();
    }

    /** Forgets the lowest `count` digits, but not whether they were 0. */
    void drop(int count)
    {
        if (count > m_count)
            count = m_count;
        for (int i = 0; i < count; ++i)
            m_dropped |= m_digits[i] != 0;
        m_count -= count;
        memmove(m_digits, m_digits + count, static_cast<size_t>(m_count));
    }

    /** Takes zeros off both ends. */
    void trim()
    {
        while (m_count && m_digits[m_count - 1] == 0) {
            --m_count;
            --m_whole;
        }
        int zeros = 0;
        while (zeros < m_count && m_digits[zeros] == 0)
            ++zeros;
        m_count -= zeros;
        memmove(m_digits, m_digits + zeros, static_cast<size_t>(m_count));
    }

    unsigned char *m_digits;
    int m_capacity;
    int m_count = 0;
    int m_whole = 0;
    bool m_dropped = false;
};

} // namespace nolibc
