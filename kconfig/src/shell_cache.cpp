// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The file of a cache, and the folder of all caches.

#include "shell_cache_data.h"

#include "shell_text.h"

#include "kconfig/config_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kconfig {

namespace {

struct StoredFile
{
    std::string path;
    timespec time{};
    std::uint64_t size = 0;
};

/// Removes the files of a folder that nobody wrote for months, and the oldest beyond a total size.
void limitFolder(const std::string &folder)
{
    constexpr std::uint64_t most = 64ULL << 20;
    constexpr time_t longest = 60L * 86400;
    const time_t now = std::time(nullptr);
    std::vector<StoredFile> files;
    if (DIR *const stream = ::opendir(folder.c_str())) {
        while (const dirent *const entry = ::readdir(stream)) {
            const std::string path = folder + '/' + entry->d_name;
            struct stat status = {};
            if (::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode))
                files.push_back({path, status.st_mtim, static_cast<std::uint64_t>(status.st_size)});
        }
        ::closedir(stream);
    }
    std::sort(files.begin(), files.end(), [](const StoredFile &a, const StoredFile &b) {
        return std::pair(a.time.tv_sec, a.time.tv_nsec) > std::pair(b.time.tv_sec, b.time.tv_nsec);
    });
    std::uint64_t total = 0;
    for (const StoredFile &file : files) {
        total += file.size;
        if (total > most || now - file.time.tv_sec > longest)
            ::unlink(file.path.c_str());
    }
}

} // namespace

ShellCache::ShellCache()
    : m_data(std::make_unique<Data>())
{}

ShellCache::ShellCache(std::string file)
    : m_data(std::make_unique<Data>())
{
    m_data->file = std::move(file);
    if (m_data->file.empty())
        return;
    if (const auto bytes = readFile(m_data->file))
        m_data->parse(*bytes);
}

ShellCache::~ShellCache() = default;

Expected<void, std::string> ShellCache::save()
{
    m_data->ahead.reset();
    if (!m_data->hasChanged || m_data->file.empty())
        return {};
    m_data->tidy(static_cast<long>(std::time(nullptr) / 86400));
    // A name of this object's own, for other processes and threads may be saving, too.
    const std::string own = m_data->file + '.' + std::to_string(::getpid()) + '-' +
                            std::to_string(reinterpret_cast<std::uintptr_t>(this)); // NOLINT
    auto saved = saveFile(own, m_data->serialize());
    if (!saved)
        return Unexpected(saved.error().message);
    ::chmod(own.c_str(), 0600); // answers are their owner's business
    if (::rename(own.c_str(), m_data->file.c_str()) != 0) {
        const std::string why = std::strerror(errno);
        ::unlink(own.c_str());
        return Unexpected("can't write " + m_data->file + ": " + why);
    }
    m_data->hasChanged = false;
    limitFolder(m_data->file.substr(0, m_data->file.rfind('/')));
    return {};
}

std::size_t ShellCache::size() const
{
    return m_data->calls.size();
}

std::string ShellCache::fileOf(const std::string &tree,
                               const std::map<std::string, std::string> &environment)
{
    const auto variable = [&](const char *name) {
        const auto found = environment.find(name);
        return found == environment.end() || found->second[0] != '/' ? std::string()
                                                                     : found->second;
    };
    std::string folder = variable("XDG_CACHE_HOME");
    if (folder.empty()) {
        folder = variable("HOME");
        if (folder.empty())
            return {};
        folder += "/.cache";
    }
    std::array<char, 24> name{};
    const auto end = std::to_chars(name.data(), name.data() + name.size(), fnv(tree), 16);
    return folder + "/kiln/shells/" + std::string(name.data(), end.ptr);
}

} // namespace kconfig
