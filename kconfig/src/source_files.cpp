// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "source_files.h"

#include <cerrno>
#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kconfig {

namespace {

/// Reads an open file to its end; returns an errno.
int readAll(int descriptor, std::string &text)
{
    struct stat status = {};
    if (fstat(descriptor, &status) != 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    std::size_t used = 0;
    text.resize(static_cast<std::size_t>(status.st_size) + 1);
    while (true) {
        const ssize_t got = ::read(descriptor, text.data() + used, text.size() - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        used += static_cast<std::size_t>(got);
        if (got == 0)
            break;
        if (used == text.size())
            text.resize(text.size() * 2);
    }
    text.resize(used);
    return 0;
}

} // namespace

SourceFiles::SourceFiles(std::string directory,
                         const std::map<std::string, std::string> &environment)
    : m_directory(std::move(directory))
{
    if (!m_directory.empty() && m_directory.back() != '/')
        m_directory += '/';
    if (const auto found = environment.find("srctree"); found != environment.end())
        m_sourceTree = found->second;
}

std::string SourceFiles::resolve(const std::string &path) const
{
    return path.empty() || path[0] == '/' ? path : m_directory + path;
}

FoundFile SourceFiles::read(const std::string &path) const
{
    FoundFile result;
    result.path = path;
    int descriptor = ::open(resolve(path).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 && !m_sourceTree.empty() && !path.empty() && path[0] != '/')
        descriptor = ::open(resolve(m_sourceTree + '/' + path).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        result.errorNumber = errno;
        return result;
    }
    struct stat status = {};
    if (fstat(descriptor, &status) == 0)
        result.identity = std::to_string(status.st_dev) + ':' + std::to_string(status.st_ino);
    result.errorNumber = readAll(descriptor, result.text);
    ::close(descriptor);
    return result;
}

std::vector<std::string> SourceFiles::match(const std::string &pattern) const
{
    std::vector<std::string> paths;
    if (pattern.empty())
        return paths;
    if (pattern.find_first_of("*?[\\") == std::string::npos) {
        struct stat status = {};
        if (::stat(resolve(pattern).c_str(), &status) == 0)
            paths.push_back(pattern);
        return paths;
    }
    std::string escapedDirectory;
    if (pattern[0] != '/') {
        for (const char c : m_directory) {
            if (std::string_view("*?[\\").find(c) != std::string_view::npos)
                escapedDirectory += '\\';
            escapedDirectory += c;
        }
    }
    glob_t found = {};
    if (::glob((escapedDirectory + pattern).c_str(), 0, nullptr, &found) == 0) {
        const std::size_t prefix = pattern[0] == '/' ? 0 : m_directory.size();
        for (std::size_t i = 0; i < found.gl_pathc; ++i)
            paths.emplace_back(found.gl_pathv[i] + prefix);
    }
    ::globfree(&found);
    return paths;
}

} // namespace kconfig
