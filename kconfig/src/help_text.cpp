// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "help_text.h"

#include <algorithm>
#include <cstring>

namespace kconfig {

namespace {

/// One line of a help text: where its words begin, in columns and in bytes, and where it ends.
struct Line
{
    std::size_t column = 0;
    const char *begin = nullptr;
    const char *end = nullptr;  ///< the newline, or the carriage return before it
    const char *next = nullptr; ///< the line after it
};

Line lineAt(const char *at, const char *end)
{
    Line line;
    line.begin = at;
    for (; line.begin < end; ++line.begin) {
        if (*line.begin == '\t')
            line.column = (line.column | 7U) + 1;
        else if (*line.begin == ' ')
            ++line.column;
        else
            break;
    }
    const auto rest = static_cast<std::size_t>(end - line.begin);
    const auto *newline =
        rest == 0 ? nullptr : static_cast<const char *>(std::memchr(line.begin, '\n', rest));
    line.end = newline != nullptr ? newline : end;
    line.next = newline != nullptr ? newline + 1 : end;
    if (newline != nullptr && newline > line.begin && newline[-1] == '\r')
        --line.end;
    return line;
}

/// Calls `use` for each line of the help text; returns what stands behind it.
template <typename Use>
const char *eachLine(std::string_view text, Use use)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    std::size_t indentation = 0; // of the first line that has words; 0: none yet
    for (bool first = true; at < end; first = false) {
        const Line line = lineAt(at, end);
        if (line.begin != line.end) {
            // The very first line belongs to the help whatever its indentation.
            if (indentation != 0 ? line.column < indentation : !first && line.column == 0)
                break;
            if (indentation == 0)
                indentation = line.column;
        }
        use(line, indentation);
        at = line.next;
    }
    return at;
}

} // namespace

HelpBlock findHelp(std::string_view text)
{
    HelpBlock result;
    const char *const end = eachLine(text, [&](const Line &line, std::size_t) {
        if (line.next != line.end)
            ++result.lines;
        if (result.isBlank)
            result.isBlank = std::all_of(line.begin, line.end, [](char c) {
                return std::string_view(" \f\n\r\t\v").find(c) != std::string_view::npos;
            });
    });
    result.slice = text.substr(0, static_cast<std::size_t>(end - text.data()));
    return result;
}

std::string helpText(std::string_view slice)
{
    std::string text;
    text.reserve(slice.size());
    bool isBlank = true;
    eachLine(slice, [&](const Line &line, std::size_t indentation) {
        if (line.begin != line.end) {
            const char *last = line.end;
            while (last > line.begin && (last[-1] == ' ' || last[-1] == '\t'))
                --last;
            text.append(line.column - indentation, ' ');
            text.append(line.begin, last);
            isBlank = isBlank && std::all_of(line.begin, line.end, [](char c) {
                          return std::string_view(" \f\n\r\t\v").find(c) != std::string_view::npos;
                      });
        }
        text += '\n';
    });
    if (isBlank)
        return {};
    text.erase(std::min(text.find_last_not_of('\n') + 2, text.size()));
    return text;
}

} // namespace kconfig
