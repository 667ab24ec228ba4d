// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The printf family's format strings: parsing, integers, characters and strings. Only general
// registers: that is all that some hypervisors carry out.

#include "output.hpp"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>

namespace nolibc {

void Output::fill(char c, size_t count)
{
    char block[32];
    memset(block, c, count < sizeof(block) ? count : sizeof(block));
    while (count > 0) {
        const size_t part = count < sizeof(block) ? count : sizeof(block);
        write(block, part);
        count -= part;
    }
}

void BufferOutput::write(const char *text, size_t length)
{
    if (total() < m_size) {
        const size_t room = m_size - total();
        memcpy(m_to + total(), text, length < room ? length : room);
    }
    count(length);
}

void BufferOutput::finish()
{
    if (m_size > 0)
        m_to[total() < m_size ? total() : m_size - 1] = '\0';
}

void writePadded(Output &output, const FormatSpec &spec, const char *prefix, size_t prefixLength,
                 size_t zeros, const char *digits, size_t digitsLength)
{
    const size_t length = prefixLength + zeros + digitsLength;
    size_t padding = spec.width > length ? spec.width - length : 0;
    if (spec.zero && !spec.left) {
        zeros += padding;
        padding = 0;
    }
    if (!spec.left)
        output.fill(' ', padding);
    output.write(prefix, prefixLength);
    output.fill('0', zeros);
    output.write(digits, digitsLength);
    if (spec.left)
        output.fill(' ', padding);
}

namespace {

/** Length modifiers, ISO C 7.21.6.1 paragraph 7. */
enum class Length
{
    none,
    charWide,
    shortWide,
    longWide,
    longLong,
    intMax,
    size,
    ptrDiff,
    longDouble
};

Length parseLength(const char *&at)
{
    switch (*at) {
    case 'h':
        if (*++at != 'h')
            return Length::shortWide;
        ++at;
        return Length::charWide;
    case 'l':
        if (*++at != 'l')
            return Length::longWide;
        ++at;
        return Length::longLong;
    case 'j':
        ++at;
        return Length::intMax;
    case 'z':
        ++at;
        return Length::size;
    case 't':
        ++at;
        return Length::ptrDiff;
    case 'L':
        ++at;
        return Length::longDouble;
    default:
        return Length::none;
    }
}

intmax_t signedArgument(Arguments &arguments, Length length)
{
    switch (length) {
    case Length::charWide:
        return static_cast<signed char>(va_arg(arguments.list, int));
    case Length::shortWide:
        return static_cast<short>(va_arg(arguments.list, int));
    case Length::none:
        return va_arg(arguments.list, int);
    case Length::longWide:
        return va_arg(arguments.list, long);
    default:
        return va_arg(arguments.list, long long);
    }
}

uintmax_t unsignedArgument(Arguments &arguments, Length length)
{
    switch (length) {
    case Length::charWide:
        return static_cast<unsigned char>(va_arg(arguments.list, int));
    case Length::shortWide:
        return static_cast<unsigned short>(va_arg(arguments.list, int));
    case Length::none:
        return va_arg(arguments.list, unsigned int);
    case Length::longWide:
        return va_arg(arguments.list, unsigned long);
    default:
        return va_arg(arguments.list, unsigned long long);
    }
}

/** Writes `value` in `base` so that it ends before `end`; returns where it begins. 0 gives nothing.
 */
char *digitsOf(uintmax_t value, unsigned base, bool upper, char *end)
{
    const char *letters = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    for (; value; value /= base)
        *--end = letters[value % base];
    return end;
}

void writeInteger(Output &output, FormatSpec spec, uintmax_t value, unsigned base,
                  const char *prefix)
{
    char buffer[sizeof(value) * 3];
    char *end = buffer + sizeof(buffer);
    char *begin = digitsOf(value, base, spec.upper, end);
    const auto length = static_cast<size_t>(end - begin);

    size_t wanted = spec.precision < 0 ? 1 : static_cast<size_t>(spec.precision);
    if (spec.alternate && base == 8 && wanted <= length)
        wanted = length + 1; // the first digit of an octal number is to be 0
    if (spec.precision >= 0)
        spec.zero = false;
    writePadded(output, spec, prefix, strlen(prefix), wanted > length ? wanted - length : 0, begin,
                length);
}

void writeText(Output &output, FormatSpec spec, const char *text, size_t length)
{
    spec.zero = false;
    writePadded(output, spec, "", 0, 0, text, length);
}

/** The number at `at`, or that of the next argument for '*'. False when it is too large for int. */
bool parseNumber(const char *&at, Arguments &arguments, int &number)
{
    if (*at == '*') {
        ++at;
        number = va_arg(arguments.list, int);
        return true;
    }
    number = 0;
    for (; *at >= '0' && *at <= '9'; ++at) {
        const int digit = *at - '0';
        if (number > (INT_MAX - digit) / 10)
            return false;
        number = number * 10 + digit;
    }
    return true;
}

bool parseSpec(const char *&at, Arguments &arguments, FormatSpec &spec)
{
    for (;; ++at) {
        if (*at == '-')
            spec.left = true;
        else if (*at == '+')
            spec.plus = true;
        else if (*at == ' ')
            spec.space = true;
        else if (*at == '#')
            spec.alternate = true;
        else if (*at == '0')
            spec.zero = true;
        else
            break;
    }
    int number = 0;
    if (!parseNumber(at, arguments, number))
        return false;
    if (number < 0)
        spec.left = true;
    spec.width = number < 0 ? -static_cast<size_t>(number) : static_cast<size_t>(number);
    if (*at == '.') {
        ++at;
        if (!parseNumber(at, arguments, spec.precision))
            return false;
        if (spec.precision < 0)
            spec.precision = -1;
    }
    return true;
}

void storeCount(Arguments &arguments, Length length, size_t total)
{
    void *to = va_arg(arguments.list, void *);
    switch (length) {
    case Length::charWide:
        *static_cast<signed char *>(to) = static_cast<signed char>(total);
        break;
    case Length::shortWide:
        *static_cast<short *>(to) = static_cast<short>(total);
        break;
    case Length::none:
        *static_cast<int *>(to) = static_cast<int>(total);
        break;
    default:
        *static_cast<long *>(to) = static_cast<long>(total);
        break;
    }
}

void writeSigned(Output &output, const FormatSpec &spec, intmax_t value)
{
    const char *sign = value < 0 ? "-" : spec.plus ? "+" : spec.space ? " " : "";
    const auto magnitude = static_cast<uintmax_t>(value);
    writeInteger(output, spec, value < 0 ? 0 - magnitude : magnitude, 10, sign);
}

void writePointer(Output &output, FormatSpec spec, const void *pointer)
{
    if (!pointer) {
        writeText(output, spec, "(nil)", 5);
        return;
    }
    const char *prefix = spec.plus ? "+0x" : spec.space ? " 0x" : "0x";
    writeInteger(output, spec, reinterpret_cast<uintptr_t>(pointer), 16, prefix);
}

void writeString(Output &output, const FormatSpec &spec, const char *text)
{
    if (!text)
        text = spec.precision < 0 || spec.precision >= 6 ? "(null)" : "";
    const size_t length =
        spec.precision < 0 ? strlen(text) : strnlen(text, static_cast<size_t>(spec.precision));
    writeText(output, spec, text, length);
}

/** One conversion. False when the letter means nothing. */
bool convert(Output &output, FormatSpec &spec, Length length, char letter, Arguments &arguments)
{
    spec.upper = letter >= 'A' && letter <= 'Z';
    if (length == Length::longWide && (letter == 'c' || letter == 's'))
        return false; // there are no wide characters
    switch (letter) {
    case 'd':
    case 'i':
        writeSigned(output, spec, signedArgument(arguments, length));
        return true;
    case 'u':
        writeInteger(output, spec, unsignedArgument(arguments, length), 10, "");
        return true;
    case 'o':
        writeInteger(output, spec, unsignedArgument(arguments, length), 8, "");
        return true;
    case 'x':
    case 'X': {
        const uintmax_t value = unsignedArgument(arguments, length);
        writeInteger(output, spec, value, 16,
                     spec.alternate && value ? (spec.upper ? "0X" : "0x") : "");
        return true;
    }
    case 'c': {
        const char c = static_cast<char>(va_arg(arguments.list, int));
        writeText(output, spec, &c, 1);
        return true;
    }
    case 's':
        writeString(output, spec, va_arg(arguments.list, const char *));
        return true;
    case 'p':
        writePointer(output, spec, va_arg(arguments.list, const void *));
        return true;
    case 'n':
        storeCount(arguments, length, output.total());
        return true;
    case 'm':
        writeString(output, spec, strerror(errno));
        return true;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
        writeFloat(output, spec, letter, length == Length::longDouble, arguments);
        return true;
    case '%':
        output.write("%", 1);
        return true;
    default:
        return false;
    }
}

} // namespace

int format(Output &output, const char *format, va_list list)
{
    Arguments arguments;
    va_copy(arguments.list, list);
    int result = 0;
    while (*format) {
        const char *percent = strchrnul(format, '%');
        output.write(format, static_cast<size_t>(percent - format));
        if (!*percent)
            break;
        const char *at = percent + 1;
        FormatSpec spec;
        if (!parseSpec(at, arguments, spec)) {
            errno = EOVERFLOW;
            result = -1;
            break;
        }
        const Length length = parseLength(at);
        if (!*at || !convert(output, spec, length, *at, arguments)) {
            errno = EINVAL;
            result = -1;
            break;
        }
        format = at + 1;
    }
    va_end(arguments.list);
    if (result < 0)
        return result;
    if (output.total() > INT_MAX) {
        errno = EOVERFLOW;
        return -1;
    }
    return static_cast<int>(output.total());
}

} // namespace nolibc
