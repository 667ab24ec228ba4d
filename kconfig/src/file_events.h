// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the system tells about changes of files: inotify(7).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace kconfig {

/// A change of something watched, or of a name in a watched folder.
struct FileEvent
{
    int watch = -1;
    std::string_view name; ///< in the folder; empty: what is watched itself
    bool isNaming = false; ///< the name came or went, rather than what is behind it changed
    bool isOver = false;   ///< the watch is gone
};

/// A queue of events. Changes are told from the moment of watching until take(), at no cost for who
/// asks in between. For one thread at a time.
class FileEvents
{
public:
    enum class Of
    {
        itself, ///< moved, removed, its permissions changed; a symbolic link is not followed
        names,  ///< the same of a folder, and all that happens to the names in it
        content ///< what is written to a file, under whichever name
    };

    FileEvents();
    FileEvents(const FileEvents &) = delete;
    FileEvents &operator=(const FileEvents &) = delete;
    ~FileEvents();

    /// Whether the system gave a queue at all.
    [[nodiscard]] bool isOpen() const { return m_queue >= 0; }
    /// Watches; adds to what is watched of the same inode already, which keeps its number. Returns
    /// the number, or -1 and the reason in errno; ENOTDIR where Of::names meets something else than
    /// a folder. ENOTSUP: what happens there is not all told (a file system shared with others).
    int watch(const std::string &path, Of what);
    void forget(int watch);

    /// Calls `visit` for everything that happened since the last call. False when events were lost
    /// or something was mounted: anything may have happened then.
    bool take(const std::function<void(const FileEvent &)> &visit);

private:
    int m_queue;
    int m_mounts; ///< a descriptor that poll(2) finds changed when something was mounted
};

} // namespace kconfig
