// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The kernel's readers of command lines, against a reader that is slower and simpler.
#include <argument.hpp>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <uk/argparse.h>
#include <vector>

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/** Words as a shell makes them: '...' as it is, "..." and the rest with backslashes. */
std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    std::string word;
    bool isWord = false;
    char quote = 0;
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    for (std::size_t i = 0; i < line.size() && line[i]; ++i) {
        const char c = line[i];
        if (c == '\\' && quote != '\'') {
            isWord = true;
            // At the very end it means itself.
            const bool isLast = i + 1 == line.size() || !line[i + 1];
            word += isLast ? c : line[++i];
        } else if (quote ? c == quote : c == '\'' || c == '"') {
            quote = quote ? 0 : c;
            isWord = true;
        } else if (!quote && isBlank(c)) {
            if (isWord)
                words.push_back(word);
            word.clear();
            isWord = false;
        } else {
            word += c;
            isWord = true;
        }
    }
    if (isWord)
        words.push_back(word);
    return words;
}

void tryWords(std::string_view text)
{
    constexpr int most = 40;
    const std::vector<std::string> wanted = wordsOf(text);
    const std::unique_ptr<char[]> line(new char[text.size() + 1]);
    text.copy(line.get(), text.size());
    line[text.size()] = '\0';
    char *words[most];
    const int count = uk_argnparse(line.get(), text.size() + 1, words, most);
    require(count >= 0 && count <= most);
    if (wanted.size() >= most)
        return;
    require(std::size_t(count) == wanted.size());
    for (int i = 0; i < count; ++i)
        require(wanted[std::size_t(i)] == words[i]);
}

/** The items of a list, joined again, are the list. */
void tryList(std::string_view text)
{
    const std::string list(text.substr(0, text.find('\0')));
    const char *rest = list.c_str();
    std::string joined;
    bool isFirst = true;
    while (rest) {
        const char *item = rest;
        const std::size_t length = uk_nextarg_r(&rest, ':');
        joined += (isFirst ? "" : ":") + std::string(item, length);
        isFirst = false;
    }
    require(joined == list);
}

/** Nothing is found outside of memory, or too small for registers. */
void tryPlace(std::string_view text)
{
    const std::string argument = "virtio_mmio.device=" + std::string(text);
    const auto place = uk::virtio::readMmioArgument(argument.c_str());
    if (place)
        require(place.value().size >= 0x100 &&
                place.value().base <= ~std::uint64_t{0} - place.value().size);
    static_cast<void>(uk::virtio::readMmioArgument(std::string(text).c_str()).isError());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    tryWords(text);
    tryList(text);
    tryPlace(text);
    return 0;
}
