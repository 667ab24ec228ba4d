// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "help_text.h"

#include "byte_scan.h"

#include <algorithm>
#include <array>
#include <bit>
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

/// Passes blanks; returns the column where they end.
inline std::size_t passBlanks(const char *&at, const char *end)
{
    std::size_t column = 0;
    for (; at < end; ++at) {
        if (*at == '\t')
            column = (column | 7U) + 1;
        else if (*at == ' ')
            ++column;
        else
            break;
    }
    return column;
}

inline Line lineAt(const char *at, const char *end)
{
    Line line;
    line.begin = at;
    line.column = passBlanks(line.begin, end);
    const char *const newline = findNewline(line.begin, end);
    line.end = newline;
    line.next = newline < end ? newline + 1 : end;
    if (newline < end && newline > line.begin && newline[-1] == '\r')
        --line.end;
    return line;
}

/// Whether a line with words stands behind the help text and not in it. The very first line belongs
/// to it whatever its indentation.
bool endsHelp(const Line &line, std::size_t indentation, bool first)
{
    return indentation != 0 ? line.column < indentation : !first && line.column == 0;
}

bool isBlank(const Line &line)
{
    if (line.begin<line.end &&static_cast<unsigned char>(*line.begin)> ' ')
        return false; // nearly always: no need to search for words
    return std::all_of(line.begin, line.end, [](char c) {
        return std::string_view(" \f\n\r\t\v").find(c) != std::string_view::npos;
    });
}

/// The bytes in front of the words of a line; compared eight at a time, as scanSlack bytes may be
/// read behind the text. Longer ones are none: their lines are looked at one by one.
class Indentation
{
public:
    void set(const char *begin, const char *end)
    {
        const auto size = static_cast<std::size_t>(end - begin);
        if (size == 0 || size > sizeof m_bytes)
            return;
        m_size = size;
        m_mask = masks[size];
        m_bytes = bytesAt(begin) & m_mask;
    }
    [[nodiscard]] bool isSet() const { return m_size != 0; }
    [[nodiscard]] bool isAt(const char *at, const char *end) const
    {
        return (bytesAt(at) & m_mask) == m_bytes && static_cast<std::size_t>(end - at) >= m_size;
    }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    /// By size: what is kept of eight bytes, whatever the order of bytes in a number.
    static constexpr std::array<std::uint64_t, 9> masks = [] {
        std::array<std::uint64_t, 9> result{};
        std::array<unsigned char, 8> bytes{};
        for (std::size_t size = 1; size <= bytes.size(); ++size) {
            bytes[size - 1] = 0xff;
            result[size] = std::bit_cast<std::uint64_t>(bytes);
        }
        return result;
    }();
    static std::uint64_t bytesAt(const char *at)
    {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return bytes;
    }

    std::uint64_t m_bytes = 0;
    std::uint64_t m_mask = 0;
    std::size_t m_size = 0;
};

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
            if (endsHelp(line, indentation, first))
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
    const char *at = text.data();
    const char *const end = at + text.size();
    std::size_t indentation = 0;
    Indentation before; // of the first line that has words
    // Most texts begin with such a line.
    const char *words = at;
    if (const std::size_t column = passBlanks(words, end);
        column != 0 && static_cast<unsigned char>(*words) > ' ' && words < end) {
        indentation = column;
        result.isBlank = false;
        before.set(at, words);
    }
    for (bool first = true; at < end; first = false) {
        if (before.isSet() && before.isAt(at, end)) { // the usual case: indented as far
            const char *const newline = findNewline(at + before.size(), end);
            if (newline == end) {
                at = end;
                break;
            }
            ++result.lines;
            at = newline + 1;
            continue;
        }
        if (*at == '\n') {
            ++result.lines;
            ++at;
            continue;
        }
        if (indentation != 0 && *at != ' ' && *at != '\t' && *at != '\r')
            break;
        const Line line = lineAt(at, end);
        if (line.begin != line.end) {
            if (endsHelp(line, indentation, first))
                break;
            if (indentation == 0)
                indentation = line.column;
            result.isBlank = result.isBlank && isBlank(line);
            if (!before.isSet() && !result.isBlank && line.column == indentation)
                before.set(at, line.begin);
        }
        if (line.next != line.end)
            ++result.lines;
        at = line.next;
    }
    result.slice = text.substr(0, static_cast<std::size_t>(at - text.data()));
    return result;
}

std::string helpText(std::string_view slice)
{
    std::string text;
    text.reserve(slice.size());
    bool hasWords = false;
    eachLine(slice, [&](const Line &line, std::size_t indentation) {
        if (line.begin != line.end) {
            const char *last = line.end;
            while (last > line.begin && (last[-1] == ' ' || last[-1] == '\t'))
                --last;
            text.append(line.column - indentation, ' ');
            text.append(line.begin, last);
            hasWords = hasWords || !isBlank(line);
        }
        text += '\n';
    });
    if (!hasWords)
        return {};
    text.erase(std::min(text.find_last_not_of('\n') + 2, text.size()));
    return text;
}

} // namespace kconfig
