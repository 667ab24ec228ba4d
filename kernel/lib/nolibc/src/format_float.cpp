// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Floating-point numbers as text. Exact: a value is written out as the decimal number it is, then
// rounded once, half to even, where the precision ends.

#include "format_float.hpp"

#include "exact_decimal.hpp"

#include <float.h>
#include <stdint.h>
#include <string.h>

namespace nolibc {

namespace {

/** A finite value taken apart: mantissa * 2^exponent. */
struct Parts
{
    bool negative = false;
    bool infinite = false;
    bool notANumber = false;
    uint64_t mantissa = 0;
    int exponent = 0;
};

Parts takeApart(Real value)
{
    Parts parts;
    parts.negative = __builtin_signbit(value) != 0;
    if (value != value) {
        parts.notANumber = true;
        return parts;
    }
    if (parts.negative)
        value = -value;
    // Not compared with the largest number, which is infinite to valgrind: it computes with 64
    // bits.
    if (value - value != 0) {
        parts.infinite = true;
        return parts;
    }
    if (value == 0)
        return parts;
#if LDBL_MANT_DIG == 64
    // x87 extended precision: 64 bits of mantissa with an explicit first one, 15 of exponent.
    struct __attribute__((packed))
    {
        uint64_t mantissa;
        uint16_t exponent;
    } bits;
    memcpy(&bits, &value, sizeof(bits));
    parts.mantissa = bits.mantissa;
    parts.exponent = (bits.exponent ? bits.exponent : 1) - 16383 - 63;
#else
    uint64_t bits;
    const auto narrow = static_cast<double>(value);
    memcpy(&bits, &narrow, sizeof(bits));
    const int field = static_cast<int>(bits >> 52);
    parts.mantissa = (bits & ((uint64_t{1} << 52) - 1)) | (field ? uint64_t{1} << 52 : 0);
    parts.exponent = (field ? field : 1) - 1023 - 52;
#endif
    return parts;
}

/** The sign, as the flags want it. */
const char *signOf(bool negative, const FormatSpec &spec)
{
    return negative ? "-" : spec.plus ? "+" : spec.space ? " " : "";
}

/** Collects digits and writes them in blocks. */
class Digits
{
public:
    explicit Digits(Output &output)
        : m_output(output)
    {}
    ~Digits() { flush(); }
    void put(char c)
    {
        if (m_used == sizeof(m_block))
            flush();
        m_block[m_used++] = c;
    }
    void flush()
    {
        m_output.write(m_block, m_used);
        m_used = 0;
    }

private:
    Output &m_output;
    char m_block[64];
    size_t m_used = 0;
};

/** Calls `body` with the sign and the padding around it, for a text of `length` after the sign. */
template <typename Body>
void padded(Output &output, const FormatSpec &spec, bool negative, size_t length, Body body)
{
    const char *sign = signOf(negative, spec);
    const size_t signLength = strlen(sign);
    const size_t whole = signLength + length;
    const size_t padding = spec.width > whole ? spec.width - whole : 0;
    if (!spec.left && !spec.zero)
        output.fill(' ', padding);
    output.write(sign, signLength);
    if (!spec.left && spec.zero)
        output.fill('0', padding);
    body();
    if (spec.left)
        output.fill(' ', padding);
}

/** Writes the digits of `number` from the one worth 10^from down to that worth 10^to. */
void writeDigits(Output &output, const ExactDecimal &number, int from, int to)
{
    Digits digits(output);
    for (int position = from; position >= to; --position)
        digits.put(number.digit(position));
}

void writeFixed(Output &output, const FormatSpec &spec, bool negative, const ExactDecimal &number,
                int precision)
{
    const int before =
        number.digits() > number.fraction() ? number.digits() - number.fraction() : 1;
    const bool point = precision > 0 || spec.alternate;
    const size_t length = static_cast<size_t>(before) + point + static_cast<size_t>(precision);
    padded(output, spec, negative, length, [&] {
        writeDigits(output, number, number.fraction() + before - 1, number.fraction());
        if (point)
            output.write(".", 1);
        // What the number has of the fraction, then zeros: the precision may be huge.
        const int own = precision < number.fraction() ? precision : number.fraction();
        writeDigits(output, number, number.fraction() - 1, number.fraction() - own);
        output.fill('0', static_cast<size_t>(precision - own));
    });
}

/** The exponent's field: letter, sign and at least two digits. */
size_t exponentText(char *to, char letter, int exponent, int minimum)
{
    char reversed[8];
    size_t digits = 0;
    for (unsigned rest = exponent < 0 ? 0U - static_cast<unsigned>(exponent)
                                      : static_cast<unsigned>(exponent);
         rest || digits < static_cast<size_t>(minimum); rest /= 10)
        reversed[digits++] = static_cast<char>('0' + rest % 10);
    *to++ = letter;
    *to++ = exponent < 0 ? '-' : '+';
    for (size_t i = digits; i > 0; --i)
        *to++ = reversed[i - 1];
    return digits + 2;
}

void writeScientific(Output &output, const FormatSpec &spec, bool negative,
                     const ExactDecimal &number, int precision)
{
    const int digits = number.digits();
    const int exponent = digits ? digits - 1 - number.fraction() : 0;
    char suffix[12];
    const size_t suffixLength = exponentText(suffix, spec.upper ? 'E' : 'e', exponent, 2);
    const bool point = precision > 0 || spec.alternate;
    const size_t length = 1 + point + static_cast<size_t>(precision) + suffixLength;
    padded(output, spec, negative, length, [&] {
        const int own = precision < digits ? precision : digits;
        writeDigits(output, number, digits - 1, digits - 1);
        if (point)
            output.write(".", 1);
        writeDigits(output, number, digits - 2, digits - 1 - own);
        output.fill('0', static_cast<size_t>(precision - own));
        output.write(suffix, suffixLength);
    });
}

void writeGeneral(Output &output, const FormatSpec &spec, bool negative, ExactDecimal &number,
                  int precision)
{
    if (precision == 0)
        precision = 1;
    number.round(number.digits() - precision);
    const int digits = number.digits();
    const int exponent = digits ? digits - 1 - number.fraction() : 0;
    const bool fixed = exponent >= -4 && exponent < precision;
    int after = fixed ? precision - 1 - exponent : precision - 1;
    if (!spec.alternate) {
        // Trailing zeros go: those past the lowest digit of the number that is not zero.
        int lowest = 0;
        while (lowest < digits && number.digit(lowest) == '0')
            ++lowest;
        const int needed = digits == 0 ? 0
                           : fixed     ? number.fraction() - lowest
                                       : digits - 1 - lowest;
        if (after > needed)
            after = needed > 0 ? needed : 0;
    }
    if (fixed)
        writeFixed(output, spec, negative, number, after);
    else
        writeScientific(output, spec, negative, number, after);
}

/** Rounds off the lowest `bits` of `value`, half to even. */
uint64_t roundBits(uint64_t value, int bits)
{
    if (bits <= 0)
        return value;
    const uint64_t unit = uint64_t{1} << bits;
    const uint64_t rest = value & (unit - 1);
    const uint64_t half = unit >> 1;
    value >>= bits;
    return value + (rest > half || (rest == half && (value & 1)));
}

void writeHexadecimal(Output &output, const FormatSpec &spec, Parts parts, bool isLong)
{
    // One hexadecimal digit before the point: 1 for double (0 for its denormals), the four top bits
    // of the mantissa for x87's long double.
    const bool wide = isLong && LDBL_MANT_DIG == 64;
    const int fractionBits = wide ? 60 : 52;
    const int minimum = wide ? LDBL_MIN_EXP - 4 : DBL_MIN_EXP - 1;
    if (parts.mantissa) {
        const uint64_t top = uint64_t{1} << (wide ? 63 : 52);
        while (!wide && parts.mantissa >= top << 1) {
            parts.mantissa >>= 1;
            ++parts.exponent;
        }
        while (parts.mantissa < top && parts.exponent + fractionBits > minimum) {
            parts.mantissa <<= 1;
            --parts.exponent;
        }
        while (parts.exponent + fractionBits < minimum) {
            parts.mantissa >>= 1;
            ++parts.exponent;
        }
    }
    int exponent = parts.mantissa ? parts.exponent + fractionBits : 0;
    int digits = fractionBits / 4;
    uint64_t mantissa = parts.mantissa;
    if (spec.precision >= 0 && spec.precision < digits) {
        mantissa = roundBits(mantissa, fractionBits - 4 * spec.precision);
        digits = spec.precision;
        // Carried out of the digit before the point: only where that can be f.
        if (mantissa >> (4 * digits) > 15) {
            mantissa >>= 4;
            exponent += 4;
        }
    } else if (spec.precision < 0) {
        while (digits > 0 && !(mantissa & 15)) {
            mantissa >>= 4;
            --digits;
        }
    }
    const size_t zeros = spec.precision > digits ? static_cast<size_t>(spec.precision - digits) : 0;

    char text[24];
    size_t used = 0;
    const char *letters = spec.upper ? "0123456789ABCDEF" : "0123456789abcdef";
    text[used++] = letters[(mantissa >> (4 * digits)) & 15];
    if (digits > 0 || zeros > 0 || spec.alternate)
        text[used++] = '.';
    for (int i = digits - 1; i >= 0; --i)
        text[used++] = letters[(mantissa >> (4 * i)) & 15];
    char suffix[12];
    const size_t suffixLength = exponentText(suffix, spec.upper ? 'P' : 'p', exponent, 1);

    char prefix[4] = {};
    strcpy(prefix, signOf(parts.negative, spec));
    strcat(prefix, spec.upper ? "0X" : "0x");
    const size_t prefixLength = strlen(prefix);
    const size_t length = prefixLength + used + zeros + suffixLength;
    const size_t padding = spec.width > length ? spec.width - length : 0;
    if (!spec.left && !spec.zero)
        output.fill(' ', padding);
    output.write(prefix, prefixLength);
    if (!spec.left && spec.zero)
        output.fill('0', padding);
    output.write(text, used);
    output.fill('0', zeros);
    output.write(suffix, suffixLength);
    if (spec.left)
        output.fill(' ', padding);
}

} // namespace

void writeReal(Output &output, const FormatSpec &given, char conversion, Real value, bool isLong)
{
    FormatSpec spec = given;
    const Parts parts = takeApart(value);
    if (parts.notANumber || parts.infinite) {
        spec.zero = false;
        const char *sign = signOf(parts.negative, spec);
        const char *name =
            parts.notANumber ? (spec.upper ? "NAN" : "nan") : (spec.upper ? "INF" : "inf");
        writePadded(output, spec, sign, strlen(sign), 0, name, 3);
        return;
    }
    if (conversion == 'a') {
        writeHexadecimal(output, spec, parts, isLong);
        return;
    }
    const int precision = spec.precision < 0 ? 6 : spec.precision;
    ExactDecimal number(parts.mantissa, parts.exponent);
    if (conversion == 'f') {
        number.round(number.fraction() - precision);
        writeFixed(output, spec, parts.negative, number, precision);
    } else if (conversion == 'e') {
        number.round(number.digits() - 1 - precision);
        writeScientific(output, spec, parts.negative, number, precision);
    } else {
        writeGeneral(output, spec, parts.negative, number, precision);
    }
}

} // namespace nolibc
