// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "shell_text.h"

#include <algorithm>

namespace kconfig {

namespace {

bool startsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool continuesName(char c)
{
    return startsName(c) || (c >= '0' && c <= '9');
}

/// Whether a path that ends before this character has ended with a whole name.
bool endsPath(char c)
{
    return !continuesName(c) && c != '.' && c != '-' && c != '+' && c != '~' && c != '%' &&
           c != '@' && static_cast<unsigned char>(c) < 0x80;
}

} // namespace

std::vector<std::string> variablesNamed(std::string_view text)
{
    std::vector<std::string> names;
    for (std::size_t at = text.find('$'); at != std::string_view::npos;
         at = text.find('$', at + 1)) {
        std::size_t begin = at + 1;
        if (begin < text.size() && text[begin] == '{')
            ++begin;
        if (begin < text.size() && text[begin] == '#' && text[begin - 1] == '{')
            ++begin;
        if (begin >= text.size() || !startsName(text[begin]))
            continue;
        std::size_t end = begin;
        while (end < text.size() && continuesName(text[end]))
            ++end;
        names.emplace_back(text.substr(begin, end - begin));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::vector<std::string> environmentNamed(std::string_view text,
                                          const std::map<std::string, std::string> &environment)
{
    std::vector<std::string> result = variablesNamed(text);
    for (std::string &name : result)
        if (const auto found = environment.find(name); found != environment.end())
            name += '=' + found->second;
    return result;
}

std::string shellText(std::string output, Dialect dialect)
{
    // conf reads it into a buffer of this many bytes, the last one for the NUL.
    const std::size_t buffer = dialect == Dialect::unikraft ? 256 : 4096;
    output.resize(std::min(output.size(), buffer - 1));
    while (!output.empty() && output.back() == '\n')
        output.pop_back();
    output.resize(std::min(output.size(), output.find('\0'))); // conf handles C strings
    std::replace(output.begin(), output.end(), '\n', ' ');
    return output;
}

Relocation::Relocation(std::vector<std::pair<std::string, std::string>> folders)
{
    for (auto &folder : folders)
        if (folder.first.size() > 1 && folder.first != folder.second)
            m_folders.push_back(std::move(folder));
    std::stable_sort(m_folders.begin(), m_folders.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
}

std::string Relocation::apply(std::string_view text) const
{
    std::string out;
    if (m_folders.empty())
        return out.append(text);
    std::size_t at = 0;
    while (at < text.size()) {
        const auto match =
            std::find_if(m_folders.begin(), m_folders.end(), [&](const auto &folder) {
                const std::size_t end = at + folder.first.size();
                return text.compare(at, folder.first.size(), folder.first) == 0 &&
                       (end == text.size() || endsPath(text[end]));
            });
        if (match == m_folders.end()) {
            out += text[at++];
            continue;
        }
        out += match->second;
        at += match->first.size();
    }
    return out;
}

} // namespace kconfig
