// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What formatted output consists of. Nothing here is a floating-point number: what includes it may
// be compiled for general registers only.
#pragma once

#include <stdarg.h>
#include <stddef.h>

namespace nolibc {

/** Where formatted text goes. */
class Output
{
public:
    virtual void write(const char *text, size_t length) = 0;

    /** `count` times the same character. */
    void fill(char c, size_t count);
    /** All that was written, whether it went anywhere or not. */
    size_t total() const { return m_total; }

protected:
    ~Output() = default;
    void count(size_t length) { m_total += length; }

private:
    size_t m_total = 0;
};

/** A buffer of fixed size: keeps what fits, and always ends with NUL where there is room for one.
 */
class BufferOutput final : public Output
{
public:
    BufferOutput(char *to, size_t size)
        : m_to(to)
        , m_size(size)
    {}
    void write(const char *text, size_t length) override;
    void finish();

private:
    char *m_to;
    size_t m_size;
};

/** What stands between '%' and the conversion letter. */
struct FormatSpec
{
    bool left = false;      ///< '-'
    bool plus = false;      ///< '+'
    bool space = false;     ///< ' '
    bool alternate = false; ///< '#'
    bool zero = false;      ///< '0'
    bool upper = false;     ///< the conversion letter is a capital
    size_t width = 0;
    int precision = -1; ///< -1: not given
};

/** A converted number: sign or prefix, digits, and the zeros between them, padded to the width. */
void writePadded(Output &output, const FormatSpec &spec, const char *prefix, size_t prefixLength,
                 size_t zeros, const char *digits, size_t digitsLength);

/** A va_list that can be handed on by reference on every architecture. */
struct Arguments
{
    va_list list;
};

/** Takes a double, or a long double, from the arguments and converts it as `letter` ('e', 'f', 'g',
 * 'a', or their capitals) says, correctly rounded, to any precision. Without LIBNOLIBC_PRINTF_FLOAT
 * it writes "?". */
void writeFloat(Output &output, const FormatSpec &spec, char letter, bool isLong,
                Arguments &arguments);

/** ISO C 7.21.6.1. Returns the length, or -1 with errno EOVERFLOW where int cannot hold it, and
 * EINVAL for a conversion that does not exist. */
int format(Output &output, const char *format, va_list arguments);

} // namespace nolibc
