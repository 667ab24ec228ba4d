// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "macro_word.h"

namespace kconfig {

std::string macroAt(const Model &model, const Position &position)
{
    constexpr std::size_t longest = 48;
    if (!position.isValid() || position.line == 0 || position.column == 0)
        return {};
    const std::string_view line = model.sources().line(position.file, position.line);
    if (line.size() < position.column)
        return {};
    const std::string_view rest = line.substr(position.column - 1);
    if (rest.substr(0, 2) != "$(")
        return {};
    std::size_t depth = 0;
    std::size_t end = 0;
    for (; end < rest.size(); ++end) {
        if (rest[end] == '(')
            ++depth;
        else if (rest[end] == ')' && --depth == 0)
            break;
    }
    const std::string_view word = rest.substr(0, end + 1);
    return word.size() <= longest ? std::string(word) : std::string(word.substr(0, longest)) + "…)";
}

} // namespace kconfig
