// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "tree_watch.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <dirent.h>
#include <fnmatch.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace kconfig {

namespace {

/// Watches are a means that all programs of a user share.
constexpr std::size_t mostWatches = 4096;
/// As many as the kernel follows on one way.
constexpr int mostLinks = 40;

std::string join(const std::string &folder, const std::string &name)
{
    return folder == "/" ? folder + name : folder + '/' + name;
}

/// Takes the first component off a path; empty at its end.
std::string takeFirst(std::string &rest)
{
    const std::size_t begin = std::min(rest.find_first_not_of('/'), rest.size());
    const std::size_t end = std::min(rest.find('/', begin), rest.size());
    std::string first = rest.substr(begin, end - begin);
    rest.erase(0, std::min(rest.find_first_not_of('/', end), rest.size()));
    return first;
}

bool isPattern(std::string_view text)
{
    return text.find_first_of("*?[\\") != std::string_view::npos;
}

std::string linkTarget(const std::string &path)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
    return size < 0 ? std::string() : std::string(target.data(), static_cast<std::size_t>(size));
}

std::vector<std::string> matches(const std::string &folder, const std::string &pattern)
{
    std::vector<std::string> names;
    if (DIR *const stream = ::opendir(folder.c_str())) {
        while (const dirent *const entry = ::readdir(stream))
            if (::fnmatch(pattern.c_str(), entry->d_name, FNM_PERIOD) == 0)
                names.emplace_back(entry->d_name);
        ::closedir(stream);
    }
    return names;
}

} // namespace

TreeWatch::TreeWatch(const LoadOptions &options)
    : m_isComplete(m_events.isOpen())
{
    addAnchor(options.directory.empty() ? "." : options.directory);
    const auto tree = options.environment.find("srctree");
    if (tree != options.environment.end() && !tree->second.empty())
        addAnchor(tree->second[0] == '/' || options.directory.empty()
                      ? tree->second
                      : options.directory + '/' + tree->second);
}

/// What is above the folder is not watched, but the folder compared each time.
void TreeWatch::addAnchor(const std::string &path)
{
    struct stat status = {};
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                           &std::free);
    if (!real || ::stat(real.get(), &status) != 0) {
        m_isComplete = false;
        return;
    }
    m_anchors.push_back({path, real.get(), status.st_dev, status.st_ino});
    m_folders.try_emplace(m_anchors.back().real);
}

bool TreeWatch::isSame(const Anchor &anchor)
{
    struct stat status = {};
    return ::stat(anchor.path.c_str(), &status) == 0 && status.st_dev == anchor.device &&
           status.st_ino == anchor.inode;
}

int TreeWatch::add(const std::string &path, FileEvents::Of what)
{
    if (m_watched.size() >= mostWatches) {
        m_isComplete = false;
        return -1;
    }
    const int watch = m_events.watch(path, what);
    if (watch >= 0)
        m_watched.try_emplace(watch);
    else if (errno != ENOTDIR && errno != ENOENT)
        m_isComplete = false;
    return watch;
}

TreeWatch::Watched *TreeWatch::namesOf(const std::string &folder)
{
    Folder &known = m_folders[folder];
    if (!known.hasNames) {
        known.watch = add(folder, FileEvents::Of::names);
        known.hasNames = known.watch >= 0;
        m_isComplete = m_isComplete && known.hasNames;
    }
    return known.hasNames ? &m_watched[known.watch] : nullptr;
}

void TreeWatch::tell(const std::string &folder, const std::string &name, PathId id)
{
    if (Watched *const watched = namesOf(folder)) {
        std::vector<PathId> &ids = watched->names[name];
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    }
}

/// Goes to a folder; a symbolic link's target goes before `rest` instead. False when there is no
/// such folder, which is then told if it appears.
bool TreeWatch::enter(std::string &at, const std::string &name, std::string &rest)
{
    const std::string place = join(at, name);
    const bool isNext = rest.find('/') == std::string::npos; // its names will be watched, too
    if (m_folders.count(place) != 0) {
        at = place;
        return true;
    }
    const int watch = add(place, isNext ? FileEvents::Of::names : FileEvents::Of::itself);
    struct stat status = {};
    const bool isThere = (watch >= 0 && isNext) || ::lstat(place.c_str(), &status) == 0;
    if (watch >= 0 && (isNext || S_ISDIR(status.st_mode))) {
        m_folders[place] = {watch, isNext};
        at = place;
        return true;
    }
    tell(at, name, structure);
    if (!isThere || !S_ISLNK(status.st_mode))
        return false;
    rest = linkTarget(place) + '/' + rest;
    if (rest[0] == '/')
        at = "/";
    return true;
}

/// The end of the way to a file. A symbolic link's target becomes `rest`.
bool TreeWatch::walkFile(const std::string &at, const std::string &name, PathId id,
                         std::string &rest)
{
    const std::string place = join(at, name);
    tell(at, name, id);
    struct stat status = {};
    if (::lstat(place.c_str(), &status) != 0) {
        tell(at, name, structure);
        return false;
    }
    if (S_ISLNK(status.st_mode)) {
        rest = linkTarget(place);
    } else if (status.st_nlink > 1 && S_ISREG(status.st_mode)) {
        // A folder does not tell what is written to its files under other names.
        const int watch = add(place, FileEvents::Of::content);
        if (watch >= 0) {
            m_watched[watch].isFile = true;
            m_watched[watch].files.push_back(id);
        }
    }
    return true;
}

