// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "source_files.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace kconfig {

namespace {

/// The state of an open file, as far as it tells a change.
FileStamp stampOf(const struct stat &status)
{
    FileStamp stamp;
    stamp.device = status.st_dev;
    stamp.inode = status.st_ino;
    stamp.size = static_cast<std::uint64_t>(status.st_size);
#ifdef __APPLE__
    const timespec &modified = status.st_mtimespec;
#else
    const timespec &modified = status.st_mtim;
#endif
    stamp.modified = std::int64_t{modified.tv_sec} * 1000000000 + modified.tv_nsec;
    return stamp;
}

/// read(), and where nothing has come yet, waits for it: a pipe is opened without waiting.
ssize_t readSome(int descriptor, char *place, std::size_t size)
{
    while (true) {
        const ssize_t got = ::read(descriptor, place, size);
        if (got >= 0 || (errno != EINTR && errno != EAGAIN))
            return got;
        if (errno == EAGAIN) {
            pollfd waits{descriptor, POLLIN, 0};
            ::poll(&waits, 1, -1);
        }
    }
}

/// Reads what is left of a file whose size is not known; returns an errno.
int readRest(int descriptor, std::string &text)
{
    constexpr std::size_t most = std::size_t{64} << 20U; // devices never end
    char buffer[std::size_t{16} << 10U];
    while (true) {
        const ssize_t got = readSome(descriptor, buffer, sizeof buffer);
        if (got < 0)
            return errno;
        if (got == 0)
            return 0;
        text.append(buffer, static_cast<std::size_t>(got));
        if (text.size() > most)
            return EFBIG;
    }
}

/// `status` is that of the open file; returns an errno.
int readAll(int descriptor, const struct stat &status, FoundFile &file, TextArena &arena)
{
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    file.stamp = stampOf(status);
    const std::size_t size = file.stamp.size;
    char *const place = arena.allocate(size + scanSlack);
    const ssize_t got = readSome(descriptor, place, size + 1);
    if (got < 0)
        return errno;
    const auto used = static_cast<std::size_t>(got);
    // A regular file that gives less than was asked for has come to its end.
    if (used <= size && used > 0 && S_ISREG(status.st_mode)) {
        std::memset(place + used, 0, size + scanSlack - used);
        file.text = {place, used};
        return 0;
    }
    std::string text(place, used); // a pipe, a file of /proc, one that grows
    if (const int error = used == 0 ? 0 : readRest(descriptor, text); error != 0)
        return error;
    text.append(scanSlack, '\0');
    file.text = arena.keep(text).substr(0, text.size() - scanSlack);
    return 0;
}

} // namespace

std::int64_t surelyPast()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>((system_clock::now() - milliseconds(50)).time_since_epoch())
        .count();
}

SourceFiles::SourceFiles(const std::string &directory,
                         const std::map<std::string, std::string> &environment)
    : m_directory(directory)
    , m_directoryHandle(AT_FDCWD)
{
    if (!m_directory.empty()) {
        if (m_directory.back() != '/')
            m_directory += '/';
        m_directoryHandle = ::open(m_directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    if (const auto found = environment.find("srctree"); found != environment.end())
        m_sourceTree = found->second;
}

SourceFiles::~SourceFiles()
{
    if (m_directoryHandle >= 0)
        ::close(m_directoryHandle);
    for (const int descriptor : m_leftOpen)
        ::close(descriptor);
}

int SourceFiles::open(const char *path) const
{
    // Opening a pipe that nobody writes to would wait for ever.
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    if (!m_directory.empty() && m_directoryHandle < 0) // may be searched, but not listed
        return ::open(path[0] == '/' || path[0] == '\0' ? path : (m_directory + path).c_str(),
                      flags);
    return ::openat(m_directoryHandle, path, flags);
}

int SourceFiles::openInTree(std::string_view path) const
{
    const int descriptor = open(path.data());
    if (descriptor >= 0 || m_sourceTree.empty() || path.empty() || path[0] == '/')
        return descriptor;
    return open((m_sourceTree + '/' + std::string(path)).c_str());
}

FoundFile SourceFiles::readRegular(std::string_view path, TextArena &arena)
{
    FoundFile result;
    const int descriptor = openInTree(path);
    if (descriptor < 0) {
        result.errorNumber = errno;
        return result;
    }
    struct stat status = {};
    if (fstat(descriptor, &status) != 0)
        result.errorNumber = errno;
    else if (!S_ISREG(status.st_mode))
        result.errorNumber = ENOTSUP;
    else
        result.errorNumber = readAll(descriptor, status, result, arena);
    // Whoever writes to a pipe would be told that nobody reads it.
    if (result.errorNumber == ENOTSUP)
        m_leftOpen.push_back(descriptor);
    else
        ::close(descriptor);
    return result;
}

FoundFile SourceFiles::read(std::string_view path, TextArena &arena) const
{
    FoundFile result;
    const int descriptor = openInTree(path);
    if (descriptor < 0) {
        result.errorNumber = errno;
        return result;
    }
    struct stat status = {};
    result.errorNumber =
        fstat(descriptor, &status) != 0 ? errno : readAll(descriptor, status, result, arena);
    ::close(descriptor);
    return result;
}

std::optional<FileStamp> SourceFiles::stamp(std::string_view path) const
{
    struct stat status = {};
    const std::string name(path);
    const bool isRelative = !name.empty() && name[0] != '/';
    if (::fstatat(m_directoryHandle, name.c_str(), &status, 0) == 0)
        return stampOf(status);
    if (!m_sourceTree.empty() && isRelative &&
        ::fstatat(m_directoryHandle, (m_sourceTree + '/' + name).c_str(), &status, 0) == 0)
        return stampOf(status);
    return std::nullopt;
}

std::vector<std::string> SourceFiles::match(const std::string &pattern) const
{
    std::vector<std::string> paths;
    if (pattern.empty())
        return paths;
    if (pattern.find_first_of("*?[\\") == std::string::npos) {
        struct stat status = {};
        const std::string path = pattern[0] == '/' ? pattern : m_directory + pattern;
        if (::stat(path.c_str(), &status) == 0)
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
