// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "format.hpp"

namespace uk {

namespace {

/** One conversion, as read from the pattern. */
struct Conversion
{
    bool leftAligned = false;
    bool zeroPadded = false;
    bool plus = false;
    bool space = false;
    bool alternative = false;
    int width = 0;
    int precision = -1;
    int size = 0; // of the argument: 0 int, 1 long, 2 long long, -1 short, -2 char
};

void repeat(FormatSink &sink, char c, int count)
{
    const char sixteen[16] = {c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c};
    for (; count > 0; count -= 16)
        sink.write(sixteen, static_cast<__sz>(count < 16 ? count : 16));
}

void putString(FormatSink &sink, const Conversion &how, const char *text)
{
    if (!text)
        text = "(null)";
    int length = 0;
    while ((how.precision < 0 || length < how.precision) && text[length])
        ++length;
    if (!how.leftAligned)
        repeat(sink, ' ', how.width - length);
    sink.write(text, static_cast<__sz>(length));
    if (how.leftAligned)
        repeat(sink, ' ', how.width - length);
}

/** Writes prefix, zeros and digits within the width. */
void putNumber(FormatSink &sink, const Conversion &how, const char *prefix, int prefixLength,
               const char *digits, int digitCount)
{
    int zeros = how.precision > digitCount ? how.precision - digitCount : 0;
    if (how.zeroPadded && !how.leftAligned && how.precision < 0) {
        zeros = how.width - prefixLength - digitCount;
        if (zeros < 0)
            zeros = 0;
    }
    const int padding = how.width - prefixLength - zeros - digitCount;
    if (!how.leftAligned)
        repeat(sink, ' ', padding);
    sink.write(prefix, static_cast<__sz>(prefixLength));
    repeat(sink, '0', zeros);
    sink.write(digits, static_cast<__sz>(digitCount));
    if (how.leftAligned)
        repeat(sink, ' ', padding);
}

/** Digits of a number, right-aligned in a buffer. */
class Digits
{
public:
    Digits(__u64 value, unsigned int base, bool upperCase)
    {
        const char *symbols = upperCase ? "0123456789ABCDEF" : "0123456789abcdef";
        for (; value; value /= base)
            m_text[--m_first] = symbols[value % base];
    }
    const char *text() const { return m_text + m_first; }
    int count() const { return capacity - m_first; }

private:
    static constexpr int capacity = 22; // a 64-bit number in octal
    char m_text[capacity];
    int m_first = capacity;
};

void putUnsigned(FormatSink &sink, const Conversion &how, __u64 value, char letter)
{
    const unsigned int base = letter == 'o' ? 8 : letter == 'u' ? 10 : 16;
    const bool upperCase = letter == 'X';
    Digits digits(value, base, upperCase);
    const char *prefix = "";
    int prefixLength = 0;
    if (how.alternative && value && base == 16) {
        prefix = upperCase ? "0X" : "0x";
        prefixLength = 2;
    }
    Conversion adjusted = how;
    if (how.alternative && base == 8 && how.precision <= digits.count())
        adjusted.precision = digits.count() + 1;
    if (digits.count() == 0 && how.precision != 0) {
        putNumber(sink, adjusted, prefix, prefixLength, "0", 1);
        return;
    }
    putNumber(sink, adjusted, prefix, prefixLength, digits.text(), digits.count());
}

void putSigned(FormatSink &sink, const Conversion &how, __s64 value)
{
    const __u64 magnitude = value < 0 ? -static_cast<__u64>(value) : static_cast<__u64>(value);
    const char *sign = value < 0 ? "-" : how.plus ? "+" : how.space ? " " : "";
    const int signLength = *sign ? 1 : 0;
    Digits digits(magnitude, 10, false);
    if (digits.count() == 0 && how.precision != 0) {
        putNumber(sink, how, sign, signLength, "0", 1);
        return;
    }
    putNumber(sink, how, sign, signLength, digits.text(), digits.count());
}

/** Holds a va_list so that functions can take arguments off it in turn. */
struct Arguments
{
    va_list list;

