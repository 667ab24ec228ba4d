// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "command_facts.h"

#include "shell_text.h"

#include "kconfig/config_file.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <string_view>
#include <sys/stat.h>

namespace kconfig {

namespace {

/// Programs whose answers depend on more than files and words: the time, chance, the machine's
/// state, a repository's index that they refresh on the way.
constexpr std::array<std::string_view, 29> fickle{
    "date",  "uptime",  "ps",   "top",  "free", "df",     "du",     "who",   "w",     "id",
    "nproc", "uuidgen", "shuf", "git",  "hg",   "svn",    "make",   "gmake", "ninja", "tput",
    "tty",   "stty",    "curl", "wget", "ssh",  "docker", "podman", "sudo",  "lscpu"};
constexpr std::array<std::string_view, 8> fickleInterpreters{"python", "pypy", "perl", "ruby",
                                                             "node",   "php",  "lua",  "guile"};
/// Words by which a shell or awk reads the clock or throws dice.
constexpr std::array<std::string_view, 7> fickleWords{
    "RANDOM", "EPOCHSECONDS", "EPOCHREALTIME", "SECONDS", "systime", "srand", "strftime"};
/// Programs that see of a file they only look for no more than Look::kind.
constexpr std::array<std::string_view, 12> plainLookers{"sh",       "dash",   "bash", "env",
                                                        "readlink", "uname",  "test", "[",
                                                        "echo",     "printf", "true", "false"};

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

bool isFickle(std::string_view program)
{
    const std::string_view name = nameOf(program);
    return std::find(fickle.begin(), fickle.end(), name) != fickle.end() ||
           std::any_of(fickleInterpreters.begin(), fickleInterpreters.end(),
                       [&](std::string_view each) { return startsWith(name, each); });
}

std::string realPath(const std::string &path)
{
    std::array<char, PATH_MAX> real{};
    return ::realpath(path.c_str(), real.data()) != nullptr ? std::string(real.data()) : path;
}

/// Whether the kernel makes the file up, in a way that changes from moment to moment.
bool isMadeUp(std::string_view path)
{
    struct stat status = {};
    if (::lstat(std::string(path).c_str(), &status) != 0)
        return false; // not there; in /proc, it was a process of the command itself
    if (startsWith(path, "/dev/"))
        return path != "/dev/null" && path != "/dev/zero" && path != "/dev/full" &&
               path != "/dev/tty";
    if (startsWith(path, "/sys/"))
        return !startsWith(path, "/sys/devices/system/cpu") &&
               !startsWith(path, "/sys/fs/cgroup") && !startsWith(path, "/sys/kernel/mm/");
    if (!startsWith(path, "/proc/"))
        return false;
    for (const std::string_view steady : {"/proc/self/", "/proc/thread-self/", "/proc/sys/"})
        if (startsWith(path, steady))
            return false;
    return path != "/proc/self" && path != "/proc/filesystems" && path != "/proc/cpuinfo" &&
           path != "/proc/meminfo";
}

/// Nothing can be told from such a path: it is always there and never changes.
bool isNothing(std::string_view path)
{
    return path == "/" || path == "/dev" || startsWith(path, "/dev/") ||
           startsWith(path, "/proc/") || startsWith(path, "/sys/");
}

class FactFinder
{
public:
    FactFinder(const std::string &command, const FileTrace &trace,
               std::chrono::system_clock::time_point start)
        : m_trace(trace)
        , m_start(start)
    {
        m_facts.doubt = trace.incomplete;
        if (trace.result.output.size() > most || trace.errors.size() > most)
            doubt("it says too much");
        readText(command);
    }
    CommandFacts find()
    {
        for (const auto &[path, use] : m_trace.paths)
            if (use.isRun)
                lookAtProgram(path);
        for (const auto &[path, use] : m_trace.paths)
            if (use.isRead && !use.isMadeAnew)
                lookAtScript(path);
        for (const auto &[path, use] : m_trace.paths)
            if (m_facts.doubt.empty())
                lookAt(path, use);
        if (m_makesNames && !m_facts.outputs.empty())
            doubt("it may have made files with names of chance");
        // Clocks of file systems are coarse: what changed just before the command began might
        // change again without showing.
        if (m_youngest > m_start - std::chrono::milliseconds(20)) {
            m_facts.isTooRecent = m_facts.doubt.empty();
            doubt("something that it reads changed only a moment before");
        }
        std::sort(m_facts.variables.begin(), m_facts.variables.end());
        m_facts.variables.erase(std::unique(m_facts.variables.begin(), m_facts.variables.end()),
                                m_facts.variables.end());
        return std::move(m_facts);
    }

private:
    static constexpr std::size_t most = 1 << 16;