/// Watches the way from a folder to a file; false if there is none.
bool TreeWatch::walk(std::string at, std::string rest, PathId id)
{
    for (int links = 0; links <= mostLinks;) {
        const std::string name = takeFirst(rest);
        if (name.empty() || name == ".") {
            if (rest.empty())
                return true; // a folder, which is no file
            continue;
        }
        if (name == "..") {
            at.erase(std::max<std::size_t>(at.rfind('/'), 1));
            continue;
        }
        const std::size_t before = rest.size();
        const bool isLast = rest.empty();
        if (isLast ? !walkFile(at, name, id, rest) : !enter(at, name, rest))
            return false;
        if (isLast && rest.empty())
            return true;
        links += rest.size() > before ? 1 : 0;
        if (isLast && rest[0] == '/')
            at = "/";
    }
    return false;
}

/// Watches the ways to everything that a pattern matches.
void TreeWatch::walkPattern(const std::string &at, const std::string &pattern)
{
    struct Way
    {
        std::string at, rest;
        int links = 0;
    };
    std::vector<Way> ways{{at, pattern, 0}};
    while (!ways.empty() && m_isComplete) {
        Way way = std::move(ways.back());
        ways.pop_back();
        const std::string name = takeFirst(way.rest);
        if (name.empty() || way.links > mostLinks)
            continue;
        if (name == ".") {
            ways.push_back(std::move(way));
        } else if (name == "..") {
            way.at.erase(std::max<std::size_t>(way.at.rfind('/'), 1));
            ways.push_back(std::move(way));
        } else if (isPattern(name)) {
            Watched *const watched = namesOf(way.at);
            if (watched == nullptr)
                continue;
            if (std::find(watched->patterns.begin(), watched->patterns.end(), name) ==
                watched->patterns.end())
                watched->patterns.push_back(name);
            if (way.rest.empty())
                continue;
            for (const std::string &match : matches(way.at, name))
                ways.push_back({way.at, match + '/' + way.rest, way.links});
        } else if (way.rest.empty()) {
            tell(way.at, name, structure);
        } else {
            const std::size_t before = way.rest.size();
            if (!enter(way.at, name, way.rest))
                continue;
            way.links += way.rest.size() > before ? 1 : 0;
            ways.push_back(std::move(way));
        }
    }
}

std::string TreeWatch::startOf(const std::string &path, const Anchor &anchor)
{
    return path[0] == '/' ? "/" : anchor.real;
}

bool TreeWatch::coverFile(PathId id)
{
    const std::string &path = m_paths[id];
    for (const Anchor &anchor : m_anchors) {
        const bool isNew = &anchor == &m_anchors.front() ||
                           (path[0] != '/' && anchor.real != m_anchors.front().real);
        if (isNew && walk(startOf(path, anchor), path, id))
            return true;
    }
    return false;
}

void TreeWatch::coverPattern(const std::string &pattern)
{
    if (!m_anchors.empty())
        walkPattern(startOf(pattern, m_anchors.front()), pattern);
}

bool TreeWatch::cover(const Syntax &syntax)
{
    const std::size_t patterns = m_patterns.size();
    const std::size_t paths = m_pathIds.size();
    const auto coverPath = [&](std::string_view path) {
        if (path.empty() || m_pathIds.count(path) != 0)
            return;
        const auto id = static_cast<PathId>(m_paths.size());
        m_paths.emplace_back(path);
        m_pathIds.emplace(m_paths.back(), id);
        coverFile(id);
    };
    for (const auto &unit : syntax.units) {
        coverPath(unit->path);
        for (const SourceStatement &source : unit->sources) {
            if (!m_isComplete)
                return true;
            if (!isPattern(source.pattern))
                coverPath(source.pattern);
            else if (m_patterns.emplace(source.pattern).second)
                coverPattern(std::string(source.pattern));
        }
    }
    return patterns != m_patterns.size() || paths != m_pathIds.size();
}

void TreeWatch::note(const FileEvent &event, News &news)
{
    const auto found = m_watched.find(event.watch);
    if (found == m_watched.end())
        return;
    const Watched &watched = found->second;
    const auto tellAll = [&](const std::vector<PathId> &ids) {
        for (const PathId id : ids) {
            if (id != structure)
                m_told.insert(id);
            else if (event.isNaming)
                news.isStructure = true;
            if (id != structure && (event.isNaming || event.isOver))
                m_moved.insert(id);
        }
    };
    if (event.name.empty()) {
        if (!watched.isFile)
            news.isAnything = true;
        tellAll(watched.files);
        if (event.isOver)
            m_watched.erase(found);
        return;
    }
    const std::string name(event.name);
    if (const auto ids = watched.names.find(name); ids != watched.names.end())
        tellAll(ids->second);
    if (event.isNaming)
        news.isStructure =
            news.isStructure ||
            std::any_of(watched.patterns.begin(), watched.patterns.end(),
                        [&](const std::string &pattern) {
                            return ::fnmatch(pattern.c_str(), name.c_str(), FNM_PERIOD) == 0;
                        });
}

TreeWatch::News TreeWatch::take()
{
    News news;
    const bool isAllTold = m_events.take([&](const FileEvent &event) { note(event, news); });
    news.isAnything =
        news.isAnything || !isAllTold || !std::all_of(m_anchors.begin(), m_anchors.end(), isSame);
    // The ways are walked before anybody looks, so that what happens from now on is told again.
    for (const PathId id : m_moved)
        if (!coverFile(id))
            news.isStructure = true;
    if (news.isStructure) {
        m_pathIds.clear();
        m_paths.clear();
        m_patterns.clear();
        for (auto &[watch, watched] : m_watched) {
            watched.names.clear();
            watched.patterns.clear();
            watched.files.clear();
        }
    } else {
        for (const PathId id : m_told)
            news.paths.push_back(m_paths[id]);
    }
    m_told.clear();
    m_moved.clear();
    return news;
}

} // namespace kconfig
