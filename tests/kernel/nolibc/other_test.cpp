// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "nolibc.hpp"
#include "oracle.hpp"

#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <unistd.h>
#include <vector>

namespace {

int compareBytes(const void *a, const void *b)
{
    return std::memcmp(a, b, 3);
}

} // namespace

void testTime()
{
    // The host's struct tm has the same members in the same order.
    int64_t value = static_cast<int64_t>(bits() >> (14 + pick(50)));
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
    same("wide characters", nl_snprintf(nullptr, 0, "%ls", ""), -1);
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
