// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Finding and reading the files that a tree names.
#pragma once

#include "byte_scan.h"
#include "syntax.h"
#include "text_arena.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// One file found, or the reason why it could not be read.
struct FoundFile
{
    std::string_view text; ///< followed by scanSlack NULs in memory
    FileStamp stamp;
    int errorNumber = 0;
};

/// Nanoseconds since 1970. The clocks of file systems are coarse: a file that was modified later
/// than this may be modified again without a difference in its times.
[[nodiscard]] std::int64_t surelyPast();

/// Looks files up as conf does: from the working directory, then under $srctree.
class SourceFiles
{
public:
    SourceFiles(const std::string &directory,
                const std::map<std::string, std::string> &environment);
    SourceFiles(const SourceFiles &) = delete;
    SourceFiles &operator=(const SourceFiles &) = delete;
    ~SourceFiles();

    /// Reads a file into the arena. A NUL stands behind the path in memory.
    [[nodiscard]] FoundFile read(std::string_view path, TextArena &arena) const;
    /// The same for a look ahead: what is no regular file is left alone (ENOTSUP).
    [[nodiscard]] FoundFile readRegular(std::string_view path, TextArena &arena);
    /// What read() would find at a path, nothing if there is no such file.
    [[nodiscard]] std::optional<FileStamp> stamp(std::string_view path) const;
    /// Paths that match a shell pattern (glob(3)), sorted; `path` itself when it has no wildcard
    /// and there is such a file.
    [[nodiscard]] std::vector<std::string> match(const std::string &pattern) const;

private:
    [[nodiscard]] int open(const char *path) const;
    [[nodiscard]] int openInTree(std::string_view path) const;

    std::string m_directory;
    std::string m_sourceTree;
    int m_directoryHandle;
    std::vector<int> m_leftOpen;
};

} // namespace kconfig
