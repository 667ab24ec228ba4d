// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Files, whole and safe: a new text stands complete in a file beside the old one before it takes
// its place.

#include "kconfig/config_file.h"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kconfig {

namespace {

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

const char *remedy(int errorNumber)
{
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return "free some space there and try again; the old file is untouched";
    case EFBIG:
        return "raise the limit on file sizes (ulimit -f); the old file is untouched";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a folder you may write to, or change its permissions; the old file is "
               "untouched";
    case ENOENT:
        return "check the path";
    case EISDIR:
        return "name a file, not a folder";
    default:
        return "check the path and the disk";
    }
}

Unexpected<FileError> failure(const char *verb, const std::string &path, int errorNumber)
{
    std::string message = std::string("can't ") + verb + ' ' + path + ": " +
                          std::strerror(errorNumber) + " (" + remedy(errorNumber) + ')';
    return Unexpected(FileError{path, errorNumber, std::move(message)});
}

bool makeFolders(const std::string &folder)
{
    struct stat status = {};
    if (::stat(folder.c_str(), &status) == 0)
        return true;
    if (folder != "." && folder != "/" && !makeFolders(folderOf(folder)))
        return false;
    return ::mkdir(folder.c_str(), 0755) == 0 || errno == EEXIST;
}

/// Writes everything and closes; zero or an errno.
int writeAll(int descriptor, std::string_view text, bool toDisk)
{
    int error = 0;
    while (!text.empty() && error == 0) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written > 0)
            text.remove_prefix(static_cast<std::size_t>(written));
        else if (written < 0 && errno != EINTR)
            error = errno;
    }
    if (error == 0 && toDisk && ::fdatasync(descriptor) != 0 && errno != EINVAL && errno != EROFS)
        error = errno;
    if (::close(descriptor) != 0 && error == 0)
        error = errno;
    return error;
}

} // namespace

Expected<std::string, FileError> readFile(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failure("read", path, errno);
    std::string text;
    // Room for the whole file: text that grows is copied again and again.
    if (struct stat status = {};
        ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0)
        text.reserve(static_cast<std::size_t>(status.st_size));
    char buffer[65536];
    while (true) {
        const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            const int error = errno;
            ::close(descriptor);
            return failure("read", path, error);
        }
        if (got == 0)
            break;
        text.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(descriptor);
    return text;
}

bool fileHolds(const std::string &path, std::string_view text)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    // Piece by piece, so that one that differs early is not read to its end.
    char buffer[65536];
    bool isSame = true;
    while (isSame) {
        const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            isSame = got == 0 && text.empty();
            break;
        }
        const std::string_view piece(buffer, static_cast<std::size_t>(got));
        isSame = text.substr(0, piece.size()) == piece;
        if (isSame)
            text.remove_prefix(piece.size());
    }
    ::close(descriptor);
    return isSame;
}

Expected<void, FileError> saveFile(const std::string &path, std::string_view text, bool keepOld,
                                   Durability durability)
{
    if (path.empty())
        return failure("write", "a file without a name", ENOENT);
    struct stat status = {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return failure("write", path, EISDIR);
    if (exists && static_cast<std::size_t>(status.st_size) == text.size() && fileHolds(path, text))
        return {};
    // A symbolic link stays one: what it points to is replaced.
    std::string target = path;
    if (exists) {
        char real[PATH_MAX];
        if (::realpath(path.c_str(), real) != nullptr)
            target = real;
    } else if (!makeFolders(folderOf(path))) {
        return failure("create the folder of", path, errno);
    }
    const std::string temporary = target + '.' + std::to_string(::getpid()) + ".tmp";
    const int descriptor =
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return failure("write", path, errno);
    if (exists)
        ::fchmod(descriptor, status.st_mode & 0777U);
    const bool waitsForDisk = keepOld && durability == Durability::automatic;
    if (const int error = writeAll(descriptor, text, waitsForDisk); error != 0) {
        ::unlink(temporary.c_str());
        return failure("write", path, error);
    }
    if (exists && keepOld) {
        const std::string old = path + ".old";
        ::unlink(old.c_str());
        // A second name first, so that there is no moment without the file.
        if (::link(target.c_str(), old.c_str()) != 0)
            std::rename(target.c_str(), old.c_str());
    }
    if (std::rename(temporary.c_str(), target.c_str()) != 0) {
        const int error = errno;
        ::unlink(temporary.c_str());
        return failure("write", path, error);
    }
    return {};
}

} // namespace kconfig
