// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "file_events.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace kconfig {

namespace {

/// Whether all that changes files there goes through this kernel. Of network file systems and such
/// as other programs provide it only tells what this machine itself does.
bool isLocal(const std::string &path)
{
    constexpr std::array<unsigned, 18> known{
        EXT4_SUPER_MAGIC,     XFS_SUPER_MAGIC,       BTRFS_SUPER_MAGIC, TMPFS_MAGIC,
        F2FS_SUPER_MAGIC,     OVERLAYFS_SUPER_MAGIC, RAMFS_MAGIC,       MSDOS_SUPER_MAGIC,
        EXFAT_SUPER_MAGIC,    ISOFS_SUPER_MAGIC,     SQUASHFS_MAGIC,    EROFS_SUPER_MAGIC_V1,
        REISERFS_SUPER_MAGIC, HOSTFS_SUPER_MAGIC,
        0x2fc12fc1U, // ZFS
        0xca451a4eU, // bcachefs
        0x3153464aU, // JFS
        0x7366746eU, // NTFS
    };
    struct statfs status = {};
    return ::statfs(path.c_str(), &status) == 0 &&
           std::find(known.begin(), known.end(), static_cast<unsigned>(status.f_type)) !=
               known.end();
}

} // namespace

FileEvents::FileEvents()
    : m_queue(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    , m_mounts(::open("/proc/self/mounts", O_RDONLY | O_CLOEXEC))
{}

FileEvents::~FileEvents()
{
    if (m_queue >= 0)
        ::close(m_queue);
    if (m_mounts >= 0)
        ::close(m_mounts);
}

int FileEvents::watch(const std::string &path, Of what)
{
    constexpr unsigned itself = IN_MOVE_SELF | IN_DELETE_SELF | IN_ATTRIB;
    constexpr unsigned content = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB;
    constexpr unsigned names = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
    unsigned mask = IN_MASK_ADD | IN_DONT_FOLLOW;
    if (what == Of::content)
        mask |= content;
    else
        mask |= itself;
    if (what == Of::names)
        mask |= content | names | IN_ONLYDIR;
    const int number = ::inotify_add_watch(m_queue, path.c_str(), mask);
    if (number < 0 || what == Of::itself || isLocal(path))
        return number;
    errno = ENOTSUP;
    return -1;
}

void FileEvents::forget(int watch)
{
    ::inotify_rm_watch(m_queue, watch);
}

bool FileEvents::take(const std::function<void(const FileEvent &)> &visit)
{
    bool isComplete = true;
    pollfd mounts{m_mounts, POLLPRI, 0};
    if (m_mounts >= 0 && ::poll(&mounts, 1, 0) > 0)
        isComplete = false;
    alignas(inotify_event) std::array<char, std::size_t{16} << 10U> buffer;
    while (true) {
        const ssize_t size = ::read(m_queue, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return isComplete && (size == 0 || errno == EAGAIN);
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event = {};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char *const name = buffer.data() + at + sizeof event;
            at += sizeof event + event.len;
            if ((event.mask & (IN_Q_OVERFLOW | IN_UNMOUNT)) != 0) {
                isComplete = false;
                continue;
            }
            const bool isNaming =
                (event.mask & (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)) != 0;
            visit({event.wd, event.len == 0 ? std::string_view() : std::string_view(name), isNaming,
                   (event.mask & IN_IGNORED) != 0});
        }
    }
}

} // namespace kconfig