    __u64 takeUnsigned(int size)
    {
        switch (size) {
        case -2:
            return static_cast<unsigned char>(va_arg(list, unsigned int));
        case -1:
            return static_cast<unsigned short>(va_arg(list, unsigned int));
        case 0:
            return va_arg(list, unsigned int);
        default:
            return va_arg(list, unsigned long);
        }
    }
    __s64 takeSigned(int size)
    {
        switch (size) {
        case -2:
            return static_cast<signed char>(va_arg(list, int));
        case -1:
            return static_cast<short>(va_arg(list, int));
        case 0:
            return va_arg(list, int);
        default:
            return va_arg(list, long);
        }
    }
};

bool readFlag(char c, Conversion &how)
{
    switch (c) {
    case '-':
        how.leftAligned = true;
        return true;
    case '0':
        how.zeroPadded = true;
        return true;
    case '+':
        how.plus = true;
        return true;
    case ' ':
        how.space = true;
        return true;
    case '#':
        how.alternative = true;
        return true;
    default:
        return false;
    }
}

/** A number of the pattern or, for `*`, an argument. */
int readNumber(const char *&at, Arguments &arguments)
{
    if (*at == '*') {
        ++at;
        return va_arg(arguments.list, int);
    }
    int number = 0;
    for (; *at >= '0' && *at <= '9'; ++at)
        number = number * 10 + (*at - '0');
    return number;
}

int readSize(const char *&at)
{
    int size = 0;
    for (;; ++at) {
        switch (*at) {
        case 'h':
            --size;
            break;
        case 'l':
        case 'j':
        case 'z':
        case 't':
            ++size;
            break;
        default:
            return size;
        }
    }
}

/** Reads what stands between `%` and the letter. */
Conversion readConversion(const char *&at, Arguments &arguments)
{
    Conversion how;
    while (readFlag(*at, how))
        ++at;
    how.width = readNumber(at, arguments);
    if (how.width < 0) {
        how.leftAligned = true;
        how.width = -how.width;
    }
    if (*at == '.') {
        ++at;
        how.precision = readNumber(at, arguments);
    }
    how.size = readSize(at);
    return how;
}

/** Returns false when there is no such conversion. */
bool convert(FormatSink &sink, Conversion &how, char letter, Arguments &arguments)
{
    switch (letter) {
    case 'd':
    case 'i':
        putSigned(sink, how, arguments.takeSigned(how.size));
        return true;
    case 'u':
    case 'x':
    case 'X':
    case 'o':
        putUnsigned(sink, how, arguments.takeUnsigned(how.size), letter);
        return true;
    case 'p':
        how.alternative = true;
        putUnsigned(sink, how, arguments.takeUnsigned(1), 'x');
        return true;
    case 'c': {
        const char c = static_cast<char>(va_arg(arguments.list, int));
        if (!how.leftAligned)
            repeat(sink, ' ', how.width - 1);
        sink.write(&c, 1);
        if (how.leftAligned)
            repeat(sink, ' ', how.width - 1);
        return true;
    }
    case 's':
        putString(sink, how, va_arg(arguments.list, const char *));
        return true;
    case '%':
        sink.write("%", 1);
        return true;
    default:
        return false;
    }
}

} // namespace

void format(FormatSink &sink, const char *pattern, va_list list)
{
    Arguments arguments;
    va_copy(arguments.list, list);
    const char *at = pattern;
    while (*at) {
        const char *text = at;
        while (*at && *at != '%')
            ++at;
        if (at != text)
            sink.write(text, static_cast<__sz>(at - text));
        if (!*at)
            break;
        const char *conversion = at++;
        Conversion how = readConversion(at, arguments);
        const char letter = *at;
        if (letter)
            ++at;
        if (!convert(sink, how, letter, arguments))
            sink.write(conversion, static_cast<__sz>(at - conversion));
    }
    va_end(arguments.list);
}

} // namespace uk
