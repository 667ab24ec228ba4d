// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/clause.h"

namespace kconfig {

std::string Wording::pattern(std::string_view english) const
{
    return std::string(english);
}

std::string Clause::text(const Wording &wording) const
{
    std::string out;
    appendTo(out, wording);
    return out;
}

void Clause::appendTo(std::string &out, const Wording &wording) const
{
    if (isEmpty())
        return;
    const std::string pattern = wording.pattern(english());
    std::size_t done = 0;
    for (std::size_t at = pattern.find('%'); at != std::string::npos;
         at = pattern.find('%', at + 1)) {
        const auto number = static_cast<std::size_t>(
            at + 1 < pattern.size() ? static_cast<unsigned char>(pattern[at + 1]) - '0' : 0);
        if (number < 1 || number > arguments.size())
            continue;
        out.append(pattern, done, at - done);
        done = at + 2;
        const Argument &argument = arguments[number - 1];
        if (argument.clause.empty())
            out += argument.text;
        else
            argument.clause.front().appendTo(out, wording);
    }
    out.append(pattern, done);
}

bool Clause::operator==(const Clause &other) const
{
    return phrase == other.phrase && arguments == other.arguments;
}

} // namespace kconfig
