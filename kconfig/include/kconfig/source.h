// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Where text came from: files, positions in them, and the chain of `source` statements between
// them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// Index of a file in a SourceMap. One file that is sourced twice has two ids, one per inclusion.
struct FileId
{
    std::uint32_t index = UINT32_MAX;

    [[nodiscard]] bool isValid() const { return index != UINT32_MAX; }
    friend bool operator==(FileId, FileId) = default;
};

/// A place in a file. Line and column count from 1; a column counts bytes. Line 0: the whole file.
struct Position
{
    FileId file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    [[nodiscard]] bool isValid() const { return file.isValid(); }
    friend bool operator==(const Position &, const Position &) = default;
};

/// The texts that a load has read, kept so that positions can be shown with their line. A copy
/// shares the texts. Immutable once the load has returned; safe to read from any thread then.
class SourceMap
{
public:
    /// Adds a file. `path` is what a message shows; Both texts live in what keep() was
    /// given, or longer than the map; `includedFrom` is the `source` statement, if any.
    FileId add(std::string_view path, std::string_view text, std::optional<Position> includedFrom);
    /// Adds a file whose text the map keeps itself.
    FileId addCopy(std::string path, std::string text);
    /// Keeps the storage of texts alive for as long as the map and its copies live.
    void keep(std::shared_ptr<const void> storage) { m_storage.push_back(std::move(storage)); }

    [[nodiscard]] std::size_t fileCount() const { return m_files.size(); }
    [[nodiscard]] std::string_view path(FileId file) const { return m_files[file.index].path; }
    [[nodiscard]] std::string_view text(FileId file) const { return m_files[file.index].text; }
    /// The `source` statement that brought the file in; nothing for the root file.
    [[nodiscard]] std::optional<Position> includedFrom(FileId file) const;
    /// The text of a line without its newline; empty when there is no such line.
    [[nodiscard]] std::string_view line(FileId file, std::uint32_t line) const;
    /// `path:line:column`, leaving out what is unknown (zero).
    [[nodiscard]] std::string describe(const Position &position) const;

private:
    struct File
    {
        std::string_view path;
        std::string_view text;
        Position includedFrom; ///< invalid: the root file
    };
    std::vector<File> m_files;
    std::vector<std::shared_ptr<const void>> m_storage;
};

} // namespace kconfig
