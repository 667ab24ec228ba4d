// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
//
// nolibc against the host's C library: random inputs, the same results. The seed is printed and
// can be given as the first argument, the number of rounds as the second.

#include "nolibc.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <random>
#include <string>
#include <strings.h>
#include <unistd.h>
#include <vector>

namespace {

std::mt19937_64 generator;
int failures = 0;

uint64_t pick(uint64_t below)
{
    return generator() % below;
}

void fail(const std::string &what, const std::string &got, const std::string &expected)
{
    if (++failures <= 40)
        std::printf("FAIL %s\n  nolibc: %s\n  host:   %s\n", what.c_str(), got.c_str(),
                    expected.c_str());
}

template <typename T>
void same(const std::string &what, T got, T expected)
{
    if (got != expected)
        fail(what, std::to_string(got), std::to_string(expected));
}

std::string escaped(const std::string &text)
{
    std::string result;
    for (unsigned char c : text) {
        char piece[8];
        std::snprintf(piece, sizeof(piece), c >= ' ' && c < 127 ? "%c" : "\\x%02x", c);
        result += piece;
    }
    return result;
}

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
    uint64_t value = generator() >> pick(64);
    if (pick(4) == 0)
        value = (uint64_t{1} << pick(64)) + pick(3) - 1;
    return pick(2) ? value : 0 - value;
}

double randomDouble()
{
    switch (pick(6)) {
    case 0: { // any bits
        const uint64_t bits = generator();
        double value;
        std::memcpy(&value, &bits, sizeof(value));
        return std::isnan(value) ? 0.5 : value;
    }
    case 1: // few decimals: ties
        return static_cast<double>(static_cast<int64_t>(pick(2000001)) - 1000000) /
               static_cast<double>(1U << pick(12));
    case 2: {
        static const double special[] = {0.0,
                                         -0.0,
                                         INFINITY,
                                         -INFINITY,
                                         1.0,
                                         9.5,
                                         0.5,
                                         99999.5,
                                         999999.5,
                                         1e-5,
                                         0.0001,
                                         123456789.0,
                                         5e-324,
                                         2.2250738585072014e-308,
                                         1.7976931348623157e308,
                                         1e22,
                                         1e23};
        return special[pick(sizeof(special) / sizeof(special[0]))];
    }
    case 3:
        return std::ldexp(static_cast<double>(pick(1000)), static_cast<int>(pick(200)) - 100);
    case 4:
        return std::strtod(
            (std::to_string(pick(100000)) + "e" + std::to_string(static_cast<int>(pick(40)) - 20))
                .c_str(),
            nullptr);
    default:
        return static_cast<double>(pick(100000)) / 1000.0;
    }
}

long double randomLongDouble()
{
    const long double value = static_cast<long double>(generator()) * (pick(2) ? 1 : -1);
    return pick(3) ? std::ldexp(value, static_cast<int>(pick(300)) - 200)
                   : std::ldexp(value, static_cast<int>(pick(32000)) - 16400);
}

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
                  reinterpret_cast<void *>(pick(8) ? generator() >> 16 : 0));
    compareFormat("[%" + randomWidth(8) + "s]", static_cast<const char *>(nullptr));
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

void testStrtod()
{
    const std::string text = randomNumberText();
    compareStrto("strtod", text, nl_strtod, std::strtod);
    compareStrto("strtof", text, nl_strtof, std::strtof);
    compareStrto("strtold", text, nl_strtold, std::strtold);
}

std::string randomText(size_t most, unsigned letters)
{
    std::string text;
    for (uint64_t length = pick(most); length > 0; --length)
        text += static_cast<char>(pick(16) == 0 ? 200 + pick(50) : 'a' + pick(letters));
    return text;
}

ptrdiff_t offset(const void *found, const void *begin)
{
    return found ? static_cast<const char *>(found) - static_cast<const char *>(begin) : -1;
}

int sign(int value)
{
    return (value > 0) - (value < 0);
}

