// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "check.hpp"

#include <uk/argparse.h>
#include <vector>

namespace {

using Words = std::vector<std::string>;

Words split(std::string line, int most = 20)
{
    std::vector<char *> words(static_cast<size_t>(most));
    const int count = uk_argparse(line.data(), words.data(), most);
    return {words.begin(), words.begin() + count};
}

std::string shown(const Words &words)
{
    std::string text;
    for (const std::string &word : words)
        text += "[" + word + "]";
    return text;
}

void expect(const std::string &line, const Words &wanted, int most = 20)
{
    const Words got = split(line, most);
    check(got == wanted, "uk_argparse(" + line + "): " + shown(got) + ", not " + shown(wanted));
}

/** `word` so that a shell would read it as it is. */
std::string quoted(const std::string &word)
{
    std::string text;
    switch (pick(3)) {
    case 0:
        text = "'";
        for (char c : word)
            text += c == '\'' ? std::string("'\\''") : std::string(1, c);
        return text + "'";
    case 1:
        text = "\"";
        for (char c : word)
            text += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
        return text + "\"";
    default:
        for (char c : word)
            text += "\\" + std::string(1, c);
        return word.empty() ? "''" : text;
    }
}

void testQuoting()
{
    for (int round = 0; round < 5000; ++round) {
        Words words(pick(6));
        std::string line;
        for (std::string &word : words) {
            for (uint64_t length = pick(6); length > 0; --length)
                word += "ab '\"\\\t$"[pick(8)];
            line +=
                std::string(pick(3) + (line.empty() ? 0 : 1), pick(2) ? ' ' : '\t') + quoted(word);
        }
        expect(line + std::string(pick(3), ' '), words);
    }
}

void testLists()
{
    std::string list = "a::bc:";
    char *at = list.data();
    Words items;
    while (char *item = uk_nextarg(&at, ':'))
        items.emplace_back(item);
    check(items == Words{"a", "", "bc", ""}, "uk_nextarg: " + shown(items));

    const char *constAt = "one,two";
    const char *begin = constAt;
    check(uk_nextarg_r(&constAt, ',') == 3 && constAt == begin + 4, "uk_nextarg_r: first item");
    check(uk_nextarg_r(&constAt, ',') == 3 && !constAt, "uk_nextarg_r: last item");
    check(uk_nextarg_r(&constAt, ',') == 0 && !constAt, "uk_nextarg_r: after the last");
}

} // namespace

void testArgparse()
{
    expect("", {});
    expect("  \t\n ", {});
    expect("one", {"one"});
    expect("one two  three ", {"one", "two", "three"});
    expect("a'b c'd \"e f\"", {"ab cd", "e f"});
    expect("'' \"\"", {"", ""});
    expect("'open", {"open"});
    expect("end\\", {"end\\"});
    expect("a b c d", {"a", "b"}, 2);
    testQuoting();
    testLists();

    char cut[] = "one two";
    char *words[4];
    check(uk_argnparse(cut, 6, words, 4) == 2 && std::string(words[1]) == "t",
          "a length limit cuts");
    check(uk_argnparse(cut, 0, words, 4) == 0, "no length, no words");

    check(uk_strnkeycmp("ramfs=2", 7, "ram", "=") == -1, "a longer word is no match");
    check(uk_strnkeycmp("ramfs=2", 7, "ramfs", "=") == 5, "a match before a separator");
    check(uk_strnkeycmp("ramfs", 5, "ramfs", nullptr) == 0, "a whole match");
    check(uk_strnkeycmp("ramfs=2", 5, "ramfs", "=") == 0, "a whole match by length");
    check(uk_strnkeycmp("ra", 2, "ramfs", "=") == -1, "a shorter word is no match");
}
