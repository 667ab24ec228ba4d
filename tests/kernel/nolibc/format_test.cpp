// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "nolibc.hpp"
#include "oracle.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::string randomFlags(const char *allowed)
{
    std::string flags;
    for (const char *c = allowed; *c; ++c) {
        if (pick(4) == 0)
            flags += *c;
    }
    return flags;
}

std::string randomWidth(unsigned most)
{
    return pick(2) ? std::to_string(pick(most)) : "";
}

std::string randomPrecision(unsigned most)
{
    switch (pick(4)) {
    case 0:
        return "";
    case 1:
        return ".";
    default:
        return "." + std::to_string(pick(most));
    }
}

/** Formats one value with both libraries into buffers of the same, sometimes too small, size. */
template <typename... Values>
void compareFormat(const std::string &format, Values... values)
{
    static char got[20000];
    static char expected[20000];
    const size_t size = pick(8) == 0 ? pick(12) : sizeof(got);
    got[0] = expected[0] = '\0';
    const int gotLength = nl_snprintf(got, size, format.c_str(), values...);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-security"
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    const int expectedLength = std::snprintf(expected, size, format.c_str(), values...);
#pragma GCC diagnostic pop
    if (gotLength != expectedLength || std::strcmp(got, expected) != 0)
        fail("snprintf(" + std::to_string(size) + ", \"" + escaped(format) + "\")",
             escaped(got) + " = " + std::to_string(gotLength),
             escaped(expected) + " = " + std::to_string(expectedLength));
}

uint64_t randomInteger()
{
    // All lengths alike, and the values around powers of two.
    uint64_t value = bits() >> pick(64);
    if (pick(4) == 0)
        value = (uint64_t{1} << pick(64)) + pick(3) - 1;
    return pick(2) ? value : 0 - value;
}

long double randomLongDouble()
{
    const long double value = static_cast<long double>(bits()) * (pick(2) ? 1 : -1);
    return pick(3) ? std::ldexp(value, static_cast<int>(pick(300)) - 200)
                   : std::ldexp(value, static_cast<int>(pick(32000)) - 16400);
}

/** Whether %g with this precision gives `value` one digit more before the point, as 9.99 to 10.0.
 * Older versions of glibc then forget that '#' keeps zeros. */
bool growsByRounding(double value, const std::string &precision)
{
    int digits = precision.empty() ? 6 : std::atoi(precision.c_str() + 1);
    digits = digits == 0 ? 1 : digits;
    char exact[1300];
    char rounded[1300];
    std::snprintf(exact, sizeof(exact), "%.1100e", value);
    std::snprintf(rounded, sizeof(rounded), "%.*e", digits - 1, value);
    const char *exactExponent = std::strchr(exact, 'e');
    const char *roundedExponent = std::strchr(rounded, 'e');
    return exactExponent && roundedExponent && std::strcmp(exactExponent, roundedExponent) != 0;
}

} // namespace

void testIntegers()
{
    static const char *const lengths[] = {"hh", "h", "", "l", "ll", "j", "z", "t"};
    const std::string length = lengths[pick(8)];
    const char letter = "diouxX"[pick(6)];
    const std::string flags = randomFlags(letter == 'd' || letter == 'i' ? "-+ 0"
                                          : letter == 'u'                ? "-0"
                                                                         : "-#0");
    const std::string format =
        "<%" + flags + randomWidth(30) + randomPrecision(26) + length + letter + ">";
    const uint64_t value = randomInteger();
    if (length == "hh" || length == "h" || length.empty())
        compareFormat(format, static_cast<int>(value));
    else
        compareFormat(format, static_cast<long>(value));
}

void testFloats()
{
    const char letter = "eEfFgGaA"[pick(8)];
    const std::string flags = randomFlags("-+ #0");
    if (pick(4) == 0) {
        // A precision for %La rounds like the others; glibc's own result there depends on the mode.
        const std::string precision = (letter | 0x20) == 'a' ? "" : randomPrecision(40);
        compareFormat("<%" + flags + randomWidth(40) + precision + "L" + letter + ">",
                      randomLongDouble());
    } else {
        const std::string precision = randomPrecision(pick(20) == 0 ? 1200 : 25);
        const double value = randomDouble();
        if ((letter | 0x20) == 'g' && flags.find('#') != std::string::npos &&
            growsByRounding(value, precision))
            return;
        compareFormat("<%" + flags + randomWidth(40) + precision + letter + ">", value);
    }
}

void testTexts()
{
    static const char *const texts[] = {"", "a", "hello", "a somewhat longer text, with %d in it"};
    const char *text = texts[pick(4)];
    compareFormat("[%" + randomFlags("-") + randomWidth(20) + randomPrecision(10) + "s]", text);
    compareFormat("[%" + randomFlags("-") + randomWidth(6) + "c]", static_cast<int>(pick(95)) + 32);
    compareFormat("%*.*s|%-*d|%%", static_cast<int>(pick(20)) - 10, static_cast<int>(pick(10)) - 2,
                  text, static_cast<int>(pick(12)), static_cast<int>(randomInteger()));
    compareFormat("[%" + randomFlags("-") + randomWidth(24) + "p]",
                  reinterpret_cast<void *>(pick(8) ? bits() >> 16 : 0));
    compareFormat("[%" + randomWidth(8) + "s]", static_cast<const char *>(nullptr));
}
