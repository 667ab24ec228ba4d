// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "file_state.h"

#include "shell_text.h"

#include <algorithm>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace kconfig {

namespace {

std::uint64_t add(std::uint64_t hash, std::uint64_t value)
{
    return (hash ^ value) * 0x9e3779b97f4a7c15ULL ^ (hash >> 29U);
}

std::uint64_t add(std::uint64_t hash, const timespec &time)
{
    return add(add(hash, static_cast<std::uint64_t>(time.tv_sec)),
               static_cast<std::uint64_t>(time.tv_nsec));
}

std::chrono::system_clock::time_point pointOf(const timespec &time)
{
    using namespace std::chrono;
    return system_clock::time_point(
        duration_cast<system_clock::duration>(seconds(time.tv_sec) + nanoseconds(time.tv_nsec)));
}

std::uint64_t namesIn(const std::string &folder)
{
    std::vector<std::string> names;
    if (DIR *const stream = ::opendir(folder.c_str())) {
        while (const dirent *const entry = ::readdir(stream))
            names.push_back(std::string(1, static_cast<char>('A' + entry->d_type)) + entry->d_name);
        ::closedir(stream);
    }
    std::sort(names.begin(), names.end());
    std::uint64_t hash = fnvBasis;
    for (const std::string &name : names)
        hash = fnv("/", fnv(name, hash));
    return hash;
}

/// 1: nothing there.
std::uint64_t numberOf(const std::string &path, Look look,
                       std::chrono::system_clock::time_point *youngest)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return 1;
    if (look == Look::presence)
        return S_ISREG(status.st_mode) ? 2 : 3;
    const auto type = static_cast<std::uint64_t>(status.st_mode & S_IFMT);
    if (S_ISDIR(status.st_mode) && look != Look::entries)
        return add(2, type);
    if (look == Look::kind)
        return add(add(add(add(3, status.st_mode), status.st_uid), status.st_gid),
                   status.st_size == 0 ? 1 : 0);
    if (youngest != nullptr)
        *youngest = std::max({*youngest, pointOf(status.st_mtim), pointOf(status.st_ctim)});
    std::uint64_t hash = add(add(4, status.st_mode), static_cast<std::uint64_t>(status.st_size));
    hash = add(add(hash, status.st_ino), status.st_mtim);
    return add(hash, status.st_ctim);
}

} // namespace

FileState stateOf(const std::string &path, Look look,
                  std::chrono::system_clock::time_point *youngest)
{
    // The names tell what the times of a folder that changed just now can't.
    FileState state{numberOf(path, look, look == Look::entries ? nullptr : youngest), 0};
    if (look == Look::entries)
        state.names = namesIn(path);
    return state;
}

bool isStill(const FileState &state, const std::string &path, Look look)
{
    if (look != Look::entries)
        return numberOf(path, look, nullptr) == state.number;
    return namesIn(path) == state.names;
}

} // namespace kconfig
