// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which units of an earlier load can be used again.
#pragma once

#include "source_files.h"
#include "syntax.h"

#include "kconfig/load.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kconfig {

/// Looks at the files of a load again.
class UnitChanges : public UnitReuse
{
public:
    /// All arguments must outlive the object; `sources` are those of `before`. Files modified after
    /// `trusted` (nanoseconds since 1970) may have changed without a difference in their stamps.
    UnitChanges(const Syntax &before, const SourceMap &sources, const LoadOptions &options,
                std::int64_t trusted);

    /// Looks at every file and every pattern.
    void lookAtAll();
    /// Looks at some files only; false, and nothing done, when one of them is not known.
    bool lookAt(const std::vector<std::string> &files);
    /// Reads some files again, whatever their stamps say; paths as the tree names them. False when
    /// one is not there any more, or not known.
    bool readAgain(const std::vector<std::string> &paths);
    /// Asks the commands of all units again; returns how many were not answered from a cache.
    std::size_t askShells(const Shell &shell);
    /// Whether everything can be used again.
    [[nodiscard]] bool isNothing() const { return m_changed.empty(); }
    /// How many files were looked at, one for every inclusion.
    [[nodiscard]] std::size_t lookedAt() const { return m_lookedAt; }

    std::shared_ptr<const FileSyntax> find(std::string_view path, bool insideChoice) override;

    /// Compares with what a parser made of it: whether all units that it used again found the same
    /// values of variables. If not, the others are not used any more, and it has to parse again.
    bool agrees(const Syntax &after, const SourceMap &sources);

private:
    void lookAtFile(const FileSyntax &unit, const std::optional<FileStamp> &stamp);
    void compareText(const FileSyntax &unit);
    void lookAtSources(const FileSyntax &unit);
    [[nodiscard]] bool isAt(std::string_view path, const std::string &file) const;

    const Syntax &m_before;
    const SourceMap &m_sources;
    const LoadOptions &m_options;
    std::int64_t m_trusted;
    SourceFiles m_files;
    std::size_t m_lookedAt = 0;
    TextArena m_texts; ///< of files that are read only to compare them
    std::unordered_map<std::string_view, std::vector<std::shared_ptr<const FileSyntax>>> m_units;
    std::unordered_set<std::string_view> m_missing; ///< paths where there is no file now
    std::unordered_set<std::string_view> m_changed; ///< paths of units not to be used again
};

} // namespace kconfig
