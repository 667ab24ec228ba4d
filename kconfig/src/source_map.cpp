// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/source.h"

namespace kconfig {

FileId SourceMap::add(std::string_view path, std::string_view text,
                      std::optional<Position> includedFrom)
{
    m_files.push_back({path, text, includedFrom.value_or(Position{})});
    return FileId{static_cast<std::uint32_t>(m_files.size() - 1)};
}

FileId SourceMap::addCopy(std::string path, std::string text)
{
    const auto kept = std::make_shared<const std::pair<std::string, std::string>>(std::move(path),
                                                                                  std::move(text));
    keep(kept);
    return add(kept->first, kept->second, std::nullopt);
}

std::optional<Position> SourceMap::includedFrom(FileId file) const
{
    const Position &position = m_files[file.index].includedFrom;
    return position.isValid() ? std::optional(position) : std::nullopt;
}

std::string_view SourceMap::line(FileId file, std::uint32_t line) const
{
    if (!file.isValid() || file.index >= m_files.size() || line == 0)
        return {};
    const std::string_view text = m_files[file.index].text;
    std::size_t begin = 0;
    for (std::uint32_t at = 1; at < line; ++at) {
        begin = text.find('\n', begin);
        if (begin == std::string_view::npos)
            return {};
        ++begin;
    }
    std::string_view result = text.substr(begin, text.find('\n', begin) - begin);
    if (!result.empty() && result.back() == '\r')
        result.remove_suffix(1);
    return result;
}

std::string SourceMap::describe(const Position &position) const
{
    if (!position.isValid() || position.file.index >= m_files.size())
        return {};
    std::string result(m_files[position.file.index].path);
    if (position.line != 0) {
        result += ':' + std::to_string(position.line);
        if (position.column != 0)
            result += ':' + std::to_string(position.column);
    }
    return result;
}

} // namespace kconfig
