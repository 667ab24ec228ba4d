// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "nolibc.hpp"
#include "oracle.hpp"

#include <algorithm>
#include <cstring>
#include <strings.h>
#include <vector>

namespace {

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

} // namespace

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
