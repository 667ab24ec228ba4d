// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "watched_folders.h"

#include "kconfig/config_file.h"

#include <algorithm>
#include <dirent.h>
#include <sys/stat.h>

namespace kconfig {

WatchedFolders::WatchedFolders(std::string directory, const std::vector<std::string> &folders)
    : m_directory(std::move(directory))
{
    if (!m_directory.empty() && m_directory.back() != '/')
        m_directory += '/';
    // The working directory first, whose files are then named relative to it.
    m_folders.emplace_back();
    std::map<std::pair<dev_t, ino_t>, bool> seen;
    const auto isNew = [&](const std::string &path) {
        struct stat status = {};
        return ::stat(path.empty() ? "." : path.c_str(), &status) != 0 ||
               seen.emplace(std::pair(status.st_dev, status.st_ino), true).second;
    };
    isNew(m_directory);
    for (std::string folder : folders) {
        while (folder.size() > 1 && folder.back() == '/')
            folder.pop_back();
        if (!folder.empty() && isNew(folder[0] == '/' ? folder : m_directory + folder))
            m_folders.push_back(folder + '/');
    }
}

std::map<std::string, WatchedFolders::Identity> WatchedFolders::list() const
{
    std::map<std::string, Identity> files;
    for (const std::string &folder : m_folders) {
        std::string place = folder.empty() || folder[0] != '/' ? m_directory + folder : folder;
        if (place.empty())
            place = "./";
        DIR *const stream = ::opendir(place.c_str());
        if (stream == nullptr)
            continue;
        while (const dirent *const entry = ::readdir(stream)) {
            struct stat status = {};
            if (::stat((place + entry->d_name).c_str(), &status) != 0 || !S_ISREG(status.st_mode))
                continue;
            files[folder + entry->d_name] = {static_cast<unsigned long long>(status.st_size),
                                             status.st_ino,
                                             status.st_dev,
                                             status.st_mtim.tv_sec,
                                             status.st_mtim.tv_nsec,
                                             status.st_ctim.tv_sec,
                                             status.st_ctim.tv_nsec,
                                             status.st_mode & 07777U};
        }
        ::closedir(stream);
    }
    return files;
}

void WatchedFolders::look()
{
    m_files = list();
}

std::vector<WrittenFile> WatchedFolders::written() const
{
    std::vector<WrittenFile> result;
    for (const auto &[path, identity] : list()) {
        const auto before = m_files.find(path);
        if (before != m_files.end() && before->second == identity)
            continue;
        auto content = readFile(path[0] == '/' ? path : m_directory + path);
        if (content)
            result.push_back({path, std::move(*content), identity.mode});
    }
    return result;
}

} // namespace kconfig
