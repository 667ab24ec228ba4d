// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which files a command wrote, told from what folders hold before and after it.
#pragma once

#include "kconfig/shell.h"

#include <map>
#include <string>
#include <vector>

namespace kconfig {

/// Looks at the regular files in some folders, not below them.
class WatchedFolders
{
public:
    /// Relative folders, and the paths of files in them, are looked up from `directory`.
    WatchedFolders(std::string directory, const std::vector<std::string> &folders);

    /// Remembers what is there now.
    void look();
    /// Files that appeared or were written since the last look, with their contents, by path.
    [[nodiscard]] std::vector<WrittenFile> written() const;

private:
    struct Identity
    {
        unsigned long long size = 0, inode = 0, device = 0;
        long long seconds = 0, nanoseconds = 0, changeSeconds = 0, changeNanoseconds = 0;
        unsigned mode = 0;

        friend bool operator==(const Identity &, const Identity &) = default;
    };
    [[nodiscard]] std::map<std::string, Identity> list() const;

    std::string m_directory;
    std::vector<std::string> m_folders;
    std::map<std::string, Identity> m_files;
};

} // namespace kconfig
