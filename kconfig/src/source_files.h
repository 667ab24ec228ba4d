// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Finding and reading the files that a tree names.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace kconfig {

/// One file found, or the reason why it could not be read.
struct FoundFile
{
    std::string path; ///< as messages show it
    std::string text;
    int errorNumber = 0;
    std::string identity; ///< the same for two paths of one file
};

/// Looks files up as conf does: from the working directory, then under $srctree.
class SourceFiles
{
public:
    SourceFiles(std::string directory, const std::map<std::string, std::string> &environment);

    [[nodiscard]] FoundFile read(const std::string &path) const;
    /// Paths that match a shell pattern (glob(3)), sorted; `path` itself when it has no wildcard
    /// and there is such a file.
    [[nodiscard]] std::vector<std::string> match(const std::string &pattern) const;

private:
    [[nodiscard]] std::string resolve(const std::string &path) const;

    std::string m_directory;
    std::string m_sourceTree;
};

} // namespace kconfig
