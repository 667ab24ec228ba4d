// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a file was when a command saw it, as a number that changes when the file does.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace kconfig {

enum class Look : std::uint8_t
{
    content, ///< all that can change what is in it: size, times, inode; folders: that they are
             ///< there
    kind,    ///< what kind of file it is, its permissions and whether it is empty
    entries, ///< the names in a folder
    presence ///< nothing, a regular file, or something else
};

struct FileState
{
    std::uint64_t number = 0;
    /// Look::entries: of the names themselves, which decides when the folder's times have changed.
    std::uint64_t names = 0;

    friend bool operator==(const FileState &, const FileState &) = default;
};

/// Looks at a file. With `youngest`, sets it to the time of the latest change that the number
/// stands for, if that is later.
[[nodiscard]] FileState stateOf(const std::string &path, Look look,
                                std::chrono::system_clock::time_point *youngest = nullptr);

/// Whether a file is still what it was; looks no closer than it has to.
[[nodiscard]] bool isStill(const FileState &state, const std::string &path, Look look);

} // namespace kconfig