    void doubt(std::string why)
    {
        if (m_facts.doubt.empty())
            m_facts.doubt = std::move(why);
    }
    void readText(std::string_view text)
    {
        for (const std::string_view word : fickleWords)
            if (text.find(word) != std::string_view::npos)
                doubt("it mentions " + std::string(word));
        if (text.find("-nt ") != std::string_view::npos ||
            text.find("-ot ") != std::string_view::npos)
            m_looksClosely = true;
    }
    void lookAtProgram(const std::string &path)
    {
        struct stat status = {};
        if (::stat(path.c_str(), &status) != 0)
            return;
        const std::string real = realPath(path);
        if (isFickle(path) || isFickle(real))
            doubt("it runs " + std::string(nameOf(path)));
        m_makesNames = m_makesNames || nameOf(path) == "mktemp";
        if (std::find(plainLookers.begin(), plainLookers.end(), nameOf(path)) ==
                plainLookers.end() &&
            !lookAtScript(path))
            m_looksClosely = true;
    }
    /// Reads the text of a script; false when it is none.
    bool lookAtScript(const std::string &path)
    {
        struct stat status = {};
        if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
            status.st_size > 1 << 18 || isNothing(path) || startsWith(path, "/usr/lib"))
            return false;
        const auto text = readFile(path);
        if (!text || !startsWith(text.value(), "#!"))
            return false;
        readText(text.value());
        const auto names = variablesNamed(text.value());
        m_facts.variables.insert(m_facts.variables.end(), names.begin(), names.end());
        // The kernel opens the interpreter, which no trace shows.
        const std::size_t begin = text.value().find_first_not_of(" \t", 2);
        const std::size_t end =
            std::min(text.value().find_first_of(" \t\n", begin), text.value().size());
        if (begin != std::string::npos && begin < end)
            addInput(text.value().substr(begin, end - begin), Look::content);
        return true;
    }
    void lookAt(const std::string &path, const PathUse &use)
    {
        const bool isRoot = path == "/proc" || path == "/sys" || path == "/dev";
        if (isMadeUp(path) || (isRoot && use.isListed)) {
            doubt("it looks at " + path);
            return;
        }
        if (isNothing(path))
            return;
        if (use.isWritten || use.isRemoved) {
            lookAtOutput(path, use);
            return;
        }
        if (use.isListed)
            addInput(path, Look::entries);
        if (use.isRead || use.isRun)
            addInput(path, Look::content);
        else if (use.isLookedAt && !isInNewFolder(path))
            addInput(path, m_looksClosely ? Look::content : Look::kind);
    }
    void lookAtOutput(const std::string &path, const PathUse &use)
    {
        if (use.isRemoved) {
            if (use.existed)
                doubt("it removes " + path);
            return;
        }
        struct stat status = {};
        if (!use.isMadeAnew) {
            doubt("it changes " + path);
        } else if (::lstat(path.c_str(), &status) != 0 || S_ISDIR(status.st_mode)) {
            doubt("it makes the folder " + path);
        } else if (!S_ISREG(status.st_mode) || status.st_size > 1 << 20) {
            doubt("it makes " + path + ", which is no small file");
        } else if (auto content = readFile(path)) {
            if (use.isLookedAt) // before it was made, or after: told from what was there before
                m_facts.inputs.push_back({path, Look::presence, {use.existed ? 2U : 1U, 0}});
            m_facts.outputs.push_back({path, std::move(*content), status.st_mode & 07777U});
        } else {
            doubt("what it wrote can't be read: " + path);
        }
    }
    /// Whether a folder above it was made by the command, for the time being.
    [[nodiscard]] bool isInNewFolder(const std::string &path) const
    {
        for (std::size_t slash = path.rfind('/'); slash != 0 && slash != std::string::npos;
             slash = path.rfind('/', slash - 1)) {
            const auto folder = m_trace.paths.find(path.substr(0, slash));
            if (folder != m_trace.paths.end() && folder->second.isMadeAnew)
                return true;
        }
        return false;
    }
    void addInput(const std::string &path, Look look)
    {
        m_facts.inputs.push_back({path, look, stateOf(path, look, &m_youngest)});
    }

    const FileTrace &m_trace;
    std::chrono::system_clock::time_point m_start;
    std::chrono::system_clock::time_point m_youngest;
    CommandFacts m_facts;
    bool m_makesNames = false;
    bool m_looksClosely = false; ///< some program may see sizes and times of what it looks for
};

} // namespace

CommandFacts factsOf(const std::string &command, const FileTrace &trace,
                     std::chrono::system_clock::time_point start)
{
    return FactFinder(command, trace, start).find();
}

} // namespace kconfig
