// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "nolibc.hpp"
#include "oracle.hpp"

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace {

template <typename Float>
void compareStrto(const char *name, const std::string &text, Float (*ours)(const char *, char **),
                  Float (*hosts)(const char *, char **))
{
    char *gotEnd = nullptr;
    char *expectedEnd = nullptr;
    nl_errno = errno = 0;
    const Float got = ours(text.c_str(), &gotEnd);
    const Float expected = hosts(text.c_str(), &expectedEnd);
    char gotText[64];
    char expectedText[64];
    std::snprintf(gotText, sizeof(gotText), "%La, %d characters, errno %d",
                  static_cast<long double>(got), static_cast<int>(gotEnd - text.c_str()), nl_errno);
    // The host does not report a result that is exact, however tiny; C lets both pass.
    const bool tiny = std::fabs(expected) < std::numeric_limits<Float>::min() * 2;
    std::snprintf(expectedText, sizeof(expectedText), "%La, %d characters, errno %d",
                  static_cast<long double>(expected), static_cast<int>(expectedEnd - text.c_str()),
                  tiny ? nl_errno : errno);
    if (std::strcmp(gotText, expectedText) != 0)
        fail(std::string(name) + "(\"" + text + "\")", gotText, expectedText);
}

} // namespace

std::string randomNumberText()
{
    std::string text;
    switch (pick(5)) {
    case 0: { // exactly between two doubles, or just beside
        char exact[1200];
        const double value = std::fabs(randomDouble());
        const double next = std::nextafter(value, INFINITY);
        if (!std::isfinite(next))
            return "1.797693134862315808e308";
        std::snprintf(exact, sizeof(exact), "%.1100Lg",
                      (static_cast<long double>(value) + next) / 2);
        text = exact;
        if (pick(2) && text.find('.') != std::string::npos && text.find('e') == std::string::npos)
            text += pick(2) ? "1" : "00";
        return text;
    }
    case 1: {
        char hex[64];
        std::snprintf(hex, sizeof(hex), "%a", randomDouble());
        return hex;
    }
    case 2: {
        static const char *const special[] = {"inf",
                                              "-Infinity",
                                              "infinit",
                                              "nan",
                                              "nan(12)",
                                              "nan(",
                                              "0x1",
                                              "0x.8p1",
                                              ".",
                                              "1.",
                                              ".5e",
                                              "1e+",
                                              "1e400",
                                              "-1e-400",
                                              "0x1p-1080",
                                              "0e999999999999",
                                              "1e-5000",
                                              "1e5000",
                                              "0x1.fffffffffffff8p1023",
                                              "4.9e-324",
                                              "2.4e-324",
                                              "0x1.ffffffffffffffff8p0",
                                              "0x1.fffffffffffffffe80000000001p3",
                                              "0x1.fffffffffffffffe8p16383"};
        return special[pick(sizeof(special) / sizeof(special[0]))];
    }
    default:
        for (uint64_t digits = 1 + pick(30); digits > 0; --digits)
            text += static_cast<char>('0' + pick(10));
        if (pick(2))
            text.insert(pick(text.size() + 1), ".");
        if (pick(2))
            text +=
                (pick(2) ? "e" : "E") +
                std::to_string(static_cast<int>(pick(pick(4) ? 40 : 700)) - (pick(2) ? 20 : 350));
        return (pick(4) ? "" : " -") + text;
    }
}

void testStrtol()
{
    static const char alphabet[] = "0123456789abcxXzZ+- \t.";
    std::string text;
    for (uint64_t length = pick(26); length > 0; --length)
        text += alphabet[pick(pick(2) ? 10 : sizeof(alphabet) - 1)];
    if (pick(3) == 0)
        text = (pick(2) ? "-" : "") + std::to_string(pick(2) ? INT64_MAX : UINT64_MAX) +
               text.substr(0, pick(2));
    if (pick(3) == 0)
        text.insert(0, pick(2) ? " 0x" : "0");
    static const int bases[] = {0, 2, 8, 10, 16, 36, 1, 37};
    const int base = bases[pick(8)];
    char *gotEnd = nullptr;
    char *expectedEnd = nullptr;
    nl_errno = errno = 0;
    const long got = nl_strtol(text.c_str(), &gotEnd, base);
    const long expected = std::strtol(text.c_str(), &expectedEnd, base);
    const std::string what = "(\"" + text + "\", " + std::to_string(base) + ")";
    same("strtol" + what, got, expected);
    same("strtol errno" + what, nl_errno, errno);
    if (base != 1 && base != 37) // with an invalid base the end is unspecified
        same("strtol end" + what, gotEnd - text.c_str(), expectedEnd - text.c_str());
    same("strtoul" + what, nl_strtoul(text.c_str(), nullptr, base),
         std::strtoul(text.c_str(), nullptr, base));
}

void testStrtod()
{
    const std::string text = randomNumberText();
    compareStrto("strtod", text, nl_strtod, std::strtod);
    compareStrto("strtof", text, nl_strtof, std::strtof);
    compareStrto("strtold", text, nl_strtold, std::strtold);
}

void testScan()
{
    static const char *const formats[] = {"%d %x%n", "%3d%*d%u", "%i:%i",    "%s %c%[a-c1-3]",
                                          "%5s%n",   "%[^,],%d", " %d , %d", "%%%d",
                                          "%2c%s",   "%ld%lo"};
    static const char *const inputs[] = {
        "12 0x1f", "-123456 78", "0x10:010", "word  xabc123z",  "",    "   ", "key,42", " 7 , -8",
        "%5",      "ab cd",      "0x3",      "99999999999 777", "+-3", "abc"};
    const char *format = formats[pick(10)];
    const char *input = inputs[pick(14)];
    char got[3][64] = {};
    char expected[3][64] = {};
    const int gotCount = nl_sscanf(input, format, got[0], got[1], got[2]);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    const int expectedCount = std::sscanf(input, format, expected[0], expected[1], expected[2]);
#pragma GCC diagnostic pop
    const std::string what = "sscanf(\"" + std::string(input) + "\", \"" + format + "\")";
    same(what, gotCount, expectedCount);
    if (std::memcmp(got, expected, sizeof(got)) != 0)
        fail(what, "other values", "");
    double gotDouble = 1;
    double expectedDouble = 1;
    const std::string number = randomNumberText();
    char *end = nullptr;
    std::strtod(number.c_str(), &end);
    // A number that breaks off, as "1e+" does, is no number in ISO C; the host takes what it can.
    if (number.size() <= 20 && *end == '\0') {
        const int gotItems = nl_sscanf(number.c_str(), "%20lf", &gotDouble);
        const int expectedItems = std::sscanf(number.c_str(), "%20lf", &expectedDouble);
        same("sscanf(\"" + number + "\", \"%20lf\")", gotItems, expectedItems);
        if (gotItems == 1 && expectedItems == 1)
            same("sscanf(\"" + number + "\", \"%20lf\") value",
                 gotDouble == expectedDouble ||
                     (std::isnan(gotDouble) && std::isnan(expectedDouble)),
                 true);
    }
}
