// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Learning from the system which files of a tree have changed, instead of looking at each.
#pragma once

#include "file_events.h"
#include "syntax.h"

#include "kconfig/load.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kconfig {

/// Watches the folders that decide what a load reads: those of its files and of all symbolic links
/// on the way to them, those where a missing file or another match of a pattern could appear, and
/// for being moved away all folders above them. Not seen is a file that is given a second name
/// (hard link) after it was read, and then written under that name.
class TreeWatch
{
public:
    /// Watches nothing yet.
    explicit TreeWatch(const LoadOptions &options);

    /// Watches what this syntax depends on. Returns whether that is more than before: what happened
    /// to the new part until now is not told.
    bool cover(const Syntax &syntax);
    /// Whether everything could be watched. If not (limits of the system, file systems shared with
    /// others), the tree has to be looked at.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

    struct News
    {
        bool isAnything = false;  ///< unknown what; this object is of no more use
        bool isStructure = false; ///< files came, went or match: cover() again, look at everything
        std::vector<std::string> paths; ///< files to be read again, as the tree names them
    };
    /// What happened since the last call.
    [[nodiscard]] News take();

private:
    using PathId = std::uint32_t;
    static constexpr PathId structure = UINT32_MAX; ///< stands for a file that is not there

    /// What events of one watch mean.
    struct Watched
    {
        std::unordered_map<std::string, std::vector<PathId>> names;
        std::vector<std::string> patterns; ///< for names that come and go
        std::vector<PathId> files;         ///< those that a file is, if it is watched itself
        bool isFile = false;
    };
    /// A folder that a path without symbolic links names.
    struct Folder
    {
        int watch = -1;
        bool hasNames = false; ///< watched for what happens in it
    };
    /// A folder that relative paths start from.
    struct Anchor
    {
        std::string path; ///< as given
        std::string real;
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
    };

    void addAnchor(const std::string &path);
    [[nodiscard]] static bool isSame(const Anchor &anchor);
    bool coverFile(PathId id);
    void coverPattern(const std::string &pattern);
    bool walk(std::string at, std::string rest, PathId id);
    bool walkFile(const std::string &at, const std::string &name, PathId id, std::string &rest);
    void walkPattern(const std::string &at, const std::string &rest);
    bool enter(std::string &at, const std::string &name, std::string &rest);
    void tell(const std::string &folder, const std::string &name, PathId id);
    Watched *namesOf(const std::string &folder);
    int add(const std::string &path, FileEvents::Of what);
    [[nodiscard]] static std::string startOf(const std::string &path, const Anchor &anchor);
    void note(const FileEvent &event, News &news);

    FileEvents m_events;
    std::vector<Anchor> m_anchors;   ///< the working directory, $srctree
    std::deque<std::string> m_paths; ///< by PathId
    std::unordered_map<std::string_view, PathId> m_pathIds;
    std::unordered_set<std::string> m_patterns;
    std::unordered_map<std::string, Folder> m_folders;
    std::unordered_map<int, Watched> m_watched;
    std::unordered_set<PathId> m_told;  ///< by events, since the last take()
    std::unordered_set<PathId> m_moved; ///< of these, whose way may be another now
    bool m_isComplete;
};

} // namespace kconfig
