// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "text_layout.h"

#include <algorithm>
#include <array>

namespace kconfig::terminal {

namespace {

struct CodeRange
{
    char32_t first;
    char32_t last;
};

// Marks that sit on the character before them (general categories Mn, Me, Cf), the common blocks.
constexpr std::array<CodeRange, 20> combining{{
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a}, {0x064b, 0x065f},
    {0x06d6, 0x06dc}, {0x0900, 0x0902}, {0x093a, 0x093a}, {0x0941, 0x0948}, {0x0e31, 0x0e31},
    {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f},
    {0x202a, 0x202e}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xe0100, 0xe01ef},
}};

// East_Asian_Width W and F, the common blocks, and emoji presentation.
constexpr std::array<CodeRange, 15> wide{{
    {0x1100, 0x115f},
    {0x231a, 0x231b},
    {0x2329, 0x232a},
    {0x2e80, 0x303e},
    {0x3041, 0x33ff},
    {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},
    {0xa000, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1faff},
    {0x20000, 0x3fffd},
}};

template <std::size_t count>
bool isIn(const std::array<CodeRange, count> &ranges, char32_t character)
{
    const auto after = std::upper_bound(
        ranges.begin(), ranges.end(), character,
        [](char32_t value, const CodeRange &range) { return value < range.first; });
    return after != ranges.begin() && character <= std::prev(after)->last;
}

constexpr char32_t replacement = 0xfffd;

} // namespace

char32_t takeCharacter(std::string_view &rest)
{
    const auto first = static_cast<unsigned char>(rest.front());
    const int length = first < 0x80                    ? 1
                       : first >= 0xc2 && first < 0xe0 ? 2
                       : (first & 0xf0U) == 0xe0       ? 3
                       : first >= 0xf0 && first < 0xf5 ? 4
                                                       : 0;
    if (length <= 1) {
        rest.remove_prefix(1);
        return length == 1 ? static_cast<char32_t>(first) : replacement;
    }
    char32_t value = first & (0x7fU >> static_cast<unsigned>(length));
    for (int i = 1; i < length; ++i) {
        const auto next = static_cast<std::size_t>(i) < rest.size()
                              ? static_cast<unsigned char>(rest[static_cast<std::size_t>(i)])
                              : 0U;
        if ((next & 0xc0U) != 0x80) {
            rest.remove_prefix(1);
            return replacement;
        }
        value = (value << 6U) | (next & 0x3fU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) {
        rest.remove_prefix(1);
        return replacement;
    }
    rest.remove_prefix(static_cast<std::size_t>(length));
    return value;
}

void appendCharacter(std::string &text, char32_t character)
{
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((character >> shift) & 0x3fU));
    };
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xc0U | (character >> 6U));
        tail(0);
    } else if (character < 0x10000) {
        text += static_cast<char>(0xe0U | (character >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xf0U | (character >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

int cellsOf(char32_t character)
{
    if (character < 0x300)
        return 1;
    if (isIn(combining, character))
        return 0;
    return isIn(wide, character) ? 2 : 1;
}

int widthOf(std::string_view text)
{
    int cells = 0;
    while (!text.empty())
        cells += cellsOf(takeCharacter(text));
    return cells;
}

std::string printable(std::string_view text, bool unicode)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const char32_t character = takeCharacter(text);
        if (character < 0x20 || (character >= 0x7f && character < 0xa0))
            result += ' ';
        else if (character < 0x80 || unicode)
            appendCharacter(result, character);
        else if (cellsOf(character) > 0)
            result += '?';
    }
    return result;
}

namespace {

/// The longest beginning that takes at most `cells`.
std::string_view fitting(std::string_view text, int cells)
{
    std::string_view rest = text;
    while (!rest.empty()) {
        std::string_view next = rest;
        cells -= cellsOf(takeCharacter(next));
        if (cells < 0)
            break;
        rest = next;
    }
    return text.substr(0, text.size() - rest.size());
}

} // namespace

std::string clipped(std::string_view text, int cells, bool unicode)
{
    if (cells <= 0)
        return {};
    if (widthOf(text) <= cells)
        return std::string(text);
    return std::string(fitting(text, cells - 1)) + (unicode ? "…" : "~");
}

std::string clippedLeft(std::string_view text, int cells, bool unicode)
{
    if (cells <= 0)
        return {};
    int excess = widthOf(text) - cells;
    if (excess <= 0)
        return std::string(text);
    for (++excess; excess > 0;)
        excess -= cellsOf(takeCharacter(text));
    return (unicode ? "…" : "~") + std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, int cells, int hanging)
{
    std::vector<std::string> lines;
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    cells = std::max(cells, 1);
    const int first = std::min(static_cast<int>(begin), cells / 2);
    const int further = std::min(first + hanging, cells / 2);
    std::string_view rest = text.substr(begin);
    do {
        const int indent = lines.empty() ? first : further;
        std::string_view line = fitting(rest, cells - indent);
        if (line.size() < rest.size()) {
            if (line.empty()) { // one wide character in a single cell
                std::string_view next = rest;
                (void)takeCharacter(next);
                line = rest.substr(0, rest.size() - next.size());
            }
            const std::size_t blank =
                rest.substr(line.size()).starts_with(' ') ? line.size() : line.find_last_of(' ');
            if (blank != std::string_view::npos && blank > 0)
                line = line.substr(0, blank);
        }
        lines.push_back(std::string(static_cast<std::size_t>(indent), ' ') + std::string(line));
        rest.remove_prefix(line.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    } while (!rest.empty());
    return lines;
}

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    for (char &each : result)
        if (each >= 'A' && each <= 'Z')
            each = static_cast<char>(each - 'A' + 'a');
    return result;
}

} // namespace kconfig::terminal
