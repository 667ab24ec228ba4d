// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "check.hpp"

#include <cstring>
#include <uk/isr/string.h>
#include <vector>

namespace {

std::string text()
{
    std::string result;
    for (uint64_t length = pick(20); length > 0; --length)
        result += "abc\xe9"[pick(4)];
    return result;
}

int sign(int value)
{
    return (value > 0) - (value < 0);
}

} // namespace

void testIsr()
{
    for (int round = 0; round < 5000; ++round) {
        const std::string a = text();
        const std::string b = pick(2) ? a.substr(0, pick(a.size() + 1)) : text();
        const char *left = a.c_str();
        const char *right = b.c_str();
        const std::string what = "(" + a + ", " + b + ")";
        const size_t count = pick(24);
        const int c = left[0];
        check(strlen_isr(left) == std::strlen(left), "strlen" + what);
        check(strnlen_isr(left, count) == strnlen(left, count), "strnlen" + what);
        check(sign(strcmp_isr(left, right)) == sign(std::strcmp(left, right)), "strcmp" + what);
        check(sign(strncmp_isr(left, right, count)) == sign(std::strncmp(left, right, count)),
              "strncmp" + what);
        check(strchr_isr(right, c) == std::strchr(right, c), "strchr" + what);
        check(strrchr_isr(right, c) == std::strrchr(right, c), "strrchr" + what);
        check(strspn_isr(left, right) == std::strspn(left, right), "strspn" + what);
        check(strcspn_isr(left, right) == std::strcspn(left, right), "strcspn" + what);
        check(memchr_isr(left, c, a.size()) == std::memchr(left, c, a.size()), "memchr" + what);

        std::vector<char> got(80, 'x');
        std::vector<char> wanted(80, 'x');
        strncpy_isr(got.data(), left, count);
        std::strncpy(wanted.data(), left, count);
        strcpy_isr(got.data() + 30, left);
        std::strcpy(wanted.data() + 30, left);
        check(got == wanted, "strcpy, strncpy" + what);
        const size_t from = pick(40);
        const size_t to = pick(40);
        memmove_isr(got.data() + to, got.data() + from, count);
        std::memmove(wanted.data() + to, wanted.data() + from, count);
        memset_isr(got.data() + from, c, count / 2);
        std::memset(wanted.data() + from, c, count / 2);
        check(got == wanted, "memmove, memset" + what);
        check(memcmp_isr(got.data(), wanted.data(), got.size()) == 0, "memcmp" + what);

        char small[8] = "ab";
        check(strlcat_isr(small, left, sizeof(small)) == 2 + a.size(), "strlcat" + what);
        check(std::string(small) == ("ab" + a).substr(0, 7), "strlcat's text" + what);
    }
}