void testStrings()
{
    const std::string a = randomText(40, 3);
    const std::string b =
        pick(2) ? a.substr(0, pick(a.size() + 1)) + randomText(4, 3) : randomText(4, 3);
    const char *left = a.c_str();
    const char *right = b.c_str();
    const std::string what = "(\"" + escaped(a) + "\", \"" + escaped(b) + "\")";
    const size_t count = pick(44);
    const int c = static_cast<unsigned char>(b.empty() ? 'a' : b[0]);
    const size_t common = std::min(a.size(), b.size());
    same("strlen" + what, nl_strlen(left), std::strlen(left));
    same("strnlen" + what, nl_strnlen(left, count), strnlen(left, count));
    same("strcmp" + what, sign(nl_strcmp(left, right)), sign(std::strcmp(left, right)));
    same("strncmp" + what, sign(nl_strncmp(left, right, count)),
         sign(std::strncmp(left, right, count)));
    same("strcasecmp" + what, sign(nl_strcasecmp(left, right)), sign(strcasecmp(left, right)));
    same("memcmp" + what, sign(nl_memcmp(left, right, common)),
         sign(std::memcmp(left, right, common)));
    same("strchr" + what, offset(nl_strchr(left, c), left), offset(std::strchr(left, c), left));
    same("strrchr" + what, offset(nl_strrchr(left, c), left), offset(std::strrchr(left, c), left));
    same("memchr" + what, offset(nl_memchr(left, c, a.size()), left),
         offset(std::memchr(left, c, a.size()), left));
    same("memrchr" + what, offset(nl_memrchr(left, c, a.size()), left),
         offset(memrchr(left, c, a.size()), left));
    same("strstr" + what, offset(nl_strstr(left, right), left),
         offset(std::strstr(left, right), left));
    same("memmem" + what, offset(nl_memmem(left, a.size(), right, b.size()), left),
         offset(memmem(left, a.size(), right, b.size()), left));
    same("strspn" + what, nl_strspn(left, right), std::strspn(left, right));
    same("strcspn" + what, nl_strcspn(left, right), std::strcspn(left, right));
    same("strpbrk" + what, offset(nl_strpbrk(left, right), left),
         offset(std::strpbrk(left, right), left));

    std::vector<char> got(200, 'x');
    std::vector<char> expected(200, 'x');
    const auto compareBuffers = [&](const char *name) {
        if (got != expected)
            fail(name + what, escaped({got.begin(), got.end()}),
                 escaped({expected.begin(), expected.end()}));
    };
    nl_strcpy(got.data(), left);
    std::strcpy(expected.data(), left);
    nl_strncat(got.data(), right, count);
    std::strncat(expected.data(), right, count);
    compareBuffers("strncat");
    nl_strncpy(got.data() + 100, left, count);
    std::strncpy(expected.data() + 100, left, count);
    compareBuffers("strncpy");
    const size_t from = pick(100);
    const size_t to = pick(100);
    nl_memmove(got.data() + to, got.data() + from, count);
    std::memmove(expected.data() + to, expected.data() + from, count);
    compareBuffers("memmove");
    nl_memset(got.data() + from, c, count);
    std::memset(expected.data() + from, c, count);
    compareBuffers("memset");

    char small[16] = "start";
    const size_t size = pick(sizeof(small) + 1);
    const size_t wanted = nl_strlcpy(small, left, size);
    same("strlcpy" + what, wanted, a.size());
    if (size > 0 && std::string(small) != a.substr(0, std::min(a.size(), size - 1)))
        fail("strlcpy" + what, small, a);

    std::string gotWords = a;
    std::string expectedWords = a;
    char *gotState = nullptr;
    char *expectedState = nullptr;
    char *gotWord = nl_strtok_r(gotWords.data(), right, &gotState);
    char *expectedWord = strtok_r(expectedWords.data(), right, &expectedState);
    while (gotWord && expectedWord) {
        same("strtok_r" + what, offset(gotWord, gotWords.data()),
             offset(expectedWord, expectedWords.data()));
        gotWord = nl_strtok_r(nullptr, right, &gotState);
        expectedWord = strtok_r(nullptr, right, &expectedState);
    }
    same("strtok_r end" + what, gotWord == nullptr, expectedWord == nullptr);
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

void testTime()
{
    // The host's struct tm has the same members in the same order.
    int64_t value = static_cast<int64_t>(generator() >> (14 + pick(50)));
    if (pick(2))
        value = -value;
    tm got{};
    tm expected{};
    const std::string what = "(" + std::to_string(value) + ")";
    const bool gotAny = nl_gmtime_r(&value, &got) != nullptr;
    const time_t hostValue = value;
    const bool expectedAny = gmtime_r(&hostValue, &expected) != nullptr;
    same("gmtime_r" + what, gotAny, expectedAny);
    if (!gotAny || !expectedAny)
        return;
    const auto fields = [](const tm &t) {
        char text[200];
        std::snprintf(text, sizeof(text), "%d-%d-%d %d:%d:%d w%d y%d", t.tm_year, t.tm_mon,
                      t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday);
        return std::string(text);
    };
    if (fields(got) != fields(expected))
        fail("gmtime_r" + what, fields(got), fields(expected));
    same("timegm" + what, nl_timegm(&got), value);
    const char *format =
        "%a %A %b %B %c %d %D %e %F %H %I %j %m %M %p %r %R %S %T %u %U %V %G %w %W %Y|%%%n%t";
    char gotText[400];
    char expectedText[400];
    same("strftime length" + what, nl_strftime(gotText, sizeof(gotText), format, &got),
         strftime(expectedText, sizeof(expectedText), format, &expected));
    if (std::strcmp(gotText, expectedText) != 0)
        fail("strftime" + what, gotText, expectedText);
}

int compareBytes(const void *a, const void *b)
{
    return std::memcmp(a, b, 3);
}

void testSort()
{
    std::vector<char> got(3 * pick(60));
    for (char &c : got)
        c = static_cast<char>(pick(4));
    std::vector<char> expected = got;
    nl_qsort(got.data(), got.size() / 3, 3, compareBytes);
    std::qsort(expected.data(), expected.size() / 3, 3, compareBytes);
    if (got != expected)
        fail("qsort", "another order", "");
    const char key[] = {1, 2, 1};
    const auto *found =
        static_cast<const char *>(nl_bsearch(key, got.data(), got.size() / 3, 3, compareBytes));
    const void *hostFound = std::bsearch(key, got.data(), got.size() / 3, 3, compareBytes);
    same("bsearch", found != nullptr, hostFound != nullptr);
    if (found)
        same("bsearch finds", std::memcmp(found, key, 3), 0);
}

void testCharacters()
{
    for (int c = -1; c < 256; ++c) {
        const std::string what = "(" + std::to_string(c) + ")";
        same("isalpha" + what, nl_isalpha(c) != 0, std::isalpha(c) != 0);
        same("isspace" + what, nl_isspace(c) != 0, std::isspace(c) != 0);
        same("ispunct" + what, nl_ispunct(c) != 0, std::ispunct(c) != 0);
        same("isprint" + what, nl_isprint(c) != 0, std::isprint(c) != 0);
        same("iscntrl" + what, nl_iscntrl(c) != 0, std::iscntrl(c) != 0);
        same("isxdigit" + what, nl_isxdigit(c) != 0, std::isxdigit(c) != 0);
        same("toupper" + what, nl_toupper(c), std::toupper(c));
    }
    for (int number = 0; number < 140; ++number) {
        if (std::strcmp(nl_strerror(number), std::strerror(number)) != 0)
            fail("strerror(" + std::to_string(number) + ")", nl_strerror(number),
                 std::strerror(number));
    }
}

void testConsole()
{
    nl_printf("%s %05d|", "text", 42);
    nl_puts(std::string(300, 'y').c_str());
    if (takeConsole() != "text 00042|" + std::string(300, 'y') + "\n")
        fail("printf, puts", "other text on the console", "");
    char *text = nullptr;
    same("asprintf", nl_asprintf(&text, "%d-%s", 12, "x"), 4);
    if (std::string(text) != "12-x")
        fail("asprintf", text, "12-x");
    std::free(text);
    same("invalid conversion", nl_snprintf(nullptr, 0, "%y"), -1);
    same("errno of it", nl_errno, EINVAL);
}

void testEnvironment()
{
    for (int i = 0; i < 20; ++i)
        same("setenv",
             nl_setenv(("name" + std::to_string(i)).c_str(), std::to_string(i).c_str(), 0), 0);
    nl_setenv("name3", "new", 0);
    same("setenv keeps", std::strcmp(nl_getenv("name3"), "3"), 0);
    nl_setenv("name3", "new", 1);
    same("setenv replaces", std::strcmp(nl_getenv("name3"), "new"), 0);
    nl_unsetenv("name3");
    same("unsetenv", nl_getenv("name3") == nullptr, true);
    same("others stay", std::strcmp(nl_getenv("name19"), "19"), 0);
    same("prefix is no name", nl_getenv("name") == nullptr, true);
    same("setenv with =", nl_setenv("a=b", "c", 1), -1);
}

void testOptions()
{
    static const char *const words[] = {"-a", "-b", "-ab", "-cvalue", "-c",  "value",
                                        "--", "-",  "-x",  "-bc",     "-acv"};
    std::vector<std::string> text{"program"};
    for (uint64_t count = pick(6); count > 0; --count)
        text.emplace_back(words[pick(11)]);
    std::vector<char *> argv;
    for (std::string &word : text)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const int argc = static_cast<int>(text.size());
    nl_optind = 0;
    optind = 0;
    opterr = nl_opterr = 0;
    for (int i = 0; i < 20; ++i) {
        const int got = nl_getopt(argc, argv.data(), "abc:");
        const int expected = getopt(argc, argv.data(), "+abc:");
        same("getopt", got, expected);
        same("optind", nl_optind, optind);
        if (got == 'c')
            same("optarg", static_cast<const void *>(nl_optarg) == optarg, true);
        if (got == -1 || expected == -1)
            break;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const uint64_t seed = argc > 1 ? std::strtoull(argv[1], nullptr, 0) : std::random_device{}();
    const long rounds = argc > 2 ? std::atol(argv[2]) : 20000;
    generator.seed(seed);
    std::printf("seed %llu, %ld rounds\n", static_cast<unsigned long long>(seed), rounds);
    testCharacters();
    testConsole();
    testEnvironment();
    for (long round = 0; round < rounds; ++round) {
        testIntegers();
        testFloats();
        testTexts();
        testStrtol();
        testStrtod();
        testStrings();
        testScan();
        testTime();
        testSort();
        testOptions();
    }
    std::printf("%d failures\n", failures);
    return failures == 0 ? 0 : 1;
}
